"""How the words of a command become values."""

from __future__ import annotations

from datetime import date, datetime

import typer

from matcher.domain.choice import Choice

FORMATS = ("%d.%m.%Y", "%Y-%m-%d")


def day(text: str) -> date:
    """A day as dd.mm.yyyy or yyyy-mm-dd."""
    for form in FORMATS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise typer.BadParameter(f"«{text}» er ingen dato. Kanskje slik: 23.11.2026")


def choice(text: str) -> Choice:
    """A pair as SAK=KOORD, or SAK=KOORD:begrunnelse."""
    pair, _, reason = text.partition(":")
    case, equals, coordinator = pair.partition("=")
    if not (equals and case.strip() and coordinator.strip()):
        raise typer.BadParameter(f"«{text}» er ikke et par. Kanskje slik: S-001=K-01")
    return Choice(case=case.strip(), coordinator=coordinator.strip(), reason=reason.strip() or None)
