"""Whoever doesn't see all cases, gets nothing of another's through any service or export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from matcher.domain.actor import Actor
from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.roster import Roster
from matcher.domain.sight import OwnPart, Sight, SightOf, own_part
from matcher.domain.task import TaskOwner
from matcher.services import LetterKind, NotAllowed
from matcher.services.access import require
from matcher.services.rights import TABLE, Within
from tests.security.canaries import text_of
from tests.security.office import (
    AWAY,
    OTHERS,
    OWN,
    ROSTER,
    THEIR_WORDS,
    UNIT,
    WORKS,
    Office,
    an_office,
    new_task,
)
from tests.services.made_rounds import KARI, OLA, ON, SIV, UNITS, final


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(tmp_path_factory.mktemp("own")) as office:
        yield office


Asked = Callable[[Office, str], Any]
BY_CASE: dict[str, Asked] = {
    "desk": lambda o, c: o.own.desk(o.round, c, who="lise", on=ON),
    "pair": lambda o, c: o.own.pair(o.round, c, "K-3", who="lise"),
    "missing": lambda o, c: o.own.missing(o.round, final(c), who="lise", on=ON),
    "settle": lambda o, c: o.own.settle(
        o.round, final(c, stand_in=None),
        seen=len(o.whole.decisions_of(c, who="anne")), who="lise", on=ON,
    ),
    "decisions_of": lambda o, c: o.own.decisions_of(c, who="lise"),
    "choose": lambda o, c: o.own.choose(
        o.choice(c).model_copy(update={"reason": "Ny grunn"}), who="lise"
    ),
    "add_task": lambda o, c: o.own.add_task(new_task(c), who="lise"),
    "reschedule_task": lambda o, c: o.own.reschedule_task(o.task(c), ON, who="lise"),
    "reassign_task": lambda o, c: o.own.reassign_task(o.task(c), TaskOwner.KE, None, who="lise"),
    "finish_task": lambda o, c: o.own.finish_task(o.task(c), o.round.profile, who="lise", on=ON),
    "reopen_task": lambda o, c: o.own.reopen_task(o.task(c), who="lise"),
    "task": lambda o, c: o.own.task(o.task(c).id or 0, who="lise"),
    "task_calendar": lambda o, c: o.own.task_calendar((o.task(c),), o.round.roster, who="lise"),
    "task_workbook": lambda o, c: o.own.task_workbook((o.task(c),), o.round.roster, who="lise"),
    "case_sheet": lambda o, c: o.own.case_sheet(o.round, c, who="lise", on=ON),
    "responsibility": lambda o, c: o.own.responsibility(o.round, c, who="lise", on=ON),
    "group": lambda o, c: o.own.group(c, who="lise"),
    "save_group": lambda o, c: o.own.save_group(
        o.whole.group(c, who="anne") or Ansvarsgruppe(case=c), who="lise"
    ),
    "history_of": lambda o, c: o.own.history_of(c, who="lise"),
    "letter": lambda o, c: o.own.letter(
        o.round.plan, o.round.roster, o.round.profile, c, "nb", kind=LetterKind.COORDINATOR
    ),
    "withdraw": lambda o, c: o.own.withdraw(o.choice(c), who="lise"),
}  # fmt: skip
BY_COORDINATOR: dict[str, Asked] = {
    "covered": lambda o, k: o.own.covered(o.round, o.absence(k), who="lise", on=ON),
    "register_absence": lambda o, k: o.own.register_absence(
        KeptAbsence(coordinator=k, first_day=ON.replace(year=2027)), who="lise"
    ),
    "remove_absence": lambda o, k: o.own.remove_absence(o.absence(k), who="lise"),
}
LISTS: dict[str, Callable[[Office], Any]] = {
    "open_kept_round": lambda o: o.own.open_kept_round(o.round.id or 0, who="lise"),
    "decisions": lambda o: o.own.decisions(who="lise"),
    "choices": lambda o: o.own.choices(who="lise"),
    "changes_since": lambda o: o.own.changes_since(o.round.plan, o.round.plan),
    "tasks": lambda o: o.own.tasks(who="lise"),
    "overview": lambda o: o.own.overview(o.round, who="lise", on=ON),
    "alerts": lambda o: o.own.alerts(o.round, who="lise", on=ON),
    "absences": lambda o: o.own.absences(who="lise"),
    "coordinators": lambda o: o.own.coordinators(o.round),
}


def test_every_service_that_tells_of_cases_is_tried_here() -> None:
    tried = BY_CASE.keys() | BY_COORDINATOR.keys() | LISTS.keys() | {"blocked_place"}
    assert tried == {right.service for right in TABLE if right.within is Within.OWN_CASES}


@pytest.mark.parametrize("service", LISTS)
def test_a_list_holds_nothing_of_anothers_case(office: Office, service: str) -> None:
    text = text_of(LISTS[service](office))
    assert OTHERS not in text
    assert THEIR_WORDS not in text


def test_the_words_that_are_looked_for_are_there_for_whoever_sees_all(office: Office) -> None:
    assert office.round.id is not None
    everything = office.whole.open_kept_round(office.round.id, who="anne")
    sees_all = replace(office, own=office.whole, round=everything)
    told_to_all = {service: text_of(ask(sees_all)) for service, ask in LISTS.items()}
    quiet = {service for service, text in told_to_all.items() if OTHERS not in text}
    assert quiet == {"absences", "changes_since", "coordinators"}, "these name no case"
    assert THEIR_WORDS in told_to_all["open_kept_round"]
    assert OTHERS in text_of(BY_CASE["desk"](sees_all, OTHERS))


@pytest.mark.parametrize("service", ["overview", "tasks", "decisions", "choices"])
def test_a_list_still_holds_their_own(office: Office, service: str) -> None:
    assert OWN in text_of(LISTS[service](office))


@pytest.mark.parametrize("service", [*BY_CASE, *BY_COORDINATOR])
def test_anothers_case_is_refused_as_one_that_does_not_exist(office: Office, service: str) -> None:
    ask = BY_CASE.get(service) or BY_COORDINATOR[service]
    with pytest.raises(NotAllowed, match="ikke blant dem du ser") as refused:
        ask(office, OTHERS if service in BY_CASE else "K-2")
    assert OTHERS not in str(refused.value)


@pytest.mark.parametrize("service", [*BY_CASE, *BY_COORDINATOR])
def test_what_is_told_of_their_own_holds_nothing_of_anothers(office: Office, service: str) -> None:
    """The last ones change something, and so stand last in their tables."""
    ask = BY_CASE.get(service) or BY_COORDINATOR[service]
    text = text_of(ask(office, OWN if service in BY_CASE else "K-1"))
    assert OTHERS not in text
    assert THEIR_WORDS not in text


def test_what_cannot_be_done_without_every_case_is_closed_and_not_offered(office: Office) -> None:
    for right in TABLE:
        if right.within is Within.CLOSED and right.roles & WORKS:
            assert not office.own.may(right.service)
            with pytest.raises(NotAllowed, match="bare dine egne saker"):
                require(office.own.actor, right.service)


def test_a_round_of_their_own_making_opens_nothing(office: Office) -> None:
    """A round that isn't kept, or names another's case as theirs, is worth nothing."""
    forged = replace(office.round, id=None)
    with pytest.raises(NotAllowed):
        office.own.overview(forged, who="lise", on=ON)
    theirs = ROSTER.case_by_id[OTHERS].model_copy(update={"current_coordinator": "K-1"})
    changed = Roster.of(ON, [theirs], ROSTER.coordinators, ROSTER.units)
    with pytest.raises(NotAllowed):
        office.own.desk(replace(office.round, roster=changed), OTHERS, who="lise", on=ON)


def test_hours_are_counted_with_everybodys_cases(office: Office) -> None:
    """What a decision lacks is the same whether all cases are seen or some."""
    chosen = final(OWN, "K-2", stand_in=None)
    assert office.round.id is not None
    whole = office.whole.open_kept_round(office.round.id, who="anne")
    seen_by_all = office.whole.missing(whole, chosen, who="anne", on=ON)
    assert office.own.missing(office.round, chosen, who="lise", on=ON) == seen_by_all


def test_a_letter_is_the_same_whoever_sees_the_rest_of_the_round(office: Office) -> None:
    assert office.round.id is not None
    whole = office.whole.open_kept_round(office.round.id, who="anne")
    for kind in (LetterKind.FAMILY, LetterKind.COORDINATOR, LetterKind.LEADER):
        there = office.whole.letter(
            whole.plan, whole.roster, whole.profile, OWN, "nb", kind=kind
        ).text
        here = office.own.letter(
            office.round.plan, office.round.roster, office.round.profile, OWN, "nb", kind=kind
        ).text
        assert here == there


def test_without_sight_of_anything_no_case_is_seen_whatever_the_role(office: Office) -> None:
    nothing = office.whole.acting_as(Actor(person="lise", name="Lise", roles=WORKS))
    assert nothing.tasks(who="lise") == ()
    assert nothing.decisions(who="lise") == ()
    with pytest.raises(NotAllowed):
        nothing.decisions_of(OWN, who="lise")


def test_a_unit_has_the_cases_it_answers_for_takes_over_or_is_contact_in() -> None:
    part = own_part([UNIT], ROSTER, ())
    assert part == OwnPart(
        cases=frozenset({OWN}),
        coordinators=frozenset({"K-1", "K-3"}),
        units=frozenset({"Helsestasjonen"}),
    )
    own = Sight(of=SightOf.COORDINATOR, which="K-2")
    assert own_part([own], ROSTER, ()).cases == {OTHERS}


def test_an_employee_with_a_blocked_address_gives_no_unit_sight_of_their_cases() -> None:
    """Else the list of a unit's cases would tell where they work."""
    hidden = OLA.model_copy(update={"address_block": "fortrolig"})
    roster = Roster.of(ON, ROSTER.cases, [KARI, hidden, SIV, AWAY], UNITS)
    unit = Sight(of=SightOf.UNIT, which="Psykisk helse")
    assert own_part([unit], roster, ()) == OwnPart(units=frozenset({"Psykisk helse"}))


def test_a_sight_says_which_unit_or_coordinator_and_only_then() -> None:
    for of, which in ((SightOf.UNIT, ""), (SightOf.ALL, "K-1"), (SightOf.COORDINATOR, " ")):
        with pytest.raises(ValueError, match="sier hvilken"):
            Sight(of=of, which=which)
