"""A tour on the small sample: a word on each page, on and back, and out again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.actor import AccessRole, Actor
from matcher.letters.language import Language
from matcher.services import Services
from matcher.ui.preferences import Preferences
from matcher.ui.state import Session
from matcher.ui.texts import catalogue
from tests.ui.hand_made import HandMade
from tests.ui.pages import after_round, before_round, shown, text


def on_tour(services: Services, session: Session, page: str, address: str = "ja") -> AppTest:
    """The part of the tour on a page, as it stands at an address."""
    app = AppTest.from_function(_render, args=(services, page), default_timeout=30)
    app.session_state["session"] = session
    app.query_params["omvisning"] = address
    return app.run()


def _render(services: "Services", page: str) -> None:
    """Run by the harness as text of its own, so it imports what it needs."""
    from matcher.ui.tour import show_tour  # noqa: PLC0415

    show_tour(services, page)


def ways(app: AppTest) -> dict[str, bool]:
    """Each button, and whether it can be pressed."""
    return {button.label: not button.disabled for button in app.button}


@pytest.mark.parametrize(
    ("page", "place", "said"),
    [
        ("datagrunnlag", 1, "rad for rad"),
        ("runde", 2, "Hver linje er en sak"),
        ("sak", 3, "Under «Hvorfor ikke …?»"),
        ("oppgaver", 4, "Lista er tom til noe er avgjort"),
    ],
)
def test_each_stop_says_where_one_is_and_what_to_look_at(
    hand_made: HandMade, page: str, place: int, said: str
) -> None:
    read = text(on_tour(hand_made, after_round(hand_made), page))
    assert f"Omvisning, stopp {place} av 4" in read
    assert said in read


def test_the_first_stop_has_no_way_back_and_the_last_no_way_on(hand_made: HandMade) -> None:
    session = after_round(hand_made)
    assert list(ways(on_tour(hand_made, session, "datagrunnlag"))) == [
        "Neste stopp",
        "Avslutt omvisningen",
    ]
    assert list(ways(on_tour(hand_made, session, "oppgaver"))) == [
        "Forrige stopp",
        "Ferdig: gå til oversikten",
    ]


def test_a_round_must_be_run_before_the_way_on_from_it_is_open(hand_made: HandMade) -> None:
    before = on_tour(hand_made, before_round(hand_made), "runde")
    assert "Trykk «Kjør runden»" in text(before)
    assert ways(before)["Neste stopp"] is False
    assert ways(on_tour(hand_made, after_round(hand_made), "runde"))["Neste stopp"] is True


def test_no_other_page_and_nobody_who_hasnt_begun_sees_it(hand_made: HandMade) -> None:
    session = after_round(hand_made)
    assert not on_tour(hand_made, session, "regler").button
    assert not on_tour(hand_made, session, "runde", address="").button


def test_it_goes_on_through_a_link_that_doesnt_hold_it(hand_made: HandMade) -> None:
    app = on_tour(hand_made, after_round(hand_made), "runde")
    app.query_params.clear()
    assert "Omvisning, stopp 2 av 4" in text(app.run())


@pytest.mark.parametrize("language", Language)
def test_it_is_told_in_each_language_with_the_buttons_called_what_they_are_called(
    hand_made: HandMade, language: Language
) -> None:
    app = AppTest.from_function(_render, args=(hand_made, "runde"), default_timeout=30)
    app.session_state["session"] = before_round(hand_made)
    app.session_state["preferences"] = Preferences(language=language)
    app.query_params["omvisning"] = "ja"
    assert catalogue(language)["round.run"] in text(app.run())


def test_it_is_offered_where_nothing_is_read_yet_and_reads_the_sample(hand_made: HandMade) -> None:
    app = shown("data", hand_made)
    assert "Ta en omvisning på to minutter" in text(app)
    assert "Ta en omvisning på to minutter" in text(shown("overview", hand_made))
    assert "Ta en omvisning på to minutter" not in text(
        shown("data", hand_made, before_round(hand_made))
    )


def test_whoever_has_no_round_to_run_isnt_offered_it(hand_made: HandMade) -> None:
    reader = Actor(person="lise", name="Lise Moe", roles=frozenset({AccessRole.LESER}))
    assert "omvisning" not in text(shown("settings", hand_made.acting_as(reader)))


def test_data_in_hand_stay_and_the_tour_says_so(hand_made: HandMade) -> None:
    read = text(on_tour(hand_made, before_round(hand_made), "datagrunnlag"))
    assert "Omvisningen bruker det du har hentet" in read


def test_where_nothing_is_in_hand_the_small_sample_is_read(
    hand_made: HandMade, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AppTest.from_file(Path(__file__).parents[2] / "app.py", default_timeout=30)
    monkeypatch.setenv("MATCHER_DATABASE_URL", hand_made.database_url)
    app.run()
    next(b for b in app.button if b.label == "Ta en omvisning på to minutter").click()
    read = text(app.run())
    assert "Omvisning, stopp 1 av 4" in read
    assert "oppdiktet eksempel er hentet" in read
    assert "liten.xlsx" in read
