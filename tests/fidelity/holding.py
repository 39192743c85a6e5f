"""Each kind of statement, acted upon: what doesn't hold of it, in words; empty where it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from matcher.domain.choice import Choice
from matcher.domain.plan import BrokenRule, Says
from matcher.explain.shortage import WhyNobody
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.explain.trials import Way
from matcher.explain.why_not import Answer, WhyNot
from matcher.optimizer import assign
from matcher.optimizer.check import breaches
from matcher.optimizer.choices import ChoicesClash
from matcher.optimizer.program import UNPLACED
from matcher.profiles.line import Mode, Unknown
from matcher.profiles.profile import Profile, Siblings
from matcher.rules import RULES
from tests.fidelity.acting import acted, hours, with_coordinator

RULE_IDS = {rule.id for rule in RULES}
AMPLE_HOURS = 400.0


def without_rules(profile: Profile, ids: Iterable[str]) -> Profile:
    """The profile where rules are off."""
    off = {
        id_: getattr(profile.rules, id_).model_copy(
            update={"mode": Mode.OFF, "unknown": Unknown.ASK}
        )
        for id_ in ids
    }
    return profile.model_copy(update={"rules": profile.rules.model_copy(update=off)})


def refusal_faults(
    request: RoundRequest, pair: tuple[str, str], blocks: tuple[BrokenRule, ...]
) -> Iterator[str]:
    """Lift everything that is named: the pair is allowed. Lift all but one: it isn't."""
    named = [block.id for block in blocks]
    for block in blocks:
        if not (block.because.strip() and block.source.strip()):
            yield f"{block.id} says neither why nor by what"
    if "fordeles_ikke" in named:
        return
    if not _is_open(request, pair, named):
        yield f"{pair}: all of {named} are lifted, and it isn't allowed"
    for kept in named:
        if _is_open(request, pair, [id_ for id_ in named if id_ != kept]):
            yield f"{pair}: {kept} is named, and doesn't stop it"


def _is_open(request: RoundRequest, pair: tuple[str, str], lifted: list[str]) -> bool:
    case, coordinator = pair
    rules = [id_ for id_ in lifted if id_ in RULE_IDS]
    request = replace(request, profile=without_rules(request.profile, rules))
    if "sperret_av_ke" in lifted:
        kept = tuple(b for b in request.bans if (b.case, b.coordinator) != pair)
        request = replace(request, bans=kept)
    if "last_av_ke" in lifted:
        kept = tuple(lock for lock in request.locks if lock.case != case)
        request = replace(request, locks=kept)
    if "avtalte_timer" in lifted:
        request = with_coordinator(request, coordinator, agreed_hours_per_month=AMPLE_HOURS)
    if "sosken" in lifted:
        request = replace(request, profile=_siblings_apart(request.profile))
    try:
        problem = request.posed().problem
    except ChoicesClash:
        return False
    i, j = problem.case_ids.index(case), problem.coordinator_ids.index(coordinator)
    return bool(problem.allowed[i, j])


def _siblings_apart(profile: Profile) -> Profile:
    line = profile.goals.siblings.model_copy(update={"together": Siblings.PREFER})
    goals = profile.goals.model_copy(update={"siblings": line})
    return profile.model_copy(update={"goals": goals})


def consequence_faults(round_: SolvedRound, told: WhyNot) -> Iterator[str]:
    """Lock the pair and run the round again: the goals fall by what was said, as it was said."""
    assert told.consequence is not None
    pair = f"{told.case}={told.coordinator}"
    lock = Choice(case=told.case, coordinator=told.coordinator)
    others = tuple(c for c in round_.request.locks if c.case != told.case)
    forced = solve(replace(round_.request, locks=(*others, lock)))
    lost = _difference(round_, forced)
    said = [round(loss, 6) for loss in told.consequence.loss]
    if told.consequence.says is Says.EXACT and said != lost:
        yield f"{pair}: said exactly {said}, and the round loses {lost}"
    if told.consequence.says is Says.AT_MOST and said < lost:
        yield f"{pair}: said at most {said}, and the round loses {lost}"
    if (told.answer is Answer.EQUAL) != (not any(said)) and told.answer is not Answer.SUGGESTED:
        yield f"{pair}: said {told.answer}, with {said}"
    yield from _moved_faults(round_, told, said)
    yield from _alone_faults(round_, told)


def _alone_faults(round_: SolvedRound, told: WhyNot) -> Iterator[str]:
    """Change the one case and nobody else: it can't be, or costs what was said."""
    problem = round_.problem
    plan = round_.solved.plan.copy()
    plan[problem.case_ids.index(told.case)] = problem.coordinator_ids.index(told.coordinator)
    if bool(breaches(problem, plan)) != (told.alone is None):
        yield f"{told.case}={told.coordinator}: whether it can be alone is not so"
    elif told.alone is not None:
        lost = {
            tier.goal.id: round(
                (tier.goal.measure(problem, plan) - tier.value) / tier.goal.scale, 6
            )
            for tier in round_.consequences.tiers
        }
        said = {loss.id: round(loss.loss, 6) for loss in told.alone}
        if said != {id_: loss for id_, loss in lost.items() if loss}:
            yield f"{told.case}={told.coordinator}: alone it costs {lost}, not {said}"


