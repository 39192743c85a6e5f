"""The faulty sample shows every kind of fault, and most of it can still be used."""

import pytest

from matcher.domain.finding import Finding, Severity
from matcher.exchange import Imported, read
from matcher.sample import faulty
from matcher.sample.committed import ON, committed_rosters
from matcher.sample.faults import FAULTS, MERGED, UNKNOWN_COLUMN, Fault


@pytest.fixture(scope="module")
def imported() -> Imported:
    return read("feil.xlsx", faulty(committed_rosters()["liten"]), ON)


def told_at(imported: Imported, sheet: str, row: int) -> list[Finding]:
    """Findings that stand at a cell of the row."""
    return [
        finding
        for finding in imported.findings
        if finding.subject.startswith(f"{sheet}!")
        and finding.subject.split("!")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(row)
    ]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.why)
def test_every_fault_is_told_where_it_stands_and_by_its_value(
    fault: Fault, imported: Imported
) -> None:
    messages = [finding.message for finding in told_at(imported, fault.sheet, fault.row)]
    assert any(fault.heading in message for message in messages), messages


def test_the_unknown_column_is_told(imported: Imported) -> None:
    assert any(UNKNOWN_COLUMN[1] in finding.message for finding in imported.findings)


def test_both_rows_of_the_merged_cells_are_told(imported: Imported) -> None:
    sheet, _, first, last = MERGED
    for row in (first, last):
        assert any("sammenslåtte" in f.message for f in told_at(imported, sheet, row))


def test_the_refused_rows_come_back_and_most_cases_stay(imported: Imported) -> None:
    assert imported.rejected_workbook is not None
    assert imported.rejected_rows > 0
    assert len(imported.roster.cases) > 40
    assert len(imported.roster.coordinators) > 18
    assert any(finding.severity is Severity.WARNING for finding in imported.findings)
