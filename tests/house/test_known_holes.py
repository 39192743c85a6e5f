"""A pin with a known hole is found by the list alone, and a pin that is mended is not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from tests.house import known_holes
from tests.house.known_holes import LOCK, advisories, holes, main, pinned


def advisory(*events: dict[str, str], **more: Any) -> dict[str, Any]:
    about = {
        "package": {"ecosystem": "PyPI", "name": "Some_Package"},
        "ranges": [{"type": "ECOSYSTEM", "events": list(events)}],
    }
    return {"id": "PYSEC-0", "summary": "Et hull", "affected": [about | more]}


def found(version: str, told: dict[str, Any]) -> bool:
    return bool(holes(told, {"some-package": frozenset({Version(version)})}))


@pytest.mark.parametrize(
    ("version", "expected"),
    [("0.9", False), ("1.0", True), ("1.9", True), ("2.0", False), ("3.0", True), ("3.2", False)],
)
def test_a_version_from_the_hole_to_its_mending_is_found(version: str, expected: bool) -> None:
    told = advisory(
        {"introduced": "1.0"}, {"fixed": "2.0"}, {"introduced": "3.0"}, {"last_affected": "3.1"}
    )
    assert found(version, told) is expected


def test_a_version_that_is_named_is_found_whatever_the_range() -> None:
    assert found("7.1.0", advisory(versions=["7.1"]))
    assert not found("7.2", advisory(versions=["7.1"]))


def test_another_package_or_another_world_is_not_ours() -> None:
    told = advisory({"introduced": "0"})
    told["affected"][0]["package"]["ecosystem"] = "npm"
    assert not found("1.0", told)
    assert holes(advisory({"introduced": "0"}), {"another": frozenset({Version("1.0")})}) == []


def test_every_pin_of_the_lock_is_read_also_those_with_a_marker() -> None:
    text = LOCK.read_text(encoding="utf-8")
    lock = pinned(text)
    assert {"streamlit", "cryptography", "authlib"} <= lock.keys()
    assert sum(map(len, lock.values())) == sum(
        "==" in line and not line.startswith((" ", "#")) for line in text.splitlines()
    )


def test_the_list_is_told_and_fails_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock, archive = tmp_path / "lock", tmp_path / "all.zip"
    lock.write_text("some-package==1.5 \\\n    --hash=sha256:0\n", encoding="utf-8")
    monkeypatch.setattr(known_holes, "LOCK", lock)
    told = advisory({"introduced": "0"}, {"fixed": "2"})
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("PYSEC-0.json", json.dumps(told))
        files.writestr("PYSEC-1.json", json.dumps(told | {"withdrawn": "2026-01-01T00:00:00Z"}))
    assert len(list(advisories(archive))) == 1
    assert main(archive) == 1
    assert capsys.readouterr().out == "PYSEC-0: some-package==1.5 Et hull\n"
    lock.write_text("some-package==2.0\n", encoding="utf-8")
    assert main(archive) == 0
