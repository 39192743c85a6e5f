"""Statements that are done by something a round or a decision keeps, and by no single line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.case import Case
from matcher.domain.decision import ChangeBecause, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from matcher.domain.person import Person
from matcher.domain.roster import Roster
from matcher.profiles.load import load
from matcher.services import RoundRequest, Services
from tests.worked_cases.worked_case import roster_of

ON = date(2026, 11, 23)


def kept(decision: Decision, folder: Path) -> Decision:
    """A decision as it is read from the database."""
    store = Services(database_url=f"sqlite:///{folder / 'prøve.db'}").store
    store.save_person(Person(id="anne", name="Anne Berg"), who="anne")
    store.save_roster(Roster.of(ON, [Case(id=decision.case)]), who="anne")
    store.decide(decision, seen=0, who="anne")
    (read,) = store.decisions_of(decision.case, who="anne")
    return read.decision


def test_the_childs_best_goes_before_an_even_load() -> None:
    """S083: how well each family is served is settled before how even the load is."""
    roster = roster_of("farsund/timer-og-koe", "farsund")
    plan = Services().run_round(RoundRequest(roster, load("farsund")))
    goals = [goal.id for goal in plan.round.goals]
    assert goals[-1] == "even_load"
    assert goals.index("no_gap") == 0
    assert goals.index("poor_fit_20") < goals.index("total_fit") < goals.index("even_load")


def test_what_the_acting_coordinator_recommends_is_kept_with_the_decision(tmp_path: Path) -> None:
    """S099."""
    work = Groundwork(outgoing_recommends="Siri kjenner skolen.")
    decision = Decision(case="S-1", outcome=Outcome.ANOTHER, coordinator="K-2", groundwork=work)
    assert kept(decision, tmp_path).groundwork.outgoing_recommends == "Siri kjenner skolen."


@pytest.mark.parametrize("why", ChangeBecause)
def test_why_a_case_changes_coordinator_is_kept_with_the_decision(
    why: ChangeBecause, tmp_path: Path
) -> None:
    """S139: another need, a transition in life, or another job."""
    decision = Decision(case="S-1", outcome=Outcome.ANOTHER, coordinator="K-2", change_because=why)
    assert kept(decision, tmp_path).change_because is why
    assert {"behovet er endret", "livsovergang"} < {str(one) for one in ChangeBecause}


def test_an_ansvarsgruppe_is_not_set_up_before_consent() -> None:
    """S144: the consent comes first, and its day is noted."""
    with pytest.raises(ValueError, match="S144"):
        Ansvarsgruppe(case="S-1", established_on=ON)
    with pytest.raises(ValueError, match="S144"):
        Ansvarsgruppe(case="S-1", established_on=ON, consent_on=date(2026, 11, 24))
    assert Ansvarsgruppe(case="S-1", established_on=ON, consent_on=ON)
