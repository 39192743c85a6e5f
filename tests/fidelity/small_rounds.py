"""Small random rounds on invented rosters, roomy and short, with KE's choices in some of them."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

import numpy as np

from matcher.domain.choice import Choice
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.optimizer.choices import ChoicesClash
from matcher.optimizer.climbing import Solved
from matcher.optimizer.program import UNPLACED, Limits
from matcher.profiles.load import builtin, load
from matcher.profiles.profile import Profile
from matcher.sample import generate

ON = date(2026, 11, 23)
SLACKS = (1.3, 1.1, 0.95, 0.8, 0.6)


@cache
def profile_of(id_: str) -> Profile:
    """A profile, read once."""
    return load(id_)


def request(seed: int) -> RoundRequest:
    """A round of five to nine cases and three to five coordinators, drawn by its seed."""
    rng = np.random.default_rng(seed)
    profile = builtin()[seed % len(builtin())]
    roster = generate(
        municipality=profile,
        cases=int(rng.integers(5, 10)),
        coordinators=int(rng.integers(3, 6)),
        seed=seed,
        on=ON,
        slack=SLACKS[seed % len(SLACKS)],
    )
    asked = RoundRequest(roster, profile_of(profile), seed=seed)
    return _with_choices(asked, rng) if seed % 3 == 0 else asked


@lru_cache(maxsize=512)
def solved(seed: int) -> SolvedRound:
    """The round, solved."""
    return solve(request(seed))


@lru_cache(maxsize=512)
def unsolved(seed: int) -> SolvedRound:
    """The round with nobody placed: enough to ask what keeps a pair out of any plan."""
    asked = request(seed)
    posed = asked.posed()
    nobody = Solved(np.full(posed.problem.shape[0], UNPLACED, np.int64), ())
    return SolvedRound(asked, posed, Limits(), nobody)


def some_pairs(seed: int, count: int) -> list[tuple[str, str]]:
    """Pairs of the round, drawn without repeats: cases that take part, with anybody."""
    posed = unsolved(seed).posed
    n, m = posed.problem.shape
    rng = np.random.default_rng(seed + 1)
    drawn = rng.permutation(n * m)[:count].tolist()
    ids = posed.problem.case_ids, posed.problem.coordinator_ids
    return [(ids[0][k // m], ids[1][k % m]) for k in drawn]


def _with_choices(asked: RoundRequest, rng: np.random.Generator) -> RoundRequest:
    """A lock and a ban of KE's; without the lock where it can't stand."""
    problem = asked.posed().problem
    may = np.argwhere(problem.allowed)
    if len(may) < 2:
        return asked
    first, second = (may[k] for k in rng.choice(len(may), 2, replace=False))
    lock, ban = (
        Choice(case=problem.case_ids[i], coordinator=problem.coordinator_ids[j])
        for i, j in (first, second)
    )
    for locks in ((lock,), ()):
        with_them = RoundRequest(
            asked.roster, asked.profile, seed=asked.seed, locks=locks, bans=(ban,)
        )
        try:
            with_them.posed()
        except ChoicesClash:
            continue
        return with_them
    return asked
