"""What is written can be read again, and the order of rows doesn't matter."""

import csv
import io
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from matcher.domain.roster import Roster
from matcher.exchange import read, read_folder, write_csv_folder, write_roster
from matcher.exchange.sheet import OWNER
from matcher.exchange.workbook import SHEETS
from tests.exchange.made_rosters import ON, whole_rosters


@given(whole_rosters())
def test_a_roster_written_as_a_workbook_is_read_back_the_same(roster: Roster) -> None:
    result = read("fordeling.xlsx", write_roster(roster), ON)
    assert not result.has_errors, result.findings
    assert result.roster == roster


@given(whole_rosters())
def test_a_roster_written_as_csv_is_read_back_the_same(roster: Roster) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_csv_folder(roster, Path(folder))
        result = read_folder(Path(folder), ON)
    assert not result.has_errors, result.findings
    assert result.roster == roster


@given(whole_rosters(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(roster: Roster, chance: Random) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_csv_folder(roster, folder)
        for path in folder.iterdir():
            path.write_bytes(_shuffled(path.read_bytes().decode("utf-8-sig"), chance).encode())
        assert read_folder(folder, ON).roster == roster


def _shuffled(text: str, chance: Random) -> str:
    headings, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    chance.shuffle(rows)
    order = chance.sample(range(len(headings)), len(headings))
    shuffled = io.StringIO(newline="")
    writer = csv.writer(shuffled, delimiter=";")
    writer.writerows([row[place] for place in order] for row in [headings, *rows])
    return shuffled.getvalue()


@settings(max_examples=5)
@given(whole_rosters())
def test_the_same_roster_gives_the_same_bytes(roster: Roster) -> None:
    assert write_roster(roster) == write_roster(roster)


def test_every_fact_of_the_domain_has_its_column_and_every_column_its_fact() -> None:
    parts = {"services", "wishes", "relations", "absences"}
    for sheet in SHEETS:
        told = {column.field for column in sheet.columns} - {OWNER}
        assert told == set(_fields(sheet.item)) - parts


def _fields(model: type[BaseModel], before: str = "") -> list[str]:
    fields: list[str] = []
    for name, info in model.model_fields.items():
        inner = info.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            fields += _fields(inner, f"{before}{name}.")
        else:
            fields.append(before + name)
    return fields
