"""Nothing that locates a blocked address comes out of any service: every one of them is asked.

A service that is new, fails here until it is asked too (every_service.py).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from matcher.domain.person import Person
from matcher.services.rights import SEES_CASES, TABLE, Within
from matcher.ui.state import Session, Source
from tests.security.canaries import AREA, ON, OTHER_AREA, TONGUE, UNIT, WORDS, found_in, text_of
from tests.security.every_page import PAGES, given, unmade_tabs
from tests.security.every_service import ASIDE, ASKED, IN_THE_DATA
from tests.security.stage import HIDDEN, Stage, a_stage
from tests.ui.pages import shown

ANNE = Person(id="anne", name="Anne")
PLACES = (AREA, OTHER_AREA, WORDS)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with a_stage(tmp_path_factory.mktemp("every_output")) as stage:
        yield stage


def test_every_service_that_tells_of_cases_is_asked() -> None:
    of_cases = {
        right.service
        for right in TABLE
        if right.within is not Within.NO_CASE and (right.roles & SEES_CASES or not right.roles)
    }
    assert ASKED.keys() | ASIDE.keys() == of_cases
    assert not ASKED.keys() & ASIDE.keys()


def test_what_is_looked_for_is_found_where_it_stands(stage: Stage) -> None:
    """In the file itself as it was read in, and an employee's unit in what hands on the data."""
    rows = text_of(stage.services.editable_file(stage.file.read_bytes()))
    assert {word for _, word in found_in(iter([("", rows)]), *PLACES, TONGUE)} == {*PLACES, TONGUE}
    assert UNIT in text_of(stage.round)


def test_no_service_tells_where_somebody_is(stage: Stage) -> None:
    """All in one test, in their order: what changes something comes after what tells of it."""
    told = []
    for service, ask in ASKED.items():
        marked = [*PLACES] if service in IN_THE_DATA else [*PLACES, UNIT, TONGUE]
        told += found_in(iter([(service, text_of(ask(stage)))]), *marked)
    assert told == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_tells_where_somebody_is(stage: Stage, page: str) -> None:
    """Each of its tabs, with the file that was read in and the round in hand."""
    marked = [*PLACES] if page == "data" else [*PLACES, UNIT]
    session = Session(profile=stage.round.profile, on=ON)
    session.open(stage.round)
    session.imported, session.source = stage.imported, Source("inn.xlsx", stage.file.read_bytes())
    first = shown(page, stage.services, session, ANNE, sak=HIDDEN)
    for tab in unmade_tabs(first):
        app = shown(page, stage.services, session, ANNE, sak=HIDDEN, fane=tab)
        assert list(app.exception) == []
        assert found_in(iter([(f"{page} {tab}", given(app))]), *marked) == []
    assert found_in(iter([(page, given(first))]), *marked) == []


def test_the_whole_history_and_the_database_hold_no_place(stage: Stage) -> None:
    """Last, when everything above has been asked and written."""
    lines = [
        (f"historikk {n}", str(line)) for n, line in enumerate(stage.services.history(who="anne"))
    ]
    base = stage.file.parent / "base.db"
    files = [
        (path.name, path.read_bytes().decode("utf-8", "replace"))
        for path in base.parent.glob("base.db*")
    ]
    assert lines
    assert found_in(iter([*lines, *files]), *PLACES) == []
