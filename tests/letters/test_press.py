"""The printed letter: the same bytes every time, open to everyone, and never run as a program."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pytest
from pypdf import PdfReader, PdfWriter

from matcher.letters import LetterError
from matcher.letters.document import Block, Document, Fact, Kind
from matcher.letters.language import Language
from matcher.letters.press import press

EVERY_KIND = (
    Block(kind=Kind.HEADING, text="Hvem vi foreslår"),
    Block(kind=Kind.TEXT, text="Vi foreslår Kari."),
    Block(kind=Kind.BULLETS, items=("én", "to")),
    Block(kind=Kind.NUMBERED, items=("én", "to")),
    Block(kind=Kind.CHECKLIST, items=("én", "to")),
)


def document(*blocks: Block, title: str = "Forslag til koordinator") -> Document:
    return Document(
        language=Language.BOKMAL,
        author="Eksempel kommune",
        day=date(2026, 11, 23),
        title=title,
        facts=(Fact(label="Sak", value="S-001"),),
        note="Dette er et forslag.",
        blocks=blocks or EVERY_KIND,
    )


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def printed(pdf: bytes) -> str:
    """The text as a reader of the PDF gets it, spaces and line breaks made into one space."""
    return " ".join(" ".join(page.extract_text() for page in opened(pdf).pages).split())


def test_the_same_letter_has_the_same_bytes() -> None:
    assert press(document()) == press(document())


@pytest.mark.parametrize(
    "text",
    [
        '#panic("stopp")',
        "*ikke fet* og _ikke skrå_",
        "$x^2$ `kode` = overskrift",
        '"); #sys.inputs //',
        "\\ @referanse <merke> {{ke}} {du}",
    ],
)
def test_what_looks_like_markup_is_only_text(text: str) -> None:
    """In a name, a title, a list and at the head of the letter."""
    whole = document(
        Block(kind=Kind.TEXT, text=text), Block(kind=Kind.BULLETS, items=(text,)), title=text
    )
    whole = whole.model_copy(update={"facts": (Fact(label="Til", value=text),)})
    assert printed(press(whole)).count(text) == 4


def test_the_letter_says_what_it_is_to_machines() -> None:
    """Tagged, with language and title, PDF/UA-1 and PDF/A-2a, dated by the round alone."""
    reader = opened(press(document()))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith("nb")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    about = root["/Metadata"].get_data().decode()
    for fact in (
        "Forslag til koordinator",
        "<pdfuaid:part>1<",
        "<pdfaid:part>2<",
        "<pdfaid:conformance>A<",
        "<xmp:CreateDate>2026-11-23T00:00:00",
    ):
        assert fact in about


def test_no_font_of_the_machine_is_used() -> None:
    pages: Any = opened(press(document())).pages
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("OpenSans" in font for font in fonts)


def test_names_from_many_places_can_be_printed() -> None:
    names = "Áilu Čáhppe Ŋuorta Đặng Nguyễn Łukasz Ōta Ελένη Олена"
    assert names in printed(press(document(Block(kind=Kind.TEXT, text=names))))


def test_a_sign_that_cannot_be_printed_is_named() -> None:
    with pytest.raises(LetterError) as stopped:
        press(document(Block(kind=Kind.TEXT, text="علي 🙂")))
    signs = {finding.message.split("«")[1].split("»")[0] for finding in stopped.value.findings}
    assert {"ع", "🙂"} <= signs


def test_the_letter_passes_an_accessibility_check(tmp_path: Path) -> None:
    """Every kind of block, by a checker of PDF/UA-1 and WCAG 2.2 that isn't ours."""
    file = tmp_path / "brev.pdf"
    file.write_bytes(press(document()))
    result = outloud.check(str(file))
    assert (result.verdict, result.findings) == ("pass", [])


def test_the_accessibility_check_can_fail(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.write(tmp_path / "tom.pdf")
    assert outloud.check(str(tmp_path / "tom.pdf")).verdict == "fail"
