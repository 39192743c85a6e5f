"""Files that are handed out."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import matcher.ui


@pytest.mark.parametrize("content", ["'tekst'", "lambda: 'tekst'"], ids=["made", "to be made"])
def test_a_file_is_handed_out_without_the_page_being_drawn_anew(content: str) -> None:
    app = AppTest.from_string(
        f"from matcher.ui.files import hand_out\nhand_out('Last ned', {content}, 'a.txt')"
    ).run()
    (button,) = app.get("download_button")
    assert button.proto.ignore_rerun
    assert button.proto.label == "Last ned"


def test_every_file_is_handed_out_the_same_way() -> None:
    pages = Path(matcher.ui.__file__).parent.rglob("*.py")
    assert [path.name for path in pages if "st.download_button" in path.read_text("utf-8")] == [
        "files.py"
    ]
