"""What KE asks on the page of a case, answered by real rounds."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.plan import CasePlan
from matcher.domain.vocabulary import Role
from matcher.explain.firmness import equally_good, firmness
from matcher.explain.trials import Way
from matcher.explain.what_would_change import WhatWouldChange
from matcher.profiles.load import load, text_of
from matcher.sample import generate
from matcher.services import Apart, RoundRequest, Services
from matcher.ui.asked import Asked
from matcher.ui.state import Run, Session
from tests.ui.pages import parts, press, shown, text, until_done

ON = date(2026, 11, 23)


@cache
def run(slack: float = 1.1) -> Run:
    """A round of ten cases; ``slack`` below one leaves some of them without anybody."""
    roster = generate(municipality="farsund", cases=10, coordinators=6, seed=5, on=ON, slack=slack)
    profile = load("farsund")
    plan = Services().run_round(RoundRequest(roster, profile))
    return Run(plan, roster, profile, "eksempel.xlsx", text_of("farsund"))


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return Services(database_url=f"sqlite:///{tmp_path / 'base.db'}")


def opened(services: Services, told: CasePlan, slack: float = 1.1) -> AppTest:
    session = Session(profile=run(slack).profile, on=ON, run=run(slack))
    return shown("case", services, session, sak=told.case)


def placed() -> CasePlan:
    cases = run().plan.cases
    return next(c for c in cases if c.coordinator and len(c.suggestions) > 1 and c.refused)


def unplaced() -> CasePlan:
    return next(
        c
        for c in run(0.5).plan.cases
        if c.coordinator is None and c.entitlement.role is not Role.NONE
    )


def asked_of(app: AppTest) -> Asked:
    """What has been asked of the round on the page."""
    kept: Asked = app.session_state["asked"]
    return kept


def answer_in(app: AppTest) -> str:
    """The answer to *why not*, without what else stands on the page."""
    [told] = [e.proto.body for e in parts(app, "html") if "kan ha saken, men" in e.proto.body]
    return str(told)


def ask_why_not(app: AppTest, coordinator: str) -> AppTest:
    chooser = next(box for box in app.selectbox if box.label == "Hvorfor ikke …?")
    return chooser.select(coordinator).run()


def test_why_not_one_who_may_have_the_case_is_answered_with_cost_and_comparison(
    services: Services,
) -> None:
    other = placed().suggestions[1].coordinator
    read = text(ask_why_not(opened(services, placed()), other))
    name = run().roster.called(other)
    assert f"Hvorfor ikke {name}?" in read
    assert f"{name} kan ha saken" in read or f"{name} er like godt" in read
    assert "(nøyaktig)" in read
    assert f"Hva må til for at {name} skal bli foreslått?" in read


def test_why_not_one_whom_a_rule_stops_names_rule_fact_and_source(services: Services) -> None:
    refusal = placed().refused[0]
    read = text(ask_why_not(opened(services, placed()), refusal.coordinator))
    for said in (refusal.rules[0].title, refusal.rules[0].because, refusal.rules[0].source):
        assert said in read


def test_who_else_moves_is_a_picture_that_is_told_in_words_and_a_table(services: Services) -> None:
    other = next(s for s in placed().suggestions if s.consequence.moved)
    app = ask_why_not(opened(services, placed()), other.coordinator)
    assert "Hvem som flyttes, og hvor" in text(app)
    [picture] = [e.proto.body for e in parts(app, "html") if "km-chain" in e.proto.body]
    [table] = [e.proto.body for e in parts(app, "html") if ">Fra</th>" in e.proto.body]
    for case in (placed().case, *(move.case for move in other.consequence.moved)):
        assert case in picture.split('aria-label="')[1].split('"')[0]
        assert case in table


def test_a_criterion_that_is_known_of_neither_is_not_in_the_table(services: Services) -> None:
    other = placed().suggestions[1].coordinator
    app = ask_why_not(opened(services, placed()), other)
    [table] = [e.proto.body for e in parts(app, "html") if "ved siden av" in e.proto.body]
    both = (each.criteria for each in placed().suggestions[:2])
    silent = [a.title for a, b in zip(*both, strict=True) if a.score is None and b.score is None]
    assert silent
    for title in silent:
        assert title not in table


def test_what_must_change_is_tried_on_asking_and_kept(services: Services) -> None:
    other = placed().suggestions[1].coordinator
    app = ask_why_not(opened(services, placed()), other)
    assert "Prøvd i" not in text(app)
    app = until_done(press(app, "Prøv hva som må til"))
    assert "Prøvd i" in text(app) or "Ingen av endringene" in text(app)
    assert "Prøvd i" in text(app.run()) or "Ingen av endringene" in text(app.run())


def test_what_was_found_is_kept_when_it_is_stopped_and_can_be_asked_for_again(
    services: Services,
) -> None:
    other = placed().suggestions[1].coordinator
    app = ask_why_not(opened(services, placed()), other)
    way = Way(changes=(), is_least=True, moved=(), says="Hvis ønsket tas bort.")
    found = WhatWouldChange(
        case=placed().case,
        coordinator=other,
        ways=(way,),
        rounds_run=7,
        ran_out=True,
        says="Det ble stanset før alt var prøvd.",
    )
    [*_, name] = [b.key for b in app.button if b.key and b.label == "Prøv hva som må til"]
    asked_of(app).going_on[name.removeprefix("ask-")] = Apart(so_far=found)
    read = text(press(app.run(), "Stopp"))
    assert way.says in read
    assert found.says in read
    assert "Prøv hva som må til" in read


def test_what_is_stopped_before_anything_is_found_leaves_only_the_question(
    services: Services,
) -> None:
    app = ask_why_not(opened(services, placed()), placed().suggestions[1].coordinator)
    before = text(app)
    [*_, name] = [b.key for b in app.button if b.key and b.label == "Prøv hva som må til"]
    asked_of(app).going_on[name.removeprefix("ask-")] = Apart()
    assert text(press(app.run(), "Stopp")) == before


def test_a_large_round_is_worked_out_exactly_on_asking(services: Services) -> None:
    other = next(s for s in placed().suggestions[1:] if any(s.consequence.loss))
    with patch("matcher.optimizer.consequence._MANY", -1):
        app = ask_why_not(opened(services, placed()), other.coordinator)
        assert "(høyst så mye)" in answer_in(app)
        assert "tapet er høyst så stort" in text(app)
        app = until_done(press(app, "Regn ut nøyaktig"))
    assert "(høyst så mye)" not in answer_in(app)
    assert "(nøyaktig)" in answer_in(app)
    assert "Regn ut nøyaktig" not in text(app)


def test_why_nobody_and_what_would_place_the_case(services: Services) -> None:
    app = opened(services, unplaced(), slack=0.5)
    read = text(app)
    assert "Hvorfor ingen?" in read
    assert unplaced().unplaced_because[0].message in read
    read = text(until_done(press(app, "Prøv hva som må til")))
    assert "Prøvd i" in read or "Ingen av endringene" in read


def test_firmness_that_was_asked_for_is_shown_for_each_case(services: Services) -> None:
    app = opened(services, placed())
    assert "Vis hvor sikre forslagene er" in text(app)
    answered = asked_of(app)
    told = firmness(answered.round, equally_good(run().plan), draws=5)
    answered.answers["firmness",] = told
    assert next(row for row in told if row.case == placed().case).says in text(app.run())
    other = next(row for row in told if row.case != placed().case)
    app.query_params["sak"] = other.case
    assert other.says in text(app.run())


def test_the_letter_can_be_read_in_each_language_and_taken_away(services: Services) -> None:
    app = opened(services, placed())
    read = text(app)
    assert "Forslag til" in read
    assert [button.label for button in parts(app, "download_button")] == ["Last ned brevet (PDF)"]


def test_a_letter_to_nobody_is_told_instead_of_shown(services: Services) -> None:
    app = opened(services, unplaced(), slack=0.5)
    assert "Vi har ikke noen å foreslå" in text(app)
    kinds = next(each for each in app.segmented_control if each.label == "Brev til")
    read = text(kinds.set_value("koordinator").run())
    assert "det er ingen å skrive til" in read
