"""Too many hours are raised with the leader, not with the family (S082, S161)."""

from __future__ import annotations

from matcher.alerts.belastning import KIND
from tests.alerts.seen import CASE, KARI, found, seen


def test_more_hours_than_agreed_are_told_with_both_numbers() -> None:
    (alert,) = found(KIND, seen(hours_per_month={"S-1": 6.5}))
    assert alert.coordinator == "K-1"
    assert "har saker for 6,5 timer i måneden og 6 avtalt" in alert.message
    assert "ikke med familiene" in alert.message


def test_hours_bound_elsewhere_count() -> None:
    bound = KARI.model_copy(update={"bound_hours_per_month": 2.5})
    assert len(found(KIND, seen(CASE, bound))) == 1


def test_what_fits_or_is_not_agreed_is_not_told() -> None:
    assert found(KIND, seen(hours_per_month={"S-1": 6.0})) == []
    unknown = KARI.model_copy(update={"agreed_hours_per_month": None})
    assert found(KIND, seen(CASE, unknown)) == []
