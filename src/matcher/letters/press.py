"""From a letter's content to a PDF that anyone can read and that keeps: PDF/UA-1 and PDF/A-2a.

The content goes to Typst as data (JSON), never as markup: whatever a name holds is only text.
The same content gives the same bytes.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Protocol

import typst

from matcher.domain.finding import Finding
from matcher.letters.error import LetterError, fault

HERE = Path(str(files("matcher.letters")))
TEMPLATE = HERE / "template" / "letter.typ"
MEETING = HERE / "template" / "meeting.typ"
FONTS = HERE / "fonts"

LACKING_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')

_one_at_a_time = Lock()


class Printed(Protocol):
    """What can be printed: data that a template knows how to set."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def day(self) -> date:
        """The day it is written."""

    def model_dump_json(self) -> str:
        """All of it, for the template."""


def press(document: Printed, template: Path = TEMPLATE) -> bytes:
    """The letter or list as a PDF. Raises ``LetterError`` where a sign can't be printed."""
    with _one_at_a_time:
        try:
            pdf = _compiler(template).compile(
                format="pdf",
                sys_inputs={"letter": document.model_dump_json()},
                pdf_standards=["ua-1", "a-2a"],
                timestamp=datetime.combine(document.day, time(), UTC),
            )
        except typst.TypstError as stopped:
            if lacking := dict.fromkeys(LACKING_SIGN.findall(stopped.diagnostic)):
                raise LetterError([_lacking(sign, document) for sign in lacking]) from stopped
            raise
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _compiler(template: Path) -> typst.Compiler:
    """One for all letters: fonts and template are read once. It reads no file outside its own
    folder, and no font of the machine, so that a letter is the same everywhere.
    """
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(
        input=template, root=template.parent, font_paths=fonts, ignore_system_fonts=True
    )


def _lacking(sign: str, document: Printed) -> Finding:
    return fault(
        "sign",
        document.title,
        f"Tegnet «{sign}» finnes ikke i skriften, så det kan ikke skrives ut. "
        "Kanskje kan navnet skrives med latinske bokstaver i datagrunnlaget?",
    )
