"""Somebody stands in, is there when the coordinator isn't, and knows the person where asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.case import Relation
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.vocabulary import RelationKind
from matcher.gates.stedfortreder import GATE
from matcher.profiles.gate_lines import Stedfortreder
from matcher.profiles.line import Mode
from tests.gates.settled import CHECKED, LINES, OPEN, WHOLE, decided, lacks, of_case

ASKS = Stedfortreder(
    mode=Mode.REFUSE, must_know_the_person=True, statements=("S141",), checked=CHECKED
)
KNOWN = LINES.model_copy(update={"stedfortreder": ASKS})


def away(who: Coordinator | None, first: date, last: date | None) -> Coordinator:
    assert who is not None
    return who.model_copy(update={"absences": (Absence(first_day=first, last_day=last),)})


def test_a_choice_without_a_stand_in_says_so() -> None:
    assert lacks(GATE, WHOLE) == ""
    assert "ikke satt opp noen stedfortreder for Kari Nes" in lacks(
        GATE, decided(WHOLE, stand_in=None)
    )
    assert lacks(GATE, OPEN) == ""


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ((date(2027, 1, 10), date(2027, 2, 1)), "fra 10.01.2027 til 15.01.2027"),
        ((date(2026, 12, 1), None), "fra 01.01.2027 til 15.01.2027"),
        ((date(2027, 1, 16), None), ""),
        ((date(2026, 11, 1), date(2026, 12, 31)), ""),
    ],
    ids=["overlap", "without an end", "the day after", "until the day before"],
)
def test_a_stand_in_is_never_away_at_the_same_time(
    second: tuple[date, date | None], told: str
) -> None:
    settling = replace(
        WHOLE,
        coordinator=away(WHOLE.coordinator, date(2027, 1, 1), date(2027, 1, 15)),
        stand_in=away(WHOLE.stand_in, *second),
    )
    assert told in lacks(GATE, settling)
    assert (lacks(GATE, settling) == "") is (told == "")


def test_both_away_in_the_past_keeps_nobody_from_standing_in() -> None:
    past = (date(2026, 7, 1), date(2026, 7, 31))
    settling = replace(
        WHOLE, coordinator=away(WHOLE.coordinator, *past), stand_in=away(WHOLE.stand_in, *past)
    )
    assert lacks(GATE, settling) == ""


def test_a_leader_who_is_a_name_alone_counts_as_there() -> None:
    named = replace(decided(WHOLE, stand_in="Per Lund"), stand_in=None)
    assert lacks(GATE, named) == ""


def test_where_the_profile_asks_the_stand_in_knows_the_person() -> None:
    assert "Ola Vik kjenner personen" in lacks(GATE, WHOLE, KNOWN)
    relation = Relation(coordinator="K-2", kind=RelationKind.KNOWS_FAMILY)
    assert lacks(GATE, of_case(WHOLE, relations=(relation,)), KNOWN) == ""
