"""Charts as files: bars and bands as an .svg that any browser and office program shows.

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
MARGIN, BAND_HEIGHT, MOST_NAMES = 60, 260, 9


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
    lines = _legend(unit, names)
    for at, row in enumerate(rows):
        lines += _row(row, TOP + at * ROW_HEIGHT, scale)
    return _picture(title, f"{names[0]} og {names[1]}, {unit}. {told}", height, lines)


class Span(NamedTuple):
    """One point of a band: its name, and low, middle and high."""

    name: str
    low: float
    middle: float
    high: float


def band(title: str, unit: str, spans: Sequence[Span], names: tuple[str, str]) -> str:
    """An .svg of a band from point to point, with a text; ``names`` of the band and its middle."""
    most = max((span.high for span in spans), default=0.0) or 1.0
    step = (WIDTH - 2 * MARGIN) / max(1, len(spans) - 1)

    def at(number: int, value: float) -> str:
        return f"{MARGIN + number * step:.1f},{TOP + BAND_HEIGHT * (1 - value / most):.1f}"

    there = [at(number, span.high) for number, span in enumerate(spans)]
    back = [at(number, span.low) for number, span in reversed(list(enumerate(spans)))]
    line = [at(number, span.middle) for number, span in enumerate(spans)]
    told = "; ".join(
        f"{span.name}: {_said(span.low)} til {_said(span.high)}, midt {_said(span.middle)}"
        for span in spans
    )
    bottom = TOP + BAND_HEIGHT
    every = max(1, -(-len(spans) // MOST_NAMES))
    marks = [
        _text(MARGIN + number * step - 24, bottom + 22, span.name)
        for number, span in enumerate(spans)
        if number % every == 0
    ]
    return _picture(
        title,
        f"{names[0]} og {names[1]}, {unit}. {told}",
        bottom + 40,
        [
            *_legend(unit, names),
            f'<polygon points="{" ".join([*there, *back])}" fill="{BEFORE}"/>',
            f'<polyline points="{" ".join(line)}" fill="none" stroke="{AFTER}" stroke-width="3"/>',
            f'<path d="M{MARGIN},{bottom}H{WIDTH - MARGIN}" stroke="{INK}"/>',
            _text(12, TOP + 4, _said(most)),
            _text(12, bottom, _said(0.0)),
            *marks,
        ],
    )


def _picture(title: str, told: str, height: float, lines: Sequence[str]) -> str:
    """The whole .svg, with what it says for those who can't see it."""
    begin = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" lang="nb" font-family="sans-serif" '
        f'font-size="13" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(told)}</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(12, 26, title, size=17),
    ]
    return "\n".join([*begin, *lines, "</svg>"]) + "\n"


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
