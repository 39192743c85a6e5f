from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.services import Services
from tests.ui.hand_made import HandMade
from tests.ui.pages import press


def asked(services: Services) -> AppTest:
    return AppTest.from_function(_ask, args=(services,), default_timeout=30).run()


def _ask(services: "Services") -> None:
    from matcher.ui.who import ask_who  # noqa: PLC0415

    ask_who(services)


def name_of(app: AppTest) -> str | None:
    person: Person | None = app.session_state.get("who")
    return person.name if person else None


def test_the_first_one_writes_their_name_and_is_that_person(hand_made: HandMade) -> None:
    app = asked(hand_made)
    app.text_input[0].set_value("Bjørn Dahl")
    assert name_of(press(app, "Begynn")) == "Bjørn Dahl"
    assert [person.id for person in hand_made.people()] == ["bjorn-dahl"]


def test_an_empty_name_enters_nobody(hand_made: HandMade) -> None:
    app = asked(hand_made)
    app.text_input[0].set_value("  ")
    assert name_of(press(app, "Begynn")) is None
    assert hand_made.people() == ()


def test_somebody_known_is_chosen_and_nobody_is_until_then(hand_made: HandMade) -> None:
    hand_made.enter("Anne Lie")
    app = asked(hand_made)
    assert name_of(app) is None
    app.selectbox[0].select("anne-lie").run()
    assert name_of(app) == "Anne Lie"


def test_a_colleague_is_entered_in_the_name_of_the_one_who_did_it(hand_made: HandMade) -> None:
    anne = hand_made.enter("Anne Lie")
    app = asked(hand_made)
    app.selectbox[0].select("anne-lie").run()
    app.text_input[0].set_value("Bjørn Dahl")
    assert name_of(press(app, "Legg til")) == "Anne Lie"
    assert app.selectbox[0].options == ["Anne Lie", "Bjørn Dahl"]
    wrote = [line.who for line in hand_made.history(who=anne.id) if line.what == "skrev person"]
    assert wrote == ["Anne Lie", "Anne Lie"]
