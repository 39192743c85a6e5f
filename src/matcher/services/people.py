"""The people who use the program, as the history names them."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.coordinator import Coordinator
from matcher.domain.person import Person
from matcher.domain.wording import folded, plain_id
from matcher.exchange.round_folder import OpenedRound
from matcher.services.ground import Ground


@dataclass(frozen=True)
class People(Ground):
    """Who uses the program, and entering somebody new."""

    def people(self) -> tuple[Person, ...]:
        """Everybody who still uses the program, by name."""
        active = (person for person in self.store.people() if person.is_active)
        return tuple(sorted(active, key=lambda person: (folded(person.name), person.id)))

    def coordinators(self, round_: OpenedRound) -> tuple[Coordinator, ...]:
        """The coordinators of a round, by id; for who doesn't see all, their own unit's alone."""
        return round_.roster.coordinators

    def enter(self, name: str, *, by: str | None = None) -> Person:
        """The person of that name; entered by somebody known where nobody has the name yet.

        The very first person enters themself. Raises ``NotKept`` where ``by`` isn't known.
        """
        known = self.store.people()
        if same := [person for person in known if folded(person.name) == folded(name)]:
            return same[0]
        new = Person(id=_free_id(name, {person.id for person in known}), name=name.strip())
        return self.store.save_person(new, who=by or new.id)


def _free_id(name: str, taken: set[str]) -> str:
    """A short id made of the name, such as ``bjorn-dahl``; a number is added where it is taken."""
    wanted = plain_id(name) or "person"
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(id_ for id_ in (wanted, *numbered) if id_ not in taken)
