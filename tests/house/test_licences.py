"""Every package that comes along may come along, and what comes along can be listed offline."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.house.licences import ALLOWED, PAGE, page, shipped, words_of


def test_every_licence_is_one_that_may_be_passed_on() -> None:
    wrong = {name: words for name, words in shipped().items() if words_of(words) - ALLOWED}
    assert wrong == {}


def test_the_page_of_licences_is_as_what_is_installed() -> None:
    """``python -m tests.house.licences`` writes it again."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.soak
def test_a_bill_of_materials_names_all_that_comes_along(tmp_path: Path) -> None:
    """By CycloneDX's own tool, from what is installed, without asking anybody."""
    file = tmp_path / "sbom.json"
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    subprocess.run(
        [*command, "--of", "JSON", "-o", str(file), sys.executable],
        check=True,
        capture_output=True,
        timeout=300,
    )
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["bomFormat"] == "CycloneDX"
    named = {canonicalize_name(part["name"]) for part in told["components"]}
    assert set(shipped()) - named == set()
