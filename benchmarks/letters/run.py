"""How long letters take, and the same letters with a fresh Typst compiler each.

python -m benchmarks.letters.run [LETTERS]

The cases are invented and all different, for Typst remembers what it has set before. Nothing is
optimized here: each case is given a coordinator by turns, so that only the letters are measured.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from typing import NamedTuple

import typst

from matcher.domain.plan import CasePlan, Plan, RoundFacts, Status
from matcher.domain.roster import Roster
from matcher.entitlement import entitle
from matcher.letters import Language, Letter, family_letter
from matcher.letters.press import FONTS, TEMPLATE
from matcher.profiles.load import load, sha256
from matcher.profiles.profile import Profile
from matcher.sample import generate

ON = date(2026, 11, 23)
FRESH_LETTERS = 30


class Took(NamedTuple):
    """Seconds by the clock, and seconds of work; they differ on a busy machine."""

    wall_s: float
    work_s: float


def dealt(roster: Roster, profile: Profile) -> Plan:
    """A plan in which coordinators are dealt out by turns."""
    turns = cycle(coordinator.id for coordinator in roster.coordinators)
    return Plan(
        round=RoundFacts(
            municipality=profile.words.municipality,
            profile=profile.id,
            date=ON,
            status=Status.FEASIBLE,
            seed=0,
            input_sha256=roster.sha256,
            profile_sha256=sha256(profile),
            versions={},
            goals=(),
        ),
        cases=tuple(
            CasePlan(
                case=case.id,
                entitlement=entitle(case, profile, ON),
                coordinator=next(turns),
                kept=False,
                stand_in=None,
                workload_hours_per_month=1.0,
                workload_is_estimate=True,
                suggestions=(),
                refused=(),
                unplaced_because=(),
            )
            for case in roster.cases
        ),
        findings=(),
    )


def letters(count: int) -> Iterator[Letter]:
    """Letters to so many families, in each language by turns; each is written when asked for."""
    profile = load("farsund")
    roster = generate(municipality="farsund", cases=count, coordinators=80, seed=1, on=ON)
    plan = dealt(roster, profile)
    assert roster.sha256
    return (
        family_letter(plan, roster, profile, case.id, language)
        for case, language in zip(roster.cases, cycle(Language), strict=False)
    )


def ours(letter: Letter) -> bytes:
    """The letter as the program prints it."""
    return letter.pdf


def fresh(letter: Letter) -> bytes:
    """The same with fonts and template read anew."""
    return typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"letter": letter.document.model_dump_json()},
        pdf_standards=["ua-1", "a-2a"],
    )


def measured(written: Iterator[Letter], printed: Callable[[Letter], bytes]) -> list[Took]:
    """What each letter took, from its facts to its bytes."""
    took: list[Took] = []
    while True:
        wall, work = time.perf_counter(), time.process_time()
        letter = next(written, None)
        if letter is None:
            return took
        assert printed(letter).startswith(b"%PDF")
        took.append(Took(time.perf_counter() - wall, time.process_time() - work))


def tell(what: str, took: list[Took]) -> None:
    """A line of the answer, in milliseconds."""
    wall, work = (statistics.median(times) * 1000 for times in zip(*took, strict=True))
    slowest = max(each.wall_s for each in took) * 1000
    print(f"{what:<28}{wall:8.1f} ms, tregeste {slowest:.1f} ms, regnetid {work:.1f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", type=int, nargs="?", default=300)
    count = parser.parse_args().letters
    first, *rest = measured(letters(count), ours)
    tell("første brev", [first])
    tell("de neste, median", rest)
    all_wall, all_work = (sum(times) for times in zip(first, *rest, strict=True))
    print(f"{f'{count} brev i alt':<28}{all_wall:8.2f} s, regnetid {all_work:.2f} s")
    tell("ny kompilator hver gang", measured(letters(FRESH_LETTERS), fresh))


if __name__ == "__main__":
    main()
