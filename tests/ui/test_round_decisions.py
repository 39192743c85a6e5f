from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from matcher.domain.decision import Outcome
from matcher.domain.person import Person
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.ui.state import Session
from tests.ui.deciding import decided
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, kept_round, parts, press, shown, text


def draft(hand_made: HandMade, session: Session, who: Person, **facts: Any) -> None:
    """A draft that lacks nothing, unless it is said."""
    decided(hand_made, session, who, is_final=False, **facts)


def decisions(services: HandMade, session: Session, who: Person) -> AppTest:
    """The decisions of the round, for somebody who has looked at S-001."""
    return looked_at(shown("round", services, session, who, fane="Avgjørelser"), session, "S-001")


def looked_at(app: AppTest, session: Session, case: str) -> AppTest:
    assert session.run is not None
    suggested = (session.run.roster.sha256, case, session.run.by_case[case].coordinator)
    app.session_state["looked at"] = {suggested}
    return app.run()


def ticked(app: AppTest, case: str) -> AppTest:
    app.checkbox(key=f"together {case}").check().run()
    return app


def test_a_case_in_the_list_shows_how_far_it_has_come(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    assert ">Avgjort<" not in text(shown("round", hand_made, session, anne))
    draft(hand_made, session, anne)
    assert ">Utkast<" in text(shown("round", hand_made, session, anne))
    decided(hand_made, session, anne)
    assert ">Avgjort<" in text(shown("round", hand_made, session, anne))


def test_a_round_that_is_not_kept_offers_no_decisions(hand_made: HandMade, anne: Person) -> None:
    read = text(shown("round", hand_made, after_round(hand_made), anne, fane="Avgjørelser"))
    assert "Lagre runden først" in read
    assert "Godta de valgte" not in read


def test_only_suggestions_without_remarks_can_be_accepted_together(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = decisions(hand_made, session, anne)
    assert [box.key for box in app.checkbox] == ["together S-001"]


def test_a_suggestion_that_nobody_has_looked_at_cannot_be_ticked(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("round", hand_made, session, anne, fane="Avgjørelser")
    assert list(app.checkbox) == []
    assert "Ikke sett på ennå" in text(app)


def test_looking_at_a_case_by_itself_is_enough_to_tick_it(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("round", hand_made, session, anne, som="Én sak om gangen", ved="S-001")
    app = ticked(app, "S-001")
    app.session_state["fane"] = "Avgjørelser"
    app.run()
    assert app.checkbox(key="together S-001").value
    assert "Godta de valgte (1)" in text(app)


def test_the_meeting_list_can_be_taken_away_to_print_or_as_a_spreadsheet(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("round", hand_made, session, anne, fane="Avgjørelser")
    labels = [button.label for button in parts(app, "download_button")]
    assert labels == [
        "Last ned møtelista til utskrift (PDF)",
        "Last ned møtelista (møteliste.xlsx)",
    ]


def test_what_lacks_something_becomes_a_draft_and_that_is_said_first(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = press(ticked(decisions(hand_made, session, anne), "S-001"), "Godta de valgte (1)")
    read = text(app)
    assert "0 saker blir avgjort nå" in read
    assert "1 sak blir utkast" in read
    assert hand_made.decisions(who=anne.id) == ()
    assert "0 avgjort, og 1 lagret som utkast." in text(press(app, "Ja, godta dem"))
    (last,) = hand_made.decisions(who=anne.id)
    assert not last.decision.is_final
    assert last.decision.outcome is Outcome.ACCEPTED


def test_what_lacks_nothing_becomes_final(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    draft(hand_made, session, anne)
    app = press(ticked(decisions(hand_made, session, anne), "S-001"), "Godta de valgte (1)")
    read = text(press(app, "Ja, godta dem"))
    assert "1 avgjort, og 0 lagret som utkast." in read
    (last,) = hand_made.decisions(who=anne.id)
    assert last.decision.is_final
    assert hand_made.tasks(who=anne.id)


def test_what_another_decided_meanwhile_is_not_written_over(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    draft(hand_made, session, anne)
    app = press(ticked(decisions(hand_made, session, anne), "S-001"), "Godta de valgte (1)")
    decided(hand_made, session, anne, reason="En annen.")
    assert "Ikke skrevet: S-001." in text(press(app, "Ja, godta dem"))
    assert hand_made.decisions(who=anne.id)[0].decision.reason == "En annen."


def test_a_draft_of_somebody_else_than_the_suggested_is_not_accepted_with_the_others(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    other = {"outcome": Outcome.ANOTHER, "coordinator": "K-02", "stand_in": "K-01"}
    draft(hand_made, session, anne, reason="Familien kjenner ham.", **other)
    app = press(ticked(decisions(hand_made, session, anne), "S-001"), "Godta de valgte (1)")
    assert "Ikke skrevet: S-001." in text(press(app, "Ja, godta dem"))
    assert not hand_made.decisions(who=anne.id)[0].decision.is_final


def test_a_decision_of_an_earlier_round_counts_while_the_same_is_suggested(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    decided(hand_made, session, anne)
    later = kept_round(hand_made, anne)
    assert ">Avgjort<" in text(shown("round", hand_made, later, anne))


def test_a_lock_since_the_round_offers_to_run_again(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    assert "Kjør runden på nytt" not in text(shown("round", hand_made, session, anne))
    lock = StandingChoice(kind=ChoiceKind.LOCK, case="S-001", coordinator="K-01", reason="Kjent.")
    hand_made.choose(lock, who=anne.id)
    read = text(shown("round", hand_made, session, anne))
    assert "er endret siden runden ble kjørt" in read
    assert "Kjør runden på nytt" in read


def test_after_running_again_what_changed_is_shown_people_first(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    run = session.run
    assert run is not None
    first, *others = run.plan.cases
    plan = run.plan.model_copy(
        update={"cases": (first.model_copy(update={"coordinator": "K-02"}), *others)}
    )
    session.before = replace(run, plan=plan, id=None)
    read = text(shown("round", hand_made, session, anne))
    assert "Endret siden forrige runde: 1 sak" in read
    assert "Får en annen" in read
    assert "<td>Per *Li* (K-02)</td><td>Kari Nes (K-01)</td>" in read


def test_the_same_answer_again_says_that_nobody_is_touched(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    session.before = session.run
    read = text(shown("round", hand_made, session, anne))
    assert "Ingen saker får et annet forslag." in read
