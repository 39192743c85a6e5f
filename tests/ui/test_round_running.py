"""A round is run apart: seen from any tab, stopped at once, and told in words when it fails."""

from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.services import Apart, RoundRequest, WentWrong
from matcher.services.apart import STOPPED
from matcher.ui import running
from matcher.ui.running import WORK, Running
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade, roster
from tests.ui.pages import after_round, before_round, kept_round, press, shown, text, until_done


def begun(hand_made: HandMade, who: Person | None = None) -> tuple[AppTest, Apart]:
    """A page where the round has just been begun, and the work itself."""
    app = press(shown("round", hand_made, before_round(hand_made), who), "Kjør runden")
    (asked,) = (one for key, one in running._RUNNING.items() if key[0] == hand_made.database_url)
    return app, asked.works[WORK]


def over(hand_made: HandMade, person: str, fault: WentWrong) -> None:
    """A round of this person's that ended in a fault."""
    request = RoundRequest(roster(), hand_made.profile("farsund"))
    work = Apart(fault=fault, is_over=True)
    running._RUNNING[hand_made.database_url, person] = Running(request, "x", {WORK: work})


def test_a_tab_that_is_closed_loses_nothing(hand_made: HandMade) -> None:
    """The round goes on, a new tab finds it, and the answer is kept in the person's name."""
    anne = hand_made.enter("Anne Lie")
    read = text(begun(hand_made, anne)[0])
    assert "Runden kjøres. Du kan lukke fanen" in read
    assert "Kjør runden" not in read.splitlines()
    other_tab = shown("round", hand_made, who=anne)
    assert any(button.label == "Stopp" for button in other_tab.button)
    assert "Kari Nes (K-01)" in text(until_done(other_tab))
    (kept,) = hand_made.kept_rounds()
    assert kept.ran_by == anne.id
    session: Session = other_tab.session_state["session"]
    assert session.run is not None
    assert session.run.id == kept.id
    assert session.imported is not None
    assert not session.is_outdated


def test_stopping_ends_the_process_and_says_so(hand_made: HandMade) -> None:
    app, work = begun(hand_made)
    read = text(press(app, "Stopp"))
    assert "Runden ble stanset. Ingenting er endret." in read
    assert "Kjør runden" in read
    assert work.is_over
    assert "Runden ble stanset" not in text(app.run())


def test_a_process_that_is_killed_is_told_in_words_and_can_be_begun_again(
    hand_made: HandMade,
) -> None:
    app, work = begun(hand_made)
    assert work._process is not None
    work._process.kill()
    read = text(until_done(app))
    assert STOPPED in read
    assert "Kjør runden" in read


def test_locks_that_clash_are_told_with_what_to_do(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    over(hand_made, anne.id, WentWrong("ChoicesClash", "S-001 er låst til to."))
    read = text(shown("round", hand_made, before_round(hand_made), anne))
    assert "låser og sperringer kan ikke stå sammen" in read
    assert "S-001 er låst til to." in read


def test_a_fault_of_the_programs_own_shows_neither_traceback_nor_data(
    hand_made: HandMade,
) -> None:
    anne = hand_made.enter("Anne Lie")
    over(hand_made, anne.id, WentWrong("KeyError", "Kari Nes"))
    read = text(shown("round", hand_made, before_round(hand_made), anne))
    assert "KeyError" in read
    assert "Kari Nes" not in read
    assert "Kjør runden" in read


def test_the_answer_at_hand_stays_while_another_round_is_run(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    over(hand_made, anne.id, WentWrong("Stopped", STOPPED))
    read = text(shown("round", hand_made, kept_round(hand_made, anne), anne))
    assert "Kari Nes (K-01)" in read
    assert "Kjør runden på nytt" in read


def test_nobody_sees_the_round_of_another(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    per = hand_made.enter("Per Vik", by=anne.id)
    over(hand_made, anne.id, WentWrong("Stopped", STOPPED))
    assert STOPPED not in text(shown("round", hand_made, after_round(hand_made), per))
