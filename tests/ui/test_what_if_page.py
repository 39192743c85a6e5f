"""Hva hvis: built by choosing, tried apart, and told people first; nothing without a round."""

from __future__ import annotations

import time
from functools import cache

from streamlit.testing.v1 import AppTest

from matcher.scenarios.changes import KINDS, Leaves
from matcher.services import Apart, Scenario, Services, WentWrong, Where
from matcher.services.apart import STOPPED
from matcher.ui.state import Run, Session
from matcher.ui.what_if_facts import ASKED
from matcher.ui.what_if_state import WORK, Building
from tests.explain.rounds import plan, roster
from tests.ui.pages import press, shown, text, until_done

SERVICES = Services()


@cache
def run() -> Run:
    profile = SERVICES.profile("farsund")
    return Run(plan(), roster(), profile, "eksempel.xlsx", SERVICES.profile_text("farsund"))


def session() -> Session:
    return Session(profile=run().profile, on=roster().on, run=run())


def busiest() -> str:
    chosen = [case.coordinator for case in plan().cases if case.coordinator]
    return max(sorted(set(chosen)), key=chosen.count)


def with_somebody_gone() -> AppTest:
    app = shown("what_if", SERVICES, session())
    choose = next(box for box in app.selectbox if box.label == "Koordinator")
    choose.set_value(busiest())
    return press(app.run(), "Legg til")


def test_without_a_round_the_page_says_what_to_do_first() -> None:
    read = text(shown("what_if", SERVICES))
    assert "Det er ikke kjørt noen runde ennå" in read
    assert "Gå til runden" in read


def test_every_kind_of_change_can_be_chosen() -> None:
    assert set(ASKED) == set(KINDS)
    app = shown("what_if", SERVICES, session())
    for kind in KINDS:
        box = next(box for box in app.selectbox if box.label == "Hva skal endres?")
        box.set_value(kind)
        assert not app.run().exception, kind


def test_a_change_is_told_in_words_and_can_be_taken_away() -> None:
    app = with_somebody_gone()
    name = roster().called(busiest())
    assert f"{name} slutter." in text(app)
    assert "Ingen endringer ennå." in text(press(app, "Fjern"))


def test_a_scenario_is_tried_apart_and_told_people_first() -> None:
    app = until_done(press(with_somebody_gone(), "Prøv endringene"))
    read = text(app)
    base = SERVICES.base_of(SERVICES.resume(SERVICES.request_of(run().opened), plan()))
    scenario = Scenario(title="-", changes=(Leaves(coordinator=busiest()),))
    told, _ = SERVICES.what_if(base, scenario)
    assert told.touched
    for row in told.touched:
        assert row.case in read
    assert "mister koordinatoren" in read
    assert "Grupper på under fem saker vises ikke" in read
    assert read.index("Saker som berøres") < read.index("Grupper på under fem")
    changed = press(app, "Fjern")
    assert "Endringene er andre enn da dette ble regnet ut" in text(changed)


def test_each_absence_is_tried_apart_the_hardest_first() -> None:
    app = until_done(press(shown("what_if", SERVICES, session()), "Prøv hvert fravær"))
    read = text(app)
    base = SERVICES.base_of(SERVICES.resume(SERVICES.request_of(run().opened), plan()))
    rows = [row for row in SERVICES.each_absence(base, where=Where(workers=1)) if row.cases]
    places = [read.index(roster().called(row.coordinator)) for row in rows]
    assert places == sorted(places)


def test_what_ended_in_a_fault_is_told_and_can_be_tried_again() -> None:
    app = with_somebody_gone()
    built: Building = app.session_state["what_if"]
    built.going_on[WORK] = Apart(fault=WentWrong("Stopped", STOPPED), is_over=True)
    read = text(app.run())
    assert STOPPED in read
    assert "Prøv endringene" in read
    again = until_done(press(app, "Prøv endringene"))
    assert STOPPED not in text(again)
    assert "Saker som berøres" in text(again)


def test_work_apart_ends_at_once_when_it_is_stopped() -> None:
    """Were it waited for, it would first start a process and read a round."""
    base = SERVICES.base_of(SERVICES.resume(SERVICES.request_of(run().opened), plan()))
    work = Apart.begin(SERVICES, "what_if", base, Scenario(title="-"))
    work.cancel()
    assert work.is_over
    assert work.answer is None


def test_a_fault_in_work_apart_comes_back() -> None:
    base = SERVICES.base_of(SERVICES.resume(SERVICES.request_of(run().opened), plan()))
    wrong = Scenario(title="-", changes=(Leaves(coordinator="K-99x"),))
    work = Apart.begin(SERVICES, "what_if", base, wrong)
    while not work.is_over:
        time.sleep(0.1)
    assert work.fault is not None
    assert work.fault.kind == "ScenarioError"
    assert "K-99x" in work.fault.message
