"""The answer held against roster and profile again, in plain Python, before anybody sees it.

Reads the finished answer alone: no solver, no model, none of the arrays it was made from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from matcher.criteria.evaluate import evaluate as evaluate_criteria
from matcher.domain.choice import Choice
from matcher.domain.pairs import Pairs
from matcher.domain.plan import CasePlan, Plan, Status
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.domain.wording import number
from matcher.entitlement import entitle, placed_in_round
from matcher.entitlement.workload import workload
from matcher.profiles.profile import Profile, Siblings
from matcher.rules.evaluate import evaluate as evaluate_rules

TOLERANCE_HOURS = 0.005


def faults(
    plan: Plan,
    roster: Roster,
    profile: Profile,
    *,
    locks: Iterable[Choice] = (),
    bans: Iterable[Choice] = (),
) -> list[str]:
    """Everything in the answer that isn't so, in Norwegian; empty where all of it holds."""
    if strangers := list(_strangers(plan, roster)):
        return strangers
    locked = {lock.case: lock.coordinator for lock in locks}
    banned = {(ban.case, ban.coordinator) for ban in bans}
    return [
        *_cases(plan, roster),
        *_roles(plan, roster, profile),
        *_pairs(plan, roster, profile, locked, banned),
        *_hours(plan, roster, locked),
        *_families(plan, roster, profile),
        *_ranks(plan),
        *_goals(plan, roster, profile),
    ]


def _strangers(plan: Plan, roster: Roster) -> Iterator[str]:
    """Whom the answer names and the roster doesn't know; nothing else can be checked then."""
    for told in plan.cases:
        suggested = (one.coordinator for one in told.suggestions)
        named = {told.coordinator or "", *suggested} - {""}
        if told.case not in roster.case_by_id:
            yield f"{told.case} er ikke i datagrunnlaget"
        for id_ in sorted(named - roster.coordinator_by_id.keys()):
            yield f"{told.case} har {id_}, som ikke er i datagrunnlaget"


def _cases(plan: Plan, roster: Roster) -> Iterator[str]:
    told, known = [case.case for case in plan.cases], [case.id for case in roster.cases]
    if told != known:
        yield f"svaret har {len(told)} saker, og runden {len(known)}, eller de står i ulik orden"


def _roles(plan: Plan, roster: Roster, profile: Profile) -> Iterator[str]:
    for told, case in zip(plan.cases, roster.cases, strict=False):
        if told.entitlement != entitle(case, profile, roster.on):
            yield f"{case.id} har ikke rollen som svaret sier"
        hours = workload(case, profile, roster.on)
        if told.workload_hours_per_month != hours.hours_per_month:
            yield f"{case.id} har ikke timene som svaret sier"
        if told.kept != (
            told.coordinator is not None and told.coordinator == case.current_coordinator
        ):
            yield f"{case.id} er ikke beholdt slik svaret sier"


def _pairs(
    plan: Plan,
    roster: Roster,
    profile: Profile,
    locked: dict[str, str],
    banned: set[tuple[str, str]],
) -> Iterator[str]:
    """The rules and the fit of each chosen pair, asked again of that pair alone."""
    preferred = {(one.case, one.coordinator) for one in plan.round.preferences}
    for told in plan.cases:
        if told.case in locked and told.coordinator != locked[told.case]:
            yield f"{told.case} er låst til {locked[told.case]}"
        if told.coordinator is None:
            continue
        if (told.case, told.coordinator) in banned:
            yield f"{told.case} er sperret for {told.coordinator}"
        pair = _pair(told, told.coordinator, roster)
        if not evaluate_rules(pair, profile).allowed[0, 0] and told.case not in locked:
            yield f"{told.case} kan ikke ha {told.coordinator}"
        fit = int(evaluate_criteria(pair, profile).fit[0, 0])
        if (told.case, told.coordinator) in preferred:
            line = profile.goals.preference
            fit = min(100, fit + line.points) if line else fit
        chosen = [s for s in told.suggestions if s.coordinator == told.coordinator]
        if [suggestion.fit for suggestion in chosen] != [fit]:
            yield f"{told.case} og {told.coordinator} har ikke egnetheten som svaret sier"


def _pair(told: CasePlan, coordinator: str, roster: Roster) -> Pairs:
    return Pairs(
        on=roster.on,
        cases=(roster.case_by_id[told.case],),
        roles=(told.entitlement.role,),
        coordinators=(roster.coordinator_by_id[coordinator],),
        units=roster.unit_by_name,
    )


