"""The form of one row: a field a column, with the words that may stand there."""

import streamlit as st

from matcher.exchange.editing import EditableRow
from matcher.exchange.kinds import Several
from matcher.exchange.sheet import Column, Sheet
from matcher.ui.texts import say

ACROSS = 3


def filled_form(sheet: Sheet, row: EditableRow | None, version: int) -> tuple[bool, dict[str, str]]:
    """Whether the form was sent, and what it says by field; ``None`` is an empty new row.

    Numbers and dates are written as text, with decimal comma, as in the file: the reader
    understands them. ``version`` changes with the data, so that a form never shows old text.
    """
    texts = {}
    with st.form(f"edit-{sheet.name}", border=True):
        columns = st.columns(ACROSS, gap="medium")
        for place, column in enumerate(sheet.columns):
            key = f"edit-{version}-{sheet.name}-{row.number if row else 0}-{column.field}"
            before = row.texts[column.field] if row else ""
            with columns[place % ACROSS]:
                texts[column.field] = _field(column, before, key)
        is_sent = st.form_submit_button(say("edit.save" if row else "edit.add"), type="primary")
    return is_sent, texts


def _field(column: Column, before: str, key: str) -> str:
    label = f"{column.heading} *" if column.is_required else column.heading
    if isinstance(column.kind, Several) and (words := list(column.kind.one.words)):
        parts = [part.strip() for part in before.split(";") if part.strip()]
        chosen = st.multiselect(
            label, _with(words, parts), default=parts, help=column.guidance, key=key,
            placeholder=say("edit.choose"),
        )  # fmt: skip
        return before if chosen == parts else "; ".join(chosen)
    if words := list(column.kind.words):
        options = _with(words, [before] if before else [])
        return (
            st.selectbox(
                label, options, index=options.index(before) if before else None,
                help=column.guidance, key=key, placeholder=say("edit.choose"),
            )
            or ""
        )  # fmt: skip
    return st.text_input(label, before, help=column.guidance, key=key)


def _with(words: list[str], others: list[str]) -> list[str]:
    """The words that may stand here, and what stands here that may not."""
    return [*words, *(other for other in others if other not in words)]
