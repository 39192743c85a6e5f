"""How many waited, month by month: a bar a month, with the number before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import altair as alt
import pandas as pd

from matcher.ui import norwegian
from matcher.ui.chart import ROUND, dressed
from matcher.ui.texts import say
from matcher.ui.waiting import Waiting

ROW_PIXELS = 26
AXIS_PIXELS = 60


def waiting_chart(days: Sequence[Waiting]) -> alt.Chart:
    """A row a day, the oldest at the top."""
    names = [f"{name_of(one.on, days)}: {norwegian.number(len(one.days))}" for one in days]
    rows = pd.DataFrame(
        {"name": names, "cases": [len(one.days) for one in days]}, columns=["name", "cases"]
    )
    axis = alt.Axis(orient="top", tickMinStep=1, tickCount=5, format=".0f")
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_bar(height=15, color=ROUND)
        .encode(
            y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(ticks=False)),
            x=alt.X("cases:Q", title=say("waiting.axis"), axis=axis),
            tooltip=[
                alt.Tooltip("name:N", title=say("waiting.day")),
                alt.Tooltip("cases:Q", title=say("waiting.axis")),
            ],
        )
        .properties(height=len(names) * ROW_PIXELS + AXIS_PIXELS)
    )
    return dressed(chart)


def name_of(day: date, days: Sequence[Waiting]) -> str:
    """What a row is called: its day, and the last one *today*."""
    return say("waiting.today") if day == days[-1].on else norwegian.day(day)
