"""What an hour is worth: what more hours in a service or unit give, and their best use."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.domain.wording import sentence
from matcher.scenarios.side_by_side import spare_cores
from matcher.scenarios.worth import BestUse, HourWorth
from matcher.services import Services, Where
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import element, table
from matcher.ui.texts import say, say_count
from matcher.ui.what_if_asking import asked_apart
from matcher.ui.what_if_state import Building


def show_hours(services: Services, built: Building) -> None:
    """Ask for the best use of some hours, and for what each service and unit gains."""
    st.html(element("p", say("what_if.hours_intro")))
    hours = st.number_input(say("what_if.to_spend"), 1, 200, value=10, step=1, width=320)
    label = say("what_if.ask_best")
    best = cast("BestUse | None", asked_apart(services, built, "best_use", label, float(hours)))
    if best is not None:
        note(best.says, "good")
    label, where = say("what_if.ask_hours"), Where(workers=spare_cores())
    answer = asked_apart(services, built, "worth_of_hours", label, kind="secondary", where=where)
    rows = cast("tuple[HourWorth, ...] | None", answer)
    if rows:
        _show_worth(rows)


def _show_worth(rows: tuple[HourWorth, ...]) -> None:
    """The place that gains most in words, and a table of all, those that gain most first."""
    most = max(row.hours for row in rows)
    best = max((row for row in rows if row.hours == most), key=_weight)
    note(say("what_if.most_worth", says=best.says))
    by_unit = st.segmented_control(
        say("what_if.hours_by"),
        [False, True],
        format_func=lambda unit: say("what_if.by_unit" if unit else "what_if.by_service"),
        default=False,
        required=True,
    )
    _show_table([row for row in rows if row.is_unit is by_unit])


def _show_table(rows: list[HourWorth]) -> None:
    places: dict[str, list[HourWorth]] = {}
    for row in rows:
        places.setdefault(row.group, []).append(row)
    in_order = sorted(places.values(), key=lambda place: _weight(place[-1]), reverse=True)
    told = [
        (
            sentence(place[0].group),
            *map(_gain, place),
            say("what_if.proven" if all(row.is_proven for row in place) else "what_if.found"),
        )
        for place in in_order
    ]
    amounts = sorted({row.hours for row in rows})
    headings = [
        say("what_if.col_where"),
        *(say_count("what_if.so_many_hours", int(hours)) for hours in amounts),
        say("what_if.col_sure"),
    ]
    st.html(table(say("what_if.tab_hours"), headings, told))


def _weight(row: HourWorth) -> tuple[float, ...]:
    """The gain as the goals stand: a gain in an upper one comes before all below."""
    return tuple(row.gain.values())


def _gain(row: HourWorth) -> str:
    """The weightiest gain in short."""
    if row.more_placed > 0:
        return say_count("what_if.gain_placed", row.more_placed)
    if row.fewer_poor > 0:
        return say_count("what_if.gain_poor", row.fewer_poor)
    if row.more_points > 0:
        return say("what_if.gain_points", points=norwegian.number(row.more_points))
    return say("what_if.gain_some" if any(row.gain.values()) else "what_if.gain_none")
