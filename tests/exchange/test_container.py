"""Whatever a file is, it is told kindly; nothing in it is run, fetched or unpacked without end."""

import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange import read, read_path
from matcher.exchange.container import MOST_PARTS, MOST_TAGS
from matcher.exchange.table import MOST_BYTES
from tests.exchange.made_workbooks import (
    ON,
    csv_bytes,
    errors,
    part,
    repacked,
    whole,
    workbook,
    zipped,
)

GOOD = workbook(whole())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"", "empty_file", "tom"),
        (b"\r\n  ", "empty_file", "tom"),
        (b"\x00" * 100, "empty_file", "tom"),
        (b"Sak;Mottatt\r\nS1;01.01.2026", "not_xlsx", "Kanskje er den en .csv"),
        (b"<html><table></table></html>", "not_xlsx", "ikke en Excel-arbeidsbok"),
        (b"%PDF-1.7 ...", "not_xlsx", "PDF"),
        (OLE + b"\x00" * 600, "not_xlsx", ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "passord"),
        (b"PK\x03\x04 og resten er borte", "damaged", "skadet"),
        (GOOD[: len(GOOD) // 2], "damaged", "skadet"),
        (zipped({}), "no_csv", "Saker.csv"),
        (zipped({"bilde.png": b"..."}), "no_csv", "Saker.csv"),
        (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "not_xlsx", ".ods"),
        (zipped({"xl/workbook.bin": b"x"}), "not_xlsx", ".xlsb"),
        (zipped({"word/document.xml": b"<x/>"}), "not_xlsx", "Word"),
        (zipped({"xl/workbook.xml": b"<not closed"}), "damaged", "skadet"),
        (repacked(GOOD, {"xl/vbaProject.bin": b"x"}), "macros", "makroer"),
        (repacked(GOOD, {"xl/macrosheets/sheet1.xml": b"<x/>"}), "macros", "makroer"),
        (repacked(GOOD, {"xl/externalLinks/externalLink1.xml": b"x"}), "external_links", "andre"),
        (repacked(GOOD, {"xl/connections.xml": b"<x/>"}), "external_links", "andre filer"),
        (repacked(GOOD, {"xl/worksheets/sheet1.xml": None}), "sheet_missing", "Saker"),
    ],
)
def test_a_file_that_is_not_a_workbook_is_told_and_nothing_is_taken_in(
    content: bytes, code: str, told: str
) -> None:
    result = read("liste.xlsx", content, ON)
    assert errors(result)[0][0] == code
    assert told in result.findings[0].message
    assert not result.roster.cases
    assert result.rejected_workbook is None


def test_a_workbook_is_known_by_its_content_and_not_by_its_name() -> None:
    assert not errors(read("liste.csv", GOOD, ON))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    filler = Random(1).randbytes(300_000)  # so that it doesn't unpack to much more than it is
    bomb = repacked(GOOD, {"xl/worksheets/sheet1.xml": b" " * (MOST_BYTES + 1), "filler": filler})
    assert errors(read("bombe.xlsx", bomb, ON)) == [("too_large", "bombe.xlsx")]


def test_a_bomb_that_unpacks_to_less_but_much_per_byte_is_refused() -> None:
    bomb = repacked(GOOD, {"xl/sharedStrings.xml": b" " * 20_000_000})
    assert errors(read("bombe.xlsx", bomb, ON)) == [("too_large", "bombe.xlsx")]


def test_a_bomb_that_lies_about_its_size_is_damaged_and_not_unpacked() -> None:
    bomb = bytearray(repacked(GOOD, {"xl/worksheets/sheet1.xml": b" " * 50_000_000}))
    true_size, told_size = (50_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert bomb.count(true_size) == 2
    lying = bytes(bomb.replace(true_size, told_size))
    assert errors(read("bombe.xlsx", lying, ON)) == [("damaged", "bombe.xlsx")]


def test_elements_without_end_are_refused_before_they_are_parsed() -> None:
    sheet = part(GOOD, "xl/worksheets/sheet1.xml")
    many = sheet.replace(b"</sheetData>", b"<row/>" * MOST_TAGS + b"</sheetData>")
    bomb = repacked(
        GOOD, {"xl/worksheets/sheet1.xml": many, "filler": Random(1).randbytes(200_000)}
    )
    assert errors(read("bombe.xlsx", bomb, ON)) == [("too_large", "bombe.xlsx")]


def test_a_zip_of_countless_parts_is_refused() -> None:
    many = zipped({f"{n}.csv": b"" for n in range(MOST_PARTS + 1)})
    assert errors(read("mange.zip", many, ON)) == [("too_large", "mange.zip")]


def test_a_part_locked_with_a_password_is_told() -> None:
    content = bytearray(zipped({"Saker.csv": csv_bytes(["Sak", "S1"])}))
    flags = content.rindex(b"PK\x01\x02") + 8
    content[flags] |= 0x1
    assert errors(read("a.zip", bytes(content), ON)) == [("encrypted", "a.zip")]


def test_xml_entities_are_never_expanded() -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    sheet = part(GOOD, "xl/worksheets/sheet1.xml")
    start = sheet.index(b"<worksheet")
    hostile = repacked(GOOD, {"xl/worksheets/sheet1.xml": entities + sheet[start:]})
    assert errors(read("a.xlsx", hostile, ON)) == [("damaged", "a.xlsx")]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = read_path(tmp_path / "borte.xlsx", ON)
    assert errors(result) == [("file_missing", "borte.xlsx")]


@settings(max_examples=100)
@given(st.data())
def test_no_damage_to_a_file_raises_anything(data: st.DataObject) -> None:
    """Flipped bytes, a cut or garbage end in findings or in a roster, never in an exception."""
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:cut]), bytes(content[cut:])):
        result = read("a.xlsx", damaged, ON)
        assert result.findings


@settings(max_examples=100)
@given(st.data())
def test_no_damage_inside_a_part_raises_anything(data: st.DataObject) -> None:
    names = zipfile.ZipFile(BytesIO(GOOD)).namelist()
    name = data.draw(st.sampled_from(names))
    content = bytearray(part(GOOD, name))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(32, 126))
    assert read("a.xlsx", repacked(GOOD, {name: bytes(content)}), ON).findings
