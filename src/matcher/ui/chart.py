"""Load against agreed hours as a picture; the table beside it says the same."""

from collections.abc import Sequence
from typing import TypeVar

import altair as alt
import pandas as pd

from matcher.letters.language import Language
from matcher.ui import norwegian
from matcher.ui.load import Load
from matcher.ui.preferences import preferences
from matcher.ui.texts import say

BOUND, ROUND, AGREED = "#8797a6", "#3878b4", "#d6453d"
"""Each at least 3 : 1 against white and against the dark ground, and each of another lightness."""
ROW_PIXELS = 44
LEGEND_AND_AXIS_PIXELS = 95
HOLLOW = f"{BOUND}33"
"""What was before is drawn hollow, what comes is solid: told apart without colours, too."""
LONGEST_NAME_PIXELS = 270
"""What there is room for on the narrowest screen (320 points)."""

Chart = TypeVar("Chart", alt.Chart, alt.LayerChart)


def load_chart(loads: tuple[Load, ...], held: str | None = None) -> alt.LayerChart:
    """A bar a row: hours bound before and hours of the cases, with a mark at the agreed hours.

    ``held`` is what the hours of the cases are called where they aren't those of a round.
    """
    parts = [say("load.bound"), held or say("load.round"), say("load.agreed")]
    legend = alt.Legend(title=None, orient="bottom", symbolType="square", columns=2)
    scale = alt.Scale(domain=parts, range=[BOUND, ROUND, AGREED])
    filled = alt.Scale(domain=parts, range=[HOLLOW, ROUND, AGREED])
    told = [
        alt.Tooltip("name:N", title=say("load.name")),
        alt.Tooltip("part:N", title=say("load.part")),
        alt.Tooltip("hours:Q", title=say("load.hours"), format=",.1f"),
    ]
    axis = alt.Axis(orient="top", tickMinStep=1, tickCount=6)
    across = alt.X("hours:Q", title=say("load.axis"), axis=axis)
    base = alt.Chart(_hours(loads, parts)).encode(
        y=named_rows([load.name for load in loads]),
        x=across,
        fill=alt.Fill("part:N", scale=filled, legend=legend),
        stroke=alt.Stroke("part:N", scale=scale, legend=legend),
        tooltip=told,
    )
    bars = base.transform_filter("datum.order < 2").mark_bar(height=15, strokeWidth=1.5, opacity=1)
    bars = bars.encode(order="order:Q")
    marks = base.transform_filter("datum.order == 2").mark_tick(thickness=3, size=24, opacity=1)
    height = len(loads) * ROW_PIXELS + LEGEND_AND_AXIS_PIXELS
    layers = alt.LayerChart(layer=[bars, marks])
    return dressed(layers.properties(height=height))


def named_rows(names: Sequence[str], above: int = -15) -> alt.Y:
    """A row a name, with the name above what is drawn, so that it has room on any screen.

    ``above`` is how far, in pixels, from the middle of the row.
    """
    axis = alt.Axis(
        labelAlign="left", labelBaseline="middle", labelPadding=-3, labelOffset=above,
        labelLimit=LONGEST_NAME_PIXELS, minExtent=0, maxExtent=0, ticks=False, zindex=1,
    )  # fmt: skip
    return alt.Y("name:N", sort=list(names), title=None, axis=axis)


def dressed(chart: Chart) -> Chart:
    """The chart in the manner of the pages: numbers as the language has them, quiet lines.

    The colours of its words are the page's own, light or dark. What it shows is told in words
    beside it, so its parts aren't read aloud one by one, which would be in English.
    """
    is_english = preferences().language is Language.ENGLISH
    decimal, thousands = (".", ",") if is_english else (",", norwegian.NO_BREAK)
    numbers = alt.NumberLocale(
        decimal=decimal, thousands=thousands, grouping=[3], currency=["", " kr"]
    )
    drawn: Chart = (
        chart.configure(locale=alt.Locale(number=numbers), aria=False)
        .configure_mark(aria=False)
        .configure_view(strokeWidth=0)
        .configure_axis(labelFontSize=13, titleFontSize=13, titleFontWeight="normal")
        .configure_legend(labelFontSize=13)
    )
    return drawn


def _hours(loads: tuple[Load, ...], parts: Sequence[str]) -> pd.DataFrame:
    rows = [
        {"name": load.name, "part": part, "hours": hours, "order": order}
        for load in loads
        for order, (part, hours) in enumerate(
            zip(parts, (load.bound_hours, load.round_hours, load.agreed_hours), strict=True)
        )
        if hours is not None
    ]
    return pd.DataFrame(rows, columns=["name", "part", "hours", "order"])


def load_in_words(loads: tuple[Load, ...]) -> str:
    """What the picture shows, for those who can't see it."""
    over = [load.name for load in loads if load.share is not None and load.share > 1]
    known = [load for load in loads if load.share is not None]
    heaviest = sorted(known, key=lambda load: -(load.share or 0.0))[:1]
    parts = [say("load.alt", count=len(loads))]
    parts += [say("load.alt_heaviest", name=h.name, share=percent(h.share)) for h in heaviest]
    parts.append(say("load.alt_over", names=norwegian.listed(over)) if over else say("load.alt_ok"))
    return " ".join(parts)


def percent(share: float | None) -> str:
    """A share as per cent."""
    if share is None:
        return say("load.no_hours")
    return f"{norwegian.number(share * 100, 0)}{norwegian.NO_BREAK}%"
