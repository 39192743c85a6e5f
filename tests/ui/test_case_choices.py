from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import press, shown, text


def opened(hand_made: HandMade, session: Session, who: Person) -> AppTest:
    return shown("case", hand_made, session, who, sak="S-001")


def test_a_pair_is_locked_with_its_reason_and_the_page_says_run_again(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    app.selectbox(key="choice who S-001").select("K-02").run()
    app.text_area(key="choice reason S-001").set_value("Avtalt på møtet.")
    read = text(press(app, "Lagre valget"))
    assert "Lås: Per *Li* (K-02)." in read
    assert "Avtalt på møtet." in read
    assert "Kjør den på nytt" in read
    (choice,) = hand_made.choices(who=anne.id)
    assert (choice.kind, choice.coordinator) == (ChoiceKind.LOCK, "K-02")


def test_a_choice_without_a_reason_is_not_kept_and_nothing_written_is_lost(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    app.radio(key="choice kind S-001").set_value(ChoiceKind.BAN)
    app.selectbox(key="choice who S-001").select("K-02").run()
    read = text(press(app, "Lagre valget"))
    assert "Skriv hvorfor" in read
    assert hand_made.choices(who=anne.id) == ()
    assert app.radio(key="choice kind S-001").value == ChoiceKind.BAN


def test_a_choice_for_nobody_is_asked_about(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    read = text(press(opened(hand_made, session, anne), "Lagre valget"))
    assert "Velg hvem det gjelder." in read


def test_a_choice_that_stands_can_be_withdrawn(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    ban = StandingChoice(kind=ChoiceKind.BAN, case="S-001", coordinator="K-02", reason="Naboer.")
    hand_made.choose(ban, who=anne.id)
    app = press(opened(hand_made, session, anne), "Trekk tilbake sperring")
    assert hand_made.choices(who=anne.id) == ()
    assert "Naboer." not in text(app)


def test_the_reason_of_a_choice_can_be_written_anew(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    lock = StandingChoice(kind=ChoiceKind.LOCK, case="S-001", coordinator="K-02", reason="Før.")
    hand_made.choose(lock, who=anne.id)
    app = opened(hand_made, session, anne)
    app.selectbox(key="choice who S-001").select("K-02").run()
    app.text_area(key="choice reason S-001").set_value("Nå.")
    press(app, "Lagre valget")
    (choice,) = hand_made.choices(who=anne.id)
    assert choice.reason == "Nå."


def test_who_is_later_with_a_pair_sees_both_choices_and_loses_no_text(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    app.selectbox(key="choice who S-001").select("K-02").run()
    app.text_area(key="choice reason S-001").set_value("Min grunn.")
    theirs = StandingChoice(
        kind=ChoiceKind.BAN, case="S-001", coordinator="K-02", reason="Hans grunn."
    )
    hand_made.choose(theirs, who=hand_made.enter("Bjørn Dahl", by=anne.id).id)
    read = text(press(app, "Lagre valget"))
    assert "Bjørn Dahl endret dette" in read
    assert "Hans grunn." in read
    assert "Min grunn." in read
    assert app.text_area(key="choice reason S-001").value == "Min grunn."
    assert [one.kind for one in hand_made.choices(who=anne.id)] == [ChoiceKind.BAN]

    press(app, "Lagre valget")
    assert [one.reason for one in hand_made.choices(who=anne.id)] == ["Min grunn."]


def test_a_choice_that_another_changed_is_not_withdrawn_unseen(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    ban = StandingChoice(kind=ChoiceKind.BAN, case="S-001", coordinator="K-02", reason="Naboer.")
    kept = hand_made.choose(ban, who=anne.id)
    app = opened(hand_made, session, anne)
    hand_made.choose(kept.model_copy(update={"reason": "Slekt."}), who=anne.id)
    read = text(press(app, "Trekk tilbake sperring"))
    assert "endret dette" in read
    assert [one.reason for one in hand_made.choices(who=anne.id)] == ["Slekt."]
