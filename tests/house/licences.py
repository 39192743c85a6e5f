"""What comes along with the program, and under which licence.

``python -m tests.house.licences`` writes docs/lisenser.md.
"""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "lisenser.md"
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-2.1-or-later",
    "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib",
}  # fmt: skip
"""May be used by a municipality and passed on with a program under MIT. The LGPL ones are used as
they are and can be exchanged, which is what the licence asks."""
OLD_WORDS = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "apache software license": "Apache-2.0",
}
"""What packages wrote before there were licence expressions."""
INTRODUCTION = """\
# Lisenser

Alt som følger med når programmet installeres, uten det som bare prøvene bruker. Siden er skrevet av
programmet, og en prøve sammenligner den med det som er installert. Programmet selv er MIT.

| Pakke | Lisens |
| --- | --- |
"""


def shipped() -> dict[str, str]:
    """The packages that come along, with their licence, by name."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["postgresql"]]
    waiting, found = [Requirement(line) for line in lines], dict[str, str]()
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        distribution = importlib.metadata.distribution(wanted.name)
        found[key[0]] = licence(distribution)
        waiting += [
            needed
            for needed in map(Requirement, distribution.requires or [])
            if needed.marker is None
            or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras))
        ]
    return dict(sorted(found.items()))


def licence(distribution: importlib.metadata.Distribution) -> str:
    """The licence of a package, as an SPDX expression."""
    told = distribution.metadata
    free = next(iter(told.get_all("License") or [""]))
    if "License-Expression" in told:
        return told["License-Expression"]
    classified = [line.rpartition("::")[2].strip() for line in told.get_all("Classifier") or []
                  if line.startswith("License ::")]  # fmt: skip
    for words in (*classified, free):
        if known := OLD_WORDS.get(words.casefold()):
            return known
    return (free or "ikke oppgitt").splitlines()[0]


def words_of(expression: str) -> set[str]:
    """The licences an expression names; where one may be chosen, those that may."""
    return set(re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", expression)) - {""}


def page() -> str:
    """docs/lisenser.md."""
    return INTRODUCTION + "".join(f"| {name} | {words} |\n" for name, words in shipped().items())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
