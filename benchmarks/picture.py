"""Draws the picture of docs/how-the-optimizer-works.md, from a solve that is done here and now.

    python -m benchmarks.picture [docs/pictures/optimizer.svg]

One instance of the published family D (20 coordinators, 100 cases): the bound as prices and loads
grow, and the plan that a dive makes of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from matcher.optimizer.core.diving import dive
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.packing import pack
from matcher.optimizer.core.plan import checked
from matcher.optimizer.core.priced import priced
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import Expression, Program

WIDTH, HEIGHT, LEFT, BOTTOM = 720, 340, 70, 50
ROUNDS = (0, 1, 2, 4, 8, 16, 32, 64)
ALWAYS = Watch.for_seconds(None)


def family_d(agents: int, jobs: int, seed: int) -> Program:
    """Chu and Beasley (1997): what weighs much costs little, and hours are tight."""
    draw = np.random.default_rng(seed)
    weight = draw.integers(1, 101, (jobs, agents))
    cost = 111 - weight + draw.integers(-10, 11, (jobs, agents))
    return Program(
        open=np.ones((jobs, agents), np.bool_),
        may_stay_unplaced=np.zeros(jobs, np.bool_),
        workload=weight,
        capacity=np.full(agents, int(0.8 * weight.sum() / agents / agents)),
        objective=Expression(cost, np.zeros(jobs, np.int64), np.zeros(0, np.int64)),
    )


def measured(program: Program) -> tuple[float, list[float], int | None]:
    """The plain relaxation's value, the bound after so many rounds, and the value of the dive."""
    model = linear_model(program)
    relaxation = relax(model)
    assert relaxation is not None
    n, m = program.shape
    bounds = []
    for rounds in ROUNDS:
        grown = grow(program, relaxation.prices, None, rounds, ALWAYS)
        problem = priced(program, grown.prices[n + m :])
        prices = np.rint(grown.prices[:n] * problem.scale).astype(np.int64)
        bounds.append(pack(problem, prices).bound / problem.scale)
    found = checked(program, dive(program, grown, ALWAYS))
    return float(model.cost @ relaxation.values), bounds, None if found is None else found.objective


def drawn(lowest: float, bounds: list[float], plan: int | None) -> str:
    """The picture as SVG."""
    top = max([*bounds, *([] if plan is None else [float(plan)])])
    span = max(top - lowest, 1.0) * 1.15

    def at(k: int, worth: float) -> str:
        x = LEFT + k * (WIDTH - LEFT - 160) / (len(ROUNDS) - 1)
        return f"{x:.1f},{HEIGHT - BOTTOM - (worth - lowest) / span * (HEIGHT - BOTTOM - 30):.1f}"

    def line(worth: float, words: str, colour: str) -> str:
        y = at(0, worth).split(",")[1]
        return (
            f'<line x1="{LEFT}" x2="{WIDTH - 155}" y1="{y}" y2="{y}" stroke="{colour}" '
            f'stroke-dasharray="6 4"/><text x="{WIDTH - 150}" y="{float(y) + 4:.1f}">{words}</text>'
        )

    ticks = "".join(
        f'<text x="{at(k, lowest).split(",")[0]}" y="{HEIGHT - BOTTOM + 20}" '
        f'text-anchor="middle">{rounds}</text>'
        for k, rounds in enumerate(ROUNDS)
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13">',
        "<title>The bound rises towards the plan</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        line(lowest, f"relaxation {lowest:.0f}", "#888"),
        line(bounds[-1], f"bound {bounds[-1]:.1f}", "#1b5e9b"),
        "" if plan is None else line(float(plan), f"dive's plan {plan}", "#b5541c"),
        f'<polyline fill="none" stroke="#1b5e9b" stroke-width="2.5" '
        f'points="{" ".join(at(k, worth) for k, worth in enumerate(bounds))}"/>',
        ticks,
        f'<text x="{LEFT}" y="{HEIGHT - 10}">rounds of growth after the first ascent</text>',
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def main() -> None:
    """Solve, draw, write."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures/optimizer.svg")
    target.write_text(drawn(*measured(family_d(20, 100, 1))), encoding="utf-8")


if __name__ == "__main__":
    main()
