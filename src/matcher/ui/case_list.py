"""The cases of a round as rows: role, suggestion, fit, firmness, and what is remarked on."""

from collections.abc import Callable, Mapping

import streamlit as st

from matcher.domain.decision import Decided
from matcher.domain.plan import CasePlan
from matcher.domain.wording import sentence
from matcher.ui import norwegian
from matcher.ui.case_order import Known
from matcher.ui.clear import is_owed
from matcher.ui.firm import TONES
from matcher.ui.markup import Html, badge, bar, cell, div, element, joined, span
from matcher.ui.places import link_to_case
from matcher.ui.round_address import kept_in_address
from matcher.ui.standing import shown
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import chosen, lacks_coordinator, workplace

COLUMNS = ["role", "suggestion", "fit", "change", "hours", "marks"]

Said = Callable[[str], str]
"""How a text about somebody is shown: as it is, or with ids in the place of names."""


def show_rows(
    cases: list[CasePlan],
    known: Known,
    last: Mapping[str, Decided],
    said: Said,
    *,
    are_links: bool = True,
) -> None:
    """A row a case; each leads to its own page, where there are names, unless not wanted."""
    with st.container(key="km-cases", gap=None):
        _show_headings()
        for told in cases:
            decided = shown(told, last.get(told.case), known.run)
            standing = [*marks_of(told, known), *([decided] if decided else [])]
            _show_row(told, known.run, standing, said, is_link=are_links)


def marks_of(told: CasePlan, known: Known) -> list[Html]:
    """How firm the suggestion is, and that it is another than in the round before."""
    marks = []
    if firm := known.firm.get(told.case):
        marks.append(badge(firm, TONES[firm]))
    if known.has_changed(told):
        marks.append(badge(say("list.is_changed"), "note"))
    return marks


def _show_headings() -> None:
    left, right = st.columns([1, 11], gap="small")
    headings = (span(say(f"list.{name}"), f"km-{name}") for name in COLUMNS)
    left.html(div(say("list.case"), "km-row-head"))
    right.html(div(joined(headings), "km-row km-row-head"))


def _show_row(told: CasePlan, run: Run, standing: list[Html], said: Said, *, is_link: bool) -> None:
    left, right = st.columns([1, 11], gap="small", vertical_alignment="center")
    with left:
        if is_link:
            link_to_case(told.case, **kept_in_address())
        else:
            st.html(element("strong", told.case))
    cells = [
        sentence(told.entitlement.role),
        who_in_words(told, run, said),
        _fit(told),
        joined([_change(told), *standing], " "),
        _hours(told),
        _marks(told, said),
    ]
    named = (
        cell(say(f"list.{name}"), content, f"km-{name}")
        for name, content in zip(COLUMNS, cells, strict=True)
    )
    right.html(div(joined(named), "km-row"))


def who_in_words(told: CasePlan, run: Run, said: Said) -> Html:
    """Who is suggested and where they work; else that nobody is, and why."""
    if lacks_coordinator(told):
        why = (div(said(finding.message), "km-sub") for finding in told.unplaced_because[:1])
        return joined([element("strong", say("list.nobody")), *why])
    if told.coordinator is None:
        return span(say("list.none_owed"), "km-sub")
    where = workplace(run.roster.coordinator_by_id.get(told.coordinator))
    name = element("strong", said(run.roster.called(told.coordinator)))
    return joined([name, div(said(where), "km-sub")])


def _fit(told: CasePlan) -> str:
    suggestion = chosen(told)
    if suggestion is None:
        return ""
    return div(joined([span(str(suggestion.fit), "km-score"), bar(suggestion.fit)]), "km-fit-cell")


def _change(told: CasePlan) -> str:
    if told.coordinator is None:
        return badge(say("list.is_unplaced"), "bad") if lacks_coordinator(told) else ""
    return badge(say("list.is_kept"), "quiet") if told.kept else badge(say("list.is_new"), "good")


def _hours(told: CasePlan) -> str:
    return norwegian.hours(told.workload_hours_per_month) if is_owed(told) else ""


def _marks(told: CasePlan, said: Said) -> str:
    suggestion = chosen(told)
    warnings = suggestion.warnings if suggestion else ()
    more = [div(say("list.more_marks", count=len(warnings) - 1), "km-sub")]
    first = [div(said(warning.message), "km-warning") for warning in warnings[:1]]
    return joined(first + more if len(warnings) > 1 else first)
