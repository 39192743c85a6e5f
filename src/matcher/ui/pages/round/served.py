"""Who is served from where in a round, as a picture and a table."""

import streamlit as st

from matcher.ui import norwegian
from matcher.ui.grid_chart import grid_chart
from matcher.ui.markup import element, table
from matcher.ui.served import From, Served, served
from matcher.ui.state import Run
from matcher.ui.texts import label, say

SHOWN_IN_CHART = 20


def show_served(run: Run) -> None:
    """The areas of the families beside the units, services or persons of the suggestions."""
    from_ = st.segmented_control(
        say("served.from"), list(From), format_func=label, default=From.UNIT, required=True
    )
    told = served(run.plan, run.roster, from_)
    st.html(element("p", say("served.intro"), "km-intro"))
    if not told.whence:
        return
    if len(told.whence) > SHOWN_IN_CHART:
        st.markdown(say("served.first_ones", shown=SHOWN_IN_CHART, count=len(told.whence)))
    st.altair_chart(
        grid_chart(told, SHOWN_IN_CHART), width="stretch", alt=in_words(told), theme=None
    )
    headings = [label(from_), *told.areas, say("served.all")]
    numeric = range(1, len(headings))
    rows = (_row(told, whence) for whence in told.whence)
    st.html(table(say("load.whence"), headings, rows, numeric=numeric))


def in_words(told: Served) -> str:
    """What the picture shows, for those who can't see it."""
    whence, area = max(told.counts, key=lambda pair: (told.counts[pair], pair))
    return say(
        "served.alt",
        cases=sum(told.counts.values()),
        whence=whence,
        area=area,
        most=told.counts[whence, area],
    )


def _row(told: Served, whence: str) -> tuple[str, ...]:
    counts = (norwegian.number(told.counts.get((whence, area), 0)) for area in told.areas)
    return whence, *counts, norwegian.number(told.cases_of(whence))
