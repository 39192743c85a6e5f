"""Before and after as bars side by side; the table beside them says the same."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from matcher.ui.chart import BOUND, HOLLOW, ROUND, dressed, named_rows
from matcher.ui.texts import say

ROW_PIXELS = 66
LEGEND_AND_AXIS_PIXELS = 95

Row = tuple[str, float | None, float | None]
"""A name, and the number before and after; ``None`` where there is none."""


def before_after(rows: Sequence[Row], axis: str, names: tuple[str, str] | None = None) -> alt.Chart:
    """Two bars a row."""
    names = names or (say("what_if.today"), say("what_if.then"))
    told = [
        {"name": name, "part": part, "value": value}
        for name, *values in rows
        for part, value in zip(names, values, strict=True)
        if value is not None
    ]
    kinds = alt.Scale(domain=list(names), range=[BOUND, ROUND])
    filled = alt.Scale(domain=list(names), range=[HOLLOW, ROUND])
    legend = alt.Legend(title=None, orient="bottom", symbolType="square", columns=2)
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(told, columns=["name", "part", "value"]))
        .mark_bar(height=13, strokeWidth=1.5, opacity=1, aria=False)
        .encode(
            y=named_rows([row[0] for row in rows], above=-26),
            yOffset=alt.YOffset("part:N", sort=list(names)),
            x=alt.X("value:Q", title=axis, axis=alt.Axis(orient="top", tickCount=6)),
            fill=alt.Fill("part:N", scale=filled, legend=legend),
            stroke=alt.Stroke("part:N", scale=kinds, legend=legend),
            tooltip=[
                alt.Tooltip("name:N", title=say("load.name")),
                alt.Tooltip("part:N", title=say("load.part")),
                alt.Tooltip("value:Q", title=axis, format=",.1f"),
            ],
        )
        .properties(height=len(rows) * ROW_PIXELS + LEGEND_AND_AXIS_PIXELS)
    )
    return dressed(chart)
