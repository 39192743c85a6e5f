import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from matcher.domain.person import Person
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import kept_round


@pytest.fixture(scope="session", autouse=True)
def _components_looked_for_once() -> Iterator[None]:
    """The harness reads of every installed package whether it has a component, for each page."""
    with pytest.MonkeyPatch.context() as patched:
        looked_for = cache(manifest_scanner.scan_component_manifests)
        patched.setattr(manifest_scanner, "scan_component_manifests", looked_for)
        yield


@pytest.fixture
def hand_made(tmp_path: Path, made_tables: Path) -> HandMade:
    """The services made by hand, with a sample that has a fault, a clean one and an empty one."""
    (tmp_path / "liten.xlsx").write_bytes(b"faults")
    (tmp_path / "ren.xlsx").write_bytes(b"clean")
    (tmp_path / "tom.xlsx").write_bytes(b"empty")
    shutil.copy(made_tables, tmp_path / "prøve.db")
    return HandMade(sample_folder=tmp_path, database_url=f"sqlite:///{tmp_path / 'prøve.db'}")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a test does reaches the database of whoever runs it."""
    monkeypatch.setenv("MATCHER_DATA_FOLDER", str(tmp_path))


@pytest.fixture
def anne(hand_made: HandMade) -> Person:
    """Somebody who uses the program."""
    return hand_made.enter("Anne Lie")


@pytest.fixture
def session(hand_made: HandMade, anne: Person) -> Session:
    """Her round, which is kept."""
    return kept_round(hand_made, anne)
