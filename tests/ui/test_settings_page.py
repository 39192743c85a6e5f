"""Innstillinger: what one chooses holds for every page at once; what is in use can be read."""

from collections.abc import Iterable

from streamlit.testing.v1 import AppTest

from matcher.domain.actor import AccessRole, Actor
from matcher.letters.language import Language
from matcher.ui.preferences import Look, Type
from tests.ui.hand_made import HandMade
from tests.ui.pages import before_round, shown, text


def chosen(app: AppTest, option: str) -> AppTest:
    """The page after an option was chosen, whatever language it is in now."""
    radio = next(each for each in app.radio if option in each.options)
    return radio.set_value(list(_values(radio.key))[radio.options.index(option)]).run()


def _values(key: str | None) -> Iterable[str]:
    kinds: dict[str | None, Iterable[str]] = {"settings.look": Look, "settings.type": Type}
    name, _, _ = (key or "").rpartition(".")
    return kinds.get(name, Language)


def test_a_language_that_is_chosen_is_spoken_at_once(hand_made: HandMade) -> None:
    app = shown("settings", hand_made)
    assert "Innstillinger" in text(app)
    assert "Innstillingar" in text(chosen(app, "Nynorsk"))
    assert "Size of the letters" in [each.label for each in chosen(app, "English").radio]
    assert "Innstillinger" in text(chosen(app, "Bokmål"))


def test_one_choice_leaves_the_others_as_they_were(hand_made: HandMade) -> None:
    app = shown("settings", hand_made)
    app = chosen(app, "Mørkt")
    app = chosen(app, "Stor")
    app = chosen(app, "English")
    kept = app.session_state["preferences"]
    assert str(kept) == "en.dark.large"
    assert [each.value for each in app.radio] == ["en", "dark", "large"]


def test_what_is_in_use_can_be_read(hand_made: HandMade) -> None:
    session = before_round(hand_made)
    read = text(shown("settings", hand_made, session))
    assert session.profile.words.municipality in read
    assert session.profile.document in read
    assert "ortools" in read
    assert "prøve.db" in read


def test_where_data_are_kept_is_told_to_those_who_run_the_program_alone(
    hand_made: HandMade,
) -> None:
    def seen_by(role: AccessRole) -> str:
        actor = Actor(person="anne", name="Anne Lie", roles=frozenset({role}))
        return text(shown("settings", hand_made.acting_as(actor)))

    assert "prøve.db" in seen_by(AccessRole.ADMINISTRATOR)
    assert "prøve.db" not in seen_by(AccessRole.KE_ANSVARLIG)
