"""No page offers what it would refuse: each role opens each page and presses each button."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from matcher.domain.actor import GIVEN_ROLES, AccessRole, Actor
from matcher.domain.person import Person
from matcher.domain.sight import Sight, SightOf
from matcher.services import NotAllowed, Services
from matcher.ui import places
from matcher.ui.state import Session
from tests.security.every_page import PAGES, unmade_tabs
from tests.security.office import OTHERS, OWN, THEIR_WORDS, UNIT, Office, an_office
from tests.ui.pages import parts, shown, text

ALL = Sight(of=SightOf.ALL)
LISE = Person(id="lise", name="Lise")
LOOKERS = [(role, ALL) for role in GIVEN_ROLES] + [
    (role, UNIT) for role in GIVEN_ROLES if role not in ("ke-ansvarlig", "administrator")
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(tmp_path_factory.mktemp("pages")) as office:
        yield office


def as_one(office: Office, role: AccessRole, *sights: Sight) -> Services:
    return office.whole.acting_as(
        Actor(person="lise", name="Lise", roles=frozenset({role}), sights=frozenset(sights))
    )


def opened(office: Office, services: Services, page: str, tab: str = "") -> AppTest:
    """The page as somebody finds it who has the newest round in hand, if they may."""
    session = Session(profile=services.profiles()[0], on=date(2026, 11, 23))
    if services.may("open_kept_round") and office.round.id is not None:
        session.open(services.open_kept_round(office.round.id, who=LISE.id))
    return shown(page, services, session, LISE, fane=tab)


def enabled(app: AppTest) -> list[Button]:
    """The buttons that can be pressed."""
    return [button for button in app.button if not button.disabled]


def pairs() -> list[tuple[AccessRole, Sight, str]]:
    """Everybody with every page that is in their list."""
    found: list[tuple[AccessRole, Sight, str]] = []
    for role, sight in LOOKERS:
        somebody = Actor(person="x", name="X", roles=frozenset({role}), sights=frozenset({sight}))
        services = Services().acting_as(somebody)
        found += [(role, sight, page) for page, place in PAGES.items() if place.is_for(services)]
    return found


def test_every_page_is_tried() -> None:
    assert set(PAGES.values()) == set(places.PLACES)
    assert {page for _, _, page in pairs()} == set(PAGES)


@pytest.mark.soak
@pytest.mark.parametrize(("role", "sight", "page"), pairs(), ids=str)
def test_no_button_of_a_listed_page_is_refused(
    office: Office, role: AccessRole, sight: Sight, page: str
) -> None:
    services = as_one(office, role, sight)
    for tab in ["", *unmade_tabs(opened(office, services, page))]:
        app = opened(office, services, page, tab)
        assert list(app.exception) == []
        for number, name in enumerate([button.label for button in enabled(app)]):
            pressed = opened(office, services, page, tab)
            for button in enabled(pressed)[number : number + 1]:  # an earlier press may take it
                button.click().run()
            assert list(pressed.exception) == [], (tab, name)


@pytest.mark.parametrize(
    "page", [page for role, sight, page in pairs() if (role, sight) == ("leser", ALL)]
)
def test_a_reader_opens_every_listed_page_without_a_refusal(office: Office, page: str) -> None:
    """Whoever has the fewest rights; the others are tried with every button, at leisure."""
    assert list(opened(office, as_one(office, AccessRole.LESER, ALL), page).exception) == []


@pytest.mark.parametrize("page", ["overview", "round", "case", "tasks", "history"])
def test_a_page_shows_nothing_of_anothers_case(office: Office, page: str) -> None:
    app = opened(office, as_one(office, AccessRole.SAKSBEHANDLER, UNIT), page)
    options = [str(box.options) for box in app.selectbox]
    seen = "\n".join([text(app), *options, *(str(p.proto) for p in parts(app, "page_link"))])
    assert OWN in seen
    assert list(app.exception) == []
    assert OTHERS not in seen
    assert THEIR_WORDS not in seen


@pytest.mark.parametrize("page", ["overview", "round", "case"])
def test_without_any_sight_the_page_says_so_and_is_whole(office: Office, page: str) -> None:
    app = opened(office, as_one(office, AccessRole.LESER), page)
    assert list(app.exception) == []
    assert OWN not in text(app)


def test_a_reader_finds_no_button_that_changes_a_case(office: Office) -> None:
    app = opened(office, as_one(office, AccessRole.LESER, ALL), "case")
    assert {button.label for button in app.button} <= {
        "Forrige sak",
        "Neste sak",
        "Vis hvor sikre forslagene er",
    }


def test_the_administrator_is_shown_no_page_of_cases(office: Office) -> None:
    services = as_one(office, AccessRole.ADMINISTRATOR, ALL)
    listed = {place for place in places.PLACES if place.is_for(services)}
    assert listed == {places.RULES, places.ACCOUNTS, places.SETTINGS}
    assert places.first_place(services) in listed
    with pytest.raises(NotAllowed):
        services.open_kept_round(office.round.id or 0, who="lise")
