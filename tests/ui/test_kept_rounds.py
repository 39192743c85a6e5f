from matcher.domain.history import DeletionGround
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, kept_round, press, shown, text


def test_a_round_can_be_kept_after_it_was_run(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    app = press(shown("round", hand_made, after_round(hand_made), anne), "Lagre runden")
    assert "Lagre runden" not in text(app)
    assert len(hand_made.kept_rounds()) == 1


def test_who_comes_back_finds_the_newest_round_open(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    app = shown("round", hand_made, who=anne)
    assert "Kari Nes (K-01)" in text(app)
    session: Session = app.session_state["session"]
    assert session.run is not None
    assert session.run.id == 1
    assert not session.is_outdated


def test_hva_hvis_begins_with_the_newest_round_too(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    assert "Det er ikke kjørt noen runde ennå" not in text(shown("what_if", hand_made, who=anne))


def test_who_comes_back_without_a_name_is_asked_for_it(hand_made: HandMade) -> None:
    kept_round(hand_made, hand_made.enter("Anne Lie"))
    assert "så åpnes den siste runden" in text(shown("round", hand_made))


def test_the_case_in_the_address_is_opened_again(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    assert "Forslag til sak S-002" in text(shown("case", hand_made, who=anne, sak="S-002"))


def test_an_earlier_round_can_be_opened(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    app = shown("round", hand_made, kept_round(hand_made, anne), anne)
    box = next(box for box in app.selectbox if box.label == "Hvilken runde")
    assert "Runde 1: Farsund, per 02.11.2026. Kjørt av Anne Lie" in box.options[-1]
    box.select_index(1)
    press(app, "Åpne runden")
    session: Session = app.session_state["session"]
    assert session.run is not None
    assert session.run.id == 1


def test_a_round_with_a_deleted_case_opens_without_it(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    hand_made.store.delete_case("S-001", ground=DeletionGround.MISTAKE, who=anne.id)
    read = text(shown("round", hand_made, who=anne))
    assert "S\\-002" in read
    assert "S\\-001" not in read


def test_the_kept_round_in_the_address_is_opened_and_the_newest_is_told_of(
    hand_made: HandMade,
) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    newest = kept_round(hand_made, anne)
    app = shown("round", hand_made, newest, anne, runde="1")
    assert "Du ser på runde 1. Den nyeste er runde 2." in text(app)
    session: Session = app.session_state["session"]
    assert session.run is not None
    assert session.run.id == 1
    assert "Du ser på runde" not in text(press(app, "Åpne runde 2"))
    assert "runde" not in app.query_params


def test_opening_an_earlier_round_puts_it_in_the_address(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    kept_round(hand_made, anne)
    app = shown("round", hand_made, kept_round(hand_made, anne), anne)
    next(box for box in app.selectbox if box.label == "Hvilken runde").select_index(1)
    press(app, "Åpne runden")
    assert app.query_params["runde"] in ("1", ["1"])


def test_a_round_in_the_address_that_is_not_there_is_told(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    read = text(shown("round", hand_made, kept_round(hand_made, anne), anne, runde="99"))
    assert "Runde 99 finnes ikke" in read
    assert "Kari Nes (K-01)" in read
