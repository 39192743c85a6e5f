"""The table of attacks names tests that exist, and enough of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (\d+) \| (\w+) \| .+ \| `([^`]+)` \|$",
    (REPOSITORY / "docs/angrep.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
KINDS = {
    "billett", "innlogging", "kapsel", "økt", "kappløp", "rolle", "websocket", "hode", "sti",
    "oppsett", "fil", "injeksjon", "lekkasje", "sikkerhetskopi", "historikk",
}  # fmt: skip


def named_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_at_least_forty_attacks_are_tried_and_numbered_in_order() -> None:
    assert len(ROWS) >= 40
    assert [int(number) for number, _, _ in ROWS] == list(range(1, len(ROWS) + 1))
    assert {kind for _, kind, _ in ROWS} == KINDS


def test_every_threat_has_a_test() -> None:
    text = (REPOSITORY / "docs/personvern.md").read_text(encoding="utf-8")
    threats = text.split("## Trusselmodell", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in threats.splitlines() if line.startswith("| ")][2:]
    assert rows
    assert [row for row in rows if not re.search(r"`tests/[^`]+` \|$", row)] == []


def test_every_test_that_is_named_exists() -> None:
    missing = []
    text = (REPOSITORY / "docs/personvern.md").read_text(encoding="utf-8")
    for named in [named for _, _, named in ROWS] + re.findall(r"`(tests/[^`]+)`", text):
        path, _, test = named.partition("::")
        file = REPOSITORY / path
        if not file.is_file() or (test and test not in named_in(file)):
            missing.append(named)
    assert missing == []
