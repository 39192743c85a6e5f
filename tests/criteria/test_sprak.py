"""The coordinator and the family share a language (S131; tolkeloven § 6)."""

import pytest
from hypothesis import given

from matcher.criteria.sprak import CRITERION
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    if not case.languages or not coordinator.languages:
        return None
    spoken = [language.strip().lower() for language in coordinator.languages]
    return 100 if any(one.strip().lower() in spoken for one in case.languages) else 0


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


@pytest.mark.parametrize(
    ("family", "spoken", "points", "word"),
    [
        (("arabisk", "norsk"), ("Norsk ",), 100, "begge norsk"),
        (("arabisk",), ("norsk",), 0, "Familien snakker arabisk og koordinatoren norsk"),
        ((), ("norsk",), None, "Familiens språk er ikke oppgitt"),
        (("arabisk",), (), None, "Koordinatorens språk er ikke oppgitt"),
    ],
)
def test_one_shared_language_is_enough(
    family: tuple[str, ...], spoken: tuple[str, ...], points: int | None, word: str
) -> None:
    pair = pair_of(Case(id="S", languages=family), Coordinator(id="K", languages=spoken))
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)
