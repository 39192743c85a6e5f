"""Tidsaspekt: how long the service will be in the case, and the person with it (S028, S120).

The share of the case's need period, in days, in which the coordinator's service is in the case
**and** the coordinator is employed and present. The need period runs from the day of the round
to the last day that any of the case's services is expected to stay; where a service has no
expected end, for as many months as the profile says; never past the 18th birthday of a person
under 18, when the need is looked at anew. A service that is not in the case has no share.

Not known: a case without services, a coordinator without a service, a service that ends at a
transition whose day isn't known.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.criteria.criterion import Criterion, percent
from matcher.domain.case import Case
from matcher.domain.months import months_after
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.presence import OPEN_END, Days, days_present, presence_in_words
from matcher.domain.running_services import Stay, running, stays
from matcher.domain.vocabulary import Service
from matcher.domain.wording import sentence, written
from matcher.profiles.profile import Profile

NO_STAY = Stay(first_day=date.max, last_day=date.min)
"""A service that is not in the case."""


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """The share of the need period, in whole percent."""
    time = _time(pairs, profile)
    return np.where(time.is_known, percent(time.present, time.needed), NOT_KNOWN).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """The days present in the need period, and what ends the service's stay."""
    case, service = pairs.the_case, pairs.the_coordinator.service
    if service is None:
        return "Koordinatorens tjeneste er ikke oppgitt."
    if not case.services:
        return "Det er ikke oppgitt hvilke tjenester som er i saken."
    line = profile.criteria.tidsaspekt
    stay = stays(case, pairs.on, line.ends_at).get(service)
    if stay is None:
        return sentence(f"{service} er ikke blant tjenestene i saken nå.")
    if not stay.is_known:
        return sentence(f"{service} går ut ved overgangen {case.next_transition}, uten kjent dato.")
    time = _time(pairs, profile)
    until = f"til {written(stay.last_day)}" if stay.last_day else "uten kjent slutt"
    last = need_end(case, pairs.on, line.need_months)
    return sentence(
        f"{service} er i saken {until}. Koordinatoren er der "
        f"{time.present[0, 0]} av {time.needed[0, 0]} dager fram til "
        f"{written(last)} ({presence_in_words(pairs.the_coordinator)})."
    )


def need_end(case: Case, on: date, need_months: int) -> date:
    """The last day of the case's need period, on or after the day of the round."""
    ends = [row.expected_end for row in running(case, on)]
    known = [end for end in ends if end is not None]
    last = max(known) if known and None not in ends else months_after(on, need_months)
    if case.birth_month is not None:
        adult_from = months_after(case.birth_month, 18 * 12)
        if on < adult_from:
            last = min(last, adult_from)
    return last


class _Time(NamedTuple):
    present: Days
    """n × m days in the need period with the service in the case and the person there."""
    needed: Days
    """n × 1 days of the need period."""
    is_known: NDArray[np.bool_]
    """n × m."""


def _time(pairs: Pairs, profile: Profile) -> _Time:
    line, on = profile.criteria.tidsaspekt, pairs.on
    ends = _ordinals(need_end(case, on, line.need_months) for case in pairs.cases)
    stays_of = [stays(case, on, line.ends_at) for case in pairs.cases]
    has_services = np.array([bool(case.services) for case in pairs.cases], np.bool_)

    @cache
    def column(service: Service) -> tuple[Days, Days, NDArray[np.bool_]]:
        each = [stay.get(service, NO_STAY) for stay in stays_of]
        last = _ordinals(stay.last_day for stay in each)
        is_known = has_services & np.array([stay.is_known for stay in each], np.bool_)
        return _ordinals(stay.first_day for stay in each), np.minimum(last, ends), is_known

    time = _Time(
        present=np.zeros(pairs.shape, np.int32),
        needed=(ends - on.toordinal() + 1).reshape(-1, 1),
        is_known=np.zeros(pairs.shape, np.bool_),
    )
    for j, coordinator in enumerate(pairs.coordinators):
        if coordinator.service is not None:
            first, last, time.is_known[:, j] = column(coordinator.service)
            time.present[:, j] = days_present(coordinator, first, last)
    return time


def _ordinals(days: Iterable[date | None]) -> Days:
    return np.array([OPEN_END if day is None else day.toordinal() for day in days], np.int32)


CRITERION = Criterion(id="tidsaspekt", scores=scores, because=because)
