"""Who already knows the family (S086, S128)."""

import pytest
from hypothesis import given

from matcher.criteria.kjennskap import CRITERION
from matcher.domain.case import Case, Relation, ServiceInCase
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import RelationKind, Role, Service
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    known: list[tuple[int, str | None]] = [(100, case.current_coordinator)]
    known += [(80, row.contact) for row in case.services]
    known += [(100, r.coordinator) for r in case.relations if r.kind == "kjenner familien"]
    known += [(70, r.coordinator) for r in case.relations if r.kind == "tidligere koordinator"]
    if not any(who for _, who in known):
        return None
    return max([points for points, who in known if who == coordinator.id], default=0)


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


def relation(kind: RelationKind) -> Case:
    return Case(id="S", relations=(Relation(coordinator="K-01", kind=kind),))


@pytest.mark.parametrize(
    ("case", "points", "word"),
    [
        (relation(RelationKind.KNOWS_FAMILY), 100, "kjenner familien"),
        (relation(RelationKind.EARLIER_COORDINATOR), 70, "har vært koordinator før"),
        (relation(RelationKind.KIN), None, "ikke oppgitt hvem familien kjenner"),
        (Case(id="S", current_coordinator="K-01"), 100, "er koordinator i dag"),
        (Case(id="S", current_coordinator="K-02"), 0, "kjenner andre"),
        (
            Case(id="S", services=(ServiceInCase(service=Service.NAV, contact="K-01"),)),
            80,
            "kontaktperson for NAV",
        ),
        (Case(id="S"), None, "ikke oppgitt"),
    ],
)
def test_the_best_of_what_is_recorded(case: Case, points: int | None, word: str) -> None:
    pair = pair_of(case, Coordinator(id="K-01"))
    assert score(CRITERION, pair) == points
    assert word in CRITERION.because(pair, PROFILE)


def test_the_sentence_names_every_way() -> None:
    case = relation(RelationKind.EARLIER_COORDINATOR).model_copy(
        update={"current_coordinator": "K-01"}
    )
    pair = pair_of(case, Coordinator(id="K-01"))
    assert score(CRITERION, pair) == 100
    assert CRITERION.because(pair, PROFILE) == (
        "Koordinatoren har vært koordinator før og er koordinator i dag."
    )
