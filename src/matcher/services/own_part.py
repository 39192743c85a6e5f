"""What a service tells somebody who doesn't see all cases: it works on the whole, and tells a part.

A round that is handed in, is opened anew, so that hours and rules are counted with everybody's
cases and nobody can hand in a round of their own making. What comes out, is the person's own part
of it. A case that isn't theirs is refused as one that doesn't exist would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from matcher.domain.actor import Actor
from matcher.domain.coordinator import Coordinator
from matcher.domain.frozen import Frozen
from matcher.domain.overview import Overview
from matcher.domain.part_of_round import plan_without, roster_without
from matcher.domain.plan import CasePlan
from matcher.domain.sight import OwnPart
from matcher.exchange.round_folder import OpenedRound

if TYPE_CHECKING:
    from matcher.storage.access_store import AccessStore
    from matcher.storage.store import Store

ANOTHER_CASE = "en annen sak"


class NotTheirs(Exception):
    """A case or a coordinator that somebody asks for, isn't among their own."""


def opened_from(store: Store, id_: int, who: str) -> OpenedRound:
    """A kept round, whole; the reading is written down. Raises ``NotKept``."""
    parse = import_module("matcher.profiles.load").parse
    kept = store.round(id_, who=who)
    roster = store.roster(kept.line.roster_id, who=who)
    return OpenedRound(
        kept.plan,
        roster.roster,
        parse(kept.profile_text, kept.line.profile),
        kept.profile_text,
        id=id_,
        erased_cases=roster.line.erased_cases,
    )


@dataclass(frozen=True)
class Narrowing:
    """Holds the questions and answers of one call against what an actor sees."""

    actor: Actor
    store: AccessStore
    part: OwnPart

    @classmethod
    def of(cls, actor: Actor, database_url: str) -> Narrowing:
        """By the newest roster and the decisions as they stand now."""
        store = import_module("matcher.storage.access_store").access_at(database_url)
        return cls(actor, store, store.own_part(actor.sights))

    def asked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What is handed in, with whole rounds. Raises ``NotTheirs`` for what isn't theirs."""
        if "case" in given and given["case"] not in self.part.cases:
            raise NotTheirs
        for value in given.values():
            for part in value if isinstance(value, tuple) else (value,):
                if not self._is_theirs(part):
                    raise NotTheirs
        return {name: self._whole(value) for name, value in given.items()}

    def told(self, answer: Any) -> Any:
        """The person's own part of an answer. Raises ``NotTheirs`` where it is another's."""
        if isinstance(answer, tuple):
            return tuple(self.told(one) for one in answer if self._is_theirs(one))
        if not self._is_theirs(answer):
            raise NotTheirs
        if isinstance(answer, OpenedRound):
            return self._round(answer)
        if isinstance(answer, Overview):
            return self._overview(answer)
        if is_dataclass(answer) and not isinstance(answer, type):
            return replace(
                answer,
                **{
                    each.name: self.told(value)
                    for each in fields(answer)
                    if isinstance(value := getattr(answer, each.name), tuple | CasePlan)
                },
            )
        return self._case_plan(answer) if isinstance(answer, CasePlan) else answer

    def _is_theirs(self, value: Any) -> bool:
        """Whether a value is about their own cases and people, or about none."""
        return all(case in self.part.cases for case in _cases(value)) and all(
            person in self.part.coordinators for person in _people(value)
        )

    def _whole(self, value: Any) -> Any:
        if not isinstance(value, OpenedRound):
            return value
        if value.id is None:
            raise NotTheirs
        return opened_from(self.store, value.id, self.actor.person)

    def _round(self, opened: OpenedRound) -> OpenedRound:
        gone = opened.roster.case_by_id.keys() - self.part.cases
        roster = roster_without(opened.roster, gone)
        plan = plan_without(opened.plan, gone, ANOTHER_CASE, keeps_moves=True)
        facts = plan.round.model_copy(update={"input_sha256": roster.sha256})
        return replace(opened, plan=plan.model_copy(update={"round": facts}), roster=roster)

    def _case_plan(self, told: CasePlan) -> CasePlan:
        """One case of a plan; other cases that would move, are told without their name."""
        ranked = []
        for one in told.suggestions:
            moved = tuple(
                move
                if move.case in self.part.cases
                else move.model_copy(update={"case": ANOTHER_CASE})
                for move in one.consequence.moved
            )
            consequence = one.consequence.model_copy(update={"moved": moved})
            ranked.append(one.model_copy(update={"consequence": consequence}))
        return told.model_copy(update={"suggestions": tuple(ranked)})

    def _overview(self, whole: Overview) -> Overview:
        own = {
            "cases": self.told(whole.cases),
            "coordinators": tuple(
                line for line in whole.coordinators if line.name in self.part.coordinators
            ),
            "units": tuple(line for line in whole.units if line.name in self.part.units),
            "alerts": self.told(whole.alerts),
            "due": self.told(whole.due),
        }
        return whole.model_copy(update=own)


def _cases(value: Any) -> Iterator[str]:
    """The case that a value is about: its own, or that of the decision it holds."""
    if isinstance(value, Frozen):
        case = getattr(getattr(value, "decision", value), "case", None)
        if isinstance(case, str):
            yield case


def _people(value: Any) -> Iterator[str]:
    """The coordinator that a value is about, where it is about no case."""
    if isinstance(value, Coordinator):
        yield value.id
    elif isinstance(value, Frozen) and not any(_cases(value)):
        person = getattr(value, "coordinator", None)
        if isinstance(person, str):
            yield person
