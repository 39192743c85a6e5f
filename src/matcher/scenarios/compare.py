"""Base against scenario: people first, then goals, load by unit, and wishes met."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from matcher.domain.frozen import Frozen
from matcher.domain.plan import GoalResult
from matcher.domain.round_changes import FamilyHappening, happening
from matcher.domain.vocabulary import Role
from matcher.domain.wishes import is_about
from matcher.domain.wording import number
from matcher.optimizer.problem import HUNDREDTHS
from matcher.scenarios.outcome import Outcome
from matcher.scenarios.scenario import Scenario

HIDDEN_UNIT = "skjult (adressesperre)"
NO_UNIT = "uten enhet"


class Touch(StrEnum):
    """How a scenario touches a case, the gravest first."""

    LOSES = "mister koordinatoren"
    CHANGES = "får en annen koordinator"
    GETS = "får koordinator"
    NEW_WITHOUT = "ny sak, uten koordinator"
    NEW_WITH = "ny sak, får koordinator"
    OUT = "går ut av runden"


TOUCHES = {
    FamilyHappening.LOSES: Touch.LOSES,
    FamilyHappening.ANOTHER: Touch.CHANGES,
    FamilyHappening.GAINS: Touch.GETS,
    FamilyHappening.NEW: Touch.NEW_WITH,
    FamilyHappening.GONE: Touch.OUT,
}

IN_SHORT = {
    Touch.LOSES: ("sak mister koordinatoren sin", "saker mister koordinatoren sin"),
    Touch.CHANGES: ("sak får en annen koordinator", "saker får en annen koordinator"),
    Touch.GETS: ("sak til får koordinator", "saker til får koordinator"),
    Touch.NEW_WITHOUT: ("ny sak står uten koordinator", "nye saker står uten koordinator"),
    Touch.NEW_WITH: ("ny sak får koordinator", "nye saker får koordinator"),
    Touch.OUT: ("sak går ut av runden", "saker går ut av runden"),
}
"""How so many cases are told: one, and several."""

ONLY_SUGGESTED = {
    Touch.LOSES: "mister forslaget sitt",
    Touch.CHANGES: "får et annet forslag",
}
"""How it is told where nobody has begun: the family never had the coordinator of the plan."""


class TouchedCase(Frozen):
    """A case that the scenario touches, and whom it has before and after in the plan."""

    case: str
    role: Role
    touch: Touch
    before: str | None
    after: str | None
    has_today: bool = False
    """Whether ``before`` is the coordinator the family has today, and no suggestion alone."""

    @property
    def says(self) -> str:
        """What happens to the case, in words."""
        return str(self.touch if self.has_today else ONLY_SUGGESTED.get(self.touch, self.touch))


class GoalCompared(Frozen):
    """A goal with and without the scenario; ``None`` where it isn't asked of that round."""

    id: str
    title: str
    unit: str
    before: GoalResult | None
    after: GoalResult | None
    says: str


class LoadCompared(Frozen):
    """A unit's hours a month with and without the scenario: agreed, and used by cases."""

    unit: str
    agreed_before: float
    used_before: float
    agreed_after: float
    used_after: float


class WishesMet(Frozen):
    """So many of the families' wishes are met by the one they have."""

    met: int
    of: int


class Comparison(Frozen):
    """A scenario beside the base."""

    title: str
    changes: tuple[str, ...]
    others_keep: bool
    touched: tuple[TouchedCase, ...]
    goals: tuple[GoalCompared, ...]
    loads: tuple[LoadCompared, ...]
    wishes_before: WishesMet
    wishes_after: WishesMet
    placed_before: int
    placed_after: int
    is_proven: bool
    """Whether both plans are proven best in every goal."""
    says: tuple[str, ...]

    def count(self, touch: Touch) -> int:
        """How many cases are touched this way."""
        return sum(row.touch is touch for row in self.touched)


def compare(base: Outcome, after: Outcome, scenario: Scenario) -> Comparison:
    """What the scenario does, with what was proven."""
    touched = tuple(sorted(_touched(base, after), key=_gravest_first))
    goals = tuple(_goals(base, after))
    is_proven = base.is_proven and after.is_proven
    return Comparison(
        title=scenario.title,
        changes=scenario.says(base.request),
        others_keep=scenario.others_keep,
        touched=touched,
        goals=goals,
        loads=tuple(_loads(base, after)),
        wishes_before=wishes_met(base),
        wishes_after=wishes_met(after),
        placed_before=_placed(base),
        placed_after=_placed(after),
        is_proven=is_proven,
        says=tuple(_says(touched, goals, is_proven=is_proven)),
    )


ORDER = {touch: place for place, touch in enumerate(Touch)}


def _gravest_first(row: TouchedCase) -> tuple[int, bool, str]:
    """Within a kind, those who have begun with the coordinator come before suggestions."""
    return ORDER[row.touch], not row.has_today, row.case


