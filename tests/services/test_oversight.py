"""KE sees everybody with a coordinator, who answers when one is away, and what is ahead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.domain.ansvarsgruppe import Ansvarsgruppe, Member
from matcher.domain.history import DeletionGround
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.responsibility import Bearer
from matcher.domain.vocabulary import Role
from matcher.services import NotKept, Services, Wanted
from tests.services.made_rounds import BEFORE, ON, final, kept_round

START = date(2026, 12, 1)
AWAY = KeptAbsence(coordinator="K-1", first_day=date(2027, 1, 4), last_day=date(2027, 2, 28))


def test_the_overview_has_every_case_with_coordinator_plan_and_group(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(starts_on=ON), seen=0, who="anne", on=ON)
    group = Ansvarsgruppe(
        case="S-1", consent_on=BEFORE, established_on=ON, members=(Member(name="Kari Nes"),)
    )
    kept = services.save_group(group, who="anne")
    told = services.overview(round_, who="anne", on=ON)
    first, second = told.cases
    assert (first.coordinator, first.stand_in, first.since) == ("K-1", "K-3", ON)
    assert (first.is_decided, second.is_decided) == (True, False)
    assert (first.group, second.group) == (kept, None)
    assert second.coordinator == "K-2"
    assert first.open_tasks == len(services.tasks(Wanted(case="S-1"), who="anne"))
    assert (told.with_coordinator, told.with_plan, told.with_group) == (2, 2, 1)
    assert first.role is not Role.NONE
    assert told.owed_and_without == 0


def test_the_first_day_somebody_had_a_case_is_told_only_where_it_is_known(
    services: Services,
) -> None:
    round_ = kept_round(services)
    first, second = services.overview(round_, who="anne", on=ON).cases
    assert (first.first_had, second.first_had) == (None, None)
    services.settle(round_, final(starts_on=START), seen=0, who="anne", on=ON)
    first, second = services.overview(round_, who="anne", on=ON).cases
    assert (first.first_had, second.first_had) == (START, None)
    assert second.coordinator == "K-2"


def test_a_load_is_what_somebody_has_today_beside_what_is_agreed(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(starts_on=ON), seen=0, who="anne", on=ON)
    told = services.overview(round_, who="anne", on=ON)
    loads = {line.name: line for line in told.coordinators}
    assert (loads["K-1"].cases, loads["K-1"].hours, loads["K-1"].free_hours) == (1, 4.0, 16.0)
    assert (loads["K-3"].cases, loads["K-3"].hours) == (0, 0.0)
    units = {line.name: line for line in told.units}
    assert (units["Helsestasjonen"].cases, units["Helsestasjonen"].agreed_hours) == (1, 40.0)


def test_a_registered_absence_puts_the_stand_in_in_from_that_day(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(starts_on=START), seen=0, who="anne", on=ON)
    later = date(2026, 12, 15)
    (before,) = services.covered(round_, AWAY, who="anne", on=later)
    kept = services.register_absence(AWAY, who="anne")
    stretches = services.responsibility(round_, "S-1", who="anne", on=later)
    assert [(one.first_day, one.bearer, one.who) for one in stretches] == [
        (START, Bearer.COORDINATOR, "K-1"),
        (AWAY.first_day, Bearer.STAND_IN, "K-3"),
        (date(2027, 3, 1), Bearer.COORDINATOR, "K-1"),
    ]
    assert before.stretch == stretches[1]
    services.remove_absence(kept, who="anne")
    assert len(services.responsibility(round_, "S-1", who="anne", on=later)) == 1
    assert services.absences(who="anne") == ()


def test_a_stand_in_who_is_away_too_is_told_ahead_and_ke_answers(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(starts_on=ON), seen=0, who="anne", on=ON)
    services.register_absence(AWAY, who="anne")
    also = AWAY.model_copy(update={"coordinator": "K-3"})
    services.register_absence(also, who="anne")
    near = AWAY.first_day - timedelta(days=30)
    told = [one for one in services.alerts(round_, who="anne", on=near) if one.case == "S-1"]
    alert = next(one for one in told if one.kind == "stedfortreder")
    assert alert.day == AWAY.first_day
    assert "ingen står inn" in alert.message
    early = services.alerts(round_, who="anne", on=near - timedelta(days=1))
    assert not [one for one in early if (one.kind, one.case) == ("stedfortreder", "S-1")]


def test_until_something_is_decided_the_profiles_stand_in_stands_in(services: Services) -> None:
    round_ = kept_round(services)
    line = next(
        one for one in services.overview(round_, who="anne", on=ON).cases if one.case == "S-2"
    )
    assert line.stand_in == "Per Lund"


def test_tasks_that_are_late_or_due_soon_stand_first(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(starts_on=ON), seen=0, who="anne", on=ON)
    due = services.overview(round_, who="anne", on=ON).due
    days = [task.due for task in due if task.due]
    assert days == sorted(days)
    assert days[-1] <= ON + timedelta(days=14)
    a_year_on = services.overview(round_, who="anne", on=ON + timedelta(days=400))
    assert len(a_year_on.due) > len(due)
    assert a_year_on.cases[0].overdue_tasks > 0


def test_what_is_not_in_the_round_is_not_kept(services: Services) -> None:
    round_ = kept_round(services)
    with pytest.raises(NotKept, match="S-9"):
        services.responsibility(round_, "S-9", who="anne", on=ON)


def test_a_case_is_due_for_deletion_so_long_after_its_last_use_and_reading_is_no_use(
    services: Services,
) -> None:
    round_ = kept_round(services)
    used = {line.case: line for line in services.due_for_deletion(round_, who="anne", on=date.max)}
    assert set(used) == {"S-1", "S-2"}
    due = used["S-1"].due
    assert due.year - used["S-1"].last_used.year == 3
    services.decisions_of("S-1", who="anne")
    assert services.due_for_deletion(round_, who="anne", on=due - timedelta(days=1)) == ()
    assert [one.case for one in services.due_for_deletion(round_, who="anne", on=due)] == [
        "S-1",
        "S-2",
    ]
    services.delete_case("S-1", ground=DeletionGround.KEPT_LONG_ENOUGH, who="anne")
    left = services.due_for_deletion(round_, who="anne", on=due)
    assert [one.case for one in left] == ["S-2"]
    assert services.verify_history() == ()
