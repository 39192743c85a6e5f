from matcher.domain.person import Person
from matcher.ui.state import Session
from tests.ui.deciding import field, fill, opened
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, press, shown, text


def test_a_round_that_is_not_kept_cannot_be_decided_on(hand_made: HandMade, anne: Person) -> None:
    read = text(shown("case", hand_made, after_round(hand_made), anne, sak="S-001"))
    assert "Lagre runden først" in read
    assert "Avgjør" not in {button.label for button in shown("case", hand_made).button}


def test_nobody_decides_without_a_name(hand_made: HandMade, session: Session) -> None:
    read = text(shown("case", hand_made, session, sak="S-001"))
    assert "Si hvem du er" in read


def test_what_is_missing_is_shown_with_its_source_before_anybody_presses(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    read = text(opened(hand_made, session, anne))
    assert "Ikke avgjort ennå" in read
    assert "Den faglige vurderingen er ikke skrevet." in read
    assert "Kilde: " in read


def test_what_is_missing_follows_what_is_written(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    field(app, "assessment").set_value("Kjenner familien godt.").run()
    assert "Den faglige vurderingen er ikke skrevet." not in text(app)


def test_a_final_decision_is_refused_while_something_is_missing(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = press(opened(hand_made, session, anne), "Avgjør")
    assert "Saken kan ikke avgjøres ennå" in text(app)
    assert hand_made.decisions(who=anne.id) == ()


def test_a_final_decision_is_asked_once_more_and_then_written(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = fill(opened(hand_made, session, anne), session.profile, "K-01")
    assert "Alt er på plass" in text(app)
    app = press(app, "Avgjør")
    assert "Avgjør sak S-001: Kari Nes (K-01)?" in text(app)
    assert hand_made.decisions(who=anne.id) == ()
    read = text(press(app, "Ja, avgjør saken"))
    assert "Avgjort av Anne Lie" in read
    (last,) = hand_made.decisions(who=anne.id)
    assert last.decision.is_final
    assert last.decision.coordinator == "K-01"
    assert last.decision.groundwork.assessment == "Kjenner familien godt."


def test_what_changed_after_the_question_is_asked_about_anew(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = press(fill(opened(hand_made, session, anne), session.profile, "K-01"), "Avgjør")
    field(app, "reason").set_value("Noe nytt.").run()
    assert "Ja, avgjør saken" not in text(app)


def test_another_than_the_suggested_asks_why(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    field(app, "choice").set_value("decision.another").run()
    field(app, "other").set_value("K-02").run()
    assert "Per *Li* er ikke det første forslaget. Skriv hvorfor." in text(app)
    field(app, "reason").set_value("Familien kjenner ham.").run()
    assert "ikke det første forslaget" not in text(app)
    assert "Hvorfor saken får en annen koordinator" in {box.label for box in app.selectbox}


def test_the_answer_of_one_candidate_is_not_the_answer_of_another(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne, "S-002")
    field(app, "candidate_accepts K-02", "S-002").set_value("decision.yes").run()
    field(app, "choice", "S-002").set_value("decision.another").run()
    field(app, "other", "S-002").set_value("K-01").run()
    assert field(app, "candidate_accepts K-01", "S-002").value is None


def test_who_keeps_the_case_is_not_asked_again(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    labels = {day.label for day in opened(hand_made, session, anne).date_input}
    assert "Kandidaten spurt, dato" not in labels
    labels = {day.label for day in opened(hand_made, session, anne, "S-002").date_input}
    assert "Kandidaten spurt, dato" in labels


def test_a_draft_is_kept_as_a_draft_and_found_again(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    field(app, "assessment").set_value("Halvferdig.").run()
    read = text(press(app, "Lagre utkast"))
    assert "Utkast av Anne Lie" in read
    assert field(opened(hand_made, session, anne), "assessment").value == "Halvferdig."
    assert not hand_made.decisions(who=anne.id)[0].decision.is_final


def test_a_case_can_stay_open_with_a_reason(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    field(app, "choice").set_value("decision.leave_open").run()
    assert "Saken blir stående åpen. Skriv hvorfor." in text(app)
    field(app, "reason").set_value("Venter på ny ansatt.").run()
    read = text(press(press(app, "Avgjør"), "Ja, avgjør saken"))
    assert "Avgjort av Anne Lie" in read
    assert "saken står åpen" in read
