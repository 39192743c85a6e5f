"""Each absence: whom it is hardest to do without, and who stands in."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.scenarios.absence import WithoutOne
from matcher.scenarios.side_by_side import spare_cores
from matcher.services import Services, Where
from matcher.ui import norwegian
from matcher.ui.before_after import before_after
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.pages.what_if.stand_ins import show_stand_ins
from matcher.ui.texts import say
from matcher.ui.what_if_asking import asked_apart
from matcher.ui.what_if_state import Building
from matcher.ui.what_if_table import show_table

SHOWN_IN_CHART = 20


def show_absences(services: Services, built: Building) -> None:
    """Ask, and show those whom it is hardest to do without first."""
    st.html(element("p", say("what_if.absence_intro")))
    may_shift = st.toggle(say("what_if.may_shift"), help=say("what_if.may_shift_help"))
    label, where = say("what_if.ask_absences"), Where(workers=spare_cores())
    answer = asked_apart(services, built, "each_absence", label, may_shift=may_shift, where=where)
    rows = cast("tuple[WithoutOne, ...] | None", answer)
    if rows is None:
        return
    with_cases = [row for row in rows if row.cases]
    if with_cases:
        hardest = with_cases[0]
        note(say("what_if.hardest", name=_name(built, hardest), says=hardest.says))
    _show_chart(built, with_cases)
    _show_table(built, with_cases)
    show_stand_ins(built, {_name(built, row): row for row in with_cases})


def _show_chart(built: Building, rows: list[WithoutOne]) -> None:
    shown = [
        (_name(built, row), float(len(row.cases)), float(len(row.others_keep.unplaced)))
        for row in rows[:SHOWN_IN_CHART]
    ]
    kinds = (say("what_if.has_cases"), say("what_if.left_alone"))
    picture = before_after(shown, say("what_if.col_cases"), kinds)
    alt = say("what_if.absence_alt", count=len(shown), name=shown[0][0] if shown else "")
    st.altair_chart(picture, width="stretch", alt=alt, theme=None)


def _show_table(built: Building, rows: list[WithoutOne]) -> None:
    told = [
        (
            _name(built, row),
            *map(norwegian.number, (len(row.cases), len(row.others_keep.unplaced), *_shift(row))),
            _percent(row.covered),
            _percent(row.covered_with_overtime),
        )
        for row in rows
    ]
    shifts = ("what_if.col_alone_shift", "what_if.col_others_move")
    asked = shifts if any(row.may_shift for row in rows) else ()
    columns = (
        "what_if.col_away",
        "what_if.col_cases",
        "what_if.col_alone",
        *asked,
        "what_if.col_covered",
        "what_if.col_overtime",
    )
    show_table("what_if.tab_absences", columns, told, numeric=range(1, len(columns)))


def _shift(row: WithoutOne) -> tuple[int, ...]:
    """Those without anybody, and others moved, where the plan may shift; where it was asked."""
    shift = row.may_shift
    return () if shift is None else (len(shift.unplaced), len(shift.others_moved))


def _name(built: Building, row: WithoutOne) -> str:
    return built.run.roster.called(row.coordinator)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{norwegian.number(100 * share, 0)}{norwegian.NO_BREAK}%"
