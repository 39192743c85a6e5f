"""Draws the picture of docs/how-the-optimizer-works.md, from a solve that is done here and now.

    python -m benchmarks.picture [docs/pictures/optimizer.svg]

One instance of the published family D (8 coordinators, 40 cases): step by step the bound rises,
the plan gets better, and where they meet, the plan is proven.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matcher.optimizer.core import solve
from matcher.optimizer.core.bounding import bounds_of
from matcher.optimizer.core.diving import dive
from matcher.optimizer.core.generation import grow
from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.plan import checked
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.rounding import rounded
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import Expression, IntArray, Limits, Program

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 380, 60, 40, 50, 70
BOUND, PLAN = "#1b5e9b", "#b5541c"
FEW, MANY = 4, 64
"""Rounds of growing loads."""
ALWAYS = Watch.for_seconds(None)


@dataclass(frozen=True)
class Step:
    """What is known after a step: no plan is better than ``bound``, and one is as good as ``plan``.

    ``plan`` is ``None`` as long as there is none that places everybody.
    """

    name: str
    bound: float
    plan: int | None


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


def steps(program: Program) -> list[Step]:
    """The way of one tier, from a relaxation to a proof."""
    model = linear_model(program)
    relaxation = relax(model)
    assert relaxation is not None
    lowest = float(model.cost @ relaxation.values)
    first = bounds_of(program, relaxation.prices, 2.0**50, 0, ALWAYS)
    simple = rounded(program, model, relaxation.values, first.reduced)
    known = _worth(program, simple)
    told = [Step("relaxation", lowest, known), Step("whole loads", max(lowest, first.bound), known)]
    for rounds in (FEW, MANY):
        grown = grow(program, relaxation.prices, None, rounds, ALWAYS)
        bounds = bounds_of(program, grown.prices, 2.0**50, 0, ALWAYS)
        told.append(Step(f"{rounds} growths", bounds.bound, known))
    dived = dive(program, grown, ALWAYS)
    known = min(filter(None, (known, _worth(program, dived))), default=None)
    told.append(Step("dive", bounds.bound, known))
    proven = solve(program, None, Limits())
    return [*told, Step("search", proven.bound, proven.objective)]


def _worth(program: Program, plan: IntArray) -> int | None:
    kept = checked(program, plan)
    return None if kept is None else kept.objective


def drawn(told: list[Step]) -> str:
    """The picture as SVG."""
    plans = [step.plan for step in told if step.plan is not None]
    lowest, highest = told[0].bound, max([*plans, told[-1].bound])
    across = (WIDTH - LEFT - RIGHT) / (len(told) - 1)

    def at(k: int, worth: float) -> tuple[float, float]:
        up = (worth - lowest) / max(highest - lowest, 1.0)
        return LEFT + k * across, HEIGHT - BOTTOM - up * (HEIGHT - BOTTOM - TOP)

    lower = [(at(k, step.bound), f"{step.bound:.0f}") for k, step in enumerate(told)]
    upper = [(at(k, s.plan), f"{s.plan}") for k, s in enumerate(told) if s.plan is not None]
    names = "".join(
        f'<text x="{at(k, lowest)[0]:.1f}" y="{HEIGHT - BOTTOM + 42}" '
        f'text-anchor="middle">{step.name}</text>'
        for k, step in enumerate(told)
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="13">',
            "<title>The bound rises and the plan gets better until they meet</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
            _line(upper, PLAN, -8, "start"),
            _line(lower, BOUND, 20, "middle"),
            f'<text x="{LEFT}" y="22" fill="{PLAN}">the best plan so far costs</text>',
            f'<text x="{LEFT + 190}" y="22" fill="{BOUND}">no plan costs less than</text>',
            names,
            "</svg>",
            "",
        ]
    )


def _line(
    points: list[tuple[tuple[float, float], str]], colour: str, apart: int, anchor: str
) -> str:
    """A line with its numbers so far under it (above, where negative)."""
    corners = " ".join(f"{x:.1f},{y:.1f}" for (x, y), _ in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
        f'<text x="{x:.1f}" y="{y + apart:.1f}" text-anchor="{anchor}" '
        f'fill="{colour}">{words}</text>'
        for (x, y), words in points
    )
    line = f'<polyline fill="none" stroke="{colour}" stroke-width="2.5" points="{corners}"/>'
    return line + dots


def main() -> None:
    """Solve, draw, write."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures/optimizer.svg")
    target.write_text(drawn(steps(family_d(8, 40, 1))), encoding="utf-8")


if __name__ == "__main__":
    main()
