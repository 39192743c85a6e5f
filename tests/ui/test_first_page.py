import re
from contextvars import copy_context
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from streamlit import file_util

from matcher.letters.language import Language
from matcher.ui.first_page import SCRIPTS, first_page, routes
from matcher.ui.preferences import COOKIE, Preferring

INDEX = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> TestClient:
    """Somebody whose browser asks for the first page."""
    return TestClient(Starlette(routes=routes(), middleware=[Middleware(Preferring)]))


def asked(browser: TestClient, kept: str | None = None) -> str:
    headers = {"Cookie": f"annet=1; {COOKIE}={kept}"} if kept else {}
    return copy_context().run(lambda: browser.get("/sak", headers=headers).text)


def test_the_first_page_is_bokmal_until_somebody_chooses(browser: TestClient) -> None:
    page = asked(browser)
    assert '<html lang="nb">' in page
    assert "<title>Koordinatormatch</title>" in page
    assert "Sidene trenger JavaScript" in page


def test_the_first_page_is_in_the_language_that_was_chosen_before(browser: TestClient) -> None:
    page = asked(browser, "nn.dark.usual")
    assert '<html lang="nn">' in page
    assert "Sidene treng JavaScript" in page


@pytest.mark.parametrize("kept", ["", "sv.dark.usual", "nn", 'nn"><script>.dark.usual', ";;;"])
def test_a_cookie_that_holds_anything_else_is_not_followed(browser: TestClient, kept: str) -> None:
    page = asked(browser, kept)
    assert '<html lang="nb">' in page
    assert "<script>" not in page


def test_the_first_page_holds_no_script_text_and_ours_comes_first() -> None:
    tags = re.findall(r"<script[^>]*>", first_page(INDEX))
    assert [tag for tag in tags if "src=" not in tag] == []
    assert [tag.split('"')[1] for tag in tags[: len(SCRIPTS)]] == list(SCRIPTS)


@pytest.mark.parametrize("language", Language)
def test_streamlits_words_are_told_in_each_language(
    browser: TestClient, language: Language
) -> None:
    words = browser.get(f"/norsk/ord-{language}.json").json()
    assert words["whole"]["streamlit run yourscript.py"] == "matcher app"
