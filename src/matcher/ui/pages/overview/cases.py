"""Every case: its coordinator, who answers today, plan, group, meetings, changes and tasks."""

import streamlit as st

from matcher.domain.overview import CaseLine, Overview
from matcher.domain.responsibility import Bearer
from matcher.domain.vocabulary import Role
from matcher.domain.wording import folded, sentence
from matcher.ui import norwegian
from matcher.ui.frame import beside, note
from matcher.ui.markup import Html, badge, cell, div, element, html, joined, span
from matcher.ui.places import link_to_case
from matcher.ui.state import Run
from matcher.ui.texts import say

PAGE_LENGTH = 25
COLUMNS = (
    "overview.coordinator",
    "overview.stand_in",
    "overview.plan",
    "overview.group",
    "overview.meeting",
    "overview.changes",
    "overview.open_tasks",
)
FILTERS = ("overview.all", "overview.is_without", "overview.no_group", "overview.has_overdue")


def show_all_cases(seen: Overview, run: Run) -> None:
    """The list, a page at a time, with a filter and a search."""
    left, right = beside("cases", 3, 2)
    with left:
        kind = st.segmented_control(
            say("list.filter"),
            FILTERS,
            default=FILTERS[0],
            required=True,
            format_func=lambda key: f"{say(key)} ({sum(_is(key, case) for case in seen.cases)})",
            key="overview_filter",
            persist_state="session",
        )
    with right:
        wanted = st.text_input(
            say("overview.search"),
            placeholder=say("overview.search_hint"),
            key="overview_search",
            persist_state="session",
        )
    found = [case for case in seen.cases if _is(kind, case) and _matches(case, wanted, run)]
    if not found:
        note(say("list.nothing"), "quiet")
        return
    below = st.container()
    pages = -(-len(found) // PAGE_LENGTH)
    first = (st.pagination(pages, key="overview_page") - 1) * PAGE_LENGTH if pages > 1 else 0
    with below.container(key="km-overview", gap=None):
        _show_headings()
        for case in found[first : first + PAGE_LENGTH]:
            _show_row(case, run)


def _show_headings() -> None:
    left, right = st.columns([1, 11], gap="small")
    left.html(div(say("list.case"), "km-row-head"))
    right.html(div(joined(span(say(name)) for name in COLUMNS), "km-line km-row-head"))


def _show_row(case: CaseLine, run: Run) -> None:
    left, right = st.columns([1, 11], gap="small", vertical_alignment="center")
    with left:
        link_to_case(case.case)
    cells = [
        _coordinator(case, run),
        html(run.roster.called(case.stand_in) if case.stand_in else ""),
        html(sentence(case.individual_plan) if case.individual_plan else ""),
        _group(case),
        _meeting(case),
        html(norwegian.number(case.changes)),
        _tasks(case),
    ]
    named = (cell(say(name), content) for name, content in zip(COLUMNS, cells, strict=True))
    right.html(div(joined(named), "km-line"))


def _coordinator(case: CaseLine, run: Run) -> Html:
    """The coordinator, since when, and who answers today where that is somebody else."""
    if case.coordinator is None:
        missing = case.role is not Role.NONE
        return badge(say("overview.nobody"), "bad") if missing else html(say("list.none_owed"))
    parts = [element("strong", run.roster.called(case.coordinator))]
    if case.since:
        parts.append(div(say("overview.since", day=norwegian.day(case.since)), "km-sub"))
    if case.answers and case.answers.bearer is not Bearer.COORDINATOR:
        name = run.roster.called(case.answers.who) if case.answers.who else case.answers.bearer
        parts.append(div(say("overview.answers", name=name), "km-warning"))
    return joined(parts)


def _group(case: CaseLine) -> Html:
    day = case.group.established_on if case.group else None
    return html(say("overview.since", day=norwegian.day(day)) if day else say("overview.no"))


def _meeting(case: CaseLine) -> Html:
    told = [("overview.last", case.last_meeting), ("overview.next", case.next_meeting)]
    return joined(div(say(key, day=norwegian.day(day))) for key, day in told if day)


def _tasks(case: CaseLine) -> Html:
    told = html(norwegian.number(case.open_tasks))
    if not case.overdue_tasks:
        return told
    return joined([told, badge(say("overview.overdue", count=case.overdue_tasks), "bad")], " ")


def _is(key: str, case: CaseLine) -> bool:
    return {
        "overview.all": True,
        "overview.is_without": case.coordinator is None and case.role is not Role.NONE,
        "overview.no_group": not (case.group and case.group.established_on),
        "overview.has_overdue": bool(case.overdue_tasks),
    }[key]


def _matches(case: CaseLine, wanted: str, run: Run) -> bool:
    name = run.roster.called(case.coordinator) if case.coordinator else ""
    return folded(wanted) in folded(f"{case.case} {name}")
