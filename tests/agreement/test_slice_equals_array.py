"""What a page says of one pair is what the optimizer saw of it."""

import numpy as np
import pytest
from hypothesis import given

from matcher.criteria import CRITERIA
from matcher.criteria.criterion import Criterion
from matcher.domain.pairs import NOT_KNOWN, Pairs
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.rules import RULES
from matcher.rules.rule import Rule
from tests.strategies import all_pairs, rosters
from tests.twins import PROFILE

ALL: tuple[Rule | Criterion, ...] = (*RULES, *CRITERIA)


def answers(said: Rule | Criterion, pairs: Pairs) -> np.ndarray:
    """What a rule or criterion says of all pairs, n × m."""
    function = said.verdicts if isinstance(said, Rule) else said.scores
    return np.broadcast_to(function(pairs, PROFILE), pairs.shape)


@given(all_pairs())
def test_every_pair_by_itself_is_answered_as_among_all(pairs: Pairs) -> None:
    for said in ALL:
        whole = answers(said, pairs)
        for i, case in enumerate(pairs.cases):
            for j, coordinator in enumerate(pairs.coordinators):
                alone = answers(said, pairs.only(case.id, coordinator.id))
                assert alone[0, 0] == whole[i, j], (said.id, case, coordinator)


@given(all_pairs())
def test_answers_stay_within_their_range(pairs: Pairs) -> None:
    for rule in RULES:
        assert np.isin(answers(rule, pairs), (0, 1, 2)).all(), rule.id
    for criterion in CRITERIA:
        scores = answers(criterion, pairs)
        assert ((scores == NOT_KNOWN) | ((scores >= 0) & (scores <= 100))).all(), criterion.id


@given(all_pairs())
def test_every_answer_has_its_sentence(pairs: Pairs) -> None:
    for case in pairs.cases:
        for coordinator in pairs.coordinators:
            pair = pairs.only(case.id, coordinator.id)
            for said in ALL:
                because = said.because(pair, PROFILE)
                assert because[0] == because[0].upper(), because
                assert because.endswith((".", "?")), because
                assert "None" not in because, because


@given(rosters())
def test_other_cases_do_not_change_an_answer(roster: Roster) -> None:
    """A family's answer is its own: it is the same with every other family taken away."""
    roles = {case.id: Role.KOORDINATOR for case in roster.cases}
    pairs = Pairs.of(roster, roles)
    for i, case in enumerate(roster.cases):
        alone = Pairs.of(roster, {case.id: Role.KOORDINATOR})
        for said in ALL:
            assert (answers(said, alone)[0] == answers(said, pairs)[i]).all(), said.id


@pytest.mark.parametrize("said", ALL, ids=lambda said: said.id)
def test_a_title_is_norwegian_and_its_own(said: Rule | Criterion) -> None:
    assert said.title != said.id
    assert [one.title for one in ALL].count(said.title) == 1
