"""The sheets of a file or folder, whatever it is made of."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from matcher.exchange.container import BROKEN_ZIP, damaged, is_workbook, open_zip
from matcher.exchange.csv_reading import read_csv
from matcher.exchange.table import MOST_BYTES, Table, UnusableFile, too_large
from matcher.exchange.workbook import SHEETS
from matcher.exchange.xlsx_reading import read_xlsx

UTF8_NAME = 0x800
"""The flag of a part whose name is UTF-8; without it, a Norwegian Windows wrote it in cp865."""


def tables_of_file(content: bytes) -> tuple[Table, ...]:
    """Every sheet of an .xlsx or of a zip of .csv. Raises ``UnusableFile``."""
    with open_zip(content) as archive:
        return read_xlsx(content, archive) if is_workbook(archive) else _tables_of_zip(archive)


def tables_of_folder(folder: Path) -> tuple[Table, ...]:
    """Every .csv of a folder. Raises ``UnusableFile``."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    if sum(path.stat().st_size for path in paths) > MOST_BYTES:
        raise too_large()
    if not paths:
        raise _no_csv(f"Mappen {folder}")
    return tuple(read_csv(path.stem, path.read_bytes()) for path in paths)


def _tables_of_zip(archive: ZipFile) -> tuple[Table, ...]:
    parts = [(PurePosixPath(_name(part)), part) for part in archive.infolist()]
    tables = [(path.stem, part) for path, part in parts if _is_csv(path)]
    if not tables:
        raise _no_csv("Zip-filen")
    try:
        return tuple(read_csv(stem, archive.read(part)) for stem, part in tables)
    except BROKEN_ZIP:
        raise damaged() from None


def _is_csv(path: PurePosixPath) -> bool:
    """Whether it is a sheet, and not what macOS lays beside it."""
    return path.suffix.lower() == ".csv" and not path.name.startswith("._")


def _name(part: ZipInfo) -> str:
    if part.flag_bits & UTF8_NAME:
        return part.filename
    return part.filename.encode("cp437", "replace").decode("cp865", "replace")


def _no_csv(what: str) -> UnusableFile:
    names = ", ".join(f"{sheet.name}.csv" for sheet in SHEETS)
    return UnusableFile(
        "no_csv", f"{what} inneholder ingen .csv. Kanskje skal den holde disse: {names}."
    )
