"""BTI competence 60, leading meetings 30, tools 10 (S026, S181, S023, S135)."""

import pytest
from hypothesis import given

from matcher.criteria.kompetanse import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    tools = [coordinator.journal_access, coordinator.ip_tool, coordinator.superuser]
    known_tools = [tool for tool in tools if tool is not None]
    gained = weight = 0.0
    if coordinator.bti_competence is not None:
        gained, weight = gained + 20 * coordinator.bti_competence, weight + 60
    if coordinator.meeting_skill is not None:
        gained, weight = gained + 10 * coordinator.meeting_skill, weight + 30
    if known_tools:
        gained, weight = gained + 10 * sum(known_tools) / len(known_tools), weight + 10
    return int(100 * gained / weight + 0.5 + 1e-9) if weight >= 50 else None


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("facts", "points", "word"),
    [
        ({"bti_competence": 3, "meeting_skill": 3, "ip_tool": True}, 100, "BTI-kompetanse 3 av 3"),
        ({"bti_competence": 3, "meeting_skill": 0, "ip_tool": False}, 60, "møteledelse 0 av 3"),
        ({"bti_competence": 0, "meeting_skill": 0, "superuser": True}, 10, "superbruker"),
        (
            {"bti_competence": 0, "meeting_skill": 0, "superuser": True, "ip_tool": False},
            5,
            "superbruker",
        ),
        ({"bti_competence": 2}, 67, "møteledelse ikke oppgitt"),
        ({"meeting_skill": 3, "superuser": True}, None, "BTI-kompetanse ikke oppgitt"),
        ({}, None, "ingen oppgitt"),
    ],
)
def test_what_is_known_is_weighed_and_a_small_part_alone_says_nothing(
    facts: dict[str, object], points: int | None, word: str
) -> None:
    pair = pair_of(Case(id="S"), Coordinator.model_validate({"id": "K", **facts}))
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)
