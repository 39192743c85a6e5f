"""Files that are handed out."""

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".toml": "application/toml",
    ".txt": "text/plain",
}
Content = str | bytes | Callable[[], str | bytes]


def hand_out(label: str, content: Content, name: str, *, as_link: bool = False) -> None:
    """A button that gives a file; what is slow to make is given as a function, and made then.

    The page isn't drawn anew for it: beginning a run, Streamlit throws away what it has not sent
    yet, now and then the word that the file is made, and the button waits for it for minutes.
    """
    st.download_button(
        label,
        content,
        file_name=name,
        mime=KINDS[PurePath(name).suffix],
        type="tertiary" if as_link else "secondary",
        on_click="ignore",
    )
