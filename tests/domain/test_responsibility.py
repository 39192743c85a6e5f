"""Who answers for a case, day by day: never a day without anybody once it had somebody."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from matcher.domain.responsibility import (
    Bearer,
    Stretch,
    Tenure,
    changes,
    holder,
    responsible,
    responsible_on,
    tenures,
)

ON = date(2026, 11, 1)
CASE = Case(id="S-1", current_coordinator="K-1", coordinator_since=date(2025, 1, 1))
NEW = Case(id="S-1")
YES = Groundwork(candidate_accepts=True)


def decided(day: date, who: str | None, **facts: object) -> Decided:
    """A final decision on a day, with the candidate's yes unless something else is said."""
    outcome = Outcome.OPEN if who is None else Outcome.ANOTHER
    values: dict[str, object] = {
        "case": "S-1",
        "outcome": outcome,
        "coordinator": who,
        "takes_over_from": "K-1",
        "groundwork": YES,
        "is_final": True,
    }
    decision = Decision.model_validate(values | facts)
    at = datetime.combine(day, time(12), UTC)
    return Decided(number=1, decision=decision, who="anne", at=at)


def told(stretches: tuple[Stretch, ...]) -> list[tuple[str, str | None, str | None]]:
    return [
        (f"{one.first_day:%d.%m}", f"{one.last_day:%d.%m}" if one.last_day else None, one.who)
        for one in stretches
    ]


def people(*coordinators: Coordinator) -> dict[str, Coordinator]:
    return {one.id: one for one in coordinators}


def away(id_: str, first: date, last: date | None) -> Coordinator:
    return Coordinator(id=id_, absences=(Absence(first_day=first, last_day=last),))


def test_the_old_ones_time_ends_the_day_before_the_new_one_starts() -> None:
    times = tenures(CASE, ON, [decided(date(2026, 11, 10), "K-2", starts_on=date(2026, 12, 1))])
    assert told(responsible(times, {})) == [("01.01", "30.11", "K-1"), ("01.12", None, "K-2")]
    assert changes(times, date(2026, 11, 30)) == 0
    assert changes(times, date(2026, 12, 1)) == 1


def test_a_time_whose_beginning_is_not_known_is_known_of_before_the_first_decision() -> None:
    case = Case(id="S-1", current_coordinator="K-1")
    times = tenures(case, ON, [decided(date(2026, 11, 10), "K-2", starts_on=date(2026, 12, 1))])
    assert told(responsible(times, {})) == [("09.11", "30.11", "K-1"), ("01.12", None, "K-2")]
    assert changes(times, date(2026, 12, 1)) == 1


def test_the_old_one_stays_until_the_new_one_has_said_yes() -> None:
    """Nobody lets go before another has taken over (S164)."""
    asked = decided(date(2026, 11, 10), "K-2", starts_on=date(2026, 12, 1), groundwork=Groundwork())
    assert [one.coordinator for one in tenures(CASE, ON, [asked])] == ["K-1"]
    yes = decided(date(2026, 12, 15), "K-2", starts_on=date(2026, 12, 1))
    times = tenures(CASE, ON, [asked, yes])
    assert told(responsible(times, {})) == [("01.01", "14.12", "K-1"), ("15.12", None, "K-2")]


def test_a_draft_changes_nothing() -> None:
    draft = decided(date(2026, 11, 10), "K-2", is_final=False)
    assert [one.coordinator for one in tenures(CASE, ON, [draft])] == ["K-1"]


def test_what_had_not_begun_is_set_aside_by_a_later_decision() -> None:
    first = decided(date(2026, 11, 10), "K-2", starts_on=date(2027, 1, 1))
    second = decided(date(2026, 11, 20), "K-3", starts_on=date(2026, 12, 1))
    times = tenures(CASE, ON, [first, second])
    assert [one.coordinator for one in times] == ["K-1", "K-3"]
    undone = decided(date(2026, 11, 20), None)
    assert [one.coordinator for one in tenures(CASE, ON, [first, undone])] == ["K-1"]


def test_a_stand_in_steps_in_on_the_day_the_absence_begins() -> None:
    """S036, S057, S141."""
    kept = decided(date(2026, 11, 10), "K-1", stand_in="K-9")
    times = tenures(CASE, ON, [kept])
    here = people(away("K-1", date(2027, 1, 4), date(2027, 3, 1)))
    assert told(responsible(times, here)) == [
        ("01.01", "03.01", "K-1"),
        ("04.01", "01.03", "K-9"),
        ("02.03", None, "K-1"),
    ]


