"""What is sent before anything is drawn: strict headers, and no inner numbers."""

from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from matcher.ui.serve import HEADERS

pytestmark = pytest.mark.browser


def test_every_answer_carries_the_strict_headers_and_inner_numbers_are_closed(
    address: str,
) -> None:
    for path in ("/", "/sak", "/_stcore/health", "/norsk/ord-nn.json", "/favicon.png"):
        with urlopen(address + path) as answer:
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS, path
    words = json.loads(urlopen(f"{address}/norsk/ord-nb.json").read())["whole"]
    assert "Velg fil" in words.values()
    assert status(f"{address}/_stcore/metrics") == 404
    assert status(f"{address}/", host="fremmed.example") == 400


def status(address: str, host: str | None = None) -> int:
    """The status an address answers with, when asked under a host's name."""
    try:
        with urlopen(Request(address, headers={"Host": host} if host else {})) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
