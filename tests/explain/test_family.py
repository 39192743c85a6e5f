"""What a family may be told: by hand on small cases, and by property on made-up ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.case import Case, Relation, ServiceInCase, Wish
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import (
    AddressBlock,
    BarnevernPhase,
    Employer,
    RelationKind,
    Role,
    Service,
    WishAbout,
)
from matcher.explain import own_facts as gate
from matcher.explain.family import (
    TELLABLE_RULES,
    FamilyExplanation,
    Heard,
    Tie,
    family_explanation,
)
from matcher.explain.own_facts import PUBLIC, OwnFacts, own_facts, public
from matcher.profiles.line import Unknown
from matcher.profiles.load import load
from matcher.profiles.profile import Profile
from matcher.rules.evaluate import evaluate
from tests.explain.rounds import plan, roster
from tests.strategies import ON, cases, coordinators

FARSUND, LYNGDAL = load("farsund"), load("lyngdal")
NURSE = Coordinator(
    id="K-1",
    name="Nina Nilsen",
    service=Service.HEALTH_STATION,
    unit="Helsestasjonen på Torget",
    employer=Employer.MUNICIPALITY,
    languages=("norsk", "arabisk"),
    gender="kvinne",
)
TEACHER = Coordinator(id="K-2", name="Lars Lund", service=Service.SCHOOL)


def wish(about: WishAbout, value: str, order: int | None = None, *, wanted: bool = True) -> Wish:
    return Wish(wanted=wanted, about=about, value=value, order=order)


def told(
    *wishes: Wish,
    case: Case | None = None,
    suggested: Coordinator | None = NURSE,
    named: tuple[Coordinator, ...] = (NURSE, TEACHER),
    profile: Profile = FARSUND,
) -> FamilyExplanation:
    base = case or Case(id="S-1")
    facts = OwnFacts(
        on=ON,
        case=base.model_copy(update={"wishes": (*base.wishes, *wishes)}),
        role=Role.KOORDINATOR,
        coordinator=suggested,
        named=named,
    )
    return family_explanation(facts, profile)


def heard(*wishes: Wish, **rest: Any) -> list[tuple[str, Heard, str | None]]:
    answers = told(*wishes, **rest).wishes
    return [(answer.value, answer.heard, answer.rule) for answer in answers]


# -- how a wish was heard -------------------------------------------------------------------------


def test_a_wish_for_the_suggested_person_is_met_and_the_others_were_not_needed() -> None:
    assert heard(wish(WishAbout.COORDINATOR, "K-1", 1), wish(WishAbout.COORDINATOR, "K-2", 2)) == [
        ("Nina Nilsen", Heard.MET, None),
        ("Lars Lund", Heard.NOT_NEEDED, None),
    ]


def test_a_first_choice_that_was_not_met_is_not_called_unneeded() -> None:
    assert heard(wish(WishAbout.COORDINATOR, "K-2", 1), wish(WishAbout.COORDINATOR, "K-1", 2)) == [
        ("Lars Lund", Heard.NOT_AVAILABLE, None),
        ("Nina Nilsen", Heard.MET, None),
    ]


def test_a_person_whom_a_rule_about_the_service_stops_is_told_with_that_rule() -> None:
    wished = wish(WishAbout.COORDINATOR, "K-2")
    assert heard(wished, profile=LYNGDAL) == [("Lars Lund", Heard.MAY_NOT, "helse_og_omsorg")]


def test_barnevern_in_undersokelse_is_told_also_for_a_wished_service() -> None:
    """S115."""
    case = Case(
        id="S-1",
        services=(ServiceInCase(service=Service.BARNEVERN, phase=BarnevernPhase.UNDERSOKELSE),),
    )
    assert heard(wish(WishAbout.SERVICE, " Barnevern "), case=case) == [
        ("Barnevern", Heard.MAY_NOT, "barnevern_undersokelse")
    ]


def test_a_rule_that_only_lacks_a_fact_is_not_told_as_a_reason() -> None:
    """A wished service has no employer; a profile that refuses unknowns doesn't make it one."""
    line = LYNGDAL.rules.helse_og_omsorg.model_copy(update={"unknown": Unknown.REFUSE})
    rules = LYNGDAL.rules.model_copy(update={"helse_og_omsorg": line})
    strict = LYNGDAL.model_copy(update={"rules": rules})
    wished = wish(WishAbout.SERVICE, "psykisk helse")
    assert heard(wished, profile=strict) == [("psykisk helse", Heard.NOT_AVAILABLE, None)]