def _hours(plan: Plan, roster: Roster, locked: dict[str, str]) -> Iterator[str]:
    """Nobody over the agreed hours, but for who had more already and got nothing new."""
    given: dict[str, float] = defaultdict(float)
    new: dict[str, set[str]] = defaultdict(set)
    for told in plan.cases:
        if told.coordinator is not None:
            given[told.coordinator] += told.workload_hours_per_month
            if not told.kept and told.case not in locked:
                new[told.coordinator].add(told.case)
    for id_, hours in given.items():
        free = roster.coordinator_by_id[id_].free_hours_per_month or 0.0
        if new[id_] and hours > free + TOLERANCE_HOURS:
            yield f"{id_} får {number(hours)} timer og har {number(free)}"


def _families(plan: Plan, roster: Roster, profile: Profile) -> Iterator[str]:
    if profile.goals.siblings.together is not Siblings.MUST:
        return
    apart = {f.subject for f in plan.findings if f.code == "siblings_apart"}
    chosen = {told.case: told.coordinator for told in plan.cases}
    in_round = {t.case for t in plan.cases if placed_in_round(t.entitlement.role, profile)}
    for family in roster.families:
        siblings = [id_ for id_ in family if id_ in in_round]
        coordinators = {chosen[id_] for id_ in siblings} - {None}
        if len(coordinators) > 1 and not apart.intersection(siblings):
            yield f"søsknene {', '.join(siblings)} har ulike koordinatorer"


def _ranks(plan: Plan) -> Iterator[str]:
    """Ranked by loss tier by tier; the plan's own choice first, and losing nothing."""
    for told in plan.cases:
        ranked = [(s.consequence.loss, -s.fit, s.coordinator) for s in told.suggestions]
        rest = ranked[1:] if told.coordinator is not None else ranked
        if [s.rank for s in told.suggestions] != list(range(1, len(ranked) + 1)) or rest != sorted(
            rest
        ):
            yield f"forslagene til {told.case} står ikke i orden etter konsekvens"
        if told.coordinator is not None and (
            not told.suggestions
            or told.suggestions[0].coordinator != told.coordinator
            or any(told.suggestions[0].consequence.loss)
        ):
            yield f"planens valg for {told.case} står ikke først, uten tap"
        proven = plan.round.status is Status.OPTIMAL
        zero = (0.0,) * len(plan.round.goals)
        if proven and any(s.consequence.loss < zero for s in told.suggestions):
            yield f"{told.case}: et valg skulle gjøre runden bedre enn det beste"


def _goals(plan: Plan, roster: Roster, profile: Profile) -> Iterator[str]:
    """The goals that can be counted straight off the answer."""
    values = {goal.id: goal.value for goal in plan.round.goals}
    alone = [told for told in plan.cases if told.coordinator is None]
    for id_, role in (
        ("place_barnekoordinator", Role.BARNEKOORDINATOR),
        ("place_koordinator", Role.KOORDINATOR),
    ):
        count = sum(told.entitlement.role is role for told in alone)
        if values.get(id_, count) != count:
            yield f"{id_}: svaret sier {number(values[id_])}, talt {count}"
    fit = sum(
        100 - suggestion.fit
        for told in plan.cases
        for suggestion in told.suggestions
        if suggestion.coordinator == told.coordinator
    )
    moved = sum(_is_moved(told, roster, profile) for told in plan.cases)
    price = profile.goals.moving.threshold_points + 1
    if values.get("total_fit", fit + moved * price) != fit + moved * price:
        yield f"total_fit: svaret sier {number(values['total_fit'])}, talt {fit + moved * price}"
    for goal in plan.round.goals:
        if goal.bound > goal.value or goal.optimal != (goal.bound == goal.value):
            yield f"{goal.id}: grensen {number(goal.bound)} stemmer ikke med {number(goal.value)}"


def _is_moved(told: CasePlan, roster: Roster, profile: Profile) -> bool:
    """A family that might have kept its coordinator, asked for no change, and gets another."""
    case = roster.case_by_id[told.case]
    now = case.current_coordinator
    if now is None or told.coordinator in (None, now) or case.reconsider:
        return False
    return bool(evaluate_rules(_pair(told, now, roster), profile).allowed[0, 0])
