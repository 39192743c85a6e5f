"""The template and the reader come from the same description of the workbook."""

import re
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from matcher.exchange import read, template
from matcher.exchange.dates import Day
from matcher.exchange.kinds import Several
from matcher.exchange.workbook import GUIDANCE_SHEET, SHEETS, WORDS_SHEET
from tests.exchange.made_workbooks import ON, errors, saved, warnings

BOOK = load_workbook(BytesIO(template()))

CONTRACT = {
    "Saker": "Sak · Mottatt · Gjelder · Fødselsmåned · BTI-nivå · Alvorlig tilstand · "
    "Langvarig behov · Tidlig avdekket · Individuell plan · Samtykke · Samtykke dato · "
    "Samtykke omfatter · Somatikk · Psykisk helse · Rus · Opplæring · Atferd · "
    "Funksjonsnedsettelse · Sosialt · Arenaer · Språk · Område · Nåværende koordinator · "
    "Koordinator siden · Tidligere bytter · Vurder bytte · Neste overgang · Overgang dato · "
    "Møter per år · Timer per måned · Familie · Adressesperre · Bruker hørt · Barnet hørt · "
    "Hva er viktig",
    "Tjenester": "Sak · Tjeneste · Fra · Forventet til · Utover ordinær kontroll · Fase · "
    "Fase fra · Kontaktperson",
    "Koordinatorer": "Koordinator · Navn · Tjeneste · Enhet · Arbeidsgiver · Stillingsprosent · "
    "Avtalte timer per måned · Avtalt dato · Bundne timer per måned · Ansatt fra · Ansatt til · "
    "Opplæring dato · BTI-kompetanse · Møteledelse · Somatikk · Psykisk helse · Rus · Opplæring · "
    "Atferd · Funksjonsnedsettelse · Sosialt · Språk · Kjønn · Område · Journaltilgang · "
    "IP-verktøy · Superbruker · Adressesperre",
    "Enheter": "Enhet · Tjeneste · Leder · Leder-id",
    "Ønsker": "Sak · Ønske · Gjelder · Verdi · Rekkefølge · Hvem",
    "Relasjoner": "Sak · Koordinator · Relasjon",
    "Fravær": "Koordinator · Fra · Til",
}


def test_the_sheets_and_headings_are_those_that_users_hold_on_to() -> None:
    assert BOOK.sheetnames == [GUIDANCE_SHEET, *CONTRACT, WORDS_SHEET]
    for name, headings in CONTRACT.items():
        assert [cell.value for cell in BOOK[name][1]] == headings.split(" · ")


def test_every_column_of_words_has_a_list_of_just_those_words() -> None:
    for sheet in SHEETS:
        rules = {str(rule.sqref): rule for rule in BOOK[sheet.name].data_validations.dataValidation}
        for position, column in enumerate(sheet.columns, 1):
            letter = get_column_letter(position)
            rule = rules[f"{letter}2:{letter}5000"]
            if column.kind.words:
                first, last = re.findall(r"\$([A-Z]+\$\d+)", rule.formula1)
                cells = BOOK[WORDS_SHEET][f"{first}:{last}".replace("$", "")]
                assert [cell.value for (cell,) in cells] == list(column.kind.words)
            assert bool(column.kind.words) == (rule.type == "list")
            assert (rule.type == "date") == isinstance(column.kind, Day)
            assert rule.prompt


def test_every_column_is_explained() -> None:
    explained = {(row[0].value, row[1].value): row[3].value for row in BOOK[GUIDANCE_SHEET].rows}
    for sheet in SHEETS:
        assert (sheet.name, None) in explained
        for column in sheet.columns:
            assert column.kind.expected in str(explained[sheet.name, column.heading])


def test_the_headings_stay_in_view_and_ids_stay_text() -> None:
    for sheet in SHEETS:
        assert BOOK[sheet.name].freeze_panes == "B2"
    assert BOOK["Saker"].column_dimensions["A"].number_format == "@"


def test_a_filled_template_is_read_without_a_word() -> None:
    book = load_workbook(BytesIO(template()))
    book["Saker"]["A2"], book["Koordinatorer"]["A2"] = "S1", "K1"
    result = read("mal.xlsx", saved(book), ON)
    assert not result.findings
    assert len(result.roster.cases) == 1


def test_the_empty_template_has_no_rows_and_says_so() -> None:
    result = read("mal.xlsx", template(), ON)
    assert errors(result) == [("sheet_empty", "Saker"), ("sheet_empty", "Koordinatorer")]
    assert not warnings(result)


def test_lists_of_several_words_are_explained_and_not_limited_to_one() -> None:
    several = [c for sheet in SHEETS for c in sheet.columns if isinstance(c.kind, Several)]
    assert several
    assert all("semikolon" in column.kind.expected for column in several)


def test_the_template_is_the_same_bytes_every_time() -> None:
    assert template() == template()
