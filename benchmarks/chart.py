"""The picture of gap over time: what each engine has to show when it is stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log10

from benchmarks.side_by_side import NAMES, number

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 380, 110, 110, 40, 60
COLOURS = {"ours": "#b5541c", "cpsat": "#1b5e9b", "highs": "#2e7d32", "scip": "#6a3d9a"}
LEAST, MOST = 1e-5, 1.0
"""Gaps outside these are drawn on the edge: 0 has no place on a scale of powers of ten."""

Points = Mapping[str, Sequence[tuple[float, float]]]
"""Seconds and gap (a part of the bound) by engine; a moment without a plan isn't there."""


def drawn(points: Points, title: str) -> str:
    """The picture as SVG; both scales are powers of ten."""
    seconds = [s for line in points.values() for s, _ in line] or [1.0]
    first, last = min(seconds), max(*seconds, 2 * min(seconds))

    def at(s: float, gap: float) -> tuple[float, float]:
        part = (log10(s) - log10(first)) / (log10(last) - log10(first))
        held = min(max(gap, LEAST), MOST)
        up = (log10(held) - log10(LEAST)) / (log10(MOST) - log10(LEAST))
        return LEFT + part * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - BOTTOM - TOP)

    grid = []
    for power in range(-5, 1):
        _, y = at(first, 10.0**power)
        words = (
            "0 (≤ 0,001 %)"
            if power == -5
            else f"{number(10.0 ** (power + 2), max(0, -power - 2))} %"
        )
        grid.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{words}</text>'
        )
    for s in sorted({s for line in points.values() for s, _ in line}):
        x, y = at(s, LEAST)
        grid.append(
            f'<text x="{x:.1f}" y="{y + 20:.1f}" text-anchor="middle">{number(s, 0)}</text>'
        )
    lines = [
        _line(engine, [at(s, gap) for s, gap in line]) for engine, line in points.items() if line
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="13">',
            f"<title>{title}</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
            f'<text x="{LEFT}" y="20" font-weight="bold">{title}</text>',
            *grid,
            *lines,
            f'<text x="{LEFT}" y="{HEIGHT - 12}">sekunder til den ble stanset</text>',
            "</svg>",
            "",
        ]
    )


def _line(engine: str, places: list[tuple[float, float]]) -> str:
    colour, (x, y) = COLOURS[engine], places[-1]
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places
    )
    return (
        f'<polyline fill="none" stroke="{colour}" stroke-width="2.5" points="{corners}"/>{dots}'
        f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" fill="{colour}">{NAMES[engine]}</text>'
    )
