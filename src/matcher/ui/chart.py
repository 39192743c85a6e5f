"""Load against agreed hours as a picture; the table beside it says the same."""

import altair as alt
import pandas as pd

from matcher.domain.wording import listed
from matcher.ui import norwegian
from matcher.ui.load import Load
from matcher.ui.texts import say

BOUND, ROUND, AGREED, INK = "#9fb1c1", "#17456b", "#b3261e", "#1b2733"
ROW_PIXELS = 30
LEGEND_AND_AXIS_PIXELS = 95
NUMBERS = alt.NumberLocale(
    decimal=",", thousands=norwegian.NO_BREAK, grouping=[3], currency=["", " kr"]
)


def load_chart(loads: tuple[Load, ...]) -> alt.LayerChart:
    """A bar a row: hours bound before and hours of this round, with a mark at the agreed hours."""
    row = alt.Y(
        "name:N",
        sort=[load.name for load in loads],
        title=None,
        axis=alt.Axis(labelLimit=320, ticks=False),
    )
    colour = alt.Color(
        "part:N",
        scale=alt.Scale(domain=_parts(), range=[BOUND, ROUND, AGREED]),
        legend=alt.Legend(title=None, orient="bottom", symbolType="square"),
    )
    told = [
        alt.Tooltip("name:N", title=say("load.name")),
        alt.Tooltip("part:N", title=say("load.part")),
        alt.Tooltip("hours:Q", title=say("load.hours"), format=",.1f"),
    ]
    axis = alt.Axis(orient="top", tickMinStep=1, tickCount=8)
    across = alt.X("hours:Q", title=say("load.axis"), axis=axis)
    base = alt.Chart(_hours(loads)).encode(y=row, x=across, color=colour, tooltip=told)
    bars = base.transform_filter("datum.order < 2").mark_bar(height=15).encode(order="order:Q")
    marks = base.transform_filter("datum.order == 2").mark_tick(thickness=3, size=24, opacity=1)
    chart: alt.LayerChart = (
        alt.layer(bars, marks)
        .properties(height=len(loads) * ROW_PIXELS + LEGEND_AND_AXIS_PIXELS)
        .configure(locale=alt.Locale(number=NUMBERS))
        .configure_view(strokeWidth=0)
        .configure_axis(labelColor=INK, titleColor=INK, labelFontSize=13, titleFontWeight="normal")
        .configure_legend(labelColor=INK, labelFontSize=13)
    )
    return chart


def _parts() -> list[str]:
    return [say("load.bound"), say("load.round"), say("load.agreed")]


def _hours(loads: tuple[Load, ...]) -> pd.DataFrame:
    rows = [
        {"name": load.name, "part": part, "hours": hours, "order": order}
        for load in loads
        for order, (part, hours) in enumerate(
            zip(_parts(), (load.bound_hours, load.round_hours, load.agreed_hours), strict=True)
        )
        if hours is not None
    ]
    return pd.DataFrame(rows, columns=["name", "part", "hours", "order"])


def load_in_words(loads: tuple[Load, ...]) -> str:
    """What the picture shows, for those who can't see it."""
    over = [load.name for load in loads if load.share is not None and load.share > 1]
    heaviest = [load for load in loads if load.share is not None][:1]
    parts = [say("load.alt", count=len(loads))]
    parts += [say("load.alt_heaviest", name=h.name, share=percent(h.share)) for h in heaviest]
    parts.append(say("load.alt_over", names=listed(over)) if over else say("load.alt_ok"))
    return " ".join(parts)


def percent(share: float | None) -> str:
    """A share as per cent."""
    if share is None:
        return say("load.no_hours")
    return f"{norwegian.number(share * 100, 0)}{norwegian.NO_BREAK}%"
