"""The lock: every dependency pinned and hashed, and no word of where it was fetched."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[2]
LOCK = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")


def pins() -> dict[str, set[str]]:
    """Versions by package; a package may be pinned once for each range of Pythons."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


def declared() -> list[Requirement]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


def test_the_lock_names_no_address_and_no_path() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^--|^\s*/|find-links|index-url", LOCK, re.MULTILINE)


def test_every_pin_has_a_hash() -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_lock_is_in_step_with_what_the_project_declares() -> None:
    pinned = pins()
    astray = [
        str(requirement)
        for requirement in declared()
        if not (versions := pinned.get(canonicalize_name(requirement.name)))
        or not all(requirement.specifier.contains(version) for version in versions)
    ]
    assert astray == []


def test_what_runs_in_operation_is_a_part_of_the_lock_without_any_tool() -> None:
    """Nobody needs a test tool in operation, and every one of them would be a way in."""
    text = (REPOSITORY / "requirements-drift.lock").read_text(encoding="utf-8")
    in_operation, every = blocks(text), blocks(LOCK)
    assert in_operation
    assert [pin for pin, hashes in in_operation.items() if every.get(pin) != hashes] == []
    names = {canonicalize_name(pin.partition("==")[0]) for pin in in_operation}
    assert names & {"pytest", "playwright", "jupyter-core", "mypy", "ruff"} == set()
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    assert needed <= names


def blocks(lock: str) -> dict[str, frozenset[str]]:
    """The fingerprints of each pin; markers differ with who asks for the package."""
    parts = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    return {part.split()[0]: frozenset(re.findall(r"sha256:(\w+)", part)) for part in parts}


def test_no_lock_that_records_addresses_stands_beside_it() -> None:
    assert not [name for name in ("uv.lock", "pylock.toml") if (REPOSITORY / name).exists()]
