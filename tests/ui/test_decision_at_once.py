"""Two who decide the same case, and a database that goes away: no text is lost."""

from dataclasses import dataclass
from datetime import date

from matcher.domain.decision import Decision
from matcher.domain.person import Person
from matcher.services import OpenedRound, StorageUnavailable
from matcher.services.decisions import Settled
from matcher.ui.state import Session
from tests.ui.deciding import decided, field, opened
from tests.ui.hand_made import HandMade
from tests.ui.pages import press, text


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
