"""The load of units before and after, and how fair a scenario is: each as a table and more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from matcher.domain.wording import sentence
from matcher.scenarios.compare import Comparison
from matcher.scenarios.fair import FairRow
from matcher.ui import norwegian
from matcher.ui.before_after import before_after
from matcher.ui.frame import note
from matcher.ui.markup import badge, table
from matcher.ui.texts import say, say_count

MOST_NAMED = 3


def show_units(told: Comparison) -> None:
    """Hours used in each unit that has agreed to any."""
    loads = [load for load in told.loads if load.agreed_before or load.agreed_after]
    rows = [(load.unit, load.used_before, load.used_after) for load in loads]
    busiest = Counter({load.unit: abs(load.used_after - load.used_before) for load in loads})
    most = busiest.most_common(1)[0][0] if busiest else ""
    picture = before_after(rows, say("what_if.hours_a_month"))
    alt = say("what_if.units_alt", count=len(rows), unit=most)
    st.altair_chart(picture, width="stretch", alt=alt, theme=None)
    told_rows = [
        (load.unit, *(norwegian.number(hours, 2) for hours in
         (load.agreed_before, load.used_before, load.agreed_after, load.used_after)))
        for load in loads
    ]  # fmt: skip
    headings = [
        say("what_if.col_unit"),
        say("what_if.col_agreed_before"),
        say("what_if.col_used_before"),
        say("what_if.col_agreed_after"),
        say("what_if.col_used_after"),
    ]
    st.html(table(say("what_if.part_units"), headings, told_rows, numeric=(1, 2, 3, 4)))


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
        st.html(_groups(in_order))
    same = [row for row in fairness if row.before == row.after]
    if same:
        with st.expander(say_count("what_if.same", len(same))):
            st.html(_groups(same))


def _groups(fairness: Sequence[FairRow]) -> str:
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
    headings = [
        say("what_if.col_group"),
        say("what_if.col_measure"),
        say("what_if.col_cases"),
        say("what_if.col_before"),
        say("what_if.col_after"),
        say("what_if.col_way"),
    ]
    return table(say("what_if.part_fair"), headings, rows, numeric=(2, 3, 4))


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
