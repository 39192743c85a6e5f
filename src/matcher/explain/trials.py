"""Trying changes: nothing is said to help before a whole round was run with it, and it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from matcher.domain.frozen import Frozen
from matcher.domain.plan import Move
from matcher.domain.wording import listed, with_unit
from matcher.explain.changes import Change
from matcher.explain.solved_round import SolvedRound, is_small, solve
from matcher.explain.under_way import Told
from matcher.optimizer.choices import ChoicesClash

Changes = tuple[Change, ...]

MOST_RUNS = 60
MOST_SECONDS, PATIENT_SECONDS = 60.0, 600.0
"""A person waits for the answer: a minute in a small round, and ten in one where each try takes
half a minute or more. Which changes are tried may hang on this; what is said of one that was
tried, never does."""


@dataclass(frozen=True)
class Idea:
    """Changes to try together; where there is an amount in it, as little of it as works.

    ``make`` gives the changes of an amount from 1 to ``most``. More of it is taken to help at
    least as much as less; where that isn't so, a smaller amount than the one told may work too.
    """

    make: Callable[[int], Changes]
    most: int = 1

    @classmethod
    def of(cls, *changes: Change) -> Idea:
        """Changes without an amount."""
        return cls(lambda amount: changes)

    def and_with(self, before: Changes) -> Idea:
        """The same on top of other changes."""
        return Idea(lambda amount: (*before, *self.make(amount)), self.most)


class ChangeTold(Frozen):
    """One change of a way."""

    kind: str
    says: str


class Way(Frozen):
    """Changes that were tried in a round of their own, and brought about what was asked for."""

    changes: tuple[ChangeTold, ...]
    is_least: bool
    """Whether one step less was tried too, and wasn't enough; true where there is no amount."""
    moved: tuple[Move, ...]
    """Every other case whose coordinator would be another than in the plan."""
    says: str


def seconds_for(round_: SolvedRound) -> float:
    """How long may be spent on one question; always enough for one try."""
    return MOST_SECONDS if is_small(round_.problem) else PATIENT_SECONDS


def in_short(
    trials: Trials, ways: Sequence[Way], *, found: str, not_found: str, ran_out: bool
) -> str:
    """How the trying went, with what was found by it or not; ``ran_out`` where more was left."""
    tried = with_unit(str(trials.runs), "runder")
    if ways:
        told = f"Prøvd i {tried}: {found}."
    elif trials.runs:
        told = f"Ingen av endringene som ble prøvd ({tried}), {not_found}."
    else:
        return "Det som hindrer, er ikke noe som kan endres med et lite grep. Ingenting er prøvd."
    return told + (" Det ble stanset før alt var prøvd." if ran_out else "")


class RanOut(Exception):
    """No more rounds may be run."""


@dataclass
class Trials:
    """Runs a round with changes made, until so many runs or seconds are used."""

    now: SolvedRound
    most_runs: int = MOST_RUNS
    most_seconds: float = MOST_SECONDS
    told: Told = lambda step, share: None
    """Hears, for each round that is run, the share used of the runs or the time there is."""
    runs: int = 0
    working: int = 0
    """So many ideas work, of those tried so far."""
    ran_out: bool = False
    _began: float = field(default_factory=monotonic)

    def run(self, changes: Changes) -> SolvedRound | None:
        """The round with the changes made; ``None`` where KE's choices then clash.

        Raises ``RanOut``.
        """
        seconds = monotonic() - self._began
        if self.runs >= self.most_runs or (seconds >= self.most_seconds and self.runs):
            self.ran_out = True
            raise RanOut
        self.told(
            f"Prøver hva som skal til, med hele runder: nummer {self.runs + 1}. "
            f"Måter som er funnet: {self.working}.",
            max(self.runs / self.most_runs, min(seconds / max(self.most_seconds, 1.0), 1.0)),
        )
        self.runs += 1
        request = self.now.request
        for change in changes:
            request = change.made(request)
        try:
            return solve(request)
        except ChoicesClash:
            return None

    def ways(
        self,
        case: str,
        ideas: Iterable[Idea],
        works: Callable[[SolvedRound], bool],
        most: int,
        so_far: Callable[[Sequence[Way]], None],
    ) -> list[Way]:
        """The first ``most`` ideas that work, each with as little as works.

        An idea that only adds to one that works already, isn't tried. ``so_far`` hears the ways
        there are each time one more is found, so that they aren't lost when this is stopped.
        """
        found: list[Way] = []
        enough: list[set[str]] = []
        try:
            for idea in ideas:
                subjects = {change.subject for change in idea.make(idea.most)}
                if any(less <= subjects for less in enough):
                    continue
                if way := self._least(case, idea, works):
                    found.append(way)
                    self.working += 1
                    enough.append(subjects)
                    so_far(found)
                if len(found) == most:
                    break
        except RanOut:
            pass
        return found

    def _least(self, case: str, idea: Idea, works: Callable[[SolvedRound], bool]) -> Way | None:
        """The smallest amount that works, by halving; ``None`` where not even the most does."""
        enough, too_little = idea.most, 0
        best = self._if_it_works(idea.make(enough), works)
        if best is None:
            return None
        try:
            while enough - too_little > 1:
                middle = (enough + too_little) // 2
                if run := self._if_it_works(idea.make(middle), works):
                    enough, best = middle, run
                else:
                    too_little = middle
        except RanOut:
            pass
        is_least = enough - too_little == 1
        return self._way(case, idea, enough, best, is_least=is_least)

    def _if_it_works(
        self, changes: Changes, works: Callable[[SolvedRound], bool]
    ) -> SolvedRound | None:
        run = self.run(changes)
        return run if run is not None and works(run) else None

    def _way(self, case: str, idea: Idea, amount: int, run: SolvedRound, *, is_least: bool) -> Way:
        before, after = self.now.chosen_by_id, run.chosen_by_id
        moved = tuple(
            Move(case=id_, from_=before[id_], to=after.get(id_))
            for id_ in self.now.problem.case_ids
            if id_ != case and after.get(id_) != before[id_]
        )
        told = tuple(
            ChangeTold(kind=change.kind, says=change.says(self.now.request))
            for change in idea.make(amount)
        )
        says = _says(told, moved, has_amount=is_least and idea.most > 1)
        return Way(changes=told, is_least=is_least, moved=moved, says=says)


def _says(told: tuple[ChangeTold, ...], moved: tuple[Move, ...], *, has_amount: bool) -> str:
    less = " Mindre er ikke nok." if has_amount else ""
    others = {0: "Ingen andre saker får", 1: "Én annen sak får"}.get(
        len(moved), f"{len(moved)} andre saker får"
    )
    return (
        f"Hvis {listed(change.says for change in told)}.{less} {others} da en annen koordinator "
        "enn i planen."
    )
