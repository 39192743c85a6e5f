"""Why this one: the plan's own choice, criterion by criterion, and how firm it is."""

import streamlit as st

from matcher.domain.plan import CasePlan, CriterionScore
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.firm import firmness_of, show_asking
from matcher.ui.markup import (
    Html,
    badge,
    bar,
    div,
    element,
    html,
    joined,
    only_read_aloud,
    span,
)
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import chosen, workplace


def show_chosen(services: Services, told: CasePlan, run: Run) -> None:
    """The choice with its warnings, a bar a criterion, and its firmness once that is asked for."""
    suggestion = chosen(told)
    if suggestion is None:
        return
    name = run.roster.called(suggestion.coordinator)
    st.header(say("case.why", name=name), anchor=False)
    is_proven = all(goal.optimal for goal in run.plan.round.goals)
    person = run.roster.coordinator_by_id.get(suggestion.coordinator)
    parts = [
        div(workplace(person), "km-sub"),
        element("p", say("case.is_chosen_proven" if is_proven else "case.is_chosen_found")),
    ]
    parts += [div(warning.message, "km-warning") for warning in suggestion.warnings]
    st.html(joined([*parts, _criteria(suggestion.criteria)]))
    show_asking(services, run)
    if firm := firmness_of(services, run, told.case):
        st.html(element("p", joined([badge(firm.firm, firm.tone), html(firm.says)], " ")))


def _criteria(criteria: tuple[CriterionScore, ...]) -> Html:
    counted = [each for each in criteria if each.score is not None and each.weight]
    silent = [each.title for each in criteria if each.score is None and each.weight]
    rows = joined(_criterion(each) for each in sorted(counted, key=lambda each: -each.weight))
    if not silent:
        return div(rows, "km-criteria")
    names = norwegian.listed(silent)
    return joined([div(rows, "km-criteria"), div(say("case.silent", names=names), "km-sub")])


def _criterion(each: CriterionScore) -> Html:
    name = joined([html(each.title), span(say("case.weight", weight=each.weight), "km-sub")], " ")
    score = joined([only_read_aloud(say("case.score")), span(str(each.score), "km-score")])
    cells = [div(name), div(joined([score, bar(each.score)]), "km-fit-cell"), div(each.because)]
    return div(joined(cells), "km-criterion")
