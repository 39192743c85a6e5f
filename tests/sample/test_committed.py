"""The committed samples are what the generator makes, and they read back whole."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from matcher.domain.roster import Roster
from matcher.exchange import read_path
from matcher.sample.committed import ON, committed_rosters, write_committed

SAMPLES = Path(__file__).parents[2] / "data" / "sample"
WORKBOOKS = ("liten.xlsx", "middels.xlsx", "liten-med-feil.xlsx")


@pytest.fixture(scope="module")
def rosters() -> dict[str, Roster]:
    return dict(committed_rosters())


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_committed(folder)
    return folder


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_committed_files_are_those_the_generator_writes(fresh: Path) -> None:
    assert files(SAMPLES) == files(fresh), "run python -m matcher.sample"


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_committed_workbook_has_the_cells_the_generator_writes(name: str, fresh: Path) -> None:
    assert cells(SAMPLES / name) == cells(fresh / name), "run python -m matcher.sample"


def test_the_committed_csv_is_byte_for_byte_what_the_generator_writes(fresh: Path) -> None:
    for path in sorted((fresh / "liten-csv").iterdir()):
        committed = (SAMPLES / "liten-csv" / path.name).read_bytes()
        assert committed == path.read_bytes(), "run python -m matcher.sample"


@pytest.mark.parametrize(
    ("name", "roster"),
    [("liten.xlsx", "liten"), ("liten-csv", "liten"), ("middels.xlsx", "middels")],
)
def test_a_sample_reads_back_to_its_roster_with_nothing_to_say(
    name: str, roster: str, rosters: dict[str, Roster]
) -> None:
    imported = read_path(SAMPLES / name, ON)
    assert imported.findings == ()
    assert imported.roster == rosters[roster]


def test_the_sizes_are_those_of_farsund_and_as(rosters: dict[str, Roster]) -> None:
    sizes = {name: (len(r.cases), len(r.coordinators)) for name, r in rosters.items()}
    assert sizes == {"liten": (55, 24), "middels": (180, 60)}
