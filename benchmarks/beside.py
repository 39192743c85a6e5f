"""A question answered by the program, beside the same answered by a fresh round: rows of a table.

The table is Markdown, so that it can be pasted where results are told. Seconds are of the
processor, which a busy machine disturbs less than a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HEADINGS = (
    *("Runde", "Spørsmål", "Svar", "Regnetid", "Hvert svar"),
    *("Fra bunnen, hvert", "Forhold", "Samme svar"),
)


@dataclass(frozen=True)
class Beside:
    """``answers`` told in ``ours_s``; some of them again from nothing, in ``fresh_each_s``.

    ``same`` of the ``compared`` were the same, or told as *høyst* and not too low; ``None`` where
    nothing was compared.
    """

    size: str
    question: str
    answers: int
    ours_s: float
    fresh_each_s: float | None = None
    same: int = 0
    compared: int = 0

    @property
    def each_s(self) -> float:
        """The program's own time for one answer."""
        return self.ours_s / max(1, self.answers)

    @property
    def ratio(self) -> float | None:
        """How many times as long a fresh round takes."""
        if self.fresh_each_s is None or not self.each_s:
            return None
        return self.fresh_each_s / self.each_s

    def cells(self) -> tuple[str, ...]:
        """The row."""
        fresh = "" if self.fresh_each_s is None else seconds(self.fresh_each_s)
        ratio = "" if self.ratio is None else f"{self.ratio:,.0f}".replace(",", " ")
        same = f"{self.same} av {self.compared}" if self.compared else ""
        return (
            self.size,
            self.question,
            str(self.answers),
            seconds(self.ours_s),
            seconds(self.each_s),
            fresh,
            ratio,
            same,
        )


def seconds(value: float) -> str:
    """A time that can be read: milliseconds where it is short."""
    if value < 1:
        return f"{1000 * value:.3g} ms".replace(".", ",")
    return f"{value:.1f} s".replace(".", ",")


def table(rows: Iterable[Beside]) -> Iterator[str]:
    """The lines of the table, each as soon as its row is there."""
    yield _line(HEADINGS)
    yield _line("---" for _ in HEADINGS)
    for row in rows:
        yield _line(row.cells())


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
