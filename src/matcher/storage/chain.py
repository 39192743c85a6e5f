"""The chain of the history: how an entry is sealed, and what a broken chain looks like.

Each entry's fingerprint covers its facts and the fingerprint of the entry before it, so a change
in one place shows in every later one. The erasable content is outside the chain; its salted
fingerprint is inside. Nothing here knows of a database.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC

from matcher.domain.finding import Finding, Severity
from matcher.domain.history import Entry, Happening, Head

START = Head(number=0, sha256="0" * 64)
"""What the first entry follows."""

SOURCE = "Normen, faktaark 15"


def content_sha256(salt: str, content: str) -> str:
    """The fingerprint of a content. Without the salt nobody can guess their way back to it."""
    return hashlib.sha256(f"{salt}\n{content}".encode()).hexdigest()


def entry_sha256(entry: Entry) -> str:
    """The fingerprint of an entry: SHA-256 over one JSON text with sorted keys, in UTF-8."""
    facts = {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "who": entry.who,
        "what": str(entry.what),
        "subject": entry.subject,
        "about": entry.about,
        "content_sha256": entry.content_sha256,
        "previous_sha256": entry.previous_sha256,
    }
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def verify(
    entries: Iterable[Entry], head: Head | None, noted: Head | None = None
) -> tuple[Finding, ...]:
    """Every fault of a history that is read in the order of its numbers; empty where it is whole.

    ``head`` is where the database says that the history ends. ``noted`` is an end that somebody
    wrote down earlier, outside the database: it finds even a history that was rewritten whole.
    """
    listed = tuple(entries)
    return (
        *_faults_of_chain(listed),
        *_faults_of_contents(listed),
        *_faults_of_end(listed, head),
        *_faults_of_noted(listed, noted),
    )


def unreadable() -> Finding:
    """A history with a value that can't even be read."""
    return Finding(
        code="history.unreadable",
        severity=Severity.ERROR,
        subject="historikken",
        message="Historikken har verdier som ikke kan leses. De er endret etter at de ble skrevet.",
        source=SOURCE,
    )


def _faults_of_chain(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    before = START
    for entry in entries:
        if entry.number != before.number + 1:
            yield _missing(before.number + 1, entry.number - 1)
        elif entry.previous_sha256 != before.sha256:
            yield _fault(
                "history.out_of_order",
                entry.number,
                f"Innslag {entry.number} følger ikke det som står foran det.",
            )
        if entry.sha256 != entry_sha256(entry):
            yield _fault(
                "history.changed",
                entry.number,
                f"Innslag {entry.number} er endret etter at det ble skrevet.",
            )
        before = Head(number=entry.number, sha256=entry.sha256)


def _faults_of_contents(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    deleted = {entry.subject: entry.number for entry in entries if entry.what == Happening.DELETED}
    for entry in entries:
        if entry.content_sha256 is None and entry.content is None:
            continue
        if entry.content is None:
            if deleted.get(entry.subject, 0) <= entry.number or entry.subject is None:
                yield _fault(
                    "history.content_missing",
                    entry.number,
                    f"Innholdet i innslag {entry.number} mangler, og saken er ikke slettet.",
                )
        elif entry.content_sha256 != content_sha256(entry.salt or "", entry.content):
            yield _fault(
                "history.content_changed",
                entry.number,
                f"Innholdet i innslag {entry.number} er endret etter at det ble skrevet.",
            )


def _faults_of_end(entries: tuple[Entry, ...], head: Head | None) -> Iterator[Finding]:
    last = entries[-1] if entries else None
    number, sha256 = (last.number, last.sha256) if last else (START.number, START.sha256)
    if head is None:
        text = "Merket for hvor historikken slutter, mangler."
        yield _fault("history.head_missing", number, text)
    elif head.number > number:
        yield _missing(number + 1, head.number)
    elif head.number < number or head.sha256 != sha256:
        text = f"Historikken slutter ikke der den skal: innslag {number} er ikke det siste kjente."
        yield _fault("history.head_differs", number, text)


def _faults_of_noted(entries: tuple[Entry, ...], noted: Head | None) -> Iterator[Finding]:
    if noted is None or noted.number == 0:
        return
    found = next((entry.sha256 for entry in entries if entry.number == noted.number), None)
    if found is None:
        text = f"Innslag {noted.number}, som er notert, finnes ikke i historikken."
        yield _fault("history.noted_missing", noted.number, text)
    elif not found.startswith(noted.sha256):
        text = f"Innslag {noted.number} har ikke fingeravtrykket som er notert."
        yield _fault("history.noted_differs", noted.number, text)


def _missing(first: int, last: int) -> Finding:
    which = f"Innslag {first} mangler" if first >= last else f"Innslag {first}–{last} mangler"
    return _fault("history.missing", first, f"{which}.")


def _fault(code: str, number: int, message: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ERROR,
        subject=f"innslag {number}",
        message=message,
        source=SOURCE,
    )
