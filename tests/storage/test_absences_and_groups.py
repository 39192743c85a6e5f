"""Absences that are registered, and ansvarsgrupper: kept, never written over, erased in time."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.ansvarsgruppe import Ansvarsgruppe, Member
from matcher.domain.choice import Choice
from matcher.domain.history import DeletionGround, Happening
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.part_of_round import plan_without
from matcher.storage.errors import NotKept, Stale
from matcher.storage.store import Store
from tests.storage.made import BJORN, ON, group, plan, roster

AWAY = KeptAbsence(coordinator="K-1", first_day=ON)


@pytest.fixture
def cases(store: Store) -> Store:
    store.save_person(BJORN, who="anne")
    store.save_roster(roster("S-1", "S-2"), who="anne")
    return store


def test_an_absence_stands_until_it_is_taken_away(cases: Store) -> None:
    kept = cases.save_absence(AWAY, who="anne")
    longer = cases.save_absence(kept.model_copy(update={"last_day": date(2027, 2, 1)}), who="bjorn")
    assert cases.absences(who="anne") == (longer,)
    with pytest.raises(Stale, match="Bjørn Dahl endret dette"):
        cases.save_absence(kept, who="anne")
    cases.remove_absence(longer, who="anne")
    assert cases.absences(who="anne") == ()
    with pytest.raises(NotKept, match="Fravær"):
        cases.remove_absence(longer, who="anne")
    told = [line.what for line in cases.history(who="anne")]
    assert told.count(Happening.WROTE_ABSENCE) == 2
    assert told.count(Happening.REMOVED_ABSENCE) == 1
    assert cases.verify_history() == ()


def test_the_history_does_not_say_who_is_away(cases: Store) -> None:
    cases.save_absence(AWAY, who="anne")
    line = next(one for one in cases.history(who="anne") if one.what == Happening.WROTE_ABSENCE)
    assert line.about == "fravær 1"
    assert "K-1" not in line.model_dump_json()


def test_two_who_write_a_group_do_not_write_over_each_other(cases: Store) -> None:
    kept = cases.save_group(group(), who="anne")
    with pytest.raises(Stale, match="Anne Lie") as stale:
        cases.save_group(group(), who="bjorn")
    assert stale.value.theirs == kept
    more = kept.model_copy(update={"members": (*kept.members, Member(name="Ola Vik"))})
    changed = cases.save_group(more, who="bjorn")
    assert cases.groups(who="anne") == (changed,)
    assert cases.group_of("S-1", who="anne") == changed
    assert cases.group_of("S-2", who="anne") is None


def test_a_group_goes_with_its_case_and_the_history_still_verifies(cases: Store) -> None:
    cases.save_group(group(), who="anne")
    cases.save_group(group("S-2"), who="anne")
    cases.delete_case("S-1", ground=DeletionGround.MISTAKE, who="anne")
    assert [one.case for one in cases.groups(who="anne")] == ["S-2"]
    assert cases.verify_history() == ()


def test_a_group_is_not_set_up_before_there_is_consent() -> None:
    with pytest.raises(ValueError, match="samtykket må være notert"):
        Ansvarsgruppe(case="S-1", established_on=ON)
    with pytest.raises(ValueError, match="før samtykket ble gitt"):
        Ansvarsgruppe(case="S-1", established_on=ON, consent_on=date(2026, 12, 1))
    Ansvarsgruppe(case="S-1", members=(Member(name="Ola Vik"),))


def test_an_absence_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="slutter før"):
        KeptAbsence(coordinator="K-1", first_day=ON, last_day=date(2026, 11, 1))


def test_a_preference_goes_out_of_the_plan_with_its_case() -> None:
    made = roster("S-1", "S-2")
    preferred = tuple(Choice(case=id_, coordinator="K-2", reason=id_) for id_ in ("S-1", "S-2"))
    facts = plan(made).round.model_copy(update={"preferences": preferred})
    left = plan_without(plan(made).model_copy(update={"round": facts}), {"S-1"}, "slettet sak")
    assert left.round.preferences == preferred[1:]
    assert "S-1" not in left.to_json()
