"""Months, words, Kleene's answers and geography."""

from datetime import date

import numpy as np
import pytest

from matcher.domain.blocked_address import may_use_geography
from matcher.domain.by_service import by_service
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.known import among, any_of
from matcher.domain.months import months_after
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import AddressBlock, Role, Service
from matcher.domain.wording import folded, listed, sentence, written
from tests.strategies import ON


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 10, 3), 3, date(2027, 1, 3)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2026, 1, 31), 240, date(2046, 1, 31)),
    ],
)
def test_months_keep_the_day_or_take_the_months_last(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_words_are_written_as_norwegians_do() -> None:
    assert written(date(2026, 10, 3)) == "03.10.2026"
    assert [listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a og b",
        "a, b og c",
    ]
    assert sentence("åpen NAV") == "Åpen NAV"
    assert folded("  ØST ") == "øst"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((), False),
        ((False, False), False),
        ((False, None), None),
        ((None, True), True),
    ],
)
def test_any_of_is_kleenes_or(answers: tuple[bool | None, ...], told: bool | None) -> None:
    assert any_of(answers) is told


def test_among_knows_what_it_does_not_know() -> None:
    assert among(1, {1, 2}) is True
    assert among(3, {1, 2}) is False
    assert among(None, {1, 2}) is None


def pairs(cases: tuple[Case, ...], coordinators: tuple[Coordinator, ...]) -> Pairs:
    roles = (Role.KOORDINATOR,) * len(cases)
    return Pairs(on=ON, cases=cases, roles=roles, coordinators=coordinators, units={})


def test_geography_is_used_only_where_neither_address_is_blocked() -> None:
    cases = (
        Case(id="S-1"),
        Case(id="S-2", address_block=AddressBlock.NONE),
        Case(id="S-3", address_block=AddressBlock.CONFIDENTIAL),
    )
    coordinators = (
        Coordinator(id="K-1"),
        Coordinator(id="K-2", address_block=AddressBlock.STRICTLY_CONFIDENTIAL),
    )
    usable = may_use_geography(pairs(cases, coordinators))
    assert usable.tolist() == [[True, False], [True, False], [False, False]]


def test_by_service_asks_once_a_case_and_service_and_spreads_the_answers() -> None:
    asked: list[tuple[str, Service | None]] = []

    def answer(case: Case, service: Service | None) -> int:
        asked.append((case.id, service))
        return 0 if service is None else len(service)

    coordinators = tuple(
        Coordinator(id=f"K-{j}", service=service)
        for j, service in enumerate(
            (Service.NAV, None, Service.NAV, Service.PPT, Service.SUBSTANCE_USE)
        )
    )
    spread = by_service(pairs((Case(id="S-1"), Case(id="S-2")), coordinators), answer)
    assert spread.tolist() == [[3, 0, 3, 3, 3], [3, 0, 3, 3, 3]]
    assert len(asked) == 8
    assert spread.dtype == np.int8
