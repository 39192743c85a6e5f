"""A band over the months: between low and high, with the middle as a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import altair as alt
import pandas as pd

from matcher.ui.chart import ROUND, dressed
from matcher.ui.texts import say

HEIGHT_PIXELS = 280

Point = tuple[date, float, float, float]
"""A month, and low, middle and high."""


def band_chart(points: Sequence[Point], axis: str) -> alt.LayerChart:
    """The band; the table beside it says the same."""
    rows = pd.DataFrame(points, columns=["month", "low", "middle", "high"])
    rows["month"] = [f"{day:%m.%Y}" for day in rows["month"]]
    across = alt.X(
        "month:O",
        sort=list(rows["month"]),
        title=None,
        axis=alt.Axis(labelAngle=0, ticks=False, labelOverlap=True, labelSeparation=8),
    )
    up = alt.Axis(tickCount=6, tickMinStep=1)
    told = [
        alt.Tooltip("month:O", title=say("what_if.col_month")),
        alt.Tooltip("low:Q", title=say("what_if.low"), format=",.1f"),
        alt.Tooltip("middle:Q", title=say("what_if.middle"), format=",.1f"),
        alt.Tooltip("high:Q", title=say("what_if.high"), format=",.1f"),
    ]
    base = alt.Chart(rows).encode(x=across, tooltip=told)
    band = base.mark_area(color=ROUND, opacity=0.25, aria=False).encode(
        y=alt.Y("low:Q", title=axis, axis=up, scale=alt.Scale(zero=True)), y2="high:Q"
    )
    point = alt.OverlayMarkDef(color=ROUND, aria=False)
    line = base.mark_line(color=ROUND, strokeWidth=2.5, point=point, aria=False)
    layers = [band, line.encode(y=alt.Y("middle:Q", title=axis))]
    chart = alt.LayerChart(layer=layers)
    return dressed(chart.properties(height=HEIGHT_PIXELS))
