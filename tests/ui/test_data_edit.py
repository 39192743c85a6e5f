"""A row is mended on the page, and what was refused is taken in."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.exchange.workbook import CASES, SHEETS
from matcher.services import Services
from matcher.ui.state import Session, Source
from tests.exchange.made_workbooks import whole, workbook
from tests.ui.pages import shown, text

ON = date(2026, 11, 23)
CLEAN = workbook(whole())
FAULTY = workbook(
    whole(Saker=[["Sak", "Gjelder", "BTI-nivå"], ["S-005", "barn", 1], ["S-006", "barn", 7]])
)
ROW = 3
"""Of the case with a fault."""


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return Services(profile_folder=tmp_path)


def on_page(services: Services, content: bytes = FAULTY) -> tuple[AppTest, Session]:
    session = Session(profile=services.profile("farsund"), on=ON)
    session.read(services, Source("liste.xlsx", content))
    return shown("data", services, session), session


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def choose(app: AppTest, number: int) -> AppTest:
    return next(each for each in app.selectbox if each.label == "Rad").set_value(number).run()


def test_the_faulty_rows_come_first_and_show_what_is_wrong(services: Services) -> None:
    app, _ = on_page(services)
    app = choose(press(app, "Rett radene her"), ROW)
    read = text(app)
    assert "«7» er ikke et helt tall fra 0 til 3" in read
    assert next(each for each in app.text_input if each.label == "BTI-nivå").value == "7"


def test_a_mended_row_is_taken_in_and_can_be_undone(services: Services) -> None:
    app, session = on_page(services)
    app = choose(press(app, "Rett radene her"), ROW)
    next(each for each in app.text_input if each.label == "BTI-nivå").set_value("2")
    app = press(app, "Lagre raden")
    session = app.session_state["session"]
    assert session.imported.roster.case_by_id["S-006"].bti_level == 2
    assert "1 endring siden filen ble hentet." in "".join(each.value for each in app.markdown)
    app = press(app, "Angre siste endring")
    assert "S-006" not in app.session_state["session"].imported.roster.case_by_id
    assert "Den siste endringen er angret." in text(app)


def test_a_row_that_is_still_wrong_is_saved_and_said_to_be_refused(services: Services) -> None:
    app, _ = on_page(services)
    app = choose(press(app, "Rett radene her"), ROW)
    next(each for each in app.text_input if each.label == "BTI-nivå").set_value("åtte")
    app = press(app, "Lagre raden")
    assert "Raden er lagret, men avvist." in text(app)
    assert "«åtte» er ikke et helt tall" in text(app)


def test_a_new_row_is_added_with_decimal_comma(services: Services) -> None:
    app, _ = on_page(services, CLEAN)
    app = press(app, "Rett radene her")
    app.button_group[0].set_value("Koordinatorer").run()
    app = choose(app, 0)
    next(each for each in app.text_input if each.label == "Koordinator *").set_value("K-90")
    hours = next(each for each in app.text_input if each.label == "Avtalte timer per måned")
    hours.set_value("7,5")
    app = press(app, "Legg til raden")
    people = app.session_state["session"].imported.roster.coordinator_by_id
    assert people["K-90"].agreed_hours_per_month == 7.5


def test_a_deleted_row_is_gone(services: Services) -> None:
    app, _ = on_page(services, CLEAN)
    app = choose(press(app, "Rett radene her"), 2)
    gone = next(each for each in app.text_input if each.label == "Sak *").value
    app = press(app, "Slett raden")
    assert gone not in app.session_state["session"].imported.roster.case_by_id


def test_a_change_makes_the_round_outdated_and_survives_another_day(services: Services) -> None:
    _, session = on_page(services)
    session.begin_editing(services)
    assert session.edits is not None
    tables, _ = services.change_row(session.edits.tables, CASES, ROW, {"bti_level": "2"})
    session.edits.change(tables)
    session.read_edits(services)
    session.move_to(services, date(2026, 12, 1))
    assert session.imported is not None
    assert "S-006" in session.imported.roster.case_by_id


def test_every_sheet_can_have_a_new_row_in_each_language(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_LANGUAGE", "en")
    app, _ = on_page(services, CLEAN)
    app = press(app, "Mend the rows here")
    for sheet in SHEETS:
        app.session_state[f"edit-row-{sheet.name}"] = 0
        app.button_group[0].set_value(sheet.name).run()
        text(app)
        fields = [*app.text_input, *app.selectbox, *app.multiselect]
        assert len([one for one in fields if one.help]) == len(sheet.columns)


def test_a_field_in_another_language_names_what_it_is_called_in_the_file(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_LANGUAGE", "en")
    app, _ = on_page(services)
    app = press(app, "Mend the rows here")
    app = app.selectbox(key="edit-row-Saker").set_value(ROW).run()
    assert "“7” is not a whole number from 0 to 3." in text(app)
    field = next(each for each in app.text_input if each.label == "BTI level (BTI-nivå)")
    assert field.help.endswith("Write a whole number from 0 to 3.")
    subject = next(each for each in app.selectbox if each.label == "Concerns (Gjelder)")
    assert subject.options[1] == "child"
    assert subject.value == "barn"
