"""All rules on all pairs, under a profile."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.finding import Severity
from matcher.domain.pairs import MET, NOT_MET, UNKNOWN, Pairs
from matcher.domain.vocabulary import Role
from matcher.profiles.line import Mode, Unknown
from matcher.profiles.profile import Profile
from matcher.profiles.rule_lines import RuleLines
from matcher.rules import RULES
from matcher.rules.evaluate import (
    evaluate,
    may_override,
    refusal,
    refusal_counts,
    refusals,
    warnings,
)
from tests.example_profile import SOURCE, example_profile
from tests.strategies import all_pairs, one_pair
from tests.twins import PROFILE, pair_of, pairs_of

OFF = {name: {"mode": "off", "unknown": "ask"} for name in RuleLines.model_fields}

UNTRAINED = Coordinator(id="K-01", training_date=date(2027, 1, 1))
NOT_KNOWN = Coordinator(id="K-01")
SOME_CASE = Case(id="S-01")


def only_training(**line: Any) -> Profile:
    """A profile in which the rule on training is the only one in force."""
    return example_profile(rules=OFF | {"opplaering": line})


@given(all_pairs())
def test_a_pair_is_allowed_where_no_rule_in_force_refuses_it(pairs: Pairs) -> None:
    """The twin: mode, unknown and roles applied to each verdict, pair by pair."""
    results = evaluate(pairs, PROFILE)
    for i, case in enumerate(pairs.cases):
        for j, coordinator in enumerate(pairs.coordinators):
            refusing = []
            for rule in RULES:
                line = getattr(PROFILE.rules, rule.id)
                verdict = rule.verdicts(pairs.only(case.id, coordinator.id), PROFILE)[0, 0]
                if line.mode is Mode.OFF or pairs.roles[i] not in line.roles:
                    continue
                if (verdict == NOT_MET and line.mode is Mode.REFUSE) or (
                    verdict == UNKNOWN and line.unknown is Unknown.REFUSE
                ):
                    refusing.append(rule.id)
            assert results.allowed[i, j] == (not refusing)
            told = refusal(results, PROFILE, case.id, coordinator.id)
            assert [rule.id for rule in told.rules] == refusing


@given(all_pairs())
def test_refusals_name_everyone_who_is_not_allowed_and_nobody_else(pairs: Pairs) -> None:
    results = evaluate(pairs, PROFILE)
    for i, case in enumerate(pairs.cases):
        refused = refusals(results, PROFILE, case.id)
        ids = [coordinator.id for coordinator in pairs.coordinators]
        assert [one.coordinator for one in refused] == [
            id_ for id_, allowed in zip(ids, results.allowed[i], strict=True) if not allowed
        ]
        assert all(one.rules for one in refused)
        told = [rule.id for one in refused for rule in one.rules]
        assert refusal_counts(results, case.id) == {id_: told.count(id_) for id_ in set(told)}


@given(one_pair())
def test_a_rule_is_told_once_as_a_refusal_or_a_warning_and_only_where_it_is_not_met(
    pair: Pairs,
) -> None:
    results = evaluate(pair, PROFILE)
    case, coordinator = pair.the_case.id, pair.the_coordinator.id
    refused = {rule.id for rule in refusal(results, PROFILE, case, coordinator).rules}
    warned = {finding.code for finding in warnings(pair, PROFILE)}
    not_met = {id_ for id_, verdicts in results.verdicts.items() if verdicts[0, 0] != MET}
    assert refused | warned == not_met
    assert not refused & warned


@pytest.mark.parametrize(
    ("line", "coordinator", "allowed", "severity"),
    [
        ({"mode": "refuse"}, UNTRAINED, False, None),
        ({"mode": "warn"}, UNTRAINED, True, Severity.WARNING),
        ({"mode": "off"}, UNTRAINED, True, None),
        ({"mode": "refuse", "unknown": "ask"}, NOT_KNOWN, True, Severity.INFO),
        ({"mode": "refuse", "unknown": "warn"}, NOT_KNOWN, True, Severity.WARNING),
        ({"mode": "refuse", "unknown": "refuse"}, NOT_KNOWN, False, None),
        ({"mode": "warn", "unknown": "refuse"}, NOT_KNOWN, False, None),
        ({"mode": "off", "unknown": "refuse"}, NOT_KNOWN, True, None),
        ({"mode": "refuse", "roles": ["stafettholder"]}, UNTRAINED, True, None),
        ({"mode": "refuse", "roles": ["koordinator"]}, UNTRAINED, False, None),
    ],
)
def test_what_the_profile_makes_of_a_verdict(
    line: dict[str, Any], coordinator: Coordinator, allowed: bool, severity: Severity | None
) -> None:
    profile = only_training(**line)
    pair = pair_of(SOME_CASE, coordinator, Role.KOORDINATOR)
    assert bool(evaluate(pair, profile).allowed[0, 0]) is allowed
    assert [finding.severity for finding in warnings(pair, profile)] == (
        [] if severity is None else [severity]
    )


def test_a_refusal_carries_title_source_and_fact() -> None:
    profile = only_training(mode="refuse", statements=("S127",))
    pair = pair_of(SOME_CASE, UNTRAINED)
    (refused,) = refusals(evaluate(pair, profile), profile, "S-01")
    (rule,) = refused.rules
    assert rule.id == "opplaering"
    assert rule.title == RuleLines.model_fields["opplaering"].title
    assert rule.source == profile.rules.opplaering.source
    assert "01.01.2027" in rule.because


def test_a_warning_carries_the_rule_the_pair_and_the_source() -> None:
    (finding,) = warnings(pair_of(SOME_CASE, UNTRAINED), only_training(mode="warn"))
    assert finding.code == "opplaering"
    assert finding.subject == "S-01 – K-01"
    assert finding.source == SOURCE["practice"]


def test_only_the_profile_lets_ke_set_a_rule_aside() -> None:
    assert may_override("barnevern_undersokelse", PROFILE)
    assert not may_override("inhabil", PROFILE)


@pytest.mark.parametrize(("n", "m"), [(0, 3), (3, 0), (0, 0)])
def test_a_round_without_cases_or_coordinators_is_answered(n: int, m: int) -> None:
    results = evaluate(pairs_of(n, m), PROFILE)
    assert results.allowed.shape == (n, m)
    assert all(verdicts.shape == (n, m) for verdicts in results.verdicts.values())
    assert all(np.asarray(verdicts).dtype == np.int8 for verdicts in results.verdicts.values())
