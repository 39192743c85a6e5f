"""Historikk: who did what, when and why; who has read; and that nobody has changed it."""

import streamlit as st

from matcher.domain.history import Happening, HistoryLine
from matcher.domain.wording import sentence
from matcher.services import NotKept, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.frame import heading, note
from matcher.ui.kept_rounds import resume
from matcher.ui.markup import element, joined, span, table, verbatim
from matcher.ui.pages.history.check import show_check
from matcher.ui.pages.history.decisions import show_decisions_of
from matcher.ui.places import HISTORY_OF
from matcher.ui.state import Run, session
from matcher.ui.texts import say
from matcher.ui.who import needs_name, who

PAGE_LENGTH = 50
AT_MOST = 500
COLUMNS = (
    "history.number",
    "history.at",
    "history.who",
    "history.what",
    "history.case",
    "history.why",
)
KINDS: dict[str, frozenset[str]] = {
    "history.decisions": frozenset({Happening.DRAFTED, Happening.DECIDED}),
    "history.choices": frozenset({Happening.CHOSE, Happening.WITHDREW}),
    "history.rounds": frozenset({Happening.IMPORTED, Happening.RAN}),
    "history.tasks": frozenset({Happening.WROTE_TASK}),
    "history.readings": frozenset({Happening.READ}),
    "history.deletions": frozenset({Happening.DELETED, Happening.ERASED}),
}
ALL = "history.all"


def render(services: Services) -> None:
    """The entries, newest first, of every case or of one."""
    heading(say("history.title"), say("history.intro"))
    person = who()
    if person is None:
        needs_name()
        return
    try:
        resume(services, session(services))
        sees_all = services.may("history")
        lines = services.history(who=person.id, at_most=AT_MOST) if sees_all else ()
        case_id = _chosen_case(lines, session(services).run)
        if case_id:
            lines = services.history_of(case_id, who=person.id)
            show_decisions_of(services, case_id, session(services).run, person.id)
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    if not (case_id or sees_all):
        note(say("history.choose_case"))
        return
    kind = st.segmented_control(
        say("history.show"),
        [ALL, *KINDS],
        default=ALL,
        required=True,
        format_func=lambda key: f"{say(key)} ({len(_of_kind(lines, key))})",
    )
    _show(_of_kind(lines, kind))
    if not case_id and len(lines) == AT_MOST:
        note(say("history.newest_only", count=AT_MOST), "quiet")
    if services.may("verify_history"):
        st.divider()
        show_check(services)


def _chosen_case(lines: tuple[HistoryLine, ...], run: Run | None) -> str | None:
    """The case in the address, or the one chosen here; ``None`` for every case."""
    named = {line.case for line in lines if line.case} | {st.query_params.get(HISTORY_OF)}
    named |= set(run.by_case) if run else set()
    return st.selectbox(
        say("history.case"),
        sorted(filter(None, named)),
        index=None,
        placeholder=say("history.every_case"),
        key=HISTORY_OF,
        bind="query-params",
        width=360,
    )


def _of_kind(lines: tuple[HistoryLine, ...], kind: str) -> tuple[HistoryLine, ...]:
    return tuple(line for line in lines if kind == ALL or line.what in KINDS[kind])


def _show(lines: tuple[HistoryLine, ...]) -> None:
    if not lines:
        note(say("history.nothing"), "quiet")
        return
    below = st.container()
    pages = -(-len(lines) // PAGE_LENGTH)
    first = (st.pagination(pages, key="history_page") - 1) * PAGE_LENGTH if pages > 1 else 0
    headings = list(map(say, COLUMNS))
    rows = map(_row, lines[first : first + PAGE_LENGTH])
    below.html(table(say("history.title"), headings, rows, numeric=(0,)))


def _row(line: HistoryLine) -> tuple[str, ...]:
    at = line.at.astimezone()
    about = [span(line.about, "km-sub")] if line.about else []
    return (
        str(line.number),
        f"{norwegian.day(at.date())} {at:%H.%M}",
        line.who,
        joined([element("span", sentence(line.what)), *about], " "),
        line.case or "",
        verbatim(line.reason or ""),
    )
