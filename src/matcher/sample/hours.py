"""Hours agreed with the leader, scaled so that the round is roomy, tight or short."""

from collections.abc import Sequence
from datetime import date

from matcher.domain.coordinator import Coordinator
from matcher.domain.vocabulary import Service
from matcher.sample.chance import Chance
from matcher.sample.dates import some_day_before
from matcher.sample.presence import can_work
from matcher.sample.staff import DrawnCoordinator

_AGREEMENTS = {"hours": 0.91, "none": 0.04, "not told": 0.05}
_FEWEST_HOURS_PER_MONTH = 3.0
_NO_PROVIDERS = frozenset({Service.SERVICE_OFFICE, Service.SPECIALIST_HEALTH})
"""Services whose people are seldom coordinators; their hours come on top."""
_WEIGHT = {Service.MENTAL_HEALTH: 0.8, Service.SPECIALIST_HEALTH: 0.5, Service.SERVICE_OFFICE: 1.3}


def agree_hours(
    chance: Chance, staff: Sequence[DrawnCoordinator], needed_hours_per_month: float, on: date
) -> list[Coordinator]:
    """The staff with agreed hours.

    The free hours of those who are at work in a service that provides coordinators add up to
    about ``needed_hours_per_month``. A few have agreed to none, and for a few nobody has told.
    """
    agreements = chance.dealt(len(staff), _AGREEMENTS)
    shares = [_share(chance, drawn.coordinator) for drawn in staff]
    gives = [
        share
        for drawn, share, agreement in zip(staff, shares, agreements, strict=True)
        if _counts(drawn) and agreement == "hours"
    ]
    scale = needed_hours_per_month / sum(gives) if gives else 0.0
    return [
        _with_hours(chance, drawn.coordinator, agreement, share * scale, on)
        for drawn, share, agreement in zip(staff, shares, agreements, strict=True)
    ]


def _counts(drawn: DrawnCoordinator) -> bool:
    return can_work(drawn.presence) and drawn.coordinator.service not in _NO_PROVIDERS


def _share(chance: Chance, coordinator: Coordinator) -> float:
    """A small position gives fewer hours, though not in strict proportion."""
    position = (coordinator.position_percent or 80) / 100
    weight = _WEIGHT.get(coordinator.service, 1.0) if coordinator.service else 1.0
    return weight * (0.35 + position) * chance.leaning_low(0.5, 1.8)


def _with_hours(
    chance: Chance, coordinator: Coordinator, agreement: str, hours: float, on: date
) -> Coordinator:
    if agreement == "not told":
        return coordinator
    agreed_date = chance.unless(0.1, some_day_before(chance, on, 0, 14))
    bound = float(chance.whole(1, 4)) if chance.yes(0.25) else None
    if agreement == "none":
        agreed, bound = 0.0, None
    else:
        free = max(_FEWEST_HOURS_PER_MONTH, round(hours * 2) / 2)
        agreed = free + (bound or 0.0)
    return coordinator.model_copy(
        update={
            "agreed_hours_per_month": agreed,
            "agreed_date": agreed_date,
            "bound_hours_per_month": bound,
        }
    )
