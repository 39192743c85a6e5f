"""Hol. § 7-2 a: a child with a serious condition and a long-term need of both kinds of services."""

from datetime import date
from typing import Any

import pytest

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.vocabulary import Service, Subject
from matcher.entitlement.barnekoordinator import barnekoordinator
from matcher.entitlement.condition import Answer
from matcher.profiles.load import load

PROFILE = load("lyngdal")
ON = date(2026, 11, 21)


def asked(**facts: Any) -> Answer:
    """The answer for a seven-year-old with habilitering and school, with other facts as named."""
    case = Case.model_validate(
        {
            "id": "S-1",
            "subject": "barn",
            "birth_month": date(2019, 3, 1),
            "serious_condition": True,
            "long_term_need": True,
            "services": [{"service": "habilitering"}, {"service": "skole"}],
        }
        | facts
    )
    return barnekoordinator(case, PROFILE, ON)


def test_all_five_conditions_met_is_owed_and_names_the_services() -> None:
    told = asked()
    assert told.is_owed is True
    assert "habilitering" in told.because[0].message
    assert "skole" in told.because[0].message
    assert told.because[0].source == "S042, S045, S046, hol. § 7-2 a, pbrl. § 2-5 c"


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"birth_month": date(2008, 10, 1)}, "ikke under 18 år"),
        ({"serious_condition": False}, "ikke opplyst om alvorlig sykdom"),
        ({"long_term_need": False}, "ikke langvarig"),
        ({"services": [{"service": "skole"}]}, "ingen helse- og omsorgstjenester"),
        ({"services": [{"service": "rus"}]}, "ingen andre velferdstjenester"),
    ],
)
def test_one_condition_that_fails_is_enough_and_is_named(facts: dict[str, Any], names: str) -> None:
    told = asked(**facts)
    assert told.is_owed is False
    assert names in told.because[0].message


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"birth_month": None, "subject": "ungdom"}, "fødselsmåned mangler"),
        ({"serious_condition": None}, "om barnet har alvorlig sykdom"),
        ({"long_term_need": None}, "om behovet er langvarig"),
        ({"services": []}, "hvilke tjenester som er i saken"),
    ],
)
def test_a_missing_fact_is_left_for_ke_to_settle(facts: dict[str, Any], names: str) -> None:
    told = asked(**facts)
    assert told.is_owed is None
    assert names in told.because[0].message


def test_a_fact_that_fails_settles_it_whatever_is_missing() -> None:
    assert asked(serious_condition=False, long_term_need=None, services=[]).is_owed is False


def test_the_month_of_the_eighteenth_birthday_still_counts_and_is_told() -> None:
    told = asked(birth_month=date(2008, 11, 1))
    assert told.is_owed is True
    assert [f.code for f in told.because] == ["entitlement.owed", "entitlement.birthday"]


def test_an_unborn_child_needs_no_kindergarten_yet_and_ke_is_told_to_look() -> None:
    """S045: «født eller ufødt»; the law asks what the family will need."""
    told = asked(
        subject="ufødt",
        birth_month=date(2027, 2, 1),
        services=[{"service": "spesialisthelsetjeneste"}],
    )
    assert told.is_owed is True
    assert told.because[1].code == "entitlement.expected_need"


def test_a_born_child_is_held_to_both_kinds_of_services() -> None:
    assert asked(services=[{"service": "spesialisthelsetjeneste"}]).is_owed is False


def test_a_service_that_ended_yesterday_does_not_count_and_one_that_ends_today_does() -> None:
    def ending(day: date) -> Answer:
        rehab = ServiceInCase(service=Service.HABILITATION, expected_end=day)
        return asked(services=[rehab, ServiceInCase(service=Service.SCHOOL)])

    assert ending(date(2026, 11, 20)).is_owed is False
    assert ending(ON).is_owed is True


def test_a_general_practitioner_alone_is_no_health_service_of_the_case() -> None:
    """Everyone has one, so it says nothing of a need for coordination."""
    assert asked(services=[{"service": "fastlege"}, {"service": "skole"}]).is_owed is False


def test_the_subject_tells_the_age_where_no_birth_month_is_given() -> None:
    told = asked(birth_month=None, subject=Subject.ADULT)
    assert told.is_owed is False
    assert asked(birth_month=None, subject=Subject.CHILD).is_owed is True
