"""``matcher meeting-list``: a PDF from the folder of a round, with names or with ids only."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from matcher.cli.writing import write_folder
from matcher.services import Services
from tests.cli.running import matcher
from tests.ui.hand_made import plan, roster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round as it is written."""
    services = Services()
    text = services.profile_text("farsund")
    write_folder(tmp_path / "runde", services.round_files(plan(), roster(), text))
    return tmp_path / "runde"


def printed(file: Path) -> str:
    pages = PdfReader(BytesIO(file.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_list_is_written_with_names_or_with_ids_only(folder: Path, tmp_path: Path) -> None:
    names, ids = tmp_path / "navn.pdf", tmp_path / "id.pdf"
    ran = matcher("meeting-list", folder, "--out", names)
    assert (ran.code, ran.err) == (0, "")
    assert "møteliste for Farsund" in ran.out
    assert matcher("meeting-list", folder, "--out", ids, "--ids-only").code == 0
    assert "Kari Nes (K-01)" in printed(names)
    assert "Kari" not in printed(ids)
    assert "K-01" in printed(ids)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = matcher("meeting-list", tmp_path / "borte", "--out", tmp_path / "x.pdf")
    assert ran.code == 1
    assert "finnes ikke" in ran.err
    assert not (tmp_path / "x.pdf").exists()
