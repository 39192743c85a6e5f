"""Those who may not have the case, gathered by the rule that stops them."""

from collections import defaultdict

import streamlit as st

from matcher.domain.plan import BrokenRule, CasePlan
from matcher.ui.markup import bullets, element, html, joined, plain
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count

Stopped = list[tuple[str, BrokenRule]]


def show_refused(told: CasePlan, run: Run) -> None:
    """A folded line a rule, the rule that stops most first."""
    if not told.refused:
        return
    st.header(say("case.refused", count=len(told.refused)), anchor=False)
    by_rule: dict[str, Stopped] = defaultdict(list)
    for refusal in told.refused:
        for rule in refusal.rules:
            by_rule[rule.id].append((refusal.coordinator, rule))
    for stopped in sorted(by_rule.values(), key=lambda each: (-len(each), each[0][1].id)):
        rule = stopped[0][1]
        label = f"{plain(rule.title)} · {say_count('case.stops', len(stopped))}"
        with st.expander(label):
            st.html(element("p", say("case.rule_source", source=rule.source), "km-sub"))
            st.html(bullets(_line(each, run) for each in stopped))


def _line(each: tuple[str, BrokenRule], run: Run) -> str:
    coordinator, rule = each
    name = element("strong", run.roster.called(coordinator))
    return joined([name, html(rule.because)], ": ")
