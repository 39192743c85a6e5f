"""Packages of the lock with a known hole, by the open list of OSV: a zip, read without internet.

``python -m tests.house.known_holes all.zip`` tells them and fails where there is any. The zip is
the list's own, one JSON for each advisory (https://ossf.github.io/osv-schema/), fetched by whoever
makes a release.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

LOCK = Path(__file__).parents[2] / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def pinned(lock: str) -> dict[str, frozenset[Version]]:
    """Every version that the lock names of each package; markers may give a package several."""
    found: dict[str, set[Version]] = {}
    for name, version in PIN.findall(lock):
        found.setdefault(canonicalize_name(name), set()).add(Version(version))
    return {name: frozenset(versions) for name, versions in found.items()}


def advisories(archive: Path) -> Iterator[dict[str, Any]]:
    """Every advisory of the list that still stands."""
    with zipfile.ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if name.endswith(".json"):
                advisory = json.loads(files.read(name))
                if "withdrawn" not in advisory:
                    yield advisory


def holes(advisory: Mapping[str, Any], lock: Mapping[str, frozenset[Version]]) -> list[str]:
    """The pins that an advisory is about, as ``name==version``."""
    found = []
    for about in advisory.get("affected", ()):
        package = about.get("package", {})
        if package.get("ecosystem") == "PyPI":
            name = canonicalize_name(package["name"])
            versions = lock.get(name, frozenset())
            found += [f"{name}=={each}" for each in versions if _is_affected(each, about)]
    return found


def _is_affected(version: Version, about: Mapping[str, Any]) -> bool:
    if any(_version(named) == version for named in about.get("versions", ())):
        return True
    return any(
        _is_within(version, stretch.get("events", ()))
        for stretch in about.get("ranges", ())
        if stretch.get("type") == "ECOSYSTEM"
    )


def _is_within(version: Version, events: list[Mapping[str, str]]) -> bool:
    """Whether the last thing that happened up to the version, let the hole in."""
    is_in = False
    for event in sorted(events, key=lambda event: _version(next(iter(event.values()))) or MOST):
        (kind, at) = next(iter(event.items()))
        since = _version(at)
        if since is None:
            continue
        if kind == "introduced" and version >= since:
            is_in = True
        elif (kind == "fixed" and version >= since) or (
            kind == "last_affected" and version > since
        ):
            is_in = False
    return is_in


MOST = Version("9999")


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:
        return None


def main(archive: Path) -> int:
    """Tell every hole; 1 where there is any."""
    lock = pinned(LOCK.read_text(encoding="utf-8"))
    told = [
        f"{advisory['id']}: {pin} {advisory.get('summary', '')}".rstrip()
        for advisory in advisories(archive)
        for pin in holes(advisory, lock)
    ]
    for line in told:
        sys.stdout.write(line + "\n")
    return 1 if told else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
