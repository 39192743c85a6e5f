"""Scenarios that were tried side by side: a row each, beside the round as it is today."""

from __future__ import annotations

import streamlit as st

from matcher.scenarios.sweep import SweepRow
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.before_after import before_after
from matcher.ui.files import hand_out
from matcher.ui.texts import say
from matcher.ui.what_if_state import Building
from matcher.ui.what_if_table import show_table

SHOWN_IN_CHART = 20


def show_rows(services: Services, built: Building, rows: tuple[SweepRow, ...]) -> None:
    """The answer as a picture, a table and a spreadsheet."""
    _show_chart(rows)
    _show_table(built, services, rows)
    _show_download(services, built, rows)


def _show_chart(rows: tuple[SweepRow, ...]) -> None:
    shown = [(row.title, float(row.placed), float(row.loses)) for row in rows[:SHOWN_IN_CHART]]
    kinds = (say("what_if.col_placed"), say("what_if.col_loses"))
    best = max(rows, key=lambda row: row.placed)
    facts = {"title": best.title, "placed": norwegian.number(best.placed)}
    alt = say("what_if.sweep_alt", count=len(shown), **facts)
    picture = before_after(shown, say("what_if.col_cases"), kinds)
    st.altair_chart(picture, width="stretch", alt=alt, theme=None)


def _show_table(built: Building, services: Services, rows: tuple[SweepRow, ...]) -> None:
    base = built.base(services)
    placed = sum(chosen is not None for chosen in base.chosen.values())
    today = (
        say("what_if.today"),
        norwegian.number(placed),
        "",
        "",
        "",
        "",
        "",
        _sure(base.is_proven),
    )
    told = [
        (
            row.title,
            *map(
                norwegian.number,
                (row.placed, row.loses, row.gets, row.changes_coordinator, row.new_without),
            ),
            say("what_if.met_of", met=row.wishes.met, of=row.wishes.of),
            _sure(row.is_proven),
        )
        for row in rows
    ]
    columns = (
        "what_if.col_scenario",
        "what_if.col_placed",
        "what_if.col_loses",
        "what_if.col_gets_one",
        "what_if.col_changes_one",
        "what_if.col_new_without",
        "what_if.col_wishes",
        "what_if.col_sure",
    )
    show_table("what_if.tab_sweep", columns, [today, *told], numeric=(1, 2, 3, 4, 5))


def _show_download(services: Services, built: Building, rows: tuple[SweepRow, ...]) -> None:
    report = services.report(built.base(services), built.run.profile, sweep=rows)
    content = services.report_files(report)["hva-hvis.xlsx"]
    if content is not None:
        hand_out(say("what_if.download_sweep"), content, "sveip.xlsx")


def _sure(is_proven: bool) -> str:
    return say("what_if.proven" if is_proven else "what_if.found")
