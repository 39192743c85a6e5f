"""Ventetid: how many have waited for a coordinator the last year, and how long."""

import streamlit as st

from matcher.domain.overview import Overview
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import element, table
from matcher.ui.texts import say, say_count
from matcher.ui.waiting import Waiting, WaitingOverTime, waiting_over_time
from matcher.ui.waiting_chart import name_of, waiting_chart

HEADINGS = ("waiting.day", "waiting.axis", "waiting.median", "waiting.longest")


def show_waiting(seen: Overview) -> None:
    """A bar a month, and the table that says the same and how long they had waited."""
    told = waiting_over_time(seen.cases, seen.on)
    st.html(element("p", say("waiting.intro"), "km-intro"))
    if told.unknown:
        note(say_count("waiting.unknown", told.unknown), "quiet")
    if not any(one.days for one in told.days):
        note(say("waiting.nobody"), "good")
        return
    st.altair_chart(waiting_chart(told.days), width="stretch", alt=in_words(told), theme=None)
    headings = [say(heading) for heading in HEADINGS]
    rows = (_row(one, told) for one in told.days)
    st.html(table(say("overview.tab_waiting"), headings, rows, numeric=(1, 2, 3)))


def in_words(told: WaitingOverTime) -> str:
    """What the picture shows, for those who can't see it."""
    most = max(told.days, key=lambda one: len(one.days))
    return say(
        "waiting.alt",
        now=len(told.days[-1].days),
        most=len(most.days),
        day=name_of(most.on, told.days),
    )


def _row(one: Waiting, told: WaitingOverTime) -> tuple[str, ...]:
    longest = [one.median_days, one.longest_days]
    days = ("" if value is None else norwegian.number(value, 0) for value in longest)
    return name_of(one.on, told.days), norwegian.number(len(one.days)), *days
