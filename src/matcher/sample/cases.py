"""Cases as they stand before any coordinator is named in them."""

from dataclasses import dataclass
from datetime import date

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.vocabulary import Arena, Consent, Service
from matcher.sample.chance import Chance
from matcher.sample.dates import some_day_before
from matcher.sample.households import Household, draw_households
from matcher.sample.lives import AGES, SIBLING_AGES, Life, Stage, draw_life
from matcher.sample.needs import (
    draw_bti_level,
    draw_focus,
    draw_hours_per_month,
    draw_meetings_per_year,
    draw_plan,
)
from matcher.sample.patterns import PATTERNS
from matcher.sample.services_in_case import draw_services
from matcher.sample.voices import draw_what_matters


@dataclass(frozen=True)
class DrawnCase:
    """A case, and the hours that it takes whether or not the workbook tells them."""

    case: Case
    hours_per_month: float

    @property
    def needs_coordination(self) -> bool:
        """Whether two or more help services work together in the case."""
        services = {row.service for row in self.case.services}
        return len(services - _NOT_HELP_SERVICES) >= 2


_NOT_HELP_SERVICES = frozenset(
    {
        Service.SCHOOL,
        Service.KINDERGARTEN,
        Service.UPPER_SECONDARY,
        Service.PPT,
        Service.GP,
        Service.SERVICE_OFFICE,
    }
)


def draw_cases(chance: Chance, count: int, areas: tuple[str, ...], on: date) -> list[DrawnCase]:
    """So many cases, siblings one after the other, with ids ``S-001`` and on."""
    digits = max(3, len(str(count)))
    drawn: list[DrawnCase] = []
    for household in draw_households(chance, count, areas):
        ages = AGES if household.cases == 1 else SIBLING_AGES
        for _ in range(household.cases):
            life = draw_life(chance, on, ages)
            drawn.append(_draw_case(chance, f"S-{len(drawn) + 1:0{digits}d}", household, life, on))
    return drawn


def _draw_case(chance: Chance, id_: str, household: Household, life: Life, on: date) -> DrawnCase:
    pattern = chance.weighted({p: p.stages.get(life.stage, 0.0) for p in PATTERNS})
    services = draw_services(chance, pattern, life, on)
    plan = draw_plan(chance, life.stage)
    meetings = draw_meetings_per_year(chance, services)
    hours = draw_hours_per_month(chance, services, meetings, plan)
    serious = chance.yes(pattern.serious)
    consent = chance.unless(0.04, chance.weighted(_CONSENT))
    case = Case(
        id=id_,
        received=chance.unless(0.03, some_day_before(chance, on, 0, min(14, life.age_months + 3))),
        subject=life.subject,
        birth_month=chance.unless(0.02, life.birth_month),
        bti_level=draw_bti_level(chance, services),
        serious_condition=chance.unless(0.04, serious),
        long_term_need=chance.unless(0.03, chance.yes(pattern.lasting)),
        found_early=chance.unless(0.3, serious and life.age_months < 36),
        individual_plan=plan,
        consent=consent,
        consent_date=_consent_date(chance, consent, on),
        consent_scope=_consent_scope(chance, consent, services),
        focus=draw_focus(chance, pattern, services),
        arenas=_arenas(chance, life.stage),
        languages=household.languages,
        area=household.area,
        next_transition=life.next_transition,
        transition_date=chance.unless(0.04, life.transition_date),
        meetings_per_year=chance.unless(0.15, meetings),
        workload_hours_per_month=chance.unless(0.18, hours),
        family=household.family,
        address_block=household.address_block,
        user_heard=some_day_before(chance, on, 0, 5) if chance.yes(0.6) else None,
        child_heard=_child_heard(chance, life, on),
        what_matters=draw_what_matters(chance, life.stage) if chance.yes(0.4) else None,
        services=services,
    )
    return DrawnCase(case, hours)


_CONSENT = {
    Consent.GIVEN: 0.7,
    Consent.PARTIAL: 0.13,
    Consent.NOT_ASKED: 0.13,
    Consent.REFUSED: 0.04,
}


def _consent_date(chance: Chance, consent: Consent | None, on: date) -> date | None:
    if consent not in (Consent.GIVEN, Consent.PARTIAL):
        return None
    return chance.unless(0.1, some_day_before(chance, on, 0, 12))


def _consent_scope(
    chance: Chance, consent: Consent | None, services: tuple[ServiceInCase, ...]
) -> tuple[Service, ...]:
    named = [row.service for row in services]
    if consent is Consent.GIVEN:
        return tuple(named)
    if consent is Consent.PARTIAL:
        return tuple(chance.shuffled(named)[: max(1, len(named) - 1)])
    return ()


_ARENAS = {
    Stage.UNBORN: (Arena.HOME,),
    Stage.AT_HOME: (Arena.HOME,),
    Stage.KINDERGARTEN: (Arena.HOME, Arena.KINDERGARTEN),
    Stage.PRIMARY: (Arena.HOME, Arena.SCHOOL),
    Stage.LOWER_SECONDARY: (Arena.HOME, Arena.SCHOOL),
    Stage.UPPER_SECONDARY: (Arena.HOME, Arena.SCHOOL),
    Stage.ADULT: (Arena.HOME, Arena.WORK),
}


def _arenas(chance: Chance, stage: Stage) -> tuple[Arena, ...]:
    """Where the help is needed: usually everywhere the days are lived."""
    if chance.yes(0.05):
        return ()
    lived_in = _ARENAS[stage]
    return lived_in if chance.yes(0.8) else (chance.one(lived_in),)


def _child_heard(chance: Chance, life: Life, on: date) -> date | None:
    """Children are heard from about seven years of age, by age and maturity."""
    if life.stage is Stage.ADULT or life.age_months < 7 * 12 or not chance.yes(0.45):
        return None
    return some_day_before(chance, on, 0, 5)
