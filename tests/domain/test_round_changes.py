"""What changed from one round to the next: people first, then goals."""

from __future__ import annotations

from matcher.domain.choice import Choice
from matcher.domain.plan import CasePlan, Entitlement, GoalResult, Plan, RoundFacts, Status
from matcher.domain.round_changes import FamilyHappening, changes_between
from matcher.domain.vocabulary import Role
from tests.storage.made import ON


def plan(given: dict[str, str | None], goals: dict[str, float], **facts: object) -> Plan:
    """A plan that gives these cases these coordinators, and reaches these goals so far."""
    round_ = {
        "municipality": "Farsund",
        "profile": "farsund",
        "date": ON,
        "status": Status.OPTIMAL,
        "seed": 0,
        "input_sha256": "a",
        "profile_sha256": "b",
        "versions": {},
        "goals": [
            GoalResult(id=id_, title=id_, unit="saker", value=value, bound=value, optimal=True)
            for id_, value in goals.items()
        ],
    }
    return Plan(
        round=RoundFacts.model_validate(round_ | facts),
        cases=tuple(_told(case, who) for case, who in given.items()),
        findings=(),
    )


def _told(case: str, who: str | None) -> CasePlan:
    return CasePlan(
        case=case,
        entitlement=Entitlement(role=Role.KOORDINATOR, because=()),
        coordinator=who,
        kept=False,
        stand_in=None,
        workload_hours_per_month=1,
        workload_is_estimate=False,
        suggestions=(),
        refused=(),
        unplaced_because=(),
    )


def test_each_family_whose_suggestion_is_another_is_told_by_case() -> None:
    earlier = plan({"S-1": "A", "S-2": "A", "S-3": None, "S-4": "B", "S-5": "B"}, {})
    later = plan({"S-6": "A", "S-1": "B", "S-2": None, "S-3": "A", "S-4": "B"}, {})
    told = changes_between(earlier, later)
    assert [(one.case, one.happening) for one in told.families] == [
        ("S-1", FamilyHappening.ANOTHER),
        ("S-2", FamilyHappening.LOSES),
        ("S-3", FamilyHappening.GAINS),
        ("S-5", FamilyHappening.GONE),
        ("S-6", FamilyHappening.NEW),
    ]
    assert [(one.before, one.after) for one in told.families[:2]] == [("A", "B"), ("A", None)]


def test_the_same_round_again_changes_nothing() -> None:
    same = plan({"S-1": "A"}, {"total_fit": 20})
    told = changes_between(same, same)
    assert (told.families, told.goals, told.added, told.removed) == ((), (), (), ())


def test_goals_are_told_where_they_differ_also_new_ones() -> None:
    told = changes_between(plan({}, {"a": 1, "b": 2, "d": 4}), plan({}, {"a": 1, "b": 3, "c": 0}))
    assert [(one.id, one.before, one.after) for one in told.goals] == [
        ("b", 2, 3),
        ("c", None, 0),
        ("d", 4, None),
    ]


def test_kes_own_choices_and_other_data_are_told() -> None:
    lock = Choice(case="S-1", coordinator="A", reason="Kjent")
    ban = Choice(case="S-1", coordinator="B")
    earlier, later = plan({}, {}, locks=(lock,)), plan({}, {}, bans=(ban,))
    told = changes_between(earlier, later)
    assert (told.added, told.removed, told.same_data) == ((ban,), (lock,), True)
    assert not changes_between(earlier, plan({}, {}, input_sha256="c")).same_data
