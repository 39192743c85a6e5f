"""The form of one row: a field a column, with the words that may stand there."""

import streamlit as st

from matcher.exchange.editing import EditableRow
from matcher.exchange.kinds import Several
from matcher.exchange.sheet import Column, Sheet
from matcher.ui.texts import say, translated

ACROSS = 3


def filled_form(sheet: Sheet, row: EditableRow | None, version: int) -> tuple[bool, dict[str, str]]:
    """Whether the form was sent, and what it says by field; ``None`` is an empty new row.

    Numbers and dates are written as text, with decimal comma, as in the file: the reader
    understands them. ``version`` changes with the data, so that a form never shows old text.
    """
    texts = {}
    with st.form(f"edit-{sheet.name}", border=True):
        for first in range(0, len(sheet.columns), ACROSS):
            fields = sheet.columns[first : first + ACROSS]
            for column, place in zip(fields, st.columns(ACROSS, gap="medium"), strict=False):
                key = f"edit-{version}-{sheet.name}-{row.number if row else 0}-{column.field}"
                before = row.texts[column.field] if row else ""
                with place:
                    texts[column.field] = _field(column, before, key)
        is_sent = st.form_submit_button(say("edit.save" if row else "edit.add"), type="primary")
    return is_sent, texts


def _field(column: Column, before: str, key: str) -> str:
    told = translated(column.guidance)
    if isinstance(column.kind, Several) and (words := list(column.kind.one.words)):
        parts = [part.strip() for part in before.split(";") if part.strip()]
        chosen = st.multiselect(
            _label(column), _with(words, parts), default=parts, format_func=translated,
            help=told, key=key, placeholder=say("edit.choose"),
        )  # fmt: skip
        return before if chosen == parts else "; ".join(chosen)
    if words := list(column.kind.words):
        options = _with(words, [before] if before else [])
        return (
            st.selectbox(
                _label(column), options, index=options.index(before) if before else None,
                format_func=translated, help=told, key=key, placeholder=say("edit.choose"),
            )
            or ""
        )  # fmt: skip
    told = f"{told} {say('edit.write', expected=column.kind.expected)}"
    return st.text_input(_label(column), before, help=told, key=key)


def _label(column: Column) -> str:
    """The field's name; where it is translated, with the file's own word for it after."""
    name = translated(column.heading)
    named = name if name == column.heading else f"{name} ({column.heading})"
    return f"{named} *" if column.is_required else named


def _with(words: list[str], others: list[str]) -> list[str]:
    """The words that may stand here, and what stands here that may not."""
    return [*words, *(other for other in others if other not in words)]
