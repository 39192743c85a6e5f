"""An unplaced case is an answer: struck out by which rule, and who lacks which hours."""

from matcher.domain.vocabulary import Role
from matcher.profiles.load import load
from matcher.services import RoundRequest, Services
from tests.explain.rounds import roster

FARSUND = load("farsund")


def test_where_nobody_has_hours_each_case_says_so_and_the_round_is_no_error() -> None:
    before = roster()
    none_left = tuple(
        c.model_copy(update={"agreed_hours_per_month": 0.0}) for c in before.coordinators
    )
    free = tuple(case.model_copy(update={"current_coordinator": None}) for case in before.cases)
    empty = before.model_copy(update={"coordinators": none_left, "cases": free})
    told = Services().run_round(RoundRequest(empty, FARSUND))
    owed = [case for case in told.cases if case.entitlement.role is not Role.NONE]
    assert owed
    for case in owed:
        assert case.coordinator is None
        assert case.unplaced_because
        hours = [r for r in case.refused if any(rule.id == "avtalte_timer" for rule in r.rules)]
        assert hours or case.refused


def test_rules_that_strike_out_are_counted_with_their_source() -> None:
    before = roster()
    nobody = before.model_copy(update={"coordinators": before.coordinators[:1]})
    free = tuple(
        case.model_copy(
            update={"current_coordinator": None, "services": (), "relations": (), "wishes": ()}
        )
        for case in nobody.cases
    )
    alone = nobody.model_copy(
        update={
            "cases": free,
            "coordinators": (nobody.coordinators[0].model_copy(update={"employed_to": before.on}),),
        }
    )
    told = Services().run_round(RoundRequest(alone, FARSUND))
    because = [f for case in told.cases for f in case.unplaced_because]
    struck = [f for f in because if f.code == "ansatt_og_til_stede"]
    assert struck == [] or all("1 av 1" in f.message and f.source for f in struck)
