from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.ui.places import DATA, PLACES, first_place, listed
from tests.ui.hand_made import HandMade
from tests.ui.pages import text

APP = Path(__file__).parents[2] / "app.py"


def test_the_front_door_opens_on_the_data_with_the_demo_banner_and_the_status() -> None:
    app = AppTest.from_file(APP, default_timeout=30).run()
    read = text(app)
    assert "Datagrunnlag" in read
    assert "bruk ikke ekte data" in read
    assert "Ikke kjørt ennå" in read


def test_every_place_has_an_address_of_its_own() -> None:
    addresses = [place.url_path for place in PLACES]
    assert len(set(addresses)) == len(addresses)
    assert all(addresses)


def test_the_pages_open_on_the_data_until_there_is_a_round(hand_made: HandMade) -> None:
    assert first_place(hand_made) == DATA


def test_a_place_without_a_page_is_noticed_at_the_door(hand_made: HandMade) -> None:
    with pytest.raises(KeyError):
        listed({DATA: lambda services: None}, hand_made)
