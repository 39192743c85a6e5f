from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from tests.browser.conftest import chromium, chromium_path
from tests.security.at_the_doors import Browser, log_in_at, program
from tests.security.hand_made_provider import HandMade, hand_made_provider
from tests.security.served import Served, behind_log_in
from tests.ui.conftest import _components_looked_for_once

__all__ = ["_components_looked_for_once", "chromium", "chromium_path"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real pages behind a real log-in; started once."""
    with behind_log_in(tmp_path_factory.mktemp("behind_log_in")) as served:
        yield served


@pytest.fixture(scope="module")
def one_provider() -> Iterator[HandMade]:
    with hand_made_provider() as provider:
        yield provider


@pytest.fixture
def provider(one_provider: HandMade) -> HandMade:
    """As honest as it was made."""
    fresh = HandMade(key=one_provider.key)
    for name, value in vars(fresh).items():
        if name not in ("issuer", "key"):
            setattr(one_provider, name, value)
    return one_provider


@pytest.fixture
def database_url(tmp_path: Path, made_tables: Path) -> str:
    return f"sqlite:///{shutil.copy(made_tables, tmp_path / 'base.db')}"


@pytest.fixture
def app(provider: HandMade, database_url: str) -> Starlette:
    return program(log_in_at(provider), database_url)


@pytest.fixture
def browser(app: Starlette) -> Browser:
    return Browser(app)
