"""Kontinuitet: which instance can best keep continuity (S030, S054, S122, S123).

Three parts, weighed together as the profile says:

- *current*: is the case's coordinator today; left out where there is none, or where KE or the
  family has asked that a change be weighed;
- *already in the case*: the coordinator's service is in the case, or the person is its contact;
- *spans the transition*: the service survives the case's next transition and isn't expected to
  end before it, and the person is employed then.

The score is the weight of the parts the pair has, as a share of the parts the case can have.
From a newcomer, who is neither current nor in the case, the profile takes points for each
earlier change: a person should not be sent about again and again (S165). Parts that can't be
known are left out; where none is left, the score isn't known.
"""

from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from matcher.criteria.criterion import Criterion, percent
from matcher.domain.by_service import by_service
from matcher.domain.case import Case
from matcher.domain.known import among
from matcher.domain.pairs import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    UNKNOWN,
    Pairs,
    Scores,
    Verdicts,
    as_verdict,
)
from matcher.domain.presence import OPEN_END
from matcher.domain.running_services import EndsAt, running, survives
from matcher.domain.vocabulary import Service
from matcher.domain.wording import listed
from matcher.profiles.profile import Profile


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """The share of the possible parts that the pair has, less the newcomer's points."""
    line = profile.criteria.kontinuitet
    had = np.zeros(pairs.shape, np.int32)
    possible = np.zeros(pairs.shape, np.int32)
    in_case = by_service(pairs, partial(_service_in_case, pairs.on))
    in_case = np.where(_is_contact(pairs), MET, in_case)
    for answers, weight in (
        (_is_current(pairs), line.current_coordinator),
        (in_case, line.already_in_case),
        (_spans(pairs, profile), line.spans_transition),
    ):
        had += np.where(answers == MET, weight, 0)
        possible += np.where(answers == UNKNOWN, 0, weight)
    share = percent(had, possible).astype(np.int32)
    is_newcomer = (in_case != MET) & ~pairs.marked(lambda case: [case.current_coordinator])
    changes = np.array([case.earlier_changes or 0 for case in pairs.cases], np.int32)
    less = line.more_for_each_earlier_change * changes.reshape(-1, 1)
    left = np.maximum(share - np.where(is_newcomer, less, 0), 0)
    return np.where(share == NOT_KNOWN, NOT_KNOWN, left).astype(np.int8)


def because(pairs: Pairs, profile: Profile) -> str:
    """Each part that the case can have, and the earlier changes."""
    case, coordinator = pairs.the_case, pairs.the_coordinator
    is_current = case.current_coordinator == coordinator.id
    in_case = (
        coordinator.id in _contacts(case)
        or _service_in_case(pairs.on, case, coordinator.service) == MET
    )
    told = []
    if is_current and case.reconsider:
        told.append("er koordinator i dag, men bytte skal vurderes")
    elif case.current_coordinator is not None:
        told.append("er koordinator i dag" if is_current else "er ikke koordinator i dag")
    if case.services:
        told.append("er alt i saken" if in_case else "er ikke i saken fra før")
    if (spans := _spans(pairs, profile)[0, 0]) != UNKNOWN:
        told.append(
            f"{'kan' if spans == MET else 'kan ikke'} følge saken over overgangen "
            f"{case.next_transition}"
        )
    changes = ""
    if case.earlier_changes and not is_current and not in_case:
        many = f"{case.earlier_changes} ganger" if case.earlier_changes > 1 else "én gang"
        changes = f" Saken har byttet koordinator {many} før."
    if not told:
        return f"Ingenting er oppgitt som viser kontinuitet.{changes}"
    return f"Koordinatoren {listed(told)}.{changes}"


def _is_current(pairs: Pairs) -> Verdicts:
    marks = pairs.marked(lambda case: [case.current_coordinator])
    counts = pairs.case_verdicts(
        lambda case: case.current_coordinator is not None and not case.reconsider
    )
    return np.where(counts == MET, np.where(marks, MET, NOT_MET), UNKNOWN)


def _contacts(case: Case) -> set[str | None]:
    return {row.contact for row in case.services}


def _is_contact(pairs: Pairs) -> NDArray[np.bool_]:
    return pairs.marked(_contacts)


def _service_in_case(on: date, case: Case, service: Service | None) -> np.int8:
    if not case.services:
        return UNKNOWN
    return as_verdict(among(service, {row.service for row in running(case, on)}))


def _spans(pairs: Pairs, profile: Profile) -> Verdicts:
    ends_at = profile.criteria.tidsaspekt.ends_at
    service_spans = by_service(pairs, partial(_service_spans, pairs.on, ends_at))
    days = np.array([_ordinal(case.transition_date, 0) for case in pairs.cases], np.int32)
    employed_to = [_ordinal(c.employed_to, OPEN_END) for c in pairs.coordinators]
    is_there = np.array(employed_to, np.int32).reshape(1, -1) >= days.reshape(-1, 1)
    has_next = pairs.case_verdicts(lambda case: case.next_transition is not None) == MET
    return np.where(has_next & ~is_there, NOT_MET, service_spans)


def _service_spans(on: date, ends_at: EndsAt, case: Case, service: Service | None) -> np.int8:
    if service is None or case.next_transition is None:
        return UNKNOWN
    ends = [row.expected_end for row in running(case, on) if row.service is service]
    ends_before = (
        case.transition_date is not None
        and bool(ends)
        and all(end is not None and end < case.transition_date for end in ends)
    )
    return as_verdict(survives(case, service, ends_at) and not ends_before)


def _ordinal(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()


CRITERION = Criterion(id="kontinuitet", scores=scores, because=because)
