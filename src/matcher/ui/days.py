"""Days: a stretch of them in words, and a field to ask for one."""

from datetime import date

import streamlit as st

from matcher.ui import norwegian
from matcher.ui.texts import say

WRITTEN = "DD.MM.YYYY"
"""How a day is typed."""


def days(first: date, last: date | None) -> str:
    """From a day to a day, or until further."""
    if last is None:
        return say("absence.from", first=norwegian.day(first))
    return say("absence.days", first=norwegian.day(first), last=norwegian.day(last))


def ask_day(label: str, key: str) -> date | None:
    """A field for a day that may be left open; what was typed stays while other pages are shown."""
    return st.date_input(label, value=None, key=key, format=WRITTEN, persist_state="session")
