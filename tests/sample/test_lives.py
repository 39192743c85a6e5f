"""Ages, stages and the next transition."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.vocabulary import Subject, Transition
from matcher.sample.chance import Chance
from matcher.sample.lives import AGES, Life, Stage, draw_life, life_of

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("born", "stage", "transition", "day"),
    [
        (date(2026, 3, 1), Stage.AT_HOME, "helsestasjon-barnehage", date(2027, 8, 1)),
        (date(2021, 1, 1), Stage.KINDERGARTEN, "barnehage-barneskole", date(2027, 8, 1)),
        (date(2020, 12, 1), Stage.PRIMARY, "barneskole-ungdomsskole", date(2033, 8, 1)),
        (date(2011, 5, 1), Stage.LOWER_SECONDARY, "ungdomsskole-videregående", date(2027, 8, 1)),
        (date(2010, 5, 1), Stage.UPPER_SECONDARY, "til voksen", date(2028, 5, 1)),
    ],
)
def test_school_years_begin_in_august_and_grown_up_life_at_eighteen(
    born: date, stage: Stage, transition: str, day: date
) -> None:
    life = life_of(born, ON)
    assert (life.stage, life.next_transition, life.transition_date) == (
        stage,
        Transition(transition),
        day,
    )


def test_an_adult_has_no_next_transition() -> None:
    life = life_of(date(2008, 11, 1), ON)
    assert life == Life(Subject.ADULT, Stage.ADULT, 216, date(2008, 11, 1), None, None)


@given(st.integers(0, 2**32))
def test_a_transition_is_still_to_come_and_youth_are_past_primary_school(seed: int) -> None:
    life = draw_life(Chance(seed, "t"), ON, AGES)
    assert life.transition_date is None or life.transition_date > ON
    assert (life.subject is Subject.ADULT) == (life.next_transition is None)
    assert (life.subject is Subject.UNBORN) == (life.birth_month > ON)
    if life.subject is Subject.YOUTH:
        assert life.age_months >= 12 * 12
