"""How fair a scenario is: each group that may be shown, those that it harms first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.domain.wording import sentence
from matcher.scenarios.fair import FairRow
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import badge
from matcher.ui.texts import say, say_count
from matcher.ui.what_if_table import show_table

MOST_NAMED = 3


def show_fairness(fairness: tuple[FairRow, ...]) -> None:
    """Each group that may be shown, those that the change harms first."""
    note(say("what_if.fair_note"), "quiet")
    harmed = sorted((row for row in fairness if row.is_worse), key=_size)
    if harmed:
        names = norwegian.listed(_in_short(row) for row in harmed[:MOST_NAMED])
        note(say_count("what_if.harmed", len(harmed), groups=names), "bad")
    elif fairness:
        note(say("what_if.nobody_harmed"), "good")
    changed = [row for row in fairness if row.before != row.after]
    in_order = sorted(changed, key=lambda row: (not row.is_worse, _size(row)))
    if in_order:
        _show_groups(in_order)
    same = [row for row in fairness if row.before == row.after]
    if same:
        with st.expander(say_count("what_if.same", len(same))):
            _show_groups(same)


def _show_groups(fairness: Sequence[FairRow]) -> None:
    """A row for each measure of each group."""
    rows = [
        (
            f"{sentence(row.by)}: {row.group}",
            sentence(row.measure),
            norwegian.number(row.cases),
            norwegian.number(row.before),
            norwegian.number(row.after),
            _way(row),
        )
        for row in fairness
    ]
    columns = (
        "what_if.col_group",
        "what_if.col_measure",
        "what_if.col_cases",
        "what_if.col_before",
        "what_if.col_after",
        "what_if.col_way",
    )
    show_table("what_if.part_fair", columns, rows, numeric=(2, 3, 4))


def _size(row: FairRow) -> float:
    """The largest change first."""
    return -abs(row.after - row.before)


def _in_short(row: FairRow) -> str:
    facts = {"before": norwegian.number(row.before), "after": norwegian.number(row.after)}
    return say("what_if.harmed_one", group=row.group, measure=row.measure.value, **facts)


def _way(row: FairRow) -> str:
    if row.before == row.after:
        return badge(say("what_if.way_same"))
    return badge(
        *(
            (say("what_if.way_worse"), "bad")
            if row.is_worse
            else (say("what_if.way_better"), "good")
        )
    )
