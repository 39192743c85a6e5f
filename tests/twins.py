"""A twin says a rule or criterion again, slowly and plainly for one pair, to be held against it."""

from collections.abc import Callable

import numpy as np

from matcher.criteria.criterion import Criterion
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import MET, NOT_KNOWN, NOT_MET, UNKNOWN, Pairs
from matcher.domain.vocabulary import Role
from matcher.profiles.profile import Profile
from matcher.rules.rule import Rule
from tests.example_profile import example_profile
from tests.strategies import ON

PROFILE = example_profile()

RuleTwin = Callable[[Case, Coordinator], bool | None]
CriterionTwin = Callable[[Case, Coordinator, Role], int | None]


def pair_of(case: Case, coordinator: Coordinator, role: Role = Role.KOORDINATOR) -> Pairs:
    """One case beside one coordinator, on the day of the made-up rosters."""
    return Pairs(on=ON, cases=(case,), roles=(role,), coordinators=(coordinator,), units={})


def pairs_of(n: int, m: int) -> Pairs:
    """So many cases beside so many coordinators, of whom nothing is known."""
    return Pairs(
        on=ON,
        cases=tuple(Case(id=f"S-{i}") for i in range(n)),
        roles=(Role.KOORDINATOR,) * n,
        coordinators=tuple(Coordinator(id=f"K-{j}") for j in range(m)),
        units={},
    )


def answer(rule: Rule, pair: Pairs, profile: Profile = PROFILE) -> bool | None:
    """What the rule says of one pair."""
    verdict = rule.verdicts(pair, profile)[0, 0]
    return {int(MET): True, int(UNKNOWN): None, int(NOT_MET): False}[int(verdict)]


def score(criterion: Criterion, pair: Pairs, profile: Profile = PROFILE) -> int | None:
    """What the criterion gives one pair."""
    points = int(criterion.scores(pair, profile)[0, 0])
    return None if points == NOT_KNOWN else points


def agrees_with_rule(twin: RuleTwin, rule: Rule, pairs: Pairs) -> None:
    """Every pair's verdict, taken from the whole array, is the twin's."""
    verdicts = np.broadcast_to(rule.verdicts(pairs, PROFILE), pairs.shape)
    words = {True: MET, False: NOT_MET, None: UNKNOWN}
    for i, case in enumerate(pairs.cases):
        for j, coordinator in enumerate(pairs.coordinators):
            assert verdicts[i, j] == words[twin(case, coordinator)], (case, coordinator)


def agrees_with_criterion(twin: CriterionTwin, criterion: Criterion, pairs: Pairs) -> None:
    """Every pair's score, taken from the whole array, is the twin's."""
    scores = np.broadcast_to(criterion.scores(pairs, PROFILE), pairs.shape)
    for i, (case, role) in enumerate(zip(pairs.cases, pairs.roles, strict=True)):
        for j, coordinator in enumerate(pairs.coordinators):
            told = twin(case, coordinator, role)
            assert scores[i, j] == (NOT_KNOWN if told is None else told), (case, coordinator)
