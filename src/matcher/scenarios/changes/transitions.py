"""Time brings transitions: children begin in kindergarten and school, and grow up (S102)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from typing_extensions import override

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.running_services import running
from matcher.domain.vocabulary import Arena, Service, Subject, Transition
from matcher.domain.wording import written
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.profile import Profile
from matcher.sample.lives import life_of
from matcher.scenarios.changes.change import ScenarioChange
from matcher.scenarios.changes.rosters import with_cases

BEGINS: dict[Transition, tuple[Service | None, Arena | None, Subject]] = {
    Transition.HEALTH_STATION_TO_KINDERGARTEN: (
        Service.KINDERGARTEN,
        Arena.KINDERGARTEN,
        Subject.CHILD,
    ),
    Transition.KINDERGARTEN_TO_SCHOOL: (Service.SCHOOL, Arena.SCHOOL, Subject.CHILD),
    Transition.PRIMARY_TO_LOWER_SECONDARY: (None, Arena.SCHOOL, Subject.YOUTH),
    Transition.TO_UPPER_SECONDARY: (Service.UPPER_SECONDARY, Arena.SCHOOL, Subject.YOUTH),
    Transition.TO_ADULT: (None, None, Subject.ADULT),
}
"""Where the days are lived after each transition, and whom the case then is about."""

LEARNING_ARENAS = {Arena.KINDERGARTEN, Arena.SCHOOL}


class Transitions(ScenarioChange):
    """Every transition until a day is carried out, and services that were to end, have ended.

    The day of the round stays. The services that don't survive a transition are the profile's.
    """

    KIND: ClassVar[str] = "transitions"
    TITLE: ClassVar[str] = "Overganger fram til en dag"

    until: date

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.until < request.roster.on:
            yield (
                f"Overganger fram til {written(self.until)} er før rundens dag, "
                f"{written(request.roster.on)}. Kanskje er året skrevet feil?"
            )

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        cases = (carried_out(case, self.until, request.profile) for case in request.roster.cases)
        return with_cases(request, cases)

    @override
    def says(self, before: RoundRequest) -> str:
        due = sum(
            case.transition_date is not None and case.transition_date <= self.until
            for case in before.roster.cases
        )
        return f"Overganger til og med {written(self.until)} er gjennomført ({due} saker)"


def carried_out(case: Case, until: date, profile: Profile) -> Case:
    """The case as it is on a later day: over its transitions, and without what has ended."""
    while case.transition_date is not None and case.transition_date <= until:
        case = _over_the_next(case, case.transition_date, profile)
    going_on = running(case, until)
    if len(going_on) < len(case.services):
        case = case.model_copy(update={"services": going_on})
    return case


def _over_the_next(case: Case, day: date, profile: Profile) -> Case:
    """The case over one transition; the one after it is known where the birth month is."""
    if case.next_transition is None:
        return case.model_copy(update={"transition_date": None})
    service, arena, subject = BEGINS[case.next_transition]
    ended = profile.criteria.tidsaspekt.ends_at.get(case.next_transition, ())
    services = [row for row in case.services if row.service not in ended]
    if service is not None and service not in {row.service for row in services}:
        services.append(ServiceInCase(service=service, since=day))
    arenas = [each for each in case.arenas if each not in LEARNING_ARENAS]
    if case.arenas and arena is not None:
        arenas.append(arena)
    following, following_day = _after(case, day)
    return Case.model_validate(
        {
            **dict(case),
            "services": tuple(services),
            "arenas": tuple(arenas),
            "subject": subject,
            "next_transition": following,
            "transition_date": following_day,
        }
    )


def _after(case: Case, day: date) -> tuple[Transition | None, date | None]:
    """The transition after one that comes on this day."""
    if case.birth_month is None:
        return None, None
    life = life_of(case.birth_month, day)
    is_later = life.transition_date is not None and life.transition_date > day
    if not is_later or life.next_transition is case.next_transition:
        return None, None
    return life.next_transition, life.transition_date
