"""Hvorfor ikke …? Any coordinator: what stands in the way, what it costs, what would change it."""

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.services import Services, WhyNot
from matcher.ui import norwegian
from matcher.ui.asked import at_once, on_asking
from matcher.ui.frame import note
from matcher.ui.markup import Html, bar, bullets, div, element, html, joined, span, table
from matcher.ui.pages.case_ways import show_ways
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import workplace


def show_why_not(services: Services, told: CasePlan, run: Run) -> None:
    """A chooser with everybody, the likeliest first; the answer, and on asking what it takes."""
    if not services.may("why_not"):
        note(say("why_not.not_for_you"), "quiet")
        return
    st.html(element("p", say("why_not.intro"), "km-intro"))
    other = st.selectbox(
        say("why_not.pick"),
        _in_order(told, run),
        index=None,
        key=f"why-not-{told.case}",
        placeholder=say("why_not.pick_hint"),
        format_func=run.roster.called,
        width=520,
    )
    if other is None:
        return
    answer = at_once(
        services,
        run,
        ("why not", told.case, other),
        lambda asked: services.why_not(asked, told.case, other),
    )
    if answer is None:
        return
    _show(answer, run)
    st.header(say("why_not.what", name=run.roster.called(other)), anchor=False)
    ways = on_asking(
        services,
        run,
        say("why_not.ask"),
        ("what would change", told.case, other),
        lambda asked, tell: services.what_would_change(asked, told.case, other, tell),
    )
    if ways is not None:
        show_ways(ways.says, ways.ways, run)


def _in_order(told: CasePlan, run: Run) -> list[str]:
    """Those who may have the case, the best for the round first; then the others by name."""
    ranked = [each.coordinator for each in told.suggestions if each.coordinator != told.coordinator]
    known = {told.coordinator, *ranked}
    others = [person for person in run.roster.coordinators if person.id not in known]
    others.sort(key=lambda person: (person.name or "", person.id))
    return [*ranked, *(person.id for person in others)]


def _show(answer: WhyNot, run: Run) -> None:
    st.header(say("why_not.title", name=run.roster.called(answer.coordinator)), anchor=False)
    person = run.roster.coordinator_by_id.get(answer.coordinator)
    parts = [div(workplace(person), "km-sub"), *(element("p", text) for text in answer.says)]
    if answer.blocked_by:
        parts.append(bullets(_rule(*row) for row in _blocks(answer)))
    st.html(joined(parts))
    if answer.known:
        _show_comparison(answer, run)


def _blocks(answer: WhyNot) -> list[tuple[str, str, str]]:
    return [(rule.title, rule.because, rule.source) for rule in answer.blocked_by]


def _rule(title: str, because: str, source: str) -> Html:
    told = joined([element("strong", f"{title}:"), html(because)], " ")
    return joined([told, span(say("case.rule_source", source=source), "km-sub")], " ")


def _show_comparison(answer: WhyNot, run: Run) -> None:
    """The criteria of both side by side, those that speak most against first."""
    beside = answer.suggested if answer.suggested != answer.coordinator else None
    headings = [say("why_not.criterion"), run.roster.called(answer.coordinator)]
    headings += [run.roster.called(beside)] if beside else []
    rows = []
    for row in answer.known:
        weight = span(say("case.weight", weight=row.weight), "km-sub")
        cells = [joined([html(row.title), weight], " "), _score(row.score, row.because)]
        cells += [_score(row.suggested_score, row.suggested_because or "")] if beside else []
        rows.append(cells)
    st.html(table(say("why_not.comparison"), headings, rows))
    if answer.silent:
        st.html(element("p", say("case.silent", names=norwegian.listed(answer.silent)), "km-sub"))


def _score(score: int | None, because: str) -> Html:
    if score is None:
        return joined([span(say("why_not.unknown"), "km-score"), html(because)], " ")
    number = span(str(score), "km-score")
    return joined([div(joined([number, bar(score)]), "km-fit-cell"), div(because, "km-sub")])
