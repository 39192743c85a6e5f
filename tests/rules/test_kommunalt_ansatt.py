"""Employed by the municipality from the transition to upper secondary (S108)."""

from datetime import date

import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Employer, Subject, Transition
from matcher.rules.kommunalt_ansatt import RULE
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of

COUNTY = Coordinator(id="K", employer=Employer.COUNTY)


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    if coordinator.employer is Employer.MUNICIPALITY:
        return True
    about: bool | None
    if case.subject in (Subject.ADULT, Subject.UNBORN):
        about = False
    elif case.next_transition is not None:
        about = case.next_transition in (Transition.TO_UPPER_SECONDARY, Transition.TO_ADULT)
    elif case.birth_month is None:
        about = None
    else:
        school_years_done = ON.year - case.birth_month.year - (date(ON.year, 8, 1) > ON)
        about = school_years_done >= 16
    if about is False:
        return True
    return None if about is None or coordinator.employer is None else False


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


def test_the_transition_is_named_with_its_day() -> None:
    case = Case(
        id="S",
        next_transition=Transition.TO_UPPER_SECONDARY,
        transition_date=date(2027, 8, 15),
    )
    pair = pair_of(case, COUNTY)
    assert answer(RULE, pair) is False
    assert RULE.because(pair, PROFILE) == (
        "Neste overgang er ungdomsskole-videregående 15.08.2027; "
        "koordinatorens arbeidsgiver er fylkeskommune."
    )


@pytest.mark.parametrize(
    ("born", "told"),
    [(date(2010, 12, 1), False), (date(2011, 1, 1), True), (None, None)],
    ids=["turns 16 this year", "turns 16 next year", "not known"],
)
def test_by_age_the_rule_begins_in_the_autumn_one_turns_16(
    born: date | None, told: bool | None
) -> None:
    pair = pair_of(Case(id="S", subject=Subject.YOUTH, birth_month=born), COUNTY)
    assert answer(RULE, pair) is told
    assert RULE.because(pair, PROFILE)


def test_before_the_summer_of_that_year_the_transition_lies_ahead() -> None:
    spring = Pairs(
        on=date(2026, 7, 31),
        cases=(Case(id="S", birth_month=date(2010, 1, 1)),),
        roles=pair_of(Case(id="S"), COUNTY).roles,
        coordinators=(COUNTY,),
        units={},
    )
    assert answer(RULE, spring) is True


def test_an_earlier_transition_or_an_adult_is_free() -> None:
    early = Case(id="S", next_transition=Transition.PRIMARY_TO_LOWER_SECONDARY)
    adult = Case(id="S", subject=Subject.ADULT, next_transition=Transition.TO_ADULT)
    assert answer(RULE, pair_of(early, COUNTY)) is True
    assert answer(RULE, pair_of(adult, COUNTY)) is True


def test_intermunicipal_is_not_employed_by_the_municipality() -> None:
    case = Case(id="S", next_transition=Transition.TO_ADULT)
    employed = Coordinator(id="K", employer=Employer.INTERMUNICIPAL)
    assert answer(RULE, pair_of(case, employed)) is False
    assert "forbi overgangen" in RULE.because(pair_of(case, employed), PROFILE)
