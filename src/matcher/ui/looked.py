"""Which cases of the round at hand the user has looked at: only those are accepted together."""

import streamlit as st

from matcher.ui.state import Run

_KEY = "looked at"


def note_looked_at(case: str, run: Run) -> None:
    """The case has been shown by itself."""
    st.session_state.setdefault(_KEY, set()).add(_suggested(case, run))


def is_looked_at(case: str, run: Run) -> bool:
    """Whether the case has been shown with the suggestion that it has now."""
    return _suggested(case, run) in st.session_state.get(_KEY, set())


def _suggested(case: str, run: Run) -> tuple[str, str, str | None]:
    return run.roster.sha256, case, run.by_case[case].coordinator
