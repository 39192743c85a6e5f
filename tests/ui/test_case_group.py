from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from matcher.domain.ansvarsgruppe import Ansvarsgruppe, Member
from matcher.domain.person import Person
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import parts, press, shown, text

TODAY = date.today()


def opened(hand_made: HandMade, session: Session, who: Person) -> AppTest:
    return shown("case", hand_made, session, who, sak="S-001")


def field(app: AppTest, name: str) -> Any:
    wanted = f"group S-001 {name}"
    kinds = ["date_input", "text_area"]
    return next(part for kind in kinds for part in parts(app, kind) if part.key == wanted)


def by_another(hand_made: HandMade, who: Person, *names: str) -> None:
    members = tuple(Member(name=name) for name in names)
    hand_made.save_group(Ansvarsgruppe(case="S-001", members=members), who=who.id)


def test_a_group_is_set_up_on_a_consent_with_its_members(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    assert "Ansvarsgruppe: ikke opprettet" in text(app)
    field(app, "consent").set_value(TODAY)
    field(app, "set up").set_value(TODAY)
    field(app, "members").set_value("Mor\n\nLærer Nes")
    assert "Ansvarsgruppe: opprettet" in text(press(app, "Lagre ansvarsgruppa"))
    group = hand_made.group("S-001", who=anne.id)
    assert group is not None
    assert [member.name for member in group.members] == ["Mor", "Lærer Nes"]


def test_without_a_consent_it_is_not_set_up_and_nothing_is_lost(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    field(app, "set up").set_value(TODAY)
    field(app, "members").set_value("Mor")
    assert "Samtykket må være notert" in text(press(app, "Lagre ansvarsgruppa"))
    assert hand_made.group("S-001", who=anne.id) is None
    assert field(app, "members").value == "Mor"


def test_who_has_written_nothing_sees_what_another_kept(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    by_another(hand_made, anne, "Far")
    app.run()
    assert field(app, "members").value == "Far"
    assert "mens du skrev" not in text(app)


def test_what_another_kept_is_never_written_over_unseen(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = opened(hand_made, session, anne)
    field(app, "members").set_value("Mor").run()
    by_another(hand_made, anne, "Far")
    read = text(press(app, "Lagre ansvarsgruppa"))
    assert "Medlemmer: Far." in read
    assert field(app, "members").value == "Mor"
    kept = hand_made.group("S-001", who=anne.id)
    assert kept is not None
    assert [member.name for member in kept.members] == ["Far"]

    press(app, "Gå videre med mitt")
    press(app, "Lagre ansvarsgruppa")
    kept = hand_made.group("S-001", who=anne.id)
    assert kept is not None
    assert [member.name for member in kept.members] == ["Mor"]
