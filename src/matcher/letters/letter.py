"""A letter: its content, the same as plain text, and as a PDF."""

from dataclasses import dataclass
from functools import cached_property

from matcher.letters.document import Document
from matcher.letters.press import press


@dataclass(frozen=True)
class Letter:
    """A letter that can be read on a page (``text``) and sent (``pdf``)."""

    document: Document

    @property
    def text(self) -> str:
        """The letter as plain text."""
        return self.document.text

    @cached_property
    def pdf(self) -> bytes:
        """The letter as PDF/UA-1 and PDF/A-2a, made the first time it is asked for.

        Raises ``LetterError`` where a sign in it can't be printed.
        """
        return press(self.document)
