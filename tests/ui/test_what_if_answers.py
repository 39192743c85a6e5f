"""What the page shows of answers: saved with the round, side by side, and month by month."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.wording import sentence
from matcher.scenarios.changes import Hours, Leaves
from matcher.scenarios.outcome import Outcome
from matcher.services import Horizon, Scenario, Services, Where
from matcher.ui.state import Run, Session
from matcher.ui.what_if_state import Building
from tests.services.made_rounds import kept_round
from tests.storage.made import ANNE
from tests.ui.pages import press, shown, text

HERE = Where(workers=1)
OLA_LEAVES = Scenario(title="Ola slutter", changes=(Leaves(coordinator="K-2"),))
KARI_HAS_MORE = Scenario(
    title="Mer tid til Kari", changes=(Hours(coordinator="K-1", more_hours_per_month=5),)
)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    services = Services(database_url=f"sqlite:///{tmp_path / 'base.db'}")
    services.store.save_person(ANNE, who="anne")
    return services


@pytest.fixture
def session(services: Services) -> Session:
    """Anne's kept round of two cases."""
    run = Run.of(kept_round(services))
    return Session(profile=run.profile, on=run.roster.on, run=run)


def page(services: Services, session: Session) -> AppTest:
    return shown("what_if", services, session, who=ANNE)


def built_on(app: AppTest) -> Building:
    return cast("Building", app.session_state["what_if"])


def called(session: Session, coordinator: str) -> str:
    assert session.run is not None
    return session.run.roster.called(coordinator)


def base_of(services: Services, session: Session) -> Outcome:
    assert session.run is not None
    opened = session.run.opened
    return services.base_of(services.resume(services.request_of(opened), opened.plan))


def with_answer(services: Services, session: Session) -> AppTest:
    """The page where it has just been tried that Ola leaves."""
    app = page(services, session)
    built = built_on(app)
    built.take(OLA_LEAVES)
    built.given["what_if"] = (OLA_LEAVES,)
    built.answers["what_if"] = services.what_if(base_of(services, session), OLA_LEAVES)
    return app.run()


def test_what_is_saved_with_a_round_is_there_when_it_is_opened_again(
    services: Services, session: Session
) -> None:
    app = press(with_answer(services, session), "Lagre med runde 1")
    assert "Lagret med runde 1." in text(app)

    later = page(services, session)
    read = text(later)
    assert "Ett scenario er lagret med runde 1" in read
    assert "Lagret av Anne Lie" in read
    told, _ = services.what_if(base_of(services, session), OLA_LEAVES)
    assert told.says[0] in read
    opened = press(later, "Åpne scenarioet")
    assert built_on(opened).scenario == OLA_LEAVES
    assert "slutter." in text(opened)
    gone = press(opened, "Ta bort")
    assert "er lagret med runde 1" not in text(gone)
    assert services.saved_scenarios(1, who="anne") == ()


def test_without_a_kept_round_it_is_said_what_saving_takes(
    services: Services, session: Session
) -> None:
    assert session.run is not None
    opened = session.run.opened
    run = Run(opened.plan, opened.roster, opened.profile, "liste.xlsx", opened.profile_text)
    session.run = run
    assert "kan lagres når runden er lagret" in text(with_answer(services, session))


def test_scenarios_are_listed_taken_off_and_shown_side_by_side(
    services: Services, session: Session
) -> None:
    app = page(services, session)
    built_on(app).take(OLA_LEAVES)
    app = press(app.run(), "Ta med «Ola slutter»")
    built = built_on(app)
    assert built.listed == [OLA_LEAVES]
    built.put_beside(OLA_LEAVES)
    built.put_beside(KARI_HAS_MORE)
    assert built.listed == [OLA_LEAVES, KARI_HAS_MORE]
    listed = tuple(built.listed)
    built.given["sweep"] = (listed,)
    built.answers["sweep"] = services.sweep(base_of(services, session), listed, where=HERE)
    read = text(app.run())
    assert (
        read.index("I dag</th>")
        < read.index("Ola slutter</th>")
        < read.index("Mer tid til Kari</th>")
    )
    assert "Endringene er andre" not in read
    del built.listed[0]
    assert "Endringene er andre" in text(app.run())


def test_an_absence_is_shown_with_both_choices_side_by_side(
    services: Services, session: Session
) -> None:
    app = page(services, session)
    rows = services.each_absence(base_of(services, session), may_shift=True, where=HERE)
    built_on(app).answers["each_absence"] = rows
    app = app.run()
    hardest = next(row for row in rows if row.cases)
    assert f"Vanskeligst å unnvære er {called(session, hardest.coordinator)}." in text(app)
    whose = next(box for box in app.selectbox if box.label.startswith("Hvem står inn"))
    whose.set_value(whose.options[0])
    read = text(app.run())
    assert "Ny koordinator i planen</th>" in read
    assert "Når planen kan flytte seg</th>" in read
    shifted = hardest.may_shift
    assert shifted is not None
    moves = shifted.others_moved
    assert ("Ingen andre familier må bytte" in read) == (not moves)


def test_where_nothing_else_was_asked_no_column_stands_empty(
    services: Services, session: Session
) -> None:
    app = page(services, session)
    rows = services.each_absence(base_of(services, session), where=HERE)
    built_on(app).answers["each_absence"] = rows
    assert "når planen kan flytte seg</th>" not in text(app.run())


def test_what_hours_are_worth_is_a_row_a_place_those_that_gain_most_first(
    services: Services, session: Session
) -> None:
    app = page(services, session)
    rows = services.worth_of_hours(base_of(services, session), where=HERE)
    built_on(app).answers["worth_of_hours"] = rows
    read = text(app.run())
    for hours in ("1 time mer</th>", "5 timer mer</th>", "20 timer mer</th>"):
        assert hours in read
    most = [row for row in rows if row.hours == 20]
    best = max(most, key=lambda row: tuple(row.gain.values()))
    assert best.says in read
    table = read[read.index("20 timer mer</th>") :]
    gains = {row.group: tuple(row.gain.values()) for row in most if not row.is_unit}
    places = sorted(gains, key=lambda group: table.index(f"{sentence(group)}</th>"))
    assert [gains[place] for place in places] == sorted(gains.values(), reverse=True)


def test_every_month_ahead_is_told_in_the_table_beside_the_band(
    services: Services, session: Session
) -> None:
    app = page(services, session)
    horizon = Horizon(months=2, draws=3, arrivals_per_month=1)
    months = services.over_time(base_of(services, session), horizon, where=HERE)
    built_on(app).answers["over_time"] = months
    read = text(app.run())
    for month in months:
        assert f"{month.month:%m.%Y}" in read
