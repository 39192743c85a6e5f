"""What needs somebody now: cases that wait for a decision, tasks that are due, and alerts."""

from itertools import groupby

import streamlit as st

from matcher.alerts import ALERTS
from matcher.domain.alert import Alert
from matcher.domain.overview import Overview
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.frame import beside, note
from matcher.ui.markup import badge, div, element, html, joined, plain, span
from matcher.ui.places import ROUND, TASKS, link_to, link_to_case
from matcher.ui.standing import Standing, last_decisions, standing
from matcher.ui.state import Run
from matcher.ui.task_words import due
from matcher.ui.texts import say, say_count
from matcher.ui.words import lacks_coordinator

SHOWN = 6


def show_now(services: Services, seen: Overview, run: Run) -> None:
    """Decisions and tasks on the left, what is ahead on the right."""
    left, right = beside("now", 1, 1)
    with left:
        _show_undecided(services, run)
        _show_due(seen)
    with right:
        _show_alerts(seen.alerts, run)


def _show_undecided(services: Services, run: Run) -> None:
    last = last_decisions(services, run)
    owed = [told for told in run.plan.cases if told.coordinator or lacks_coordinator(told)]
    stands = {told.case: standing(told, last.get(told.case), run) for told in owed}
    drafts = [case for case, now in stands.items() if now is Standing.DRAFT]
    waiting = [case for case, now in stands.items() if now is Standing.SUGGESTED]
    st.header(say("overview.undecided", count=len(drafts) + len(waiting)), anchor=False)
    if not drafts and not waiting:
        note(say("overview.all_decided"), "good")
        return
    for key, cases in (("overview.drafts", drafts), ("overview.waiting", waiting)):
        if cases:
            st.html(element("p", say_count(key, len(cases))))
            with st.container(horizontal=True):
                for case in cases[:SHOWN]:
                    link_to_case(case)
    link_to(ROUND, say("overview.to_round"))


def _show_due(seen: Overview) -> None:
    st.header(say("overview.tasks", count=len(seen.due)), anchor=False)
    if not seen.due:
        note(say("overview.no_tasks"), "good")
        return
    for task in seen.due[:SHOWN]:
        case, what = st.columns([1, 6], vertical_alignment="center")
        with case:
            link_to_case(task.case)
        what.html(div(joined([html(task.title), due(task)], " ")))
    link_to(TASKS, say("overview.to_tasks"))


def _show_alerts(alerts: tuple[Alert, ...], run: Run) -> None:
    """A folded line a kind, in the order of the profile's lines."""
    st.header(say("overview.alerts", count=len(alerts)), anchor=False)
    if not alerts:
        note(say("overview.no_alerts"), "good")
        return
    titles = {kind.id: kind.title for kind in ALERTS}
    ordered = sorted(alerts, key=lambda alert: list(titles).index(alert.kind))
    for kind, group in groupby(ordered, key=lambda alert: alert.kind):
        of_kind = list(group)
        with st.expander(f"{plain(titles[kind])} ({len(of_kind)})"):
            for alert in of_kind:
                _show_alert(alert)


def _show_alert(alert: Alert) -> None:
    day = (
        [badge(norwegian.day(alert.day))] if alert.day else [badge(say("overview.is_now"), "note")]
    )
    source = span(say("case.rule_source", source=alert.source), "km-sub")
    told = div(joined([html(alert.message), *day, source], " "))
    if alert.case is None:
        st.html(told)
        return
    case, what = st.columns([1, 6], vertical_alignment="center")
    with case:
        link_to_case(alert.case)
    what.html(told)