def _touched(base: Outcome, after: Outcome) -> Iterator[TouchedCase]:
    roles = [dict(zip(o.problem.case_ids, o.problem.roles, strict=True)) for o in (after, base)]
    for case in sorted(base.chosen.keys() | after.chosen.keys()):
        before, now = base.chosen.get(case), after.chosen.get(case)
        was_in, is_in = (case in o.request.roster.case_by_id for o in (base, after))
        touch = _touch(before, now, was_in=was_in, is_in=is_in)
        if touch is not None:
            role = roles[0].get(case) or roles[1][case]
            today = base.request.roster.case_by_id[case].current_coordinator if was_in else None
            yield TouchedCase(
                case=case,
                role=role,
                touch=touch,
                before=before,
                after=now,
                has_today=before is not None and before == today,
            )


def _touch(before: str | None, now: str | None, *, was_in: bool, is_in: bool) -> Touch | None:
    found = happening(before, now, was_there=was_in, is_there=is_in)
    if found is FamilyHappening.NEW and now is None:
        return Touch.NEW_WITHOUT
    return TOUCHES[found] if found else None


def _goals(base: Outcome, after: Outcome) -> Iterator[GoalCompared]:
    before, now = ({goal.id: goal for goal in outcome.goals} for outcome in (base, after))
    for id_ in [*before, *(id_ for id_ in now if id_ not in before)]:
        one = now.get(id_) or before[id_]
        yield GoalCompared(
            id=id_,
            title=one.title,
            unit=one.unit,
            before=before.get(id_),
            after=now.get(id_),
            says=_how_sure(before.get(id_), now.get(id_)),
        )


def _how_sure(before: GoalResult | None, now: GoalResult | None) -> str:
    open_ = [goal for goal in (before, now) if goal is not None and not goal.optimal]
    if not open_:
        return "begge bevist best mulig"
    gap = max(goal.value - goal.bound for goal in open_)
    return f"best funnet, høyst {number(gap)} {open_[0].unit} fra det beste"


def _loads(base: Outcome, after: Outcome) -> Iterator[LoadCompared]:
    before, now = unit_hours(base), unit_hours(after)
    for unit in sorted(before.keys() | now.keys()):
        (agreed_before, used_before), (agreed, used) = (
            hours.get(unit, (0.0, 0.0)) for hours in (before, now)
        )
        yield LoadCompared(
            unit=unit,
            agreed_before=agreed_before,
            used_before=used_before,
            agreed_after=agreed,
            used_after=used,
        )


def unit_hours(outcome: Outcome) -> dict[str, tuple[float, float]]:
    """Agreed and used hours a month by unit; used are those bound outside the round too.

    Whoever has left by the day of the round has taken their own hours with them.
    The unit of somebody with a blocked address isn't told, for it says where they work.
    """
    hours: dict[str, tuple[float, float]] = {}
    for person, load in zip(outcome.posed.pairs.coordinators, outcome.load.tolist(), strict=True):
        unit = person.told_unit or NO_UNIT
        if person.has_blocked_address:
            unit = HIDDEN_UNIT
        agreed, used = hours.get(unit, (0.0, 0.0))
        if person.employed_to is None or person.employed_to >= outcome.request.roster.on:
            agreed += person.agreed_hours_per_month or 0.0
            used += person.bound_hours_per_month or 0.0
        hours[unit] = agreed, used + load / HUNDREDTHS
    return {unit: (round(a, 2), round(u, 2)) for unit, (a, u) in hours.items()}


def wishes_met(outcome: Outcome) -> WishesMet:
    """Every wish for or against somebody, held against whom the case has."""
    people = outcome.request.roster.coordinator_by_id
    met = of = 0
    for case in outcome.posed.pairs.cases:
        chosen = outcome.chosen[case.id]
        for wish in case.wishes:
            of += 1
            met += chosen is not None and is_about(wish, people[chosen]) is wish.wanted
    return WishesMet(met=met, of=of)


def _placed(outcome: Outcome) -> int:
    return sum(chosen is not None for chosen in outcome.chosen.values())


def _says(
    touched: tuple[TouchedCase, ...], goals: tuple[GoalCompared, ...], *, is_proven: bool
) -> Iterator[str]:
    """The answer in short."""
    if not touched:
        yield "Ingen saker berøres: alle har den samme koordinatoren som før."
    for touch in Touch:
        if count := sum(row.touch is touch for row in touched):
            yield f"{count} {IN_SHORT[touch][count > 1]}."
    yield from _who_has_begun([row for row in touched if row.touch in ONLY_SUGGESTED])
    yield from (
        f"{goal.title}: fra {number(goal.before.value)} til {number(goal.after.value)} {goal.unit}."
        for goal in goals
        if goal.before and goal.after and goal.before.value != goal.after.value
    )
    if is_proven:
        yield "Begge planene er bevist best mulig, mål for mål."
    else:
        yield "Ikke alle mål er bevist; tallene er det beste som er funnet."


def _who_has_begun(unsettled: list[TouchedCase]) -> Iterator[str]:
    """How many of those who lose or change one have that coordinator already."""
    have = sum(row.has_today for row in unsettled)
    if unsettled and not have:
        yield "Ingen av dem som mister eller bytter, har begynt hos koordinatoren: det er forslag."
    elif have < len(unsettled):
        yield (
            f"{have} av {len(unsettled)} som mister eller bytter, har den koordinatoren i dag; "
            "for de andre er det forslaget i runden som blir et annet."
        )
