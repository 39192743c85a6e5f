"""What a plan says, in sentences. A number is never shown without what it is."""

from collections.abc import Iterable

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.finding import Finding
from matcher.domain.plan import CasePlan, Consequence, GoalResult, Move, Says, Suggestion
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Focus, Role
from matcher.domain.wording import sentence, with_unit
from matcher.explain.loss_words import HOW_SURE, losses_in_words, moved_in_words
from matcher.ui import norwegian
from matcher.ui.markup import Html, bullets, html, joined, span, verbatim
from matcher.ui.texts import say, translated

NEED = {1: "case.need_some", 2: "case.need_much", 3: "case.need_great"}


TIE_BREAK = "draw"
"""The goal that only settles between equally good plans: a loss of it is no loss to anybody."""


def workplace(person: Coordinator | None) -> str:
    """Service and unit in short; only the service where the address is blocked."""
    if person is None:
        return ""
    unit = None if person.has_blocked_address else person.unit
    parts = {part.casefold(): part for part in (person.service, unit) if part}
    return sentence(" · ".join(parts.values()))


def reasons(findings: tuple[Finding, ...]) -> Html:
    """Findings as a list of sentences, each with where it stands."""
    return bullets(_with_source(finding) for finding in findings)


def lacks_coordinator(told: CasePlan) -> bool:
    """Whether the case is owed a coordinator and the plan has none for it."""
    return told.coordinator is None and told.entitlement.role is not Role.NONE


def amount(value: float, unit: str) -> str:
    """A number with its unit: ``1 sak``, ``7,5 timer``."""
    return with_unit(norwegian.number(value), unit)


def how_sure(goal: GoalResult) -> str:
    """Whether a goal is proven, or how far from the best it can at most be."""
    if goal.optimal:
        return say("goal.proven")
    return say("goal.best_found", gap=amount(abs(goal.value - goal.bound), goal.unit))


def what_it_costs(consequence: Consequence, goals: tuple[GoalResult, ...]) -> str:
    """What the whole round loses or gains, with what the numbers are."""
    changed = _changed(consequence.loss, goals)
    if not changed:
        return say(f"consequence.equal.{_SAYS[consequence.says]}")
    return f"{sentence(changed)} ({HOW_SURE[consequence.says]})."


def what_it_costs_alone(consequence: Consequence, goals: tuple[GoalResult, ...]) -> str:
    """The same where nobody else moves, or that this doesn't fit; always exact."""
    if consequence.alone is None:
        return say("consequence.alone_no_room")
    changed = _changed(consequence.alone, goals)
    return f"{sentence(changed)}." if changed else say("consequence.equal.exact")


def moves(moved: Iterable[Move], roster: Roster) -> list[str]:
    """Each other case that changes coordinator, from whom to whom."""
    return [moved_in_words(move, roster) for move in moved]


def chosen(case: CasePlan) -> Suggestion | None:
    """The suggestion that the plan chose."""
    return next((s for s in case.suggestions if s.coordinator == case.coordinator), None)


def case_facts(case: Case, told: CasePlan, roster: Roster) -> list[tuple[str, str]]:
    """A case in short. With a blocked address nothing that locates is shown."""
    told_hours = norwegian.hours(told.workload_hours_per_month)
    estimate = say("case.estimated", hours=told_hours)
    current = case.current_coordinator
    rows: list[tuple[str, str | None]] = [
        ("case.subject", sentence(case.subject or norwegian.unknown())),
        ("case.received", norwegian.day(case.received)),
        ("case.needs", _needs(case)),
        ("case.services", _services(case)),
        ("case.current", roster.called(current) if current else say("case.no_current")),
        ("case.workload", estimate if told.workload_is_estimate else told_hours),
        ("case.wishes", _wishes(case, roster)),
    ]
    if case.next_transition:
        when = norwegian.day(case.transition_date)
        rows.append(("case.transition", f"{sentence(case.next_transition)}, {when}"))
    if case.has_blocked_address:
        rows.append(("case.address_block", say("case.address_hidden")))
    else:
        matters = case.what_matters and verbatim(case.what_matters)
        rows += [("case.area", case.area), ("case.matters", matters)]
    return [(say(key), value) for key, value in rows if value]


def _with_source(finding: Finding) -> Html:
    source = span(say("case.rule_source", source=finding.source), "km-sub")
    return joined([html(finding.message), *([source] if finding.source else [])], " ")


def _changed(losses: tuple[float, ...], goals: tuple[GoalResult, ...]) -> str:
    """Every goal that changes; a draw between equals is no change."""
    return losses_in_words(
        (goal.id, goal.title, goal.unit, loss)
        for goal, loss in zip(goals, losses, strict=True)
        if goal.id != TIE_BREAK
    )


def _needs(case: Case) -> str:
    levels = sorted((-(case.focus.level(focus) or 0), focus.value) for focus in Focus)
    shown = [f"{translated(focus)} ({say(NEED[-level])})" for level, focus in levels if level]
    return sentence(norwegian.listed(shown)) or norwegian.unknown()


def _services(case: Case) -> str:
    names = [
        f"{service.service} ({service.phase})" if service.phase else str(service.service)
        for service in case.services
    ]
    return sentence(norwegian.listed(names))


def _wishes(case: Case, roster: Roster) -> str:
    told = [
        say(
            "case.wish" if wish.wanted else "case.wish_not",
            about=wish.about,
            value=roster.called(wish.value),
        )
        for wish in sorted(case.wishes, key=lambda wish: (wish.order or 99, wish.value))
        if not (case.has_blocked_address and wish.about == "språk")
    ]
    return sentence("; ".join(told))


_SAYS = {Says.EXACT: "exact", Says.AT_MOST: "at_most", Says.ESTIMATE: "estimate"}
