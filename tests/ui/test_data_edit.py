"""A row is mended on the page, and what was refused is taken in."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.exchange.workbook import CASES
from matcher.services import Services
from matcher.ui.state import Session, Source
from tests.ui.pages import shown, text

ON = date(2026, 11, 23)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return Services(profile_folder=tmp_path)


def on_page(services: Services, name: str = "liten-med-feil.xlsx") -> tuple[AppTest, Session]:
    session = Session(profile=services.profile("farsund"), on=ON)
    session.read(services, Source(name, (Path("data/sample") / name).read_bytes()))
    return shown("data", services, session), session


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def choose(app: AppTest, number: int) -> AppTest:
    return next(each for each in app.selectbox if each.label == "Rad").set_value(number).run()


def test_the_faulty_rows_come_first_and_show_what_is_wrong(services: Services) -> None:
    app, _ = on_page(services)
    app = choose(press(app, "Rett radene her"), 7)
    read = text(app)
    assert "«7» er ikke et helt tall fra 0 til 3" in read
    assert next(each for each in app.text_input if each.label == "BTI-nivå").value == "7"


def test_a_mended_row_is_taken_in_and_can_be_undone(services: Services) -> None:
    app, session = on_page(services)
    app = choose(press(app, "Rett radene her"), 7)
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
    app = choose(press(app, "Rett radene her"), 7)
    next(each for each in app.text_input if each.label == "BTI-nivå").set_value("åtte")
    app = press(app, "Lagre raden")
    assert "Raden er lagret, men avvist." in text(app)
    assert "«åtte» er ikke et helt tall" in text(app)


def test_a_new_row_is_added_with_decimal_comma(services: Services) -> None:
    app, _ = on_page(services, "liten.xlsx")
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
    app, _ = on_page(services, "liten.xlsx")
    app = choose(press(app, "Rett radene her"), 2)
    gone = next(each for each in app.text_input if each.label == "Sak *").value
    app = press(app, "Slett raden")
    assert gone not in app.session_state["session"].imported.roster.case_by_id


def test_a_change_makes_the_round_outdated_and_survives_another_day(services: Services) -> None:
    _, session = on_page(services)
    session.begin_editing(services)
    assert session.edits is not None
    tables, _ = services.change_row(session.edits.tables, CASES, 7, {"bti_level": "2"})
    session.edits.change(tables)
    session.read_edits(services)
    session.move_to(services, date(2026, 12, 1))
    assert session.imported is not None
    assert "S-006" in session.imported.roster.case_by_id
