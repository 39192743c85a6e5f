"""The municipality's own settings: weights, and how readily families move."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typing_extensions import override

from matcher.explain.changes.change import Change
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.own import shared_out, weights_of, with_weights


@dataclass(frozen=True)
class Weighed(Change):
    """The municipality lets a criterion weigh more, and all others less in proportion."""

    EFFORT = 10
    criterion: str
    weight: int

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        weights = reweighed(weights_of(request.profile), self.criterion, self.weight)
        return replace(request, profile=with_weights(request.profile, weights))

    @override
    def says(self, before: RoundRequest) -> str:
        title = type(before.profile.criteria).model_fields[self.criterion].title
        now = getattr(before.profile.criteria, self.criterion).weight
        return (
            f"kommunen lar «{title}» veie {self.weight} av 100 (i dag {now}), og de andre "
            "kriteriene tilsvarende mindre"
        )


@dataclass(frozen=True)
class MovesEasier(Change):
    """The municipality asks less of a move of a family that has a coordinator."""

    EFFORT = 11
    threshold_points: int

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        goals = request.profile.goals
        moving = goals.moving.model_copy(update={"threshold_points": self.threshold_points})
        changed = goals.model_copy(update={"moving": moving})
        return replace(request, profile=request.profile.model_copy(update={"goals": changed}))

    @override
    def says(self, before: RoundRequest) -> str:
        now = before.profile.goals.moving.threshold_points
        return (
            f"kommunen krever at et bytte gir mer enn {self.threshold_points} poeng (i dag {now})"
        )


def reweighed(weights: dict[str, int], raised: str, to: int) -> dict[str, int]:
    """The weights with one set ``to``, the others in proportion; they add up to 100 still."""
    others = {name: weight for name, weight in weights.items() if name != raised}
    shares = shared_out(others, 100 - to)
    return {name: to if name == raised else shares[name] for name in weights}
