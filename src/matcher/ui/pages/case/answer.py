"""The answer to a case, in large type: who is suggested, or that nobody is."""

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.ui.markup import div, element, joined
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import chosen, lacks_coordinator


def show_answer(told: CasePlan, run: Run) -> None:
    """Who, whether it is the same as before, and that a person decides."""
    if told.coordinator is not None:
        suggestion = chosen(told)
        fit = say("case.fit", fit=suggestion.fit) if suggestion else ""
        change = say("case.kept" if told.kept else "case.new")
        name = run.roster.called(told.coordinator)
        parts = [div(say("case.suggested", case=told.case), "km-name"), div(name, "km-answer-name")]
        details = [change, fit]
        if told.stand_in:
            stand_in = run.roster.called(told.stand_in)
            details.append(say("case.stand_in", name=stand_in))
        parts.append(div(" · ".join(filter(None, details))))
    else:
        key = "case.nobody" if lacks_coordinator(told) else "case.none_owed"
        parts = [div(say(key, case=told.case), "km-answer-name")]
    parts.append(element("p", say("case.a_person_decides"), "km-decides"))
    tone = "km-answer km-missing" if lacks_coordinator(told) else "km-answer"
    st.html(div(joined(parts), tone))
