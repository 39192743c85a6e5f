"""Charts as files: bars before and after as an .svg that any browser and office program shows.

Written by hand rather than by a chart library, which would need a browser or a binary to make
the picture. The same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from matcher.domain.wording import number

BEFORE, AFTER, INK = "#9fb1c1", "#17456b", "#1b2733"
WIDTH, LABEL_WIDTH, NUMBER_WIDTH = 820, 300, 90
ROW_HEIGHT, BAR_HEIGHT, TOP = 44, 15, 74
LONGEST_LABEL = 42


class Bar(NamedTuple):
    """One row: its name and the number before and after; ``None`` where there is none."""

    name: str
    before: float | None
    after: float | None


def bars(title: str, unit: str, rows: Sequence[Bar], names: tuple[str, str]) -> str:
    """An .svg of the rows, with a text for those who can't see it; ``names`` of the two bars."""
    most = max((value for row in rows for value in row[1:] if value), default=1.0)
    scale = (WIDTH - LABEL_WIDTH - NUMBER_WIDTH) / most
    height = TOP + ROW_HEIGHT * len(rows) + 12
    told = "; ".join(f"{row.name}: {_said(row.before)} og {_said(row.after)}" for row in rows)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" lang="nb" font-family="sans-serif" '
        f'font-size="13" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(f'{names[0]} og {names[1]}, {unit}. {told}')}</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(12, 26, title, size=17),
        *_legend(unit, names),
    ]
    for at, row in enumerate(rows):
        lines += _row(row, TOP + at * ROW_HEIGHT, scale)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _legend(unit: str, names: tuple[str, str]) -> list[str]:
    lines, x = [], LABEL_WIDTH
    for name, colour in zip(names, (BEFORE, AFTER), strict=True):
        lines.append(f'<rect x="{x}" y="42" width="13" height="13" fill="{colour}"/>')
        lines.append(_text(x + 19, 53, name))
        x += 190
    return [_text(12, 53, unit[:1].upper() + unit[1:]), *lines]


def _row(row: Bar, y: int, scale: float) -> list[str]:
    name = row.name if len(row.name) <= LONGEST_LABEL else f"{row.name[: LONGEST_LABEL - 1]}…"
    lines = [_text(12, y + 20, name)]
    for at, (value, colour) in enumerate(((row.before, BEFORE), (row.after, AFTER))):
        width = max(0.0, (value or 0.0) * scale)
        top = y + at * (BAR_HEIGHT + 2)
        lines.append(
            f'<rect x="{LABEL_WIDTH}" y="{top}" width="{width:.1f}" height="{BAR_HEIGHT}" '
            f'fill="{colour}"/>'
        )
        lines.append(_text(LABEL_WIDTH + width + 6, top + 12, _said(value)))
    return lines


def _text(x: float, y: float, text: str, size: int = 13) -> str:
    return f'<text x="{x:.1f}" y="{y}" font-size="{size}">{escape(text)}</text>'


def _said(value: float | None) -> str:
    return "–" if value is None else number(value)
