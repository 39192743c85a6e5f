"""The case's needs against the coordinator's competence (S029, S053, S121)."""

import pytest
from hypothesis import given

from matcher.criteria.faglig_fokus import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.focus import FocusLevels
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    needs = {name: need for name, need in case.focus.model_dump().items() if need}
    can = coordinator.competence.model_dump()
    known = {name: need for name, need in needs.items() if can[name] is not None}
    if not known or sum(known.values()) < sum(needs.values()) / 2:
        return None
    mean_met = sum(need * min(1, can[name] / need) for name, need in known.items())
    return int(100 * mean_met / sum(known.values()) + 0.5 + 1e-9)


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("needs", "can", "points"),
    [
        ({"mental_health": 3}, {"mental_health": 3}, 100),
        ({"mental_health": 3}, {"mental_health": 2}, 67),
        ({"mental_health": 1}, {"mental_health": 3}, 100),
        ({"mental_health": 3, "education": 1}, {"mental_health": 0, "education": 3}, 25),
        ({"mental_health": 3, "education": 1}, {"mental_health": 3, "education": 0}, 75),
        ({"mental_health": 2, "education": 2}, {"mental_health": 1}, 50),
        ({"mental_health": 3, "education": 1}, {"education": 3}, None),
        ({"mental_health": 0}, {"mental_health": 3}, None),
        ({}, {"mental_health": 3}, None),
        ({"mental_health": 3}, {}, None),
    ],
)
def test_each_need_is_met_as_far_as_the_competence_goes(
    needs: dict[str, int], can: dict[str, int], points: int | None
) -> None:
    case = Case(id="S", focus=FocusLevels.model_validate(needs))
    coordinator = Coordinator(id="K", competence=FocusLevels.model_validate(can))
    assert score(CRITERION, pair_of(case, coordinator)) == points


def test_the_sentence_sets_each_need_beside_the_competence() -> None:
    case = Case(id="S", focus=FocusLevels(mental_health=3, education=1, social=0))
    pair = pair_of(case, Coordinator(id="K", competence=FocusLevels(mental_health=2)))
    assert CRITERION.because(pair, PROFILE) == (
        "Behov 0–3 og koordinatorens kompetanse 0–3: psykisk helse 3 (kompetanse 2) "
        "og opplæring 1 (kompetanse ikke oppgitt)."
    )


def test_more_competence_never_scores_less() -> None:
    case = Case(id="S", focus=FocusLevels(somatic=2, social=3))
    points = [
        score(
            CRITERION,
            pair_of(case, Coordinator(id="K", competence=FocusLevels(somatic=1, social=level))),
        )
        for level in range(4)
    ]
    assert points == [20, 40, 60, 80]
