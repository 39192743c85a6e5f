"""Every rule, criterion and setting of a profile, group by group, with its source."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from matcher.profiles.in_force import RuleInForce
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import Html, badge, bullets, table
from matcher.ui.texts import say, translated


def show_lines(lines: Sequence[RuleInForce]) -> None:
    """The lines in use, or all of them; narrowed by a search in all that is said."""
    left, right = st.columns([2, 1], gap="large", vertical_alignment="bottom")
    wanted = left.text_input(say("rules.search"), placeholder=say("rules.search_hint"))
    shows_unused = right.toggle(say("rules.unused"))
    shown = [
        line
        for line in lines
        if (line.is_in_force or shows_unused) and wanted.strip().casefold() in _words(line)
    ]
    if not shown:
        note(say("rules.nothing"), "quiet")
    for group, members in groupby(shown, key=lambda line: line.group):
        st.header(translated(group), anchor=False)
        headings = [say("rules.line"), say("rules.says"), say("rules.source"), say("rules.checked")]
        st.html(table(group, headings, map(_row, members)))


def said(line: RuleInForce) -> Html:
    """What a line says, setting by setting; only that it isn't used, where it isn't."""
    if not line.is_in_force:
        return badge(say("rules.not_used"))
    return bullets(f"{setting.title}: {setting.says}" for setting in line.settings)


def _row(line: RuleInForce) -> tuple[str, ...]:
    return line.title, said(line), line.source, norwegian.day(line.checked)


def _words(line: RuleInForce) -> str:
    said = (f"{setting.title} {setting.says}" for setting in line.settings)
    return " ".join([line.title, line.source, *said]).casefold()
