"""Counts in a grid: the larger the disc, the more; the number stands in it, and in the table."""

from __future__ import annotations

import altair as alt
import pandas as pd

from matcher.ui.chart import ROUND, dressed, named_rows
from matcher.ui.served import Served
from matcher.ui.texts import say

ROW_PIXELS = 62
AXIS_PIXELS = 80
SMALLEST, LARGEST = 200, 700
"""Square pixels of a disc: room for two digits, and within its row."""
WHITE = "#ffffff"
"""4.6 : 1 against the disc, on light and dark pages alike."""


def grid_chart(told: Served, shown: int) -> alt.LayerChart:
    """A row for each that serves, a column an area; at most ``shown`` rows."""
    names = told.whence[:shown]
    rows = [
        {"name": name, "area": area, "cases": told.counts[name, area]}
        for name in names
        for area in told.areas
        if (name, area) in told.counts
    ]
    across = alt.X(
        "area:N",
        sort=list(told.areas),
        title=say("served.area"),
        axis=alt.Axis(orient="top", labelAngle=-35, labelLimit=90, ticks=False, grid=True),
        scale=alt.Scale(domain=list(told.areas)),
    )
    base = alt.Chart(pd.DataFrame(rows, columns=["name", "area", "cases"])).encode(
        y=named_rows(names, above=-23),
        x=across,
        tooltip=[
            alt.Tooltip("name:N", title=say("load.name")),
            alt.Tooltip("area:N", title=say("served.area")),
            alt.Tooltip("cases:Q", title=say("load.cases")),
        ],
    )
    size = alt.Size(
        "cases:Q", scale=alt.Scale(rangeMin=SMALLEST, rangeMax=LARGEST, zero=False), legend=None
    )
    discs = base.mark_circle(color=ROUND, opacity=1).encode(size=size)
    numbers = base.mark_text(fontSize=13, color=WHITE).encode(text="cases:Q")
    layers = alt.LayerChart(layer=[discs, numbers])
    return dressed(layers.properties(height=len(names) * ROW_PIXELS + AXIS_PIXELS))
