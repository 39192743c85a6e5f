"""How old a person is, where the days are lived, and which transition comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from matcher.domain.vocabulary import Subject, Transition
from matcher.sample.chance import Chance
from matcher.sample.dates import months_after


class Stage(Enum):
    """Stages of life by where the days are lived."""

    UNBORN = auto()
    AT_HOME = auto()
    """Born, not yet in kindergarten."""
    KINDERGARTEN = auto()
    PRIMARY = auto()
    LOWER_SECONDARY = auto()
    UPPER_SECONDARY = auto()
    ADULT = auto()


Ages = Mapping[tuple[int, int] | None, float]
"""How many are from one age to another, in whole years; ``None`` is not yet born."""

AGES: Ages = {
    None: 0.02,
    (0, 0): 0.03,
    (1, 5): 0.18,
    (6, 12): 0.34,
    (13, 15): 0.17,
    (16, 17): 0.09,
    (18, 30): 0.06,
    (31, 79): 0.11,
}
SIBLING_AGES: Ages = {(0, 0): 0.1, (1, 5): 0.3, (6, 12): 0.4, (13, 17): 0.2}


@dataclass(frozen=True)
class Life:
    """What follows from the birth month alone, on the day of the roster."""

    subject: Subject
    stage: Stage
    age_months: int
    """0 for the unborn."""
    birth_month: date
    """The due month, for the unborn."""
    next_transition: Transition | None
    transition_date: date | None


def draw_life(chance: Chance, on: date, ages: Ages) -> Life:
    """A person of one of the ages."""
    span = chance.weighted(ages)
    if span is None:
        due = months_after(on.replace(day=1), chance.whole(1, 5))
        return Life(
            subject=Subject.UNBORN,
            stage=Stage.UNBORN,
            age_months=0,
            birth_month=due,
            next_transition=Transition.HEALTH_STATION_TO_KINDERGARTEN,
            transition_date=_august(due.year + 1),
        )
    youngest, oldest = span
    age_months = chance.whole(youngest * 12, oldest * 12 + 11)
    return life_of(months_after(on.replace(day=1), -age_months), on)


def life_of(birth_month: date, on: date) -> Life:
    """The life of somebody born in this month; ``birth_month`` is its first day."""
    age_months = (on.year - birth_month.year) * 12 + on.month - birth_month.month
    for transition, day, stage in _transitions(birth_month):
        if on < day:
            young = stage in (Stage.LOWER_SECONDARY, Stage.UPPER_SECONDARY)
            subject = Subject.YOUTH if young else Subject.CHILD
            return Life(subject, stage, age_months, birth_month, transition, day)
    return Life(Subject.ADULT, Stage.ADULT, age_months, birth_month, None, None)


def _transitions(birth_month: date) -> tuple[tuple[Transition, date, Stage], ...]:
    """Each transition, its day, and the stage that it ends. School years begin on 1 August."""
    born = birth_month.year
    return (
        (Transition.HEALTH_STATION_TO_KINDERGARTEN, _august(born + 1), Stage.AT_HOME),
        (Transition.KINDERGARTEN_TO_SCHOOL, _august(born + 6), Stage.KINDERGARTEN),
        (Transition.PRIMARY_TO_LOWER_SECONDARY, _august(born + 13), Stage.PRIMARY),
        (Transition.TO_UPPER_SECONDARY, _august(born + 16), Stage.LOWER_SECONDARY),
        (Transition.TO_ADULT, birth_month.replace(year=born + 18), Stage.UPPER_SECONDARY),
    )


def _august(year: int) -> date:
    return date(year, 8, 1)