def _moved_faults(round_: SolvedRound, told: WhyNot, said: list[float]) -> Iterator[str]:
    """The plan with exactly the moves that are named can be held, and loses what is said."""
    assert told.consequence is not None
    problem = round_.problem
    plan = round_.solved.plan.copy()
    index = {id_: j for j, id_ in enumerate(problem.coordinator_ids)}
    for move in told.consequence.moved:
        i = problem.case_ids.index(move.case)
        if round_.chosen(i) != move.from_:
            yield f"{move.case} isn't with {move.from_}"
        plan[i] = UNPLACED if move.to is None else index[move.to]
    plan[problem.case_ids.index(told.case)] = index[told.coordinator]
    if broken := breaches(problem, plan):
        yield f"{told.case}={told.coordinator}: the plan that is told can't be: {broken}"
    tiers = round_.consequences.tiers
    loses = [round((t.goal.measure(problem, plan) - t.value) / t.goal.scale, 6) for t in tiers]
    if loses != said:
        yield f"{told.case}={told.coordinator}: the plan that is told loses {loses}, not {said}"


def _difference(before: SolvedRound, after: SolvedRound) -> list[float]:
    values = [
        {t.goal.id: t.value / t.goal.scale for t in each.consequences.tiers}
        for each in (before, after)
    ]
    return [round(values[1][id_] - value, 6) for id_, value in values[0].items()]


def way_faults(request: RoundRequest, case: str, coordinator: str | None, way: Way) -> list[str]:
    """Do what the way says and run the round: the case has the coordinator, or somebody.

    Where it is said that less isn't enough, half an hour less, or one point, isn't.
    """
    faults = []
    before = solve(request).chosen_by_id
    after = _after(request, case, [change.says for change in way.changes])
    told = " + ".join(change.says for change in way.changes)
    if not _came_about(before, after, case, coordinator):
        faults.append(f"{case}: «{told}» doesn't give {coordinator or 'anybody'}")
    if after is not None:
        moved = {id_ for id_ in before if id_ != case and after.get(id_) != before[id_]}
        if moved != {move.case for move in way.moved}:
            faults.append(f"{case}: «{told}» moves {sorted(moved)}")
    if way.is_least:
        less = _less([change.says for change in way.changes])
        if less is not None and _came_about(before, _after(request, case, less), case, coordinator):
            faults.append(f"{case}: less than «{told}» is enough")
    return faults


def _after(request: RoundRequest, case: str, clauses: list[str]) -> dict[str, str | None] | None:
    for clause in clauses:
        request = acted(request, case, clause)
    try:
        return solve(request).chosen_by_id
    except ChoicesClash:
        return None


def _came_about(
    before: dict[str, str | None],
    after: dict[str, str | None] | None,
    case: str,
    coordinator: str | None,
) -> bool:
    if after is None:
        return False
    if coordinator is not None:
        return after.get(case) == coordinator
    keep = {case, *(id_ for id_, to in before.items() if to is not None)}
    return all(after.get(id_) is not None for id_ in keep)


def _less(clauses: list[str]) -> list[str] | None:
    """The same with half an hour less, or one point of weight; ``None`` without an amount."""
    changed = [_one_step_less(clause) for clause in clauses]
    return None if changed == clauses else changed


def _one_step_less(clause: str) -> str:
    if found := re.search(r"har ([\d,]+) avtalte", clause):
        return clause.replace(found[1], f"{hours(found[1]) - 0.5:g}".replace(".", ","), 1)
    if found := re.search(r"veie (\d+) av", clause):
        return clause.replace(f"veie {found[1]}", f"veie {int(found[1]) - 1}", 1)
    if found := re.search(r"mer enn (\d+) poeng", clause):
        return clause.replace(f"enn {found[1]}", f"enn {int(found[1]) + 1}", 1)
    return clause


def bottleneck_faults(round_: SolvedRound, told: WhyNobody) -> Iterator[str]:
    """The cases can go nowhere else, and no plan of them alone places them all."""
    assert told.bottleneck is not None
    problem = round_.problem
    cases = [problem.case_ids.index(id_) for id_ in told.bottleneck.cases]
    people = [problem.coordinator_ids.index(id_) for id_ in told.bottleneck.coordinators]
    elsewhere = problem.allowed[cases].copy()
    elsewhere[:, people] = False
    if elsewhere.any():
        yield f"{told.case}: one of {told.bottleneck.cases} can go elsewhere"
    if told.case not in told.bottleneck.without_place:
        yield f"{told.case} isn't among those without a place"
    fit = np.zeros((len(cases), len(people)))
    best = assign(
        fit,
        problem.workload[np.ix_(cases, people)],
        problem.capacity[people],
        problem.allowed[np.ix_(cases, people)],
    )
    if best.is_optimal and (best.coordinator_of != UNPLACED).all():
        yield f"{told.case}: all of {told.bottleneck.cases} can be placed"
    without = {id_ for id_ in told.bottleneck.cases if round_.chosen_by_id[id_] is None}
    if without != set(told.bottleneck.without_place):
        yield f"{told.case}: {sorted(without)} are without a place"
