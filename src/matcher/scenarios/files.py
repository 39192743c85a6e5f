"""Scenarios as TOML files: one in a file, or a list and a grid of them for a sweep."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matcher.domain.finding import Finding
from matcher.domain.validation_text import in_norwegian
from matcher.exchange.likeness import closest
from matcher.scenarios.changes import KINDS, ScenarioChange
from matcher.scenarios.scenario import Scenario, ScenarioError, told

LARGEST_BYTES = 1_000_000
KIND_OF = {kind.KIND: kind for kind in KINDS}
MOST_SCENARIOS = 10_000
ABOUT = ("coordinator", "unit", "service", "rule", "criterion")
"""What names an axis that has no title of its own."""


def scenario_from(text: str, name: str = "scenario") -> Scenario:
    """A scenario from the text of its TOML. Raises ``ScenarioError`` with every fault."""
    faults: list[Finding] = []
    scenario = _scenario(_data(text, name), name, faults)
    if faults or scenario is None:
        raise ScenarioError(faults)
    return scenario


def sweep_from(text: str, name: str = "sveip") -> tuple[Scenario, ...]:
    """The scenarios of a sweep: ``[[scenario]]`` a listed one, ``[[axis]]`` a side of a grid.

    An axis is a ``change``, the name of what ``vary`` in it, and its ``values``; the grid is
    every combination. Raises ``ScenarioError`` with every fault.
    """
    data = _data(text, name)
    faults: list[Finding] = []
    found = [
        _scenario(row, f"{name}: scenario {number}", faults)
        for number, row in enumerate(_rows(data, "scenario", name, faults), 1)
    ]
    axes = [
        list(_axis(row, f"{name}: axis {number}", faults))
        for number, row in enumerate(_rows(data, "axis", name, faults), 1)
    ]
    for key in data.keys() - {"scenario", "axis", "others_keep"}:
        faults.append(told(name, f"«{key}» er ikke kjent her. Kanskje mente du [[scenario]]?"))
    if not found and not axes and not faults:
        faults.append(told(name, "Sveipet har ingen scenarier. Kanskje mangler [[scenario]]?"))
    if faults:
        raise ScenarioError(faults)
    keep = data.get("others_keep", False) is True
    for combined in product(*axes) if axes else ():
        title = "; ".join(label for label, _ in combined)
        changes = tuple(change for _, change in combined)
        found.append(Scenario(title=title, changes=changes, others_keep=keep))
    if len(found) > MOST_SCENARIOS:
        raise ScenarioError([told(name, f"Sveipet gir {len(found)} scenarier; det er for mange.")])
    return tuple(one for one in found if one is not None)


def text_at(path: Path) -> str:
    """The text of a scenario's file. Raises ``ScenarioError``."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ScenarioError([told(path.name, f"{path} er for stor til å være et scenario.")])
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as fault:
        text = f"Finner ikke {path}. Kanskje står fila i en annen mappe?"
        raise ScenarioError([told(path.name, text)]) from fault
    except (OSError, ValueError) as fault:
        text = f"Kan ikke lese {path}. Kanskje er den ikke lagret som UTF-8?"
        raise ScenarioError([told(path.name, text)]) from fault


def text_of(scenario: Scenario) -> str:
    """The TOML of a scenario; ``scenario_from`` reads it back."""
    lines = [f"title = {_toml(scenario.title)}"]
    if scenario.others_keep:
        lines.append("others_keep = true")
    for change in scenario.changes:
        lines += ["", "[[change]]", f"kind = {_toml(change.KIND)}"]
        for key, value in change.model_dump().items():
            if value != type(change).model_fields[key].get_default(call_default_factory=True):
                lines.append(f"{key} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def _data(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        place = re.search(r"line (\d+), column (\d+)", str(fault))
        where = f"linje {place[1]}, kolonne {place[2]}" if place else "slutten av fila"
        wrong = (
            f"{name} er ikke gyldig TOML: feilen er ved {where}. "
            "Kanskje mangler et anførselstegn, en klamme eller et likhetstegn?"
        )
        raise ScenarioError([told(name, wrong)]) from fault


def _scenario(data: dict[str, Any], name: str, faults: list[Finding]) -> Scenario | None:
    before = len(faults)
    changes = [
        _change(row, f"change {number}", faults)
        for number, row in enumerate(_rows(data, "change", name, faults), 1)
    ]
    facts = {key: value for key, value in data.items() if key != "change"}
    try:
        scenario = Scenario.model_validate(facts)
    except ValidationError as wrong:
        faults += [told(name, f"{e['loc'][0]}: {in_norwegian(e)}") for e in wrong.errors()]
        return None
    if len(faults) > before:
        return None
    return scenario.model_copy(update={"changes": tuple(filter(None, changes))})


def _rows(data: dict[str, Any], key: str, name: str, faults: list[Finding]) -> list[dict[str, Any]]:
    rows = data.get(key, [])
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    faults.append(told(name, f"«{key}» må stå som tabeller. Kanskje skal det være [[{key}]]?"))
    return []


def _change(row: dict[str, Any], name: str, faults: list[Finding]) -> ScenarioChange | None:
    word = str(row.get("kind", ""))
    kind = KIND_OF.get(word)
    if kind is None:
        near = closest(word, KIND_OF) if word else None
        perhaps = f"Kanskje mente du «{near}»?" if near else f"Disse finnes: {', '.join(KIND_OF)}."
        what = f"Endringen «{word}» finnes ikke." if word else "Endringen mangler kind."
        faults.append(told(name, f"{what} {perhaps}"))
        return None
    try:
        return kind.model_validate({key: value for key, value in row.items() if key != "kind"})
    except ValidationError as wrong:
        for error in wrong.errors():
            path = ".".join(str(part) for part in error["loc"])
            text = f"{path}: {in_norwegian(error)}"
            if error["type"] == "extra_forbidden":
                near = closest(path, kind.model_fields)
                text += f". Kanskje mente du «{near}»?" if near else ""
            faults.append(told(f"{name} ({word})", text))
        return None


def _axis(
    row: dict[str, Any], name: str, faults: list[Finding]
) -> Iterator[tuple[str, ScenarioChange]]:
    change, vary, values = row.get("change"), row.get("vary"), row.get("values")
    if not (isinstance(change, dict) and isinstance(vary, str) and isinstance(values, list)):
        faults.append(told(name, "En akse må ha change, vary (et navn) og values (en liste)."))
        return
    about = next((change[key] for key in ABOUT if key in change), vary)
    for value in values:
        made = _change({**change, vary: value}, name, faults)
        if made is not None:
            yield f"{row.get('title', about)}: {value}", made


def _toml(value: object) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case date():
            return value.isoformat()
        case dict():
            return "{ " + ", ".join(f"{_toml(k)} = {_toml(v)}" for k, v in value.items()) + " }"
        case list() | tuple():
            return f"[{', '.join(map(_toml, value))}]"
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    text = re.sub(r"[\x00-\x1f\x7f]", lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return f'"{text}"'
