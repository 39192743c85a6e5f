"""What the municipality's document says, statement by statement, and the law that is in force."""

from collections.abc import Sequence

import streamlit as st

from matcher.profiles.in_force import RuleInForce
from matcher.profiles.law.laws import Law
from matcher.statements.told import ToldStatement
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import badge, bullets, table
from matcher.ui.texts import say


def show_statements(told: Sequence[ToldStatement], lines: Sequence[RuleInForce]) -> None:
    """Each statement in the document's order, with what the program does or why it doesn't.

    ``lines`` names the profile's own lines; other places in the program say nothing to a reader.
    """
    titles = {line.key: line.title for line in lines}
    if not told:
        note(say("rules.no_statements"), "quiet")
        return
    headings = (
        say("rules.statement"),
        say("rules.document_says"),
        say("rules.does"),
        say("rules.where"),
    )
    st.html(
        table(
            say("rules.tab_statements"),
            headings,
            [
                (
                    f"{one.statement.id}, {say('rules.at_line', line=one.statement.line)}",
                    one.statement.says,
                    one.does,
                    bullets(titles[w] for w in one.where if w in titles)
                    if one.is_done
                    else badge(say("rules.outside")),
                )
                for one in told
            ],
        )
    )


def show_laws(laws: Sequence[Law]) -> None:
    """The acts with the sections that are used, and the day somebody last looked."""
    headings = (
        say("rules.law"),
        say("rules.sections"),
        say("rules.law_note"),
        say("rules.checked"),
    )
    st.html(
        table(
            say("rules.tab_laws"),
            headings,
            [
                (
                    f"{law.name} ({law.short}), {law.act}",
                    bullets(f"{section}: {about}" for section, about in law.sections.items()),
                    law.note or "",
                    norwegian.day(law.checked),
                )
                for law in laws
            ],
        )
    )
