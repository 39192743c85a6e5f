"""What each coordinator and unit carries today, beside the hours agreed."""

import streamlit as st

from matcher.domain.overview import LoadLine, Overview
from matcher.ui import norwegian
from matcher.ui.chart import load_chart, load_in_words
from matcher.ui.load import Load
from matcher.ui.markup import badge, element, html, joined, table
from matcher.ui.state import Run
from matcher.ui.texts import say

SHOWN_IN_CHART = 30
PER_UNIT, PER_PERSON = "load.per_unit", "load.per_person"
HEADINGS = (
    "load.name",
    "load.cases",
    "overview.hours",
    "load.bound",
    "load.agreed",
    "overview.free",
)


def show_loads(seen: Overview, run: Run) -> None:
    """Those with the least left first; who has no agreed hours, last."""
    per = st.segmented_control(
        say("load.show"),
        [PER_UNIT, PER_PERSON],
        default=PER_PERSON,
        required=True,
        format_func=say,
        key="overview_load",
        persist_state="session",
    )
    lines = seen.coordinators if per == PER_PERSON else seen.units
    ordered = sorted(lines, key=lambda line: (line.free_hours is None, line.free_hours or 0))
    rows = [_row(line, run) for line in ordered]
    headings = [say(heading) for heading in HEADINGS]
    loads = tuple(_load(line, run) for line in ordered)
    shown = loads[:SHOWN_IN_CHART]
    if len(loads) > len(shown):
        st.markdown(say("load.first_ones", shown=len(shown), count=len(loads)))
    picture = load_chart(shown, held=say("load.held"))
    st.altair_chart(picture, width="stretch", alt=load_in_words(loads), theme=None)
    st.html(element("p", say("load.in_hours"), "km-intro"))
    st.html(table(say("overview.tab_load"), headings, rows, numeric=(1, 2, 3, 4, 5)))


def _load(line: LoadLine, run: Run) -> Load:
    return Load(
        name=run.roster.called(line.name),
        unit=None,
        cases=line.cases,
        round_hours=line.hours,
        bound_hours=line.bound_hours,
        agreed_hours=line.agreed_hours,
    )


def _row(line: LoadLine, run: Run) -> tuple[str, ...]:
    free = line.free_hours
    left = html(say("load.no_hours") if free is None else norwegian.number(free, 2))
    is_over = free is not None and free < 0
    return (
        run.roster.called(line.name),
        norwegian.number(line.cases),
        norwegian.number(line.hours, 2),
        norwegian.number(line.bound_hours, 2),
        norwegian.number(line.agreed_hours, 2),
        joined([badge(say("load.over"), "bad"), left], " ") if is_over else left,
    )
