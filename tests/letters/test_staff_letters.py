"""The letters to the coordinator and the leader, and the agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from matcher.domain.case import ServiceInCase
from matcher.domain.vocabulary import (
    AddressBlock,
    Consent,
    IndividualPlan,
    Service,
    Transition,
)
from matcher.letters import DecidedBy, coordinator_letter, leader_letter, meeting_agenda
from matcher.letters.document import Kind
from matcher.letters.letter import Letter
from matcher.profiles.load import builtin, load
from tests.letters.made_round import CASE, ON, made

DECIDED = DecidedBy(by="Kari Kommune", on=date(2026, 12, 1))


def test_the_coordinator_is_told_time_meetings_stand_in_transition_plan_and_consent() -> None:
    case = CASE.model_copy(
        update={
            "meetings_per_year": 4,
            "next_transition": Transition.KINDERGARTEN_TO_SCHOOL,
            "transition_date": date(2027, 8, 1),
            "individual_plan": IndividualPlan.GRANTED,
        }
    )
    text = coordinator_letter(*made(case), "nb").text
    for part in (
        "Vi foreslår at du blir barnekoordinator i sak S-501.",
        "anslått til 6,5 timer i måneden. Tallet er et anslag, ikke en norm.",
        "Møter i ansvarsgruppa: 4 i året.",
        "Stedfortreder: Liv Leder.",
        "Neste overgang: fra barnehage til skole, 1. august 2027.",
        "Individuell plan: innvilget.",
        "Samtykket er delvis. Det gjelder disse: PPT og barnehagen.",
    ):
        assert part in text


def test_without_a_number_of_meetings_the_profiles_usual_number_is_told() -> None:
    """S148."""
    profile = load("as")
    text = coordinator_letter(*made(profile=profile), "nb").text
    assert f"vanligvis {profile.workload.usual_meetings_per_year} i året" in text


def test_given_hours_are_not_called_an_estimate() -> None:
    text = coordinator_letter(*made(workload_is_estimate=False), "nb").text
    assert "Tid til saken: 6,5 timer i måneden." in text
    assert "anslag" not in text


def test_the_start_is_a_checklist() -> None:
    for profile in builtin():
        blocks = coordinator_letter(*made(profile=load(profile)), "nb").document.blocks
        (checklist,) = (block for block in blocks if block.kind is Kind.CHECKLIST)
        assert len(checklist.items) >= 4


def test_who_takes_over_a_case_is_told_to_receive_it_before_the_other_lets_go() -> None:
    """S164."""
    text = coordinator_letter(*made(CASE.model_copy(update={"current_coordinator": "K-72"})), "nb")
    assert "Ta imot den før den andre slipper" in text.text
    assert "Ta imot den" not in coordinator_letter(*made(), "nb").text


def test_the_leader_is_told_who_and_that_they_stand_in() -> None:
    text = leader_letter(*made(), "nb").text
    assert "Til: Liv Leder" in text
    assert "Vi foreslår at Nina Nilsen blir barnekoordinator i sak S-501." in text
    assert "Du er stedfortreder i saken." in text
    assert "Du er stedfortreder" not in leader_letter(*made(stand_in="Vilde Vikar"), "nb").text


def test_a_leader_who_is_the_coordinator_is_not_written_to_as_the_leader() -> None:
    text = leader_letter(*made(leader_id="K-71"), "nb").text
    assert "Til: Nærmeste leder" in text
    assert "Du er stedfortreder" not in text


def test_a_decided_letter_is_no_suggestion_and_knows_the_decided_stand_in() -> None:
    other = DECIDED.model_copy(update={"coordinator": "K-72"})
    assert "Stedfortreder er ikke avklart." in coordinator_letter(*made(), "nb", decided=other).text
    named = other.model_copy(update={"stand_in": "K-71"})
    text = coordinator_letter(*made(), "nb", decided=named).text
    assert "Stedfortreder: Nina Nilsen." in text
    assert "Du er barnekoordinator i sak S-501." in text
    assert "Vi foreslår" not in text


def test_the_agenda_is_marked_as_a_suggestion_until_it_is_decided() -> None:
    decided = DecidedBy(by="Anne Ås", on=ON)
    assert "forslag" in meeting_agenda(*made(), "nb").text
    assert "forslag" not in meeting_agenda(*made(), "nb", decided=decided).text


@pytest.mark.parametrize("kind", [coordinator_letter, leader_letter, meeting_agenda])
def test_with_a_blocked_address_staff_letters_locate_nobody_either(
    kind: Callable[..., Letter],
) -> None:
    blocked = CASE.model_copy(update={"address_block": AddressBlock.CONFIDENTIAL})
    text = kind(*made(blocked), "nb").text
    assert "Torget" not in text


def test_the_agenda_of_farsund_has_the_seven_items() -> None:
    """S110."""
    blocks = meeting_agenda(*made(), "nb").document.blocks
    (items,) = (block.items for block in blocks if block.kind is Kind.NUMBERED)
    assert len(items) == 7


@pytest.mark.parametrize(
    ("profile", "told"),
    [("farsund", "Møteleder: Nina Nilsen."), ("as", "Møteleder og referent avtales på møtet.")],
)
def test_the_agenda_says_who_chairs(profile: str, told: str) -> None:
    """S095, S181; in Ås it is agreed each time (S137)."""
    assert told in meeting_agenda(*made(profile=load(profile)), "nb").text


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", [coordinator_letter, leader_letter, meeting_agenda])
def test_each_can_be_printed_in_each_language(kind: Callable[..., Letter], language: str) -> None:
    assert kind(*made(), language).pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("consent", "scope", "listed"),
    [
        (Consent.GIVEN, (), ["PPT, til 30. juni 2027.", "Barnehagen, kontakt: Lars Lund."]),
        (Consent.PARTIAL, (Service.PPT,), ["PPT, til 30. juni 2027."]),
        (Consent.REFUSED, (), []),
        (None, (), []),
    ],
)
def test_the_coordinator_gets_a_list_of_the_services_as_far_as_consent_reaches(
    consent: Consent | None, scope: tuple[Service, ...], listed: list[str]
) -> None:
    """S094 and S180; without consent nothing is told (S011), and what has ended is left out."""
    services = (
        ServiceInCase(service=Service.PPT, expected_end=date(2027, 6, 30)),
        ServiceInCase(service=Service.KINDERGARTEN, contact="K-72"),
        ServiceInCase(service=Service.NAV, expected_end=date(2026, 1, 1)),
    )
    update = {"consent": consent, "consent_scope": scope, "services": services}
    letter = coordinator_letter(*made(case=CASE.model_copy(update=update)), "nb")
    headings = [block.text for block in letter.document.blocks if block.kind is Kind.HEADING]
    assert ("Tjenestene i saken" in headings) is bool(listed)
    items = [item for block in letter.document.blocks for item in block.items]
    both = {"PPT, til 30. juni 2027.", "Barnehagen, kontakt: Lars Lund."}
    assert both & set(items) == set(listed)
    assert (f"Antall tjenester: {len(listed)}." in letter.text) is bool(listed)
