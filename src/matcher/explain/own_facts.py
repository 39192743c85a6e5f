"""The facts that one family's explanation may rest on, and the only way in to them.

A unit's pressure is not raised with the family (S082), and no family hears of another. So hours,
absences, employment, training and other cases are not left out of a text: they never come in.
"""

from __future__ import annotations

from datetime import date

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.frozen import Frozen
from matcher.domain.plan import CasePlan
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role, WishAbout

PUBLIC = ("id", "name", "service", "unit", "employer", "languages", "gender", "address_block")
"""The facts of an employee that a family may be told, or that a told rule rests on."""


class OwnFacts(Frozen):
    """All that the explanation to one family may rest on."""

    on: date
    case: Case
    role: Role
    coordinator: Coordinator | None
    """The suggested one, with public facts only; ``None``: nobody is suggested."""
    named: tuple[Coordinator, ...]
    """Those whom the family's wishes name, with public facts only, by id."""


def own_facts(told: CasePlan, roster: Roster, coordinator: str | None) -> OwnFacts:
    """The facts that one family's explanation may rest on; the only way in.

    ``coordinator`` is the id of the suggested or decided one. Raises ``KeyError`` for an id that
    isn't in the roster.
    """
    case = roster.case_by_id[told.case]
    named = {wish.value for wish in case.wishes if wish.about is WishAbout.COORDINATOR}
    known = roster.coordinator_by_id
    return OwnFacts(
        on=roster.on,
        case=case,
        role=told.entitlement.role,
        coordinator=None if coordinator is None else public(known[coordinator]),
        named=tuple(public(known[id_]) for id_ in sorted(named) if id_ in known),
    )


def public(coordinator: Coordinator) -> Coordinator:
    """The coordinator without hours, absences, employment, training and competence."""
    return Coordinator(**{fact: getattr(coordinator, fact) for fact in PUBLIC})


def hides_place(case: Case, coordinator: Coordinator | None) -> bool:
    """Whether nothing that locates may be told: a blocked address of the case or the employee."""
    return case.has_blocked_address or (coordinator is not None and coordinator.has_blocked_address)


def called(coordinator: Coordinator) -> str:
    """What an employee is called in a letter: the name, or the id where no name is given."""
    return coordinator.name or coordinator.id
