"""An office with two families and somebody who sees one of them: what others' must not leak from.

A marked word stands in the other family alone, so that it is found wherever it leaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.roster import Roster
from matcher.domain.sight import Sight, SightOf
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.task import Task, TaskOwner
from matcher.domain.vocabulary import Service
from matcher.exchange.round_folder import OpenedRound
from matcher.services import Services
from tests.services.made_rounds import (
    KARI,
    OLA,
    ON,
    SIV,
    UNITS,
    case,
    coordinator,
    final,
    kept_round,
)

OWN, OTHERS, THEIR_WORDS = "S-1", "HEMMELIG-7", "Storebror-Trym"
UNIT = Sight(of=SightOf.UNIT, which="Helsestasjonen")
AWAY = coordinator("K-9", "Nina Berg", "Rusteamet", Service.SUBSTANCE_USE)
ROSTER = Roster.of(
    ON,
    [
        case(OWN, current_coordinator="K-1", services=case("x").services[::2]),
        case(
            OTHERS, services=case("x").services[1:], relations=(), what_matters=THEIR_WORDS,
            current_coordinator="K-2",
        ),
    ],
    [KARI, OLA, SIV, AWAY],
    UNITS,
)  # fmt: skip
WORKS = frozenset({AccessRole.LESER, AccessRole.SAKSBEHANDLER, AccessRole.LEDER})


@dataclass(frozen=True)
class Office:
    """A round and all that is kept of both families, and somebody who sees one of them."""

    whole: Services
    own: Services
    round: OpenedRound
    """As the one who sees their own got it."""

    def task(self, about: str) -> Task:
        """The open task of a case; a new one where none is left."""
        found = [one for one in self.whole.tasks(who="anne") if one.case == about]
        if not any(_is_own(one) for one in found):
            self.whole.add_task(new_task(about), who="anne")
            found = [one for one in self.whole.tasks(who="anne") if one.case == about]
        return next(one for one in found if _is_own(one))

    def choice(self, about: str) -> StandingChoice:
        """What stands locked in a case."""
        return next(one for one in self.whole.choices(who="anne") if one.case == about)

    def absence(self, of: str) -> KeptAbsence:
        """The absence of a coordinator."""
        return next(one for one in self.whole.absences(who="anne") if one.coordinator == of)


@contextmanager
def an_office(folder: Path) -> Iterator[Office]:
    """The office, with everything kept in a folder."""
    whole = Services(database_url=f"sqlite:///{folder / 'base.db'}")
    anne = whole.enter("Anne")
    lise = whole.enter("Lise", by=anne.id)
    opened = kept_round(whole, roster=ROSTER)
    for about, who in ((OWN, "K-1"), (OTHERS, "K-2")):
        whole.settle(opened, final(about, who, stand_in=None), seen=0, who="anne", on=ON)
        whole.add_task(new_task(about), who="anne")
        whole.choose(_lock(about, who), who="anne")
        whole.save_group(Ansvarsgruppe(case=about), who="anne")
        whole.register_absence(KeptAbsence(coordinator=who, first_day=ON), who="anne")
    sees = Actor(person=lise.id, name=lise.name, roles=WORKS, sights=frozenset({UNIT}))
    own = whole.acting_as(sees)
    assert opened.id is not None
    yield Office(whole, own, own.open_kept_round(opened.id, who=lise.id))
    whole.store.close()


def _is_own(task: Task) -> bool:
    return task.kind == "egen" and task.done_on is None


def new_task(about: str) -> Task:
    """A task in a case."""
    return Task(case=about, kind="egen", title=f"Ring om {about}", owner=TaskOwner.KE, due=ON)


def _lock(about: str, who: str) -> StandingChoice:
    return StandingChoice(kind=ChoiceKind.LOCK, case=about, coordinator=who, reason=f"Om {about}")
