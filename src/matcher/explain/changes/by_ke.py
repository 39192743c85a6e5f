"""What KE settles alone: its own locks, bans and exceptions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typing_extensions import override

from matcher.domain.choice import Choice
from matcher.explain.changes.change import Change, called, with_case
from matcher.explain.solved_round import RoundRequest


@dataclass(frozen=True)
class Unlocked(Change):
    """KE takes back the lock of a case."""

    EFFORT = 1
    case: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return replace(request, locks=tuple(c for c in request.locks if c.case != self.case))

    @override
    def says(self, before: RoundRequest) -> str:
        to = next(lock.coordinator for lock in before.locks if lock.case == self.case)
        return f"KE opphever låsen av {self.case} til {called(to, before)}"


@dataclass(frozen=True)
class Unbanned(Change):
    """KE takes back the ban of a pair."""

    EFFORT = 1
    case: str
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        pair = (self.case, self.coordinator)
        bans = tuple(ban for ban in request.bans if (ban.case, ban.coordinator) != pair)
        return replace(request, bans=bans)

    @override
    def says(self, before: RoundRequest) -> str:
        return f"KE opphever sperringen av {called(self.coordinator, before)} for {self.case}"


@dataclass(frozen=True)
class SetAside(Change):
    """KE sets rules aside for one pair, with a written reason, and so locks it."""

    EFFORT = 2
    case: str
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        lock = Choice(case=self.case, coordinator=self.coordinator, reason="KE fraviker regelen")
        kept = (other for other in request.locks if other.case != self.case)
        return replace(request, locks=(*kept, lock))

    @override
    def says(self, before: RoundRequest) -> str:
        return (
            f"KE fraviker regelen med en skriftlig begrunnelse og låser {self.case} til "
            f"{called(self.coordinator, before)}"
        )


@dataclass(frozen=True)
class AskedToChange(Change):
    """KE or the family asks that a change of coordinator be weighed (S123, S165)."""

    EFFORT = 3
    case: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return with_case(request, self.case, reconsider=True)

    @override
    def says(self, before: RoundRequest) -> str:
        return f"det er bedt om at bytte av koordinator vurderes i {self.case}"
