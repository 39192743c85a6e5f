"""Who else may have the case, and what each would mean for the whole round."""

import streamlit as st

from matcher.domain.plan import CasePlan, Suggestion
from matcher.ui.markup import bullets, div, element, html, joined, table
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import chosen, moves, what_it_costs, what_it_costs_alone, workplace

SHOWN = 10
HEADINGS = (
    "alternative.who",
    "alternative.fit",
    "alternative.alone",
    "alternative.shifts",
    "alternative.moved",
)


def show_alternatives(told: CasePlan, run: Run) -> None:
    """The best ten for the round, with both figures: nobody else moves, and the plan may shift."""
    others = [each for each in told.suggestions if each.coordinator != told.coordinator]
    st.header(say("case.alternatives", count=len(others)), anchor=False)
    if not others:
        key = "case.no_alternatives" if chosen(told) else "case.no_suggestions"
        st.html(element("p", say(key)))
        return
    st.html(element("p", say("case.alternatives_intro"), "km-intro"))
    mine = chosen(told)
    said = {warning.message for warning in mine.warnings} if mine else set()
    st.html(
        table(
            say("case.alternatives", count=len(others)),
            [say(heading) for heading in HEADINGS],
            (_row(each, run, said) for each in others[:SHOWN]),
            numeric=(1,),
        )
    )
    if len(others) > SHOWN:
        st.html(element("p", say("case.more_suggestions", count=len(others) - SHOWN)))


def _row(each: Suggestion, run: Run, said: set[str]) -> tuple[str, ...]:
    """A warning that the plan's choice has too isn't ``said`` again."""
    consequence, goals = each.consequence, run.plan.round.goals
    person = run.roster.coordinator_by_id.get(each.coordinator)
    name = element("strong", run.roster.called(each.coordinator))
    warnings = [warning.message for warning in each.warnings if warning.message not in said]
    warned = [div(warning, "km-warning") for warning in warnings]
    moved = moves(consequence.moved, run.roster)
    return (
        joined([name, div(workplace(person), "km-sub"), *warned]),
        str(each.fit),
        what_it_costs_alone(consequence, goals),
        what_it_costs(consequence, goals),
        bullets(moved) if moved else html(say("consequence.nobody")),
    )
