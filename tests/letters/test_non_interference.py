"""A family's letter is about that family alone (S082; issue: *non-interference*)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.letters import family_letter, for_family
from matcher.letters.document import Block, paragraph, section
from matcher.letters.ground import Ground
from matcher.letters.texts import Texts
from matcher.profiles.load import load
from matcher.sample import generate
from matcher.services import RoundRequest, Services
from tests.explain.rounds import ON, plan, roster
from tests.letters.other_lives import other_plan, other_roster

PROFILES = ("as", "farsund", "lyngdal", "lyngdal-2021", "rakkestad")
CHANGES_A_CASE = 8
LONG = pytest.mark.soak


def in_the_round(profile: str) -> list[str]:
    return [row.case for row in plan(profile).cases if row.coordinator is not None]


def text(answer: Plan, rows: Roster, profile: str, case: str, language: str = "nb") -> str:
    return family_letter(answer, rows, load(profile), case, language).text


def changed_letters(profile: str) -> Iterator[tuple[str, str]]:
    """The letter of each case before and after the world around it has changed."""
    before_plan, before = plan(profile), roster(profile)
    for case in in_the_round(profile):
        own = text(before_plan, before, profile, case)
        for seed in range(CHANGES_A_CASE):
            rows = other_roster(before, case, seed)
            yield own, text(other_plan(before_plan, rows, case, seed), rows, profile, case)


@pytest.mark.parametrize("profile", PROFILES)
def test_other_families_and_staff_change_and_the_letter_does_not(profile: str) -> None:
    pairs = list(changed_letters(profile))
    assert len(pairs) >= 80
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("profiles", "most"),
    [(PROFILES[:1], 2), pytest.param(PROFILES, 100, marks=LONG)],
    ids=["daily", "long"],
)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_printed_bytes_do_not_change_either(
    language: str, profiles: tuple[str, ...], most: int
) -> None:
    for profile in profiles:
        before_plan, before, chosen = plan(profile), roster(profile), load(profile)
        for seed, case in enumerate(in_the_round(profile)[:most]):
            own = family_letter(before_plan, before, chosen, case, language).pdf
            for each in range(seed, seed + (1 if most < 100 else CHANGES_A_CASE)):
                rows = other_roster(before, case, each)
                after = other_plan(before_plan, rows, case, each)
                assert family_letter(after, rows, chosen, case, language).pdf == own


@pytest.mark.parametrize(
    "seeds", [range(4), pytest.param(range(4, 200), marks=LONG)], ids=["daily", "long"]
)
def test_a_round_that_is_run_anew_on_changed_hours_leaves_the_letters(seeds: range) -> None:
    """Where the suggestion comes out the same; two and more a round do."""
    kept = sum(unchanged_letters(seed) for seed in seeds)
    assert kept >= 2 * len(seeds)


def unchanged_letters(seed: int) -> int:
    """So many families have the same suggestion on changed hours, and so the same letter."""
    before = generate(municipality="farsund", cases=9, coordinators=6, seed=seed, on=ON)
    changed = Roster.of(
        before.on,
        [row.model_copy(update={"workload_hours_per_month": 1.0}) for row in before.cases[:2]]
        + list(before.cases[2:]),
        [row.model_copy(update={"bound_hours_per_month": 0.0}) for row in before.coordinators],
        before.units,
    )
    profile = load("farsund")
    first, second = (Services().run_round(RoundRequest(r, profile)) for r in (before, changed))
    kept = 0
    for old, new in zip(first.cases[2:], second.cases[2:], strict=True):
        if old.coordinator is not None and old.coordinator == new.coordinator:
            kept += 1
            own = family_letter(first, before, profile, old.case, "nb")
            assert family_letter(second, changed, profile, old.case, "nb").pdf == own.pdf
    return kept


LEAKS: dict[str, Callable[[Ground], object]] = {
    "the stand-in by name": lambda ground: ground.told.stand_in,
    "the hours": lambda ground: ground.told.workload_hours_per_month,
    "why others may not": lambda ground: ground.told.refused,
    "an absence": lambda ground: [row.absences for row in ground.roster.coordinators],
    "another case": lambda ground: [row.coordinator for row in ground.plan.cases],
}
"""Faults that somebody could make one day: a letter that reads more than its own facts."""


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS.keys())
def test_a_planted_leak_is_found(
    leak: Callable[[Ground], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the tests above can fail."""

    def leaking(ground: Ground, texts: Texts) -> tuple[Block, ...]:
        return section("Fravær og bytte", paragraph(str(leak(ground))))

    monkeypatch.setattr(for_family, "_away", leaking)
    pairs = list(changed_letters("farsund"))
    assert sum(before != after for before, after in pairs) > len(pairs) / 2
