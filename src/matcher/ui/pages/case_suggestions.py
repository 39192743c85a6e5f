"""The suggestions of a case, ranked by what they mean for the whole round."""

import streamlit as st

from matcher.domain.plan import CasePlan, CriterionScore, Suggestion
from matcher.ui.markup import (
    Html,
    bar,
    bullets,
    div,
    element,
    html,
    joined,
    only_read_aloud,
    plain,
    span,
)
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import coordinator_name, moves, what_it_costs, who_is_touched, workplace

SHOWN = 10


def show_suggestions(told: CasePlan, run: Run) -> None:
    """The best ten: the plan's choice open, the others folded."""
    st.header(say("case.suggestions", count=len(told.suggestions)), anchor=False)
    if not told.suggestions:
        st.html(element("p", say("case.no_suggestions")))
        return
    for suggestion in told.suggestions[:SHOWN]:
        is_chosen = suggestion.coordinator == told.coordinator
        with st.expander(_label(suggestion, run, is_chosen), expanded=suggestion.rank == 1):
            _show(suggestion, run, is_chosen)
    if len(told.suggestions) > SHOWN:
        st.html(element("p", say("case.more_suggestions", count=len(told.suggestions) - SHOWN)))


def _label(suggestion: Suggestion, run: Run, is_chosen: bool) -> str:
    name = plain(coordinator_name(suggestion.coordinator, run.roster))
    mark = say("case.chosen") if is_chosen else who_is_touched(suggestion.consequence).rstrip(".")
    fit = say("case.fit", fit=suggestion.fit)
    return f"{suggestion.rank}\\. **{name}** · {fit} · {mark}"


def _show(suggestion: Suggestion, run: Run, is_chosen: bool) -> None:
    consequence = suggestion.consequence
    person = run.roster.coordinator_by_id.get(suggestion.coordinator)
    parts = [div(workplace(person), "km-sub")]
    if is_chosen:
        is_proven = all(goal.optimal for goal in run.plan.round.goals)
        key = "case.is_chosen_proven" if is_proven else "case.is_chosen_found"
        parts.append(element("p", say(key)))
    else:
        costs = what_it_costs(consequence, run.plan.round.goals)
        sentence = joined([element("strong", who_is_touched(consequence)), html(costs)], " ")
        parts.append(element("p", sentence))
        if consequence.moved:
            parts.append(bullets(moves(consequence, run.roster)))
    parts += [div(warning.message, "km-warning") for warning in suggestion.warnings]
    if suggestion.criteria:
        parts.append(_criteria(suggestion.criteria))
    st.html(joined(parts))


def _criteria(criteria: tuple[CriterionScore, ...]) -> Html:
    counted = [each for each in criteria if each.score is not None and each.weight]
    silent = [each for each in criteria if each.score is None and each.weight]
    rows = joined(_criterion(each) for each in sorted(counted, key=lambda each: -each.weight))
    if not silent:
        return div(rows, "km-criteria")
    names = ", ".join(each.title for each in silent)
    return joined([div(rows, "km-criteria"), div(say("case.silent", names=names), "km-sub")])


def _criterion(each: CriterionScore) -> Html:
    name = joined([html(each.title), span(say("case.weight", weight=each.weight), "km-sub")], " ")
    score = joined([only_read_aloud(say("case.score")), span(str(each.score), "km-score")])
    cells = [div(name), div(joined([score, bar(each.score)]), "km-fit-cell"), div(each.because)]
    return div(joined(cells), "km-criterion")
