import sqlite3
from pathlib import Path

from matcher.domain.person import Person
from matcher.ui.pages.history import page as history
from tests.ui.deciding import decided
from tests.ui.hand_made import HandMade
from tests.ui.pages import kept_round, parts, press, shown, text


def anne(hand_made: HandMade) -> Person:
    return hand_made.enter("Anne Lie")


def test_nobody_reads_the_history_without_a_name(hand_made: HandMade) -> None:
    read = text(shown("history", hand_made))
    assert "Si hvem du er" in read
    assert "Kontroller historikken" not in read


def test_an_entry_shows_who_when_and_what(hand_made: HandMade) -> None:
    person = anne(hand_made)
    kept_round(hand_made, person)
    read = text(shown("history", hand_made, who=person))
    assert "Anne Lie" in read
    assert "Kjørte runde" in read
    assert "runde 1" in read


def test_who_has_read_is_shown_too(hand_made: HandMade) -> None:
    person = anne(hand_made)
    shown("history", hand_made, who=person)
    app = shown("history", hand_made, who=person)
    parts(app, "button_group")[0].set_value("history.readings").run()
    read = text(app)
    assert "Leste" in read
    assert "Skrev person" not in read


def test_the_history_of_one_case_has_that_case_alone(hand_made: HandMade) -> None:
    person = anne(hand_made)
    kept_round(hand_made, person)
    hand_made.store.note_reading("S-001", who=person.id)
    hand_made.store.note_reading("S-002", who=person.id)
    read = text(shown("history", hand_made, who=person, om="S-001"))
    assert "<td>S-001</td>" in read
    assert "S-002" not in read


def test_an_unknown_case_in_the_address_is_told_gently(hand_made: HandMade) -> None:
    read = text(shown("history", hand_made, who=anne(hand_made), om="S-999"))
    assert "S-999" in read
    assert "Kanskje" in read


def test_a_whole_history_is_said_to_be_whole(hand_made: HandMade) -> None:
    app = press(shown("history", hand_made, who=anne(hand_made)), "Kontroller historikken")
    read = text(app)
    assert "Historikken er hel: 2 innslag" in read
    assert "Slutten nå er innslag 2" in read


def test_a_history_that_somebody_wrote_in_is_said_to_be_broken(
    hand_made: HandMade, tmp_path: Path
) -> None:
    person = anne(hand_made)
    kept_round(hand_made, person)
    app = shown("history", hand_made, who=person)
    with sqlite3.connect(tmp_path / "prøve.db") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE history SET what = 'leste' WHERE number = 2")
    read = text(press(app, "Kontroller historikken"))
    assert "Historikken er ikke hel" in read
    assert "Historikken er hel" not in read


def test_a_database_out_of_reach_is_told_in_plain_words(
    hand_made: HandMade, tmp_path: Path
) -> None:
    person = anne(hand_made)
    closed = HandMade(sample_folder=tmp_path, database_url=f"sqlite:///{tmp_path}")
    read = text(shown("history", closed, who=person))
    assert "km-is-bad" in read
    assert "Kontroller historikken" not in read


def test_every_kind_of_happening_can_be_chosen_by_itself() -> None:
    shown_alone = frozenset().union(*history.KINDS.values())
    assert {"avgjorde", "leste", "kjørte runde", "skrev oppgave", "slettet sak"} <= shown_alone


def test_the_history_of_a_case_tells_every_decision_with_what_and_why(
    hand_made: HandMade,
) -> None:
    person = anne(hand_made)
    session = kept_round(hand_made, person)
    decided(hand_made, session, person, reason="Først dette.", is_final=False)
    decided(hand_made, session, person, reason="Så dette.")
    read = text(shown("history", hand_made, session, person, om="S-001"))
    assert "Avgjørelser i sak S-001 (2)" in read
    assert "2. Avgjort av Anne Lie" in read
    assert read.index("Så dette.") < read.index("Først dette.")
    assert "Kjenner familien godt." in read
