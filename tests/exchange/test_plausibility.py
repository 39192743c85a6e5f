"""Facts that can't all be true are refused; unlikely ones are told."""

from typing import Any

import pytest

from tests.exchange.made_workbooks import errors, imported, warnings


def of_case(**facts: Any) -> tuple[list[str], list[str]]:
    """The codes of errors and warnings of a case with these facts."""
    return _codes(imported(Saker=[["Sak", *facts], ["S1", *facts.values()]]))


def of_coordinator(**facts: Any) -> tuple[list[str], list[str]]:
    return _codes(imported(Koordinatorer=[["Koordinator", *facts], ["K1", *facts.values()]]))


def of_service(**facts: Any) -> tuple[list[str], list[str]]:
    return _codes(imported(Tjenester=[["Sak", *facts], ["S1", *facts.values()]]))


def _codes(result: Any) -> tuple[list[str], list[str]]:
    told = [code for code, _ in warnings(result) if code != "accepted_without"]
    return [code for code, _ in errors(result)], told


def test_a_birth_in_the_future_is_refused_unless_the_child_is_unborn() -> None:
    assert of_case(Fødselsmåned="03.2027", Gjelder="barn") == (["birth_in_future"], [])
    assert of_case(Fødselsmåned="03.2027", Gjelder="ufødt") == ([], [])
    assert of_case(Fødselsmåned="03.2029", Gjelder="ufødt") == (["birth_in_future"], [])
    assert of_case(Fødselsmåned="03.2026", Gjelder="ufødt") == ([], ["birth_passed"])


@pytest.mark.parametrize(
    ("subject", "birth", "told"),
    [
        ("barn", "10.2008", ["age_and_subject"]),
        ("barn", "11.2008", []),
        ("voksen", "11.2008", []),
        ("voksen", "12.2008", ["age_and_subject"]),
        ("ungdom", "01.2008", []),
    ],
)
def test_child_and_adult_are_held_against_the_age_of_majority(
    subject: str, birth: str, told: list[str]
) -> None:
    assert of_case(Gjelder=subject, Fødselsmåned=birth) == ([], told)


def test_a_day_that_has_not_come_is_told() -> None:
    assert of_case(Mottatt="16.11.2026") == ([], ["date_in_future"])
    assert of_case(Mottatt="15.11.2026") == ([], [])


def test_a_transition_that_has_passed_is_told() -> None:
    assert of_case(**{"Overgang dato": "14.11.2026"}) == ([], ["date_passed"])
    assert of_case(**{"Overgang dato": "15.11.2026"}) == ([], [])


def test_hours_beyond_a_full_post_are_told() -> None:
    assert of_case(**{"Timer per måned": 201}) == ([], ["many_hours"])
    assert of_coordinator(**{"Avtalte timer per måned": 300}) == ([], ["many_hours"])


def test_an_area_beside_a_blocked_address_is_told() -> None:
    assert of_case(Adressesperre="fortrolig", Område="Nord") == ([], ["blocked_address_has_area"])
    assert of_case(Adressesperre="nei", Område="Nord") == ([], [])
    told = of_coordinator(Adressesperre="strengt fortrolig", Område="Nord")
    assert told == ([], ["blocked_address_has_area"])


def test_since_when_without_by_whom_is_told() -> None:
    assert of_case(**{"Koordinator siden": "01.01.2025"}) == ([], ["coordinator_absent"])


def test_a_service_that_ends_before_it_begins_is_refused() -> None:
    assert of_service(Tjeneste="rus", Fra="02.01.2027", **{"Forventet til": "01.01.2027"}) == (
        ["dates_reversed"],
        [],
    )


def test_a_service_that_has_ended_is_told() -> None:
    assert of_service(Tjeneste="rus", **{"Forventet til": "01.01.2026"}) == ([], ["date_passed"])


def test_a_phase_is_only_for_barnevern() -> None:
    assert of_service(Tjeneste="rus", Fase="tiltak") == ([], ["phase_without_barnevern"])
    assert of_service(Tjeneste="barnevern", Fase="tiltak") == ([], [])


def test_an_employment_that_ends_before_it_begins_is_refused() -> None:
    assert of_coordinator(**{"Ansatt fra": "02.01.2026", "Ansatt til": "01.01.2026"}) == (
        ["dates_reversed"],
        [],
    )


def test_more_bound_hours_than_agreed_are_told() -> None:
    told = of_coordinator(**{"Avtalte timer per måned": 5, "Bundne timer per måned": 6})
    assert told == ([], ["bound_more_than_agreed"])


def test_a_share_written_as_a_percentage_is_told() -> None:
    assert of_coordinator(Stillingsprosent=0.5) == ([], ["percent_or_share"])
    assert of_coordinator(Stillingsprosent=0) == ([], [])


def test_an_absence_that_ends_before_it_begins_is_refused() -> None:
    result = imported(Fravær=[["Koordinator", "Fra", "Til"], ["K1", "02.01.2027", "01.01.2027"]])
    assert errors(result) == [("dates_reversed", "Fravær!C2")]
