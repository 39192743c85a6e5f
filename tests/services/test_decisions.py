"""A named person settles a case: nothing is final silently, and nobody's text is lost."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.case import Case
from matcher.domain.decision import Decision, Outcome
from matcher.domain.finding import Severity
from matcher.domain.groundwork import Groundwork
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.round_changes import FamilyHappening
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.services import NotInPlace, NotKept, RoundRequest, Services, Stale
from tests.services.made_rounds import DONE, ON, ROSTER, final, kept_round


def test_the_desk_begins_with_the_first_suggestion_and_says_what_it_lacks(
    services: Services,
) -> None:
    round_ = kept_round(services)
    desk = services.desk(round_, "S-1", who="anne", on=ON)
    first = desk.told.suggestions[0].coordinator
    assert (desk.draft.outcome, desk.draft.coordinator) == (Outcome.ACCEPTED, first)
    assert (desk.seen, desk.last, desk.coordinator, desk.changes) == (0, None, None, 0)
    codes = {found.code: found.severity for found in desk.lacks}
    assert codes == dict.fromkeys(
        ["gate.kandidat_spurt", "gate.faglig_vurdering", "gate.godkjent"], Severity.ERROR
    )
    assert services.desk(round_, "S-2", who="anne", on=ON).coordinator == "K-2"


def test_a_draft_is_kept_as_it_is_and_lies_on_the_desk_next_time(services: Services) -> None:
    round_ = kept_round(services)
    draft = Decision(
        case="S-1", outcome=Outcome.ANOTHER, coordinator="K-2", reason="Ikke ferdig tenkt."
    )
    services.settle(round_, draft, seen=0, who="anne", on=ON)
    desk = services.desk(round_, "S-1", who="bjorn", on=ON)
    assert (desk.seen, desk.draft.coordinator, desk.draft.reason) == (1, "K-2", draft.reason)
    assert desk.draft.round == round_.id
    assert services.tasks(who="anne") == ()


def test_a_final_decision_is_refused_with_all_that_is_missing_at_once(services: Services) -> None:
    round_ = kept_round(services)
    bare = final("S-1", "K-2", groundwork=Groundwork(), reason=None, stand_in="Per Lund")
    with pytest.raises(NotInPlace) as refused:
        services.settle(round_, bare, seen=0, who="anne", on=ON)
    assert [found.code for found in refused.value.findings] == [
        "gate.begrunnelse",
        "gate.kandidat_spurt",
        "gate.faglig_vurdering",
        "gate.godkjent",
    ]
    assert refused.value.findings == services.missing(round_, bare, who="anne", on=ON)
    assert services.decisions(who="anne") == ()


def test_a_final_decision_makes_its_tasks(services: Services) -> None:
    round_ = kept_round(services)
    settled = services.settle(round_, final(), seen=0, who="anne", on=ON)
    assert settled.decided.number == 1
    kinds = [task.kind for task in services.tasks(who="anne")]
    assert sorted(kinds) == sorted(task.kind for task in settled.tasks)
    assert "forste_mote" in kinds
    assert "overforing" not in kinds


def test_the_later_of_two_gets_both_texts_and_the_tasks_of_neither_twice(
    services: Services,
) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(reason="Bjørn skrev dette."), seen=0, who="bjorn", on=ON)
    count = len(services.tasks(who="anne"))
    with pytest.raises(Stale) as stale:
        services.settle(round_, final(reason="Anne skrev dette."), seen=0, who="anne", on=ON)
    assert isinstance(stale.value.theirs, Decision)
    assert isinstance(stale.value.yours, Decision)
    assert stale.value.theirs.reason == "Bjørn skrev dette."
    assert stale.value.yours.reason == "Anne skrev dette."
    assert len(services.tasks(who="anne")) == count


def test_a_rule_that_stops_is_found_also_where_the_round_told_of_nobody(
    services: Services,
) -> None:
    """The gates ask the rules anew: nothing hangs on what a large round left out."""
    away = ROSTER.coordinator_by_id["K-1"].model_copy(update={"employed_to": date(2026, 11, 1)})
    people = [away if one.id == "K-1" else one for one in ROSTER.coordinators]
    roster = ROSTER.of(ON, ROSTER.cases, people, ROSTER.units)
    round_ = kept_round(services, roster=roster)
    silent = [told.model_copy(update={"refused": ()}) for told in round_.plan.cases]
    quiet = type(round_)(
        round_.plan.model_copy(update={"cases": tuple(silent)}),
        roster,
        round_.profile,
        round_.profile_text,
        id=round_.id,
    )
    with pytest.raises(NotInPlace) as refused:
        services.settle(quiet, final(), seen=0, who="anne", on=ON)
    assert [found.code for found in refused.value.findings] == ["gate.fravik"]
    pair = services.pair(quiet, "S-1", "K-1", who="anne")
    rule = pair.broken_rules[0].id
    assert pair.may_be_set_aside == {rule} == {"ansatt_og_til_stede"}
    aside = final(overrides=[{"rule": rule, "reason": "Hun fortsetter som pensjonist."}])
    assert services.settle(quiet, aside, seen=0, who="anne", on=ON).decided.number == 1


def test_hours_beyond_what_is_agreed_ask_the_leader_anew(services: Services) -> None:
    busy = ROSTER.coordinator_by_id["K-1"].model_copy(update={"bound_hours_per_month": 17.5})
    people = [busy if one.id == "K-1" else one for one in ROSTER.coordinators]
    round_ = kept_round(services, roster=ROSTER.of(ON, ROSTER.cases, people, ROSTER.units))
    unasked = final(groundwork=DONE.model_copy(update={"hours_confirmed_on": None}))
    with pytest.raises(NotInPlace, match="1,5 timer i måneden mer enn avtalt"):
        services.settle(round_, unasked, seen=0, who="anne", on=ON)
    services.settle(round_, final(), seen=0, who="anne", on=ON)


def test_a_decision_says_who_had_the_case_before(services: Services) -> None:
    round_ = kept_round(services)
    change = final("S-2", "K-1", starts_on=date(2026, 12, 1))
    settled = services.settle(round_, change, seen=0, who="anne", on=ON)
    assert settled.decided.decision.takes_over_from == "K-2"
    assert {"overforing", "neste_mote"} <= {task.kind for task in settled.tasks}
    desk = services.desk(round_, "S-2", who="anne", on=date(2026, 12, 24))
    assert (desk.coordinator, desk.changes) == ("K-1", 1)


def test_an_absence_registered_since_the_roster_counts(services: Services) -> None:
    """S036, S141: a stand-in is never away at the same time."""
    round_ = kept_round(services, "as")
    stand_in = final(stand_in="K-2")
    assert services.missing(round_, stand_in, who="anne", on=ON) == ()
    for who in ("K-1", "K-2"):
        away = KeptAbsence(coordinator=who, first_day=date(2027, 1, 4))
        services.register_absence(away, who="anne")
    with pytest.raises(NotInPlace, match="Ola Vik er borte samtidig med Kari Nes"):
        services.settle(round_, stand_in, seen=0, who="anne", on=ON)


def test_an_unknown_case_or_coordinator_is_named(services: Services) -> None:
    round_ = kept_round(services)
    with pytest.raises(NotKept, match="S-9"):
        services.desk(round_, "S-9", who="anne", on=ON)
    with pytest.raises(NotInPlace, match="«K-9»"):
        services.settle(round_, final(who="K-9"), seen=0, who="anne", on=ON)
    with pytest.raises(NotKept, match="K-9"):
        services.pair(round_, "S-1", "K-9", who="anne")


def test_what_ke_locks_bans_or_prefers_is_in_the_next_round_and_the_change_is_told(
    services: Services,
) -> None:
    earlier = kept_round(services)
    chosen = {told.case: told.coordinator for told in earlier.plan.cases}
    ban = StandingChoice(
        kind=ChoiceKind.BAN, case="S-1", coordinator=str(chosen["S-1"]), reason="Nabo."
    )
    kept = services.choose(ban, who="anne")
    later = kept_round(services)
    told = services.changes_since(earlier.plan, later.plan)
    assert [(one.case, one.happening) for one in told.families if one.case == "S-1"] == [
        ("S-1", FamilyHappening.ANOTHER)
    ]
    assert [one.reason for one in told.added] == ["Nabo."]
    assert told.same_data
    services.withdraw(kept, who="anne", reason="Flyttet.")
    assert services.changes_since(earlier.plan, kept_round(services).plan).families == ()


def test_a_preferred_pair_has_more_fit_and_says_so(services: Services) -> None:
    before = kept_round(services)
    told = next(one for one in before.plan.cases if one.case == "S-1")
    other = next(one for one in told.suggestions if one.coordinator != told.coordinator)
    choice = StandingChoice(
        kind=ChoiceKind.PREFERENCE, case="S-1", coordinator=other.coordinator, reason="Kjent."
    )
    services.choose(choice, who="anne")
    after = kept_round(services)
    now = next(one for one in after.plan.cases if one.case == "S-1")
    preferred = next(one for one in now.suggestions if one.coordinator == other.coordinator)
    assert preferred.fit == min(100, other.fit + 10)
    note = next(one for one in preferred.warnings if one.code == "preferred")
    assert "Koordinerende enhet foretrekker dette valget: 10 poeng" in note.message
    assert note.message.endswith("Begrunnelse: Kjent.")
    again = services.run_round(services.request_of(after))
    assert again.to_json() == after.plan.to_json()


def test_a_choice_needs_a_reason(services: Services) -> None:
    kept_round(services)
    choice = StandingChoice(kind=ChoiceKind.LOCK, case="S-1", coordinator="K-1", reason=" ")
    with pytest.raises(NotInPlace, match="Skriv hvorfor S-1 og K-1 får lås"):
        services.choose(choice, who="anne")


def test_choices_for_somebody_who_has_left_do_not_stop_a_round(services: Services) -> None:
    kept_round(services)
    choice = StandingChoice(kind=ChoiceKind.LOCK, case="S-2", coordinator="K-1", reason="Kjent.")
    services.choose(choice, who="anne")
    without = ROSTER.of(ON, ROSTER.cases[:1], ROSTER.coordinators, ROSTER.units)
    request = RoundRequest(without, services.profile("farsund"))
    assert services.with_choices(request, who="anne").locks == ()
    assert [one.case for one in services.unused_choices(request, who="anne")] == ["S-2"]
    whole = RoundRequest(ROSTER, services.profile("farsund"))
    assert services.unused_choices(whole, who="anne") == ()


def test_a_choice_for_a_case_that_is_owed_nobody_does_not_stop_a_round(
    services: Services,
) -> None:
    kept_round(services)
    choice = StandingChoice(kind=ChoiceKind.BAN, case="S-1", coordinator="K-1", reason="Nabo.")
    services.choose(choice, who="anne")
    bare = ROSTER.of(ON, [Case(id="S-1"), ROSTER.cases[1]], ROSTER.coordinators, ROSTER.units)
    request = RoundRequest(bare, services.profile("farsund"))
    plan = services.run_round(services.with_choices(request, who="anne"))
    assert plan.round.bans == ()
    assert [one.case for one in services.unused_choices(request, who="anne")] == ["S-1"]


def test_what_is_decided_can_be_locked_in_the_next_round(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final("S-2", "K-1"), seen=0, who="anne", on=ON)
    request = RoundRequest(ROSTER, services.profile("farsund"), seed=7)
    locked = services.with_decisions(request, who="anne")
    assert [(lock.case, lock.coordinator) for lock in locked.locks] == [("S-2", "K-1")]
    assert str(locked.locks[0].reason).endswith(". Familien kjenner henne.")
    plan = services.run_round(locked)
    assert next(told.coordinator for told in plan.cases if told.case == "S-2") == "K-1"
    assert services.with_decisions(locked, who="anne").locks == locked.locks
