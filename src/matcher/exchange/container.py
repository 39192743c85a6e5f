"""What a file really is, judged by its first bytes and its list of parts and not by its name."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from matcher.exchange.table import MOST_BYTES, UnusableFile, too_large

ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
ENCRYPTED = 0x1
EMPTY_ZIP = b"PK\x05\x06"
MOST_PARTS = 2000
MOST_TAGS = 2_500_000
"""What takes time and memory is the number of XML elements; 3,000 cases take 700,000 tags."""
MOST_UNPACKED_PER_BYTE = 200
"""A full workbook unpacks to 10–40 times its size; a bomb to a thousand."""
SMALL_BYTES = 5_000_000
"""What unpacks to less than this is harmless however well it was packed."""

BROKEN_ZIP = (
    BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,  # NotImplementedError too: a packing that Python doesn't know
    KeyError,
)
"""What Python raises, one or another, for a zip that is cut or changed."""

SAVE_AS = "Kanskje kan du åpne filen i regnearkprogrammet og lagre den på nytt som .xlsx."


def open_zip(content: bytes) -> ZipFile:
    """The zip behind a workbook or a bundle of .csv. Raises ``UnusableFile``, kindly."""
    _refuse_other_kinds(content)
    try:
        archive = ZipFile(BytesIO(content))
        if any(part.flag_bits & ENCRYPTED for part in archive.infolist()):
            raise _locked()
        _refuse_bombs(archive, len(content))
    except BROKEN_ZIP:
        raise damaged() from None
    return archive


def is_workbook(archive: ZipFile) -> bool:
    """Whether the zip is an .xlsx without macros and links. Raises ``UnusableFile``."""
    parts = {part.filename.lower() for part in archive.infolist()}
    if "xl/workbook.bin" in parts:
        raise UnusableFile("not_xlsx", f"Filen er en binær arbeidsbok (.xlsb). {SAVE_AS}")
    if "content.xml" in parts and "mimetype" in parts:
        raise UnusableFile("not_xlsx", f"Filen er en LibreOffice-fil (.ods). {SAVE_AS}")
    if "word/document.xml" in parts:
        raise UnusableFile("not_xlsx", "Filen er et Word-dokument. Kanskje er feil fil valgt.")
    if not any(part.startswith("xl/") for part in parts):
        return False
    if any(re.search(r"vbaproject|/macrosheets/|/activex/", part) for part in parts):
        raise UnusableFile(
            "macros",
            "Arbeidsboken inneholder makroer, og er ikke lest. "
            "Kanskje kan du lagre den som vanlig .xlsx (uten makroer).",
        )
    if any(re.search(r"/externallinks/|xl/connections\.xml", part) for part in parts):
        raise UnusableFile(
            "external_links",
            "Arbeidsboken henter innhold fra andre filer, og er ikke lest. "
            "Kanskje kan du lime inn cellene som verdier og lagre på nytt.",
        )
    return True


def damaged() -> UnusableFile:
    """The file claims to be a workbook, but can't be read as one."""
    return UnusableFile(
        "damaged", f"Filen er skadet eller ufullstendig, og kan ikke leses. {SAVE_AS}"
    )


def _locked() -> UnusableFile:
    what = "Filen er låst med passord, og kan ikke leses. Kanskje kan du lagre en kopi uten."
    return UnusableFile("encrypted", what)


def _refuse_other_kinds(content: bytes) -> None:
    if not content.strip(b"\x00\r\n\t "):
        raise UnusableFile("empty_file", "Filen er tom. Kanskje er feil fil valgt.")
    if len(content) > MOST_BYTES:
        raise too_large()
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            what = (
                "Filen er låst med passord, og kan ikke leses. Kanskje kan du lagre en kopi uten."
            )
            raise UnusableFile("encrypted", what)
        raise UnusableFile("not_xlsx", f"Filen er i et eldre format (.xls). {SAVE_AS}")
    if content.startswith(PDF):
        raise UnusableFile("not_xlsx", "Filen er en PDF. Kanskje er feil fil valgt.")
    if not content.startswith((ZIP, EMPTY_ZIP)):
        raise UnusableFile(
            "not_xlsx",
            "Filen er ikke en Excel-arbeidsbok (.xlsx), uansett hva den heter. Kanskje er den "
            "en .csv: legg i så fall alle .csv-filene i en zip, eller bruk mappen de ligger i.",
        )


def _refuse_bombs(archive: ZipFile, packed: int) -> None:
    unpacked = sum(part.file_size for part in archive.infolist())
    is_bomb = unpacked > SMALL_BYTES and unpacked > MOST_UNPACKED_PER_BYTE * packed
    if unpacked > MOST_BYTES or is_bomb or len(archive.infolist()) > MOST_PARTS:
        raise too_large()
    xml = (part for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))
    if sum(archive.read(part).count(b"<") for part in xml) > MOST_TAGS:
        raise too_large()