@pytest.mark.parametrize(
    "secret",
    [
        {"absences": (Absence(first_day=ON),)},
        {"employed_to": ON},
        {"agreed_hours_per_month": 0.0},
        {"training_date": None},
        {"position_percent": 5.0},
    ],
)
@pytest.mark.parametrize("profile", ["as", "farsund", "rakkestad"])
def test_absence_employment_hours_and_training_are_told_as_not_available(
    secret: dict[str, object], profile: str
) -> None:
    """Whatever keeps the wished person away, the family hears the same."""
    away = NURSE.model_copy(update={"id": "K-3", "name": "Per", **secret})
    wished = wish(WishAbout.COORDINATOR, "K-3")
    assert heard(wished, named=(away,), profile=load(profile)) == [
        ("Per", Heard.NOT_AVAILABLE, None)
    ]


def test_that_somebody_declined_or_was_unwanted_by_another_in_the_family_is_not_told() -> None:
    case = Case(
        id="S-1",
        relations=(Relation(coordinator="K-2", kind=RelationKind.HAS_DECLINED),),
        wishes=(wish(WishAbout.COORDINATOR, "K-2", wanted=False),),
    )
    first, against = heard(wish(WishAbout.COORDINATOR, "K-2"), case=case)
    assert first == ("Lars Lund", Heard.NOT_AVAILABLE, None)
    assert against == ("Lars Lund", Heard.MET, None)


def test_kin_may_not_have_the_role_and_that_is_told() -> None:
    """Fvl. § 6; it stands on the family's own rows."""
    case = Case(id="S-1", relations=(Relation(coordinator="K-2", kind=RelationKind.KIN),))
    wished = wish(WishAbout.COORDINATOR, "K-2")
    assert heard(wished, case=case) == [("Lars Lund", Heard.MAY_NOT, "inhabil")]


def test_a_language_nobody_has_noted_is_not_known_rather_than_not_met() -> None:
    mute = NURSE.model_copy(update={"languages": ()})
    wished = wish(WishAbout.LANGUAGE, "arabisk")
    assert heard(wished) == [("arabisk", Heard.MET, None)]
    assert heard(wished, suggested=mute) == [("arabisk", Heard.NOT_KNOWN, None)]
    assert heard(wish(WishAbout.LANGUAGE, "somali")) == [("somali", Heard.NOT_AVAILABLE, None)]


def test_a_wish_against_the_suggested_is_owned_up_to() -> None:
    against = wish(WishAbout.GENDER, "kvinne", wanted=False)
    assert heard(against) == [("kvinne", Heard.STILL_SUGGESTED, None)]
    assert heard(against, suggested=None) == []


def test_the_same_wish_from_two_in_the_family_is_told_once() -> None:
    assert len(heard(wish(WishAbout.GENDER, "Kvinne"), wish(WishAbout.GENDER, "kvinne "))) == 1


def test_a_wished_person_who_is_not_in_the_list_is_told_by_what_was_written() -> None:
    assert heard(wish(WishAbout.COORDINATOR, "Tante Gro")) == [
        ("Tante Gro", Heard.NOT_AVAILABLE, None)
    ]


# -- who, and what was weighed --------------------------------------------------------------------


def test_what_binds_the_family_and_the_coordinator_is_told_from_the_familys_own_rows() -> None:
    case = Case(
        id="S-1",
        current_coordinator="K-1",
        services=(ServiceInCase(service=Service.HEALTH_STATION, contact="K-1"),),
        relations=(Relation(coordinator="K-1", kind=RelationKind.KNOWS_FAMILY),),
    )
    assert told(case=case).ties == (
        Tie.CURRENT,
        Tie.KNOWS_FAMILY,
        Tie.CONTACT,
        Tie.SERVICE_IN_CASE,
    )
    assert not told(case=case).is_change
    assert told(case=case, suggested=TEACHER).is_change


