"""The months ahead: how many wait, with bands over many drawn futures."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import streamlit as st

from matcher.scenarios.over_time import Band, MonthBand
from matcher.scenarios.side_by_side import spare_cores
from matcher.services import Horizon, Services, Where
from matcher.ui import norwegian
from matcher.ui.bands import band_chart
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.texts import say
from matcher.ui.what_if_asking import asked_apart
from matcher.ui.what_if_state import Building
from matcher.ui.what_if_table import show_table

MEASURES: dict[str, Callable[[MonthBand], Band]] = {
    "what_if.waiting": lambda row: row.waiting,
    "what_if.col_hours_short": lambda row: row.hours_short,
    "what_if.col_changes": lambda row: row.changes_per_family,
    "what_if.col_cases": lambda row: row.cases,
}
"""What is followed from month to month, by the key of its name."""


def show_ahead(services: Services, built: Building) -> None:
    """Ask for the months ahead, and show them as bands."""
    st.html(element("p", say("what_if.ahead_intro")))
    months = st.number_input(say("what_if.months"), 1, 36, value=12, step=1, width=320)
    draws = st.number_input(say("what_if.draws"), 2, 100, value=10, step=1, width=320)
    horizon = Horizon(months=int(months), draws=int(draws))
    where = Where(workers=spare_cores())
    label = say("what_if.ask_ahead")
    answer = asked_apart(services, built, "over_time", label, horizon, where=where)
    rows = cast("tuple[MonthBand, ...] | None", answer)
    if rows is not None:
        _show_chart(rows)
        _show_table(rows)


def _show_chart(rows: tuple[MonthBand, ...]) -> None:
    chosen = st.segmented_control(
        say("what_if.followed"),
        list(MEASURES),
        format_func=say,
        default=next(iter(MEASURES)),
        required=True,
    )
    bands = [MEASURES[chosen](row) for row in rows]
    points = [
        (row.month, band.low, band.middle, band.high) for row, band in zip(rows, bands, strict=True)
    ]
    first, last = bands[0], bands[-1]
    facts = {
        "what": say(chosen),
        "now": _number(first.middle),
        "months": len(rows) - 1,
        "low": _number(last.low),
        "middle": _number(last.middle),
        "high": _number(last.high),
    }
    note(say("what_if.ahead_says", **facts))
    alt = say("what_if.ahead_alt", **facts)
    st.altair_chart(band_chart(points, say(chosen)), width="stretch", alt=alt, theme=None)
    st.html(element("p", say("what_if.band_means")))


def _show_table(rows: tuple[MonthBand, ...]) -> None:
    told = [
        (f"{row.month:%m.%Y}", *(_band(measure(row)) for measure in MEASURES.values()))
        for row in rows
    ]
    columns = ("what_if.col_month", *MEASURES)
    show_table("what_if.tab_ahead", columns, told, numeric=(1, 2, 3, 4))


def _band(band: Band) -> str:
    return say(
        "what_if.band", low=_number(band.low), middle=_number(band.middle), high=_number(band.high)
    )


def _number(value: float) -> str:
    """A share of a change is small, and a case or an hour isn't."""
    return norwegian.number(value, 2 if abs(value) < 1 else 1)
