"""What has changed since the round was run is told by its name."""

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.roster import Roster
from matcher.exchange.imported import Imported
from matcher.ui.outdated import changed_since, newest
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade, roster
from tests.ui.pages import after_round


@pytest.fixture
def session(hand_made: HandMade) -> Session:
    return after_round(hand_made)


def test_nothing_has_changed_at_first(hand_made: HandMade, session: Session) -> None:
    assert changed_since(hand_made, session) == []


def test_other_data(hand_made: HandMade, session: Session) -> None:
    known = roster()
    fewer = Roster.of(known.on, known.cases[1:], known.coordinators, known.units)
    session.imported = Imported(fewer, (), 0, None)
    assert changed_since(hand_made, session) == ["Dataene er endret siden runden ble kjørt."]


def test_another_day(hand_made: HandMade, session: Session) -> None:
    session.imported = Imported(roster(date(2026, 12, 1)), (), 0, None)
    (told,) = changed_since(hand_made, session)
    assert told.startswith("Rundedatoen er en annen")


def test_another_municipality(hand_made: HandMade, session: Session) -> None:
    session.profile = hand_made.profile("lyngdal")
    (told,) = changed_since(hand_made, session)
    assert told.startswith("Det er valgt en annen kommuneprofil")


def test_weights_that_somebody_saved_since_the_page_was_opened(
    hand_made: HandMade, session: Session
) -> None:
    """The round was run with other weights than the profile's file has today."""
    run = session.run
    assert run is not None
    heavier = {**run.profile.criteria.onske.model_dump(), "weight": 1}
    onske = type(run.profile.criteria.onske).model_validate(heavier)
    criteria = run.profile.criteria.model_copy(update={"onske": onske})
    before = run.profile.model_copy(update={"criteria": criteria})
    session.profile, session.run = before, replace(run, profile=before, profile_text="før")
    (told,) = changed_since(hand_made, session)
    assert told.startswith("Regler eller vekter i kommuneprofilen er endret")
    assert newest(hand_made, before, session.run) == run.profile
