"""A new municipality gets a profile of its own, by following docs/how-to-add-a-municipality.md."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomlkit

from matcher.domain.case import Case, Relation, ServiceInCase
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Employer, RelationKind, Role, Service, Subject
from matcher.exchange.round_folder import OpenedRound
from matcher.profiles.in_force import lines
from matcher.profiles.load import ProfileError, builtin, load, parse, text_of
from matcher.profiles.new import MARK, new_profile, to_settle
from matcher.profiles.profile import Profile
from matcher.services import RoundRequest, Services
from matcher.services.desk import lacks

GUIDE = (Path(__file__).parents[2] / "docs/how-to-add-a-municipality.md").read_text("utf-8")
ON = date(2026, 11, 23)


@pytest.mark.parametrize("of", builtin())
def test_a_new_profile_can_be_used_at_once_and_claims_no_document(of: str) -> None:
    profile = parse(new_profile(text_of(of), "Fjordby", ON))
    assert (profile.id, profile.title) == ("fjordby", "Fjordby")
    assert profile.words.municipality == "Fjordby kommune"
    assert {line.checked for _, _, line in lines(profile)} == {ON}
    assert not [key for key, _, line in lines(profile) if line.statements]
    assert profile.origin is None


@pytest.mark.parametrize("of", builtin())
def test_every_line_of_the_other_document_is_told_as_not_settled(of: str) -> None:
    told = {one.subject for one in to_settle(parse(new_profile(text_of(of), "Fjordby", ON)), ON)}
    stands_on_it = {key for key, _, line in lines(load(of)) if line.statements}
    assert stands_on_it
    assert stands_on_it <= told
    assert "document" in told


def test_what_stands_on_law_alone_is_settled() -> None:
    text = new_profile(text_of("farsund"), "Fjordby", ON)
    told = {one.subject for one in to_settle(parse(text), ON)}
    assert "rules.inhabil" not in told
    assert "gates.begrunnelse" not in told


@pytest.mark.parametrize("name", ["Farsund", "Ås", "", "  kommune"])
def test_a_name_that_is_taken_or_empty_is_refused(name: str) -> None:
    with pytest.raises(ProfileError, match="Kanskje"):
        new_profile(text_of("farsund"), name, ON)


def test_a_built_in_profile_has_nothing_left_but_the_law_that_is_due() -> None:
    for name in builtin():
        assert {one.code for one in to_settle(load(name), date(2026, 11, 21))} <= {"law.due"}


def test_lines_and_law_that_nobody_has_looked_at_for_a_year_are_told() -> None:
    told = to_settle(load("farsund"), date(2028, 1, 1))
    codes = {one.code for one in told}
    assert codes == {"law.due", "profile.old"}
    (old,) = (one for one in told if one.code == "profile.old")
    assert "21.11.2026" in old.message


def test_law_that_is_not_in_the_list_is_told() -> None:
    text = text_of("farsund").replace('law = "fvl. § 6"', 'law = "fvl. § 66"')
    (told,) = (one for one in to_settle(parse(text), ON) if one.code == "profile.law")
    assert (told.subject, "fvl. § 66" in told.message) == ("rules.inhabil", True)


# The sixth municipality


def fjordby() -> Profile:
    """Written by following the document: made from Lyngdal, with the example's lines put in."""
    assert "matcher profile new Fjordby --from lyngdal" in GUIDE
    document: Any = tomlkit.parse(new_profile(text_of("lyngdal"), "Fjordby", ON))
    for block in re.findall(r"^```toml\n(.*?)^```", GUIDE, re.M | re.S):
        for name, group in tomlkit.parse(block).items():
            if name == "words":
                document["words"] = group
                continue
            for key, line in group.items():
                kept = {k: v for k, v in document[name][key].items() if isinstance(v, dict)}
                document[name][key] = {**line, **kept}
    return parse(tomlkit.dumps(document), "fjordby.toml")


