"""Who stands in for each case of one who is away, and what the plan gives, by either choice."""

from __future__ import annotations

import streamlit as st

from matcher.scenarios.absence import Elsewhere, WithoutOne
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import element, table
from matcher.ui.texts import say, say_count
from matcher.ui.what_if_state import Building
from matcher.ui.what_if_table import show_table


def show_stand_ins(built: Building, names: dict[str, WithoutOne]) -> None:
    """One who is away, chosen by name: who stands in, and whom each case then has."""
    chosen = st.selectbox(
        say("what_if.whose"), list(names), index=None, placeholder=say("what_if.choose")
    )
    if chosen is None:
        return
    row = names[chosen]
    plans = [(say("what_if.col_gets"), _gets(row.others_keep))]
    if row.may_shift is not None:
        plans.append((say("what_if.col_gets_shift"), _gets(row.may_shift)))
    told = [
        (
            each.case,
            norwegian.hours(each.hours_per_month),
            _called(built, each.stand_in),
            *(_called(built, gets.get(each.case)) for _, gets in plans),
        )
        for each in row.stand_ins
    ]
    headings = [
        say("what_if.col_case"),
        say("what_if.col_hours"),
        say("what_if.col_stand_in"),
        *(name for name, _ in plans),
    ]
    st.html(table(chosen, headings, told, numeric=(1,)))
    if row.may_shift is not None:
        _show_others(built, row.may_shift)


def _show_others(built: Building, shifted: Elsewhere) -> None:
    """The families of others who would have somebody else, where the whole plan may shift."""
    moves = shifted.others_moved
    if not moves:
        note(say("what_if.nobody_else_moves"), "good")
        return
    told = [(move.case, _called(built, move.from_), _called(built, move.to)) for move in moves]
    columns = ("what_if.col_case", "what_if.col_before", "what_if.col_after")
    st.html(element("p", say_count("what_if.others_move", len(moves))))
    show_table("what_if.col_others_move", columns, told)


def _gets(elsewhere: Elsewhere) -> dict[str, str | None]:
    """Whom each case of the one who is away would have."""
    return {move.case: move.to for move in elsewhere.moved}


def _called(built: Building, id_: str | None) -> str:
    return built.run.roster.called(id_) if id_ else say("what_if.nobody")
