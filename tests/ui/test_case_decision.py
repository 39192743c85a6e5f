from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.person import Person
from matcher.profiles.profile import Profile
from matcher.services import OpenedRound, StorageUnavailable
from matcher.services.decisions import Settled
from matcher.ui.decision_state import key
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, kept_round, parts, press, shown, text

TODAY = date.today()


@pytest.fixture
def anne(hand_made: HandMade) -> Person:
    return hand_made.enter("Anne Lie")


@pytest.fixture
def session(hand_made: HandMade, anne: Person) -> Session:
    return kept_round(hand_made, anne)


def opened(hand_made: HandMade, session: Session, who: Person, case: str = "S-001") -> AppTest:
    return shown("case", hand_made, session, who, sak=case)


def field(app: AppTest, name: str, case: str = "S-001") -> Any:
    """The field of a decision, whatever kind it is."""
    wanted = key(case, name)
    kinds = ["text_input", "text_area", "date_input", "selectbox", "radio", "button_group"]
    return next(part for kind in kinds for part in parts(app, kind) if part.key == wanted)


def round_of(session: Session) -> OpenedRound:
    assert session.run is not None
    return session.run.opened


def groundwork(profile: Profile) -> Groundwork:
    """All that any profile asks for."""
    by = profile.gates.godkjent.approvers
    return Groundwork(
        user_heard_on=TODAY,
        child_not_heard_because="For ung.",
        candidate_asked_on=TODAY,
        candidate_accepts=True,
        hours_confirmed_on=TODAY,
        assessment="Kjenner familien godt.",
        approvals=tuple(Approval(by=one, person="Ola Vik", on=TODAY) for one in by),
    )


def decided(hand_made: HandMade, session: Session, who: Person, **facts: Any) -> Settled:
    """A decision written outside of the page, as by somebody else."""
    said = {
        "case": "S-001",
        "outcome": Outcome.ACCEPTED,
        "coordinator": "K-01",
        "stand_in": "K-02",
        "groundwork": groundwork(session.profile),
        "is_final": True,
    } | facts
    seen = len(hand_made.decisions_of("S-001", who=who.id))
    return hand_made.settle(
        round_of(session), Decision.model_validate(said), seen=seen, who=who.id, on=TODAY
    )


def fill(app: AppTest, profile: Profile, coordinator: str) -> AppTest:
    """Write all the groundwork in the fields."""
    field(app, "user_heard_on").set_value(TODAY)
    field(app, "child_not_heard_because").set_value("For ung.")
    field(app, f"hours_confirmed_on {coordinator}").set_value(TODAY)
    field(app, "assessment").set_value("Kjenner familien godt.")
    field(app, f"stand_in {coordinator}").set_value("K-03")
    for by in profile.gates.godkjent.approvers:
        field(app, f"approval {coordinator} {by}").set_value("Ola Vik")
        field(app, f"approval_on {coordinator} {by}").set_value(TODAY)
    return app.run()


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


def test_after_the_decision_the_tasks_and_letters_are_there(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    settled = decided(hand_made, session, anne)
    app = opened(hand_made, session, anne)
    read = text(app)
    assert f"Oppgaver som venter ({len(settled.tasks)})" in read
    assert settled.tasks[0].title in read
    letter = next(part for part in parts(app, "button_group") if part.key == "letter S-001")
    letter.set_value("familie").run()
    labels = [button.label for button in parts(app, "download_button")]
    assert "Last ned brevet (familie-S-001.pdf)" in labels


def test_the_later_of_two_sees_both_texts_and_loses_none(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    bjorn = hand_made.enter("Bjørn Dahl", by=anne.id)
    app = opened(hand_made, session, anne)
    field(app, "reason").set_value("Mitt.").run()
    decided(hand_made, session, bjorn, reason="Hans.", is_final=False)
    read = text(press(app, "Lagre utkast"))
    assert "Bjørn Dahl skrev en avgjørelse i saken" in read
    assert "Hans." in read
    assert "Mitt." in read
    assert field(app, "reason").value == "Mitt."
    assert len(hand_made.decisions_of("S-001", who=anne.id)) == 1

    press(app, "Gå videre med mitt")
    press(app, "Lagre utkast")
    last = hand_made.decisions_of("S-001", who=anne.id)[-1]
    assert last.number == 2
    assert last.decision.reason == "Mitt."


def test_the_later_of_two_can_take_what_the_other_wrote(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    bjorn = hand_made.enter("Bjørn Dahl", by=anne.id)
    app = opened(hand_made, session, anne)
    field(app, "reason").set_value("Mitt.").run()
    decided(hand_made, session, bjorn, reason="Hans.", is_final=False)
    press(press(app, "Lagre utkast"), "Bruk det Bjørn Dahl skrev")
    assert field(app, "reason").value == "Hans."


def test_who_has_written_nothing_simply_sees_the_newest(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    decided(hand_made, session, anne, reason="Hans.", is_final=False)
    app.run()
    assert "mens du skrev" not in text(app)
    assert field(app, "reason").value == "Hans."


def test_a_database_that_goes_away_costs_no_text(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    broken = Broken(sample_folder=hand_made.sample_folder, database_url=hand_made.database_url)
    app = opened(broken, session, anne)
    field(app, "assessment").set_value("Lang vurdering.").run()
    read = text(press(app, "Lagre utkast"))
    assert "Databasen er opptatt" in read
    assert field(app, "assessment").value == "Lang vurdering."


@dataclass(frozen=True)
class Broken(HandMade):
    """Services whose database goes away just as something is to be written."""

    def settle(
        self, round_: OpenedRound, decision: Decision, *, seen: int, who: str, on: date
    ) -> Settled:
        raise StorageUnavailable("Databasen er opptatt.")


def test_a_decided_case_can_be_typed_into_another_system(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    decided(hand_made, session, anne)
    app = opened(hand_made, session, anne)
    app.toggle(key="export S-001").set_value(True).run()
    labels = {button.label for button in parts(app, "download_button")}
    assert {"Last ned (sak-S-001.txt)", "Last ned (sak-S-001.xlsx)"} <= labels


def test_who_may_only_read_sees_the_decision_and_no_fields(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    decided(hand_made, session, anne)
    reader = Actor(person=anne.id, name=anne.name, roles=frozenset({AccessRole.LESER}))
    app = shown("case", hand_made.acting_as(reader), session, anne, sak="S-001")
    read = text(app)
    assert "Avgjort av Anne Lie" in read
    assert "Endre avgjørelsen" not in read
    assert not {"Avgjør", "Lagre valget", "Lagre ansvarsgruppa"} & {b.label for b in app.button}
