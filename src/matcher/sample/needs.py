"""What a case needs and how much work it is."""

from collections.abc import Sequence

from matcher.domain.case import ServiceInCase
from matcher.domain.focus import FIELD_OF, FocusLevels
from matcher.domain.vocabulary import BarnevernPhase, Focus, IndividualPlan, Service
from matcher.sample.chance import Chance
from matcher.sample.lives import Stage
from matcher.sample.patterns import Pattern

LEAST_HOURS_PER_MONTH, MOST_HOURS_PER_MONTH = 1.0, 12.0

_FOCUS_OF = {
    Service.MENTAL_HEALTH: Focus.MENTAL_HEALTH,
    Service.SUBSTANCE_USE: Focus.SUBSTANCE_USE,
    Service.PPT: Focus.EDUCATION,
    Service.HABILITATION: Focus.REDUCED_FUNCTION,
    Service.DISABILITY: Focus.REDUCED_FUNCTION,
    Service.PHYSIOTHERAPY: Focus.SOMATIC,
    Service.BARNEVERN: Focus.SOCIAL,
    Service.NAV: Focus.SOCIAL,
}
"""A service in the case means that there is some need in its focus."""


def draw_focus(chance: Chance, pattern: Pattern, services: Sequence[ServiceInCase]) -> FocusLevels:
    """The needs of the pattern, and at least a little where a service is at work."""
    at_work = {_FOCUS_OF.get(row.service) for row in services}
    levels: dict[str, int | None] = {}
    for focus, field in FIELD_OF.items():
        level = chance.whole(*pattern.focus.get(focus, (0, 0)))
        levels[field] = chance.unless(0.05, max(level, 1 if focus in at_work else 0))
    return FocusLevels(**levels)


def draw_bti_level(chance: Chance, services: Sequence[ServiceInCase]) -> int | None:
    """Level 3 for most cases with many services; a few are at 0 or not set."""
    many = min(len(services), 5)
    shares = {0: 0.02, 1: 0.55 - 0.1 * many, 2: 0.35, 3: 0.13 * many - 0.1}
    return chance.unless(0.05, chance.weighted(shares))


def draw_plan(chance: Chance, stage: Stage) -> IndividualPlan | None:
    """What has been said of an individual plan."""
    shares = {
        IndividualPlan.WANTED: 0.2,
        IndividualPlan.GRANTED: 0.1 if stage in (Stage.UNBORN, Stage.AT_HOME) else 0.35,
        IndividualPlan.DECLINED: 0.2,
        IndividualPlan.UNSETTLED: 0.25,
    }
    return chance.unless(0.08, chance.weighted(shares))


def draw_meetings_per_year(chance: Chance, services: Sequence[ServiceInCase]) -> int:
    """Two a year is usual, more where more services are at work (S147, S148)."""
    return chance.weighted({1: 0.15, 2: 0.45, 3: 0.15, 4: 0.15, 6: 0.03 * len(services)})


def draw_hours_per_month(
    chance: Chance,
    services: Sequence[ServiceInCase],
    meetings_per_year: int,
    plan: IndividualPlan | None,
) -> float:
    """Hours as a leader sets them: whole or half, 1–12 a month, mostly 2–5."""
    foster = any(row.phase is BarnevernPhase.FOSTER_HOME for row in services)
    hours = (
        chance.leaning_low(0.5, 4.0)
        + 0.3 * len(services)
        + 0.25 * meetings_per_year
        + (0.5 if plan is IndividualPlan.GRANTED else 0.0)
        + (0.5 if foster else 0.0)
    )
    if chance.yes(0.05):
        hours *= 2
    return min(MOST_HOURS_PER_MONTH, max(LEAST_HOURS_PER_MONTH, round(hours * 2) / 2))
