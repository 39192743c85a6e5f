"""What stands on the page of a case when it is decided."""

from matcher.domain.actor import AccessRole, Actor
from matcher.domain.person import Person
from matcher.domain.sight import Sight, SightOf
from matcher.ui.state import Session
from tests.ui.deciding import decided, opened
from tests.ui.hand_made import HandMade
from tests.ui.pages import parts, shown, text


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
    reader = Actor(
        person=anne.id,
        name=anne.name,
        roles=frozenset({AccessRole.LESER}),
        sights=frozenset({Sight(of=SightOf.ALL)}),
    )
    app = shown("case", hand_made.acting_as(reader), session, anne, sak="S-001")
    read = text(app)
    assert "Avgjort av Anne Lie" in read
    assert "Endre avgjørelsen" not in read
    assert not {"Avgjør", "Lagre valget", "Lagre ansvarsgruppa"} & {b.label for b in app.button}
