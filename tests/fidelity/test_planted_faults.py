"""The fidelity tests can fail: each kind of lie in an explanation is found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from matcher.domain.plan import BrokenRule, Consequence, Says
from matcher.explain.shortage import WhyNobody, what_would_place, why_nobody
from matcher.explain.solved_round import SolvedRound
from matcher.explain.trials import ChangeTold, Way
from matcher.explain.why_not import Answer, WhyNot, blocked_by, why_not
from tests.fidelity.holding import (
    bottleneck_faults,
    consequence_faults,
    refusal_faults,
    way_faults,
)
from tests.fidelity.small_rounds import solved, some_pairs, unsolved

SEEDS = range(30)


def refused() -> Iterator[tuple[SolvedRound, tuple[str, str], tuple[BrokenRule, ...]]]:
    for seed in SEEDS:
        round_ = unsolved(seed)
        for pair in some_pairs(seed, 4):
            blocks = blocked_by(round_, round_.case(pair[0]), round_.coordinator(pair[1]))
            if blocks and blocks[0].id != "fordeles_ikke":
                yield round_, pair, blocks


def test_a_reason_left_out_is_found() -> None:
    for round_, pair, blocks in refused():
        assert list(refusal_faults(round_.request, pair, blocks[1:]))


def test_a_reason_that_stops_nothing_is_found() -> None:
    for round_, pair, blocks in refused():
        named = {block.id for block in blocks}
        made_up = next(id_ for id_ in ("inhabil", "har_avslatt") if id_ not in named)
        lie = blocks[0].model_copy(update={"id": made_up})
        assert list(refusal_faults(round_.request, pair, (*blocks, lie)))


def test_a_reason_without_a_source_is_found() -> None:
    round_, pair, blocks = next(refused())
    bare = blocks[0].model_copy(update={"source": ""})
    assert list(refusal_faults(round_.request, pair, (bare, *blocks[1:])))


def costly() -> Iterator[tuple[SolvedRound, WhyNot, Consequence]]:
    for seed in SEEDS:
        for case, coordinator in some_pairs(seed, 2):
            told = why_not(solved(seed), case, coordinator)
            if told.consequence is not None and told.answer is Answer.WORSE:
                yield solved(seed), told, told.consequence


def lying(told: WhyNot, consequence: Consequence, **lie: object) -> WhyNot:
    return told.model_copy(update={"consequence": consequence.model_copy(update=lie)})


def test_a_loss_that_is_a_point_too_small_or_too_large_is_found() -> None:
    for round_, told, consequence in islice(costly(), 6):
        for wrong in (-1.0, 1.0):
            loss = (*consequence.loss[:-1], consequence.loss[-1] + wrong)
            assert list(consequence_faults(round_, lying(told, consequence, loss=loss)))


def test_an_at_most_that_is_less_than_the_loss_is_found() -> None:
    for round_, told, consequence in islice(costly(), 5):
        loss = (*consequence.loss[:-1], consequence.loss[-1] - 1.0)
        lie = lying(told, consequence, loss=loss, says=Says.AT_MOST, exact=False)
        assert any("at most" in fault for fault in consequence_faults(round_, lie))


def test_somebody_who_would_move_and_is_not_told_is_found() -> None:
    moving = list(islice((row for row in costly() if row[2].moved), 6))
    assert moving
    for round_, told, consequence in moving:
        lie = lying(told, consequence, moved=consequence.moved[1:])
        assert list(consequence_faults(round_, lie))


def test_a_wrong_figure_for_nobody_else_moves_is_found() -> None:
    for round_, told, _ in islice(costly(), 6):
        lie = None if told.alone is not None else told.losses
        assert list(consequence_faults(round_, told.model_copy(update={"alone": lie})))


def ways() -> Iterator[tuple[SolvedRound, str, Way]]:
    """Ways that place a case by more hours."""
    for seed in range(40):
        for case, to in solved(seed).chosen_by_id.items():
            if to is None:
                for way in what_would_place(solved(seed), case).ways[:1]:
                    if "avtalte timer" in way.changes[0].says and len(way.changes) == 1:
                        yield solved(seed), case, way
                break


def hours_of(way: Way) -> float:
    return float(way.changes[0].says.split(" har ")[1].split(" ")[0].replace(",", "."))


def with_hours(way: Way, hours: float) -> Way:
    """The way with other hours told."""
    before = f"{hours_of(way):g}".replace(".", ",")
    said = way.changes[0].says.replace(before, f"{hours:g}".replace(".", ","), 1)
    told = ChangeTold(kind=way.changes[0].kind, says=said)
    return way.model_copy(update={"changes": (told,)})


def test_half_an_hour_too_little_or_too_much_is_found() -> None:
    found = list(islice((row for row in ways() if row[2].is_least), 2))
    assert found
    for round_, case, way in found:
        assert way_faults(round_.request, case, None, way) == []
        for wrong in (-0.5, 0.5):
            lie = with_hours(way, hours_of(way) + wrong)
            assert way_faults(round_.request, case, None, lie)


def test_a_way_that_moves_others_than_it_tells_is_found() -> None:
    round_, case, way = next(row for row in ways() if row[2].moved)
    lie = way.model_copy(update={"moved": way.moved[1:]})
    assert way_faults(round_.request, case, None, lie)


def short() -> Iterator[tuple[SolvedRound, WhyNobody]]:
    for seed in range(40):
        for case, to in solved(seed).chosen_by_id.items():
            if to is None and (told := why_nobody(solved(seed), case)).bottleneck:
                yield solved(seed), told


def test_a_bottleneck_with_a_way_out_is_found() -> None:
    several = [row for row in short() if row[1].bottleneck and row[1].bottleneck.coordinators]
    assert several
    for round_, told in several:
        assert told.bottleneck is not None
        narrower = told.bottleneck.model_copy(
            update={"coordinators": told.bottleneck.coordinators[1:]}
        )
        lie = told.model_copy(update={"bottleneck": narrower})
        assert list(bottleneck_faults(round_, lie))


def test_a_bottleneck_that_is_none_is_found() -> None:
    for round_, told in short():
        assert told.bottleneck is not None
        alone = told.bottleneck.model_copy(update={"cases": (told.case,)})
        lie = told.model_copy(update={"bottleneck": alone})
        assert list(bottleneck_faults(round_, lie))
