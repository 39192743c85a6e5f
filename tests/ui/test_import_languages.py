"""Whoever has chosen another language, is told what is wrong with a file in that language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matcher.exchange import read
from matcher.exchange.kinds import NotUnderstood
from matcher.exchange.workbook import SHEETS
from matcher.letters.language import Language
from matcher.ui.texts.sentences import in_language
from tests.exchange import test_container, test_kinds
from tests.exchange.made_workbooks import ON, whole, workbook

SAMPLES = Path(__file__).parents[2] / "data" / "sample"
IN_THE_FILE = re.compile(
    r"«[^»]*»|“[^”«]*”|one of the words [^.]*|eit av orda [^.]*|\.xlsx|these: .*"
)
"""Between quotation marks stands what the file says, and after these what it may say."""
LEFT = {
    Language.NYNORSK: r"ikke|fra|filen|fila\w+n|raden|cellen|arbeidsboken|kjent her|noen|mangler"
    r"|finnes|slutter|gjelder|brukes|ble|saken|timer|måneden|hete|skrevet|valgt",
    Language.ENGLISH: r"ikke|ikkje|og|eller|som|er|arket|rad|raden|kolonnen|filen|cellen|saken"
    r"|kanskje|må|på|til|fra|skal|en|et|av|med|har|her|dato|tall|tekst|timer|finnes",
}
FAULTY_SHEETS: dict[str, list[list[Any]]] = {
    "Saker": [
        [
            "Sak",
            "Gjelder",
            "Fødselsmåned",
            "Mottatt",
            "Overgang dato",
            "Timer per måned",
            "Adressesperre",
            "Område",
            "Koordinator siden",
            "Nåværende koordinator",
            "Timer per mnd",
            None,
            "Møter per år",
        ],
        ["S1", "barn", "01.2001", date(2030, 1, 1), date(2020, 1, 1), 300, "fortrolig", "Nord"],
        ["S2", "voksen", "01.2020", *[None] * 5, date(2026, 1, 1), None, None, "uten navn"],
        ["S3", "ufødt", "01.2026"],
        ["S4", "ufødt", "01.2029"],
        ["S5", "barn", "01.2030"],
        ["S6", "bran", "13.2020", "31.02.2026", "i fjor", "7,5 timer", *[None] * 3, "K9", *[1] * 3],
        ["S7", "", "", "", "", "", "", "", "", "K2"],
        ["S8"],
        ["S8"],
        [None, "barn"],
    ],
    "Tjenester": [
        ["Sak", "Tjeneste", "Fra", "Forventet til", "Fase", "Kontaktperson"],
        ["S1", "rus", "01.05.2026", "01.01.2026"],
        ["S1", "rus", "", "01.01.2020", "tiltak"],
        ["S2", "rus"],
        ["S2", "rus"],
        ["S2", "PPT", "", "", "", "K2"],
        ["S6", "rus"],
        ["S99", "rus"],
        ["S2"],
    ],
    "Koordinatorer": [
        [
            "Koordinator",
            "Ansatt fra",
            "Ansatt til",
            "Avtalte timer per måned",
            "Bundne timer per måned",
            "Stillingsprosent",
            "Enhet",
            "Adressesperre",
            "Område",
        ],
        ["K1", "", "", 5, 9, 1, "Nrd", "fortrolig", "Nord"],
        ["K2", "01.02.2026", "01.01.2026", "fire", -1, 400],
        ["K3"],
    ],
    "Enheter": [["Enhet", "Leder-id"], ["Nord", "K77"]],
    "Fravær": [["Koordinator", "Fra", "Til"], ["K1", "02.01.2026", "01.01.2026"], ["K3"]],
    "Ønsker": [
        ["Sak", "Ønske", "Gjelder", "Verdi"],
        ["S1", "ønsker", "tjeneste", "zzz"],
        ["S1", "kanskje", "koordinator", "K5"],
        ["S1", "ønsker", "koordinator", "K5"],
    ],
    "Realsjoner": [["Sak"]],
    "Notater": [["Sak"]],
}


def _cases_of(test: object) -> Iterator[Any]:
    """What another test is given, one case after the other."""
    for mark in vars(test)["pytestmark"]:
        yield from mark.args[1]


def _unusable_files() -> Iterator[bytes]:
    tried = test_container.test_a_file_that_is_not_a_workbook_is_told_and_nothing_is_taken_in
    yield from (content for content, _, _ in _cases_of(tried))
    yield workbook(whole(Saker=[["Sak", "Sak"], ["S1"]]))
    yield workbook(whole(Saker=[["Mottatt"], ["01.01.2026"]]))
    yield workbook(whole(Saker=[["Sak"]]))
    yield workbook(whole(Saker=[["Sak", "Fnr"], ["S1", "01010112345"]]))
    yield workbook(whole(Tjenester=[["Tjeneste"], ["rus"]]))


def _told_of_cells() -> Iterator[str]:
    tried = test_kinds.test_what_is_not_understood_is_told_with_what_was_expected
    for kind, cell, _ in _cases_of(tried):
        with pytest.raises(NotUnderstood) as fault:
            kind.read(cell)
        yield f"Arket Saker, rad 4, kolonnen «Mottatt»: {fault.value}"


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What is said of every faulty file, row and cell at hand."""
    files = [*_unusable_files(), workbook(FAULTY_SHEETS)]
    files.append((SAMPLES / "liten-med-feil.xlsx").read_bytes())
    messages = {f.message for file in files for f in read("liste.xlsx", file, ON).findings}
    return sorted(messages | set(_told_of_cells()))


@pytest.mark.parametrize("language", LEFT)
def test_what_is_wrong_with_a_file_is_told_in_the_language_chosen(
    told: list[str], language: Language
) -> None:
    assert len(told) > 90
    left = re.compile(rf"\b({LEFT[language]})\b", re.I)
    shown = {said: in_language(said, language) for said in told}
    assert {k: v for k, v in shown.items() if left.search(IN_THE_FILE.sub("", v))} == {}


@pytest.mark.parametrize("language", LEFT)
def test_the_words_of_the_file_stand_as_they_do_there(language: Language) -> None:
    said = "Arket Saker, rad 4, kolonnen «Mottatt»: «barnvern» er ikke et av ordene som kan stå her"
    shown = in_language(f"{said}. Kanskje «barnevern»?", language)
    assert all(word in shown for word in ("Saker", "Mottatt", "barnvern", "barnevern"))
    assert "child" not in shown


@pytest.mark.parametrize("language", LEFT)
def test_every_field_of_the_forms_is_explained_in_the_language_chosen(language: Language) -> None:
    left = re.compile(rf"\b({LEFT[language]})\b", re.I)
    shown = [
        in_language(text, language)
        for sheet in SHEETS
        for column in sheet.columns
        for text in (sheet.guidance, column.heading, column.guidance)
    ]
    assert [text for text in shown if left.search(IN_THE_FILE.sub("", text))] == []
