"""A table of an answer, named and headed by texts of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from matcher.ui.markup import table
from matcher.ui.texts import say


def show_table(
    name: str,
    columns: Iterable[str],
    rows: Iterable[Sequence[str]],
    numeric: Sequence[int] = (),
) -> None:
    """``name`` and ``columns`` are keys of texts; ``numeric`` columns are set to the right."""
    st.html(table(say(name), [say(column) for column in columns], rows, numeric))
