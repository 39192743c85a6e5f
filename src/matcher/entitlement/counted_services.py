"""Which services in a case count towards a role. Each counts once, however many rows it has."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.known import any_of
from matcher.domain.running_services import running
from matcher.domain.vocabulary import Service
from matcher.domain.wording import listed
from matcher.entitlement.condition import Condition

NOBODY_HAS_SAID = "hvilke tjenester som er i saken"


@dataclass(frozen=True)
class Counted:
    """The services of a case, in the order of the vocabulary.

    ``unsure`` count only if they follow up beyond ordinary checks, and that isn't known (S114).
    """

    sure: tuple[Service, ...]
    unsure: tuple[Service, ...]
    others: tuple[Service, ...]
    none_given: bool
    """No service at all is given, so nobody has said what is in the case."""


def count(
    case: Case,
    on: date,
    counted: Collection[Service],
    only_beyond_ordinary: Collection[Service] = (),
) -> Counted:
    """The services that have not ended before the day, by whether they count."""
    rows_of: dict[Service, list[ServiceInCase]] = {}
    for row in running(case, on):
        rows_of.setdefault(row.service, []).append(row)
    answer_of = {
        service: service in counted
        and (service not in only_beyond_ordinary or any_of(row.beyond_ordinary for row in rows))
        for service, rows in rows_of.items()
    }
    in_order = [service for service in Service if service in answer_of]
    return Counted(
        sure=tuple(service for service in in_order if answer_of[service] is True),
        unsure=tuple(service for service in in_order if answer_of[service] is None),
        others=tuple(service for service in in_order if answer_of[service] is False),
        none_given=not case.services,
    )


def at_least(number: int, found: Counted, one: str, many: str) -> Condition:
    """At least so many services count; ``one`` and ``many`` are the word for such services."""
    if found.none_given:
        return Condition(None, NOBODY_HAS_SAID)
    sure, unsure = len(found.sure), len(found.unsure)
    if sure < number <= sure + unsure:
        return Condition(None, f"om {listed(found.unsure)} følger opp utover ordinær kontroll")
    names = f": {listed(found.sure)}" if found.sure else ""
    left_out = f" (ikke {listed(found.others)})" if found.others else ""
    said = f"{sure or 'ingen'} {one if sure == 1 else many} teller{names}{left_out}"
    if sure >= number:
        return Condition(True, said)
    return Condition(False, f"{said}, og det kreves minst {number}")


def some(found: Counted, many: str) -> Condition:
    """At least one service counts; ``many`` is the word for such services."""
    if found.none_given:
        return Condition(None, NOBODY_HAS_SAID)
    if found.sure:
        return Condition(True, f"{many}: {listed(found.sure)}")
    return Condition(False, f"ingen {many} i saken")
