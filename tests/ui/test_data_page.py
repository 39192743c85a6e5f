from datetime import date

from streamlit.testing.v1 import AppTest

from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, parts, shown, text


def use(app: AppTest, sample: str) -> AppTest:
    app.selectbox(key="sample").select(sample).run()
    next(button for button in app.button if button.label == "Bruk eksempelet").click()
    return app.run()


def session_of(app: AppTest) -> Session:
    session: Session = app.session_state["session"]
    return session


def test_the_first_look_asks_for_municipality_day_and_file(hand_made: HandMade) -> None:
    app = shown("data", hand_made)
    assert {box.label for box in app.selectbox} == {"Kommune", "Eller prøv med oppdiktede data"}
    assert app.date_input[0].label == "Dato for runden"
    assert "Gå videre til runden" not in text(app)


def test_a_sample_tells_what_was_read_and_every_fault_with_its_place(hand_made: HandMade) -> None:
    read = text(use(shown("data", hand_made), "liten.xlsx"))
    assert "Saker, rad 9, kolonne Mottatt" in read
    assert "Kanskje skriv den som 02.11.2026." in read
    assert "1 rad er avvist" in read
    assert ">4</div>" in read
    assert ">13,5</div>" in read
    assert "Gå videre til runden" in read


def test_the_refused_rows_and_the_template_can_be_downloaded(hand_made: HandMade) -> None:
    app = use(shown("data", hand_made), "liten.xlsx")
    labels = {button.label for button in parts(app, "download_button")}
    assert labels == {"Last ned tom mal", "Last ned de avviste radene (avvist.xlsx)"}


def test_a_file_without_faults_says_so(hand_made: HandMade) -> None:
    assert "Ingen feil funnet" in text(use(shown("data", hand_made), "ren.xlsx"))


def test_a_file_without_usable_cases_offers_no_round(hand_made: HandMade) -> None:
    read = text(use(shown("data", hand_made), "tom.xlsx"))
    assert "Filen har ingen saker som kan brukes" in read
    assert "Gå videre til runden" not in read


def test_an_uploaded_file_is_read(hand_made: HandMade) -> None:
    app = shown("data", hand_made)
    app.file_uploader[0].upload("egen.xlsx", b"clean", "application/octet-stream").run()
    assert "Lest fra egen.xlsx" in text(app)


def test_another_day_reads_the_file_again_and_outdates_the_round(hand_made: HandMade) -> None:
    session = after_round(hand_made)
    app = shown("data", hand_made, session)
    assert not session_of(app).is_outdated
    app.date_input[0].set_value(date(2026, 12, 1)).run()
    kept = session_of(app)
    assert kept.imported is not None
    assert kept.imported.roster.on == date(2026, 12, 1)
    assert kept.is_outdated


def test_another_municipality_outdates_the_round(hand_made: HandMade) -> None:
    app = shown("data", hand_made, after_round(hand_made))
    app.selectbox(key="profile").select("lyngdal").run()
    assert session_of(app).is_outdated


def test_the_same_data_again_does_not_outdate_the_round(hand_made: HandMade) -> None:
    app = use(shown("data", hand_made, after_round(hand_made)), "ren.xlsx")
    assert not session_of(app).is_outdated