@pytest.mark.parametrize("blocked", ["case", "coordinator"])
def test_a_blocked_address_hides_unit_area_and_arenas(blocked: str) -> None:
    """Normen, faktaark 55: of the family or of the employee."""
    block = {"address_block": AddressBlock.STRICTLY_CONFIDENTIAL}
    case = Case(id="S-1", area="Torget", arenas=("hjem", "skole"))
    open_ = told(case=case)
    assert open_.coordinator is not None
    assert open_.coordinator.unit == NURSE.unit
    assert {"omrade", "arenadekning"} <= set(open_.weighed)
    if blocked == "case":
        hidden = told(case=case.model_copy(update=block))
    else:
        hidden = told(case=case, suggested=NURSE.model_copy(update=block))
    assert hidden.coordinator is not None
    assert hidden.coordinator.unit is None
    assert not {"omrade", "arenadekning"} & set(hidden.weighed)
    assert "Torget" not in hidden.model_dump_json()


def test_only_what_concerns_the_case_is_said_to_be_weighed() -> None:
    assert told().weighed == ("kontinuitet", "kjennskap", "stabilitet", "kompetanse")


# -- by property ----------------------------------------------------------------------------------

IDS = ("K-01", "K-02", "K-03")


@given(cases("S-01", IDS), coordinators("K-01"), st.sampled_from(Role))
@settings(max_examples=60)
def test_no_private_fact_of_an_employee_gets_through(
    case: Case, coordinator: Coordinator, role: Role
) -> None:
    passed = public(coordinator)
    private = set(Coordinator.model_fields) - set(PUBLIC)
    assert passed.model_fields_set == set(PUBLIC)
    assert all(
        getattr(passed, name) == Coordinator(id="-").__getattribute__(name) for name in private
    )
    facts = OwnFacts(on=ON, case=case, role=role, coordinator=passed, named=(passed,))
    full = facts.model_copy(update={"coordinator": coordinator, "named": (coordinator,)})
    assert family_explanation(facts, FARSUND) == family_explanation(full, FARSUND)


@given(cases("S-01", IDS), coordinators("K-01"), st.sampled_from(["as", "farsund", "lyngdal"]))
@settings(max_examples=60)
def test_a_rule_that_is_told_is_one_that_stops_the_pair_in_the_round(
    case: Case, coordinator: Coordinator, name: str
) -> None:
    profile = load(name)
    suggested = NURSE.model_copy(update={"id": "K-99"})
    facts = OwnFacts(
        on=ON, case=case, role=Role.KOORDINATOR, coordinator=suggested, named=(public(coordinator),)
    )
    pair = Pairs(ON, (case,), (Role.KOORDINATOR,), (coordinator,), {})
    refused = evaluate(pair, profile).refused
    for answer in family_explanation(facts, profile).wishes:
        if answer.about is WishAbout.COORDINATOR and answer.rule is not None:
            wished = answer.value in (coordinator.name, coordinator.id)
            assert not wished or (answer.rule in TELLABLE_RULES and refused[answer.rule][0, 0])


def test_the_facts_of_a_case_leave_everybody_else_out() -> None:
    for row in plan().cases:
        text = own_facts(row, roster(), row.coordinator).model_dump_json()
        named = {w.value for w in roster().case_by_id[row.case].wishes}
        others = {case.id for case in roster().cases} - {row.case}
        assert not any(f'"{other}"' in text for other in others)
        for coordinator in roster().coordinators:
            if coordinator.id not in (row.coordinator, *named):
                assert coordinator.name is None or coordinator.name not in text


def test_a_planted_hole_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(row for row in plan().cases if row.coordinator)
    before = own_facts(row, roster(), row.coordinator)
    monkeypatch.setattr(gate, "public", lambda coordinator: coordinator)
    assert own_facts(row, roster(), row.coordinator) != before