def test_ke_answers_itself_where_the_stand_in_is_away_too_or_nobody_is_named() -> None:
    times = (Tenure(first_day=ON, coordinator="K-1", stand_in="K-2"),)
    here = people(
        away("K-1", date(2027, 1, 1), date(2027, 1, 31)),
        away("K-2", date(2027, 1, 10), date(2027, 1, 12)),
    )
    assert [one.bearer for one in responsible(times, here)] == [
        Bearer.COORDINATOR,
        Bearer.STAND_IN,
        Bearer.KE,
        Bearer.STAND_IN,
        Bearer.COORDINATOR,
    ]
    alone = (Tenure(first_day=ON, coordinator="K-1"),)
    assert responsible_on(responsible(alone, here), date(2027, 1, 15)) == Stretch(
        first_day=date(2027, 1, 1), last_day=date(2027, 1, 31), bearer=Bearer.KE, who=None
    )


def test_whoever_has_left_is_stood_in_for_until_somebody_takes_over() -> None:
    left = Coordinator(id="K-1", employed_to=date(2026, 12, 31))
    times = (Tenure(first_day=ON, coordinator="K-1", stand_in="Per Lund"),)
    last = responsible(times, people(left))[-1]
    assert (last.first_day, last.last_day, last.who) == (date(2027, 1, 1), None, "Per Lund")


def test_a_case_that_never_had_anybody_has_no_time() -> None:
    assert tenures(NEW, ON, []) == ()
    assert holder((), ON) is None
    assert responsible((), {}) == ()


DAYS = st.integers(0, 500).map(lambda n: ON + timedelta(days=n))
ABSENCES = st.lists(
    st.tuples(DAYS, st.none() | st.integers(0, 200)).map(
        lambda two: Absence(
            first_day=two[0], last_day=None if two[1] is None else two[0] + timedelta(days=two[1])
        )
    ),
    max_size=3,
)
PEOPLE = st.fixed_dictionaries(
    {
        id_: st.builds(
            Coordinator,
            id=st.just(id_),
            absences=ABSENCES.map(tuple),
            employed_to=st.none() | DAYS,
            employed_from=st.none() | DAYS,
        )
        for id_ in ("K-1", "K-2", "K-3")
    }
)
IDS = st.sampled_from(["K-1", "K-2", "K-3"])


@st.composite
def decisions(draw: st.DrawFn) -> list[Decided]:
    """Decisions in the order they were written, of every kind."""
    made = []
    for day in sorted(draw(st.lists(DAYS, max_size=6))):
        who = draw(st.none() | IDS)
        stand_in = draw(st.none() | IDS)
        made.append(
            decided(
                day,
                who,
                stand_in=stand_in if who and stand_in != who else None,
                starts_on=draw(st.none() | DAYS),
                groundwork=Groundwork(candidate_accepts=draw(st.sampled_from([True, False, None]))),
                is_final=draw(st.booleans()),
            )
        )
    return made


@pytest.mark.parametrize("case", [CASE, NEW], ids=["had one", "new"])
@given(made=decisions(), here=PEOPLE)
def test_never_a_day_without_anybody_and_never_two(
    case: Case, made: list[Decided], here: dict[str, Coordinator]
) -> None:
    if case is NEW:
        made = [
            one.model_copy(
                update={"decision": one.decision.model_copy(update={"takes_over_from": None})}
            )
            for one in made
        ]
    times = tenures(case, ON, made)
    stretches = responsible(times, here)
    assert bool(stretches) == bool(times)
    for before, after in pairwise(stretches):
        assert before.last_day is not None
        assert after.first_day == before.last_day + timedelta(days=1)
    if stretches:
        assert stretches[0].first_day == times[0].first_day
        assert stretches[-1].last_day is None
    if case is CASE:
        assert stretches[0].first_day <= ON


@given(made=decisions(), here=PEOPLE, day=DAYS)
def test_whoever_answers_is_there_on_the_day(
    made: list[Decided], here: dict[str, Coordinator], day: date
) -> None:
    one = responsible_on(responsible(tenures(CASE, ON, made), here), day)
    assert one is not None
    if one.who is None:
        assert one.bearer is Bearer.KE
        return
    person = here[one.who]
    assert not any(
        absence.first_day <= day and (absence.last_day is None or day <= absence.last_day)
        for absence in person.absences
    )
    assert person.employed_to is None or day <= person.employed_to
    assert person.employed_from is None or day >= person.employed_from
