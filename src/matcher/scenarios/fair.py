"""How fair: wishes met, fit and waiting by group, with and without a scenario.

So that a change that harms a group is seen. Groups under five are never shown, and can't be
found by taking one number from another: where groups share out everybody, the small ones are put
together (with the smallest of the others, where that is still under five); where a case can be in
several, a group is shown only where those outside it aren't too few either. Each measure counts
the same cases before and after. Cases with a blocked address are left out of all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from statistics import fmean

from matcher.domain.case import Case
from matcher.domain.frozen import Frozen
from matcher.domain.months import whole_months_between
from matcher.domain.wishes import is_about
from matcher.scenarios.outcome import Outcome

LEAST_SHOWN = 5
NOT_KNOWN, OTHERS = "ikke kjent", "andre"
AGES = ((6, "0–5 år"), (13, "6–12 år"), (18, "13–17 år"), (200, "18 år og eldre"))


class Measure(StrEnum):
    """What is compared, with its unit."""

    WISHES = "ønsker oppfylt (prosent)"
    FIT = "egnethet (poeng av 100)"
    WAITING = "uten koordinator (prosent)"


class FairRow(Frozen):
    """One measure of one group."""

    by: str
    """What the groups are made by: tjeneste, område, språk, alder."""
    group: str
    measure: Measure
    cases: int
    """So many cases are counted; five or more."""
    before: float
    after: float

    @property
    def is_worse(self) -> bool:
        """Whether the group has it worse with the scenario: more wait, or less fits."""
        change = self.after - self.before
        return change > 0 if self.measure is Measure.WAITING else change < 0


Groups = dict[str, set[str]]
Values = dict[str, tuple[float, float]]
"""Before and after, by case."""


def how_fair(base: Outcome, after: Outcome) -> tuple[FairRow, ...]:
    """Each group that may be shown, by each measure."""
    common = base.chosen.keys() & after.chosen.keys()
    cases = [c for c in base.posed.pairs.cases if c.id in common and not c.has_blocked_address]
    rows: list[FairRow] = []
    for measure, values in _measures(base, after, cases).items():
        counted = [case for case in cases if case.id in values]
        for by, several, groups_of in _kinds(base):
            groups: Groups = {}
            for case in counted:
                for group in groups_of(case) or (NOT_KNOWN,):
                    groups.setdefault(group, set()).add(case.id)
            shown = apart(groups, len(counted)) if several else together(groups)
            rows += _rows(by, shown, measure, values)
    return tuple(rows)


def together(groups: Groups) -> Groups:
    """Groups that share out everybody, the small ones as one; none where all are too few."""
    small = {name for name, members in groups.items() if len(members) < LEAST_SHOWN}
    by_size = sorted(groups.keys() - small, key=lambda name: (len(groups[name]), name))
    while small and sum(len(groups[name]) for name in small) < LEAST_SHOWN and by_size:
        small.add(by_size.pop(0))
    shown = {name: groups[name] for name in groups if name not in small}
    rest: set[str] = set().union(*(groups[name] for name in small))
    return shown | ({OTHERS: rest} if len(rest) >= LEAST_SHOWN else {})


def apart(groups: Groups, everybody: int) -> Groups:
    """Groups that a case can be in several of: those where neither in nor out is too few."""
    return {
        name: members
        for name, members in groups.items()
        if len(members) >= LEAST_SHOWN and not 0 < everybody - len(members) < LEAST_SHOWN
    }


def _kinds(base: Outcome) -> tuple[tuple[str, bool, Callable[[Case], set[str]]], ...]:
    """What groups are made by, whether a case can be in several, and which it is in."""
    on = base.request.roster.on

    def age(case: Case) -> set[str]:
        if case.birth_month is None:
            return set()
        years = whole_months_between(case.birth_month, on) // 12
        return {next(name for below, name in AGES if years < below)}

    return (
        ("tjeneste", True, lambda case: {str(row.service) for row in case.services}),
        ("område", False, lambda case: {case.area} if case.area else set()),
        ("språk", True, lambda case: set(case.languages)),
        ("alder", False, age),
    )


def _measures(base: Outcome, after: Outcome, cases: list[Case]) -> dict[Measure, Values]:
    """Each measure of each case that it can be asked of both before and after."""
    wishes: Values = {}
    fit: Values = {}
    waiting: Values = {}
    for case in cases:
        before, now = base.chosen[case.id], after.chosen[case.id]
        waiting[case.id] = (100.0 * (before is None), 100.0 * (now is None))
        if before is not None and now is not None:
            fit[case.id] = (_fit(base, case.id, before), _fit(after, case.id, now))
        if case.wishes:
            wishes[case.id] = (_met(base, case, before), _met(after, case, now))
    return {Measure.WISHES: wishes, Measure.FIT: fit, Measure.WAITING: waiting}


def _fit(outcome: Outcome, case: str, coordinator: str) -> float:
    pairs = outcome.posed.pairs
    return float(outcome.problem.fit[pairs.case_index[case], pairs.coordinator_index[coordinator]])


def _met(outcome: Outcome, case: Case, chosen: str | None) -> float:
    """The share of the family's wishes that the one they have meets, in per cent."""
    if chosen is None:
        return 0.0
    person = outcome.request.roster.coordinator_by_id[chosen]
    return 100 * fmean(is_about(wish, person) is wish.wanted for wish in case.wishes)


def _rows(by: str, groups: Groups, measure: Measure, values: Values) -> Iterator[FairRow]:
    for name, members in sorted(groups.items()):
        before, after = (fmean(values[id_][at] for id_ in sorted(members)) for at in (0, 1))
        yield FairRow(
            by=by,
            group=name,
            measure=measure,
            cases=len(members),
            before=round(before, 1),
            after=round(after, 1),
        )
