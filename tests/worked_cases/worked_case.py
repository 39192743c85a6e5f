"""A worked case (eksempelsak): a situation and what the document says of it, read from a file.

The files are written from the municipalities' documents by hand, in the words of the workbook, so
that a case worker can read and correct them. ``README.md`` beside them says how.
"""

from __future__ import annotations

import csv
import io
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from matcher.domain.choice import Choice
from matcher.domain.roster import Roster
from matcher.exchange.workbook import SHEETS
from matcher.profiles.load import builtin
from matcher.services import Services

HERE = Path(__file__).parent
COMMON = "felles"
"""The folder of cases that stand on law alone, and hold in every municipality."""

Row = Mapping[str, str]
Table = tuple[Row, ...]

USUAL: Mapping[str, Row] = {
    "Saker": {"Samtykke": "ja", "Adressesperre": "nei"},
    "Koordinatorer": {
        "Arbeidsgiver": "kommune",
        "Stillingsprosent": "100",
        "Avtalte timer per måned": "40",
        "Avtalt dato": "01.09.2026",
        "Opplæring dato": "01.02.2024",
    },
}
"""What holds where a table doesn't have the column. An empty cell is *not known*."""


@dataclass(frozen=True)
class WorkedCase:
    """A situation in one municipality, and what is expected of it."""

    id: str
    """The folder and the name of the file, such as ``farsund/undersokelse``."""
    profile: str
    title: str
    says: str
    """Where in the document it stands, in a sentence."""
    statements: tuple[str, ...]
    is_at_the_edge: bool
    on: date
    sheets: Mapping[str, Table]
    expected: Mapping[str, Mapping[str, Any]]
    """By case id."""
    rules: Mapping[str, str]
    """What the page of rules says of a setting, by its path."""
    goals: Mapping[str, float]
    """What the round reaches of a goal, by its id."""
    notices: tuple[str, ...]
    """Words of what the round tells KE."""
    alerts: Table
    """What the program warns of that day: all of it, where anything is said."""
    meetings: Table
    """Meetings that are planned."""
    decided: Table
    """Decisions of that day, which the list of cases doesn't know of yet."""
    preferences: tuple[Choice, ...]
    """The pairs that KE prefers."""


def worked_cases() -> tuple[WorkedCase, ...]:
    """Every worked case, a common one once for each municipality."""
    return tuple(case for name in builtin() for case in cases_of(name))


@cache
def cases_of(profile: str) -> tuple[WorkedCase, ...]:
    """The worked cases of a municipality, its own first."""
    own = [_read(file, profile) for file in sorted((HERE / profile).glob("*.toml"))]
    common = [_read(file, profile) for file in sorted((HERE / COMMON).glob("*.toml"))]
    return (*own, *common)


@cache
def roster_of(id_: str, profile: str) -> Roster:
    """The situation, taken in as a municipality's own file would be."""
    case = next(case for case in cases_of(profile) if case.id == id_)
    content = _zipped(case.sheets)
    imported = Services().import_file(f"{case.id}.zip", content, case.on)
    told = [finding.message for finding in imported.findings]
    assert not imported.has_errors, told
    assert not [finding for finding in imported.findings if finding.code == "column_unknown"], told
    return imported.roster


def table(text: str) -> Table:
    """A table as it is drawn in a file: a row a line, its cells parted by ``|``."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    if not lines:
        return ()
    heading, *rows = lines
    assert all(len(row) <= len(heading) for row in rows), text
    return tuple(
        dict(zip(heading, [*row, *[""] * (len(heading) - len(row))], strict=True)) for row in rows
    )


def is_cited(said: str, source: str | None) -> bool:
    """Whether everything in brackets after a name, such as ``(S078, S101)``, is in the source."""
    _, _, cited = said.partition(" (")
    return all(one.strip() in (source or "") for one in cited.rstrip(")").split(","))


def _read(file: Path, profile: str) -> WorkedCase:
    given = tomllib.loads(file.read_text(encoding="utf-8"))
    sheets = {sheet.name: table(given.pop(sheet.name)) for sheet in SHEETS if sheet.name in given}
    expected: dict[str, Any] = given.pop("ventet", {})
    for series in given.pop("rekke", []):
        expected |= _series(series, sheets)
    case = WorkedCase(
        id=f"{file.parent.name}/{file.stem}",
        profile=profile,
        title=given.pop("tittel"),
        says=given.pop("les"),
        statements=tuple(given.pop("setninger", ())),
        is_at_the_edge=given.pop("kant", False),
        on=given.pop("dag"),
        sheets=_whole(sheets),
        expected=_by_case(expected),
        rules=given.pop("regler", {}),
        goals=given.pop("maal", {}),
        notices=tuple(given.pop("merknader", ())),
        alerts=table(given.pop("varsler", "")),
        meetings=table(given.pop("møter", "")),
        decided=table(given.pop("avgjort", "")),
        preferences=tuple(_preference(pair) for pair in given.pop("ke_foretrekker", ())),
    )
    assert not given, f"{case.id}: {', '.join(given)}"
    return case


def _preference(pair: str) -> Choice:
    """A pair as ``Ola = Siri``."""
    case, coordinator = (part.strip() for part in pair.split("="))
    return Choice(case=case, coordinator=coordinator, reason="KE kjenner saken.")


def _by_case(expected: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """By case id; a heading with several ids, parted by ``;``, is about each of them."""
    found: dict[str, dict[str, Any]] = {}
    for ids, told in expected.items():
        for id_ in ids.split(";"):
            found.setdefault(id_.strip(), {}).update(told)
    return found


def _series(series: Mapping[str, Any], sheets: dict[str, Table]) -> dict[str, Any]:
    """Cases alike but for one service: each is one case, named by that service."""
    always, each = series["alltid"], series["hver_for_seg"]
    shown = {"Sak": "", **series["sak"]}
    expected = {}
    for service in each:
        id_ = f"{series['navn']} og {service}"
        sheets["Saker"] = (*sheets.get("Saker", ()), {**shown, "Sak": id_})
        sheets["Tjenester"] = (
            *sheets.get("Tjenester", ()),
            *({"Sak": id_, "Tjeneste": one} for one in [*always, service]),
        )
        expected[id_] = {"rolle": series["rolle"]}
    return expected


def _whole(sheets: Mapping[str, Table]) -> dict[str, Table]:
    """Usual facts added, and the only case named where a table leaves it out."""
    cases = [row["Sak"] for row in sheets["Saker"]]
    has_case = {sheet.name for sheet in SHEETS if sheet.columns[0].heading == "Sak"}
    return {
        name: tuple(
            {
                **(USUAL.get(name, {})),
                **({"Sak": cases[0]} if name in has_case and len(cases) == 1 else {}),
                **row,
            }
            for row in rows
        )
        for name, rows in sheets.items()
    }


def _zipped(sheets: Mapping[str, Table]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, rows in sheets.items():
            archive.writestr(f"{name}.csv", _csv(rows))
    return buffer.getvalue()


def _csv(rows: Iterable[Row]) -> str:
    rows = list(rows)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, headings, restval="", delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()