def test_the_examples_lines_are_no_longer_told_as_not_settled() -> None:
    told = {one.subject for one in to_settle(fjordby(), ON)}
    settled = {"rules.aktuelle_enheter", "rules.helse_og_omsorg", "gates.godkjent", "words"}
    assert not settled & told
    assert not [key for key, _, line in lines(fjordby()) if key in settled and MARK in line.source]


def person(id_: str, service: Service, **facts: Any) -> Coordinator:
    given = {
        "employer": Employer.MUNICIPALITY,
        "agreed_hours_per_month": 40,
        "agreed_date": ON,
        "training_date": date(2024, 2, 1),
        "position_percent": 80,
    }
    return Coordinator.model_validate({"id": id_, "service": service} | given | facts)


CHILD = Case(
    id="Barn",
    subject=Subject.CHILD,
    birth_month=date(2018, 5, 1),
    serious_condition=True,
    long_term_need=True,
    services=(ServiceInCase(service=Service.HABILITATION), ServiceInCase(service=Service.SCHOOL)),
)
GROWN = Case(
    id="Voksen",
    subject=Subject.ADULT,
    long_term_need=True,
    services=(
        ServiceInCase(service=Service.HABILITATION),
        ServiceInCase(service=Service.MENTAL_HEALTH, expected_end=date(2027, 2, 1)),
    ),
    relations=(Relation(coordinator="Pia", kind=RelationKind.KNOWS_FAMILY),),
)
ROSTER = Roster.of(
    ON,
    [CHILD, GROWN],
    [
        person("Berit", Service.SERVICE_OFFICE),
        person("Hanne", Service.HABILITATION),
        person("Hilde", Service.HABILITATION, position_percent=20),
        person("Pia", Service.MENTAL_HEALTH),
    ],
)


def test_the_barnekoordinator_is_central_and_the_others_work_in_the_services() -> None:
    plan = Services().run_round(RoundRequest(ROSTER, fjordby()))
    child, grown = plan.cases
    assert child.entitlement.role is Role.BARNEKOORDINATOR
    assert [one.coordinator for one in child.suggestions] == ["Berit"]
    assert grown.entitlement.role is Role.KOORDINATOR
    assert {one.coordinator for one in grown.refused} == {"Berit"}


def test_the_service_area_is_chosen_first_and_then_the_person() -> None:
    """Pia is known to the family and Hilde is hardly there, but Hilde is in the area that stays."""
    plan = Services().run_round(RoundRequest(ROSTER, fjordby()))
    (grown,) = (case for case in plan.cases if case.case == "Voksen")
    assert [one.coordinator for one in grown.suggestions] == ["Hanne", "Hilde", "Pia"]


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "koordinerende enhet og lederen i tjenesteområdet"),
        (("koordinerende enhet",), "lederen i tjenesteområdet"),
        (("koordinerende enhet", "lederen i tjenesteområdet"), None),
    ],
)
def test_both_steps_are_approved_before_it_is_final(
    given: tuple[str, ...], missing: str | None
) -> None:
    plan = Services().run_round(RoundRequest(ROSTER, fjordby()))
    approvals = tuple(Approval(by=by, person="Anne", on=ON) for by in given)
    decision = Decision(
        case="Voksen",
        outcome=Outcome.ACCEPTED,
        coordinator="Hanne",
        groundwork=Groundwork(approvals=approvals),
    )
    told = lacks(OpenedRound(plan, ROSTER, fjordby(), ""), decision, (), ON)
    found = [one.message for one in told if one.code == "gate.godkjent"]
    assert found == ([f"Godkjenning mangler fra {missing}."] if missing else [])


def test_every_line_that_the_document_asks_about_exists() -> None:
    asked = set(re.findall(r"`\[(\w+)", GUIDE))
    groups = {key.partition(".")[0] for key, _, _ in lines(load("farsund"))}
    assert asked == groups - {"profession_filter_forbidden"}
