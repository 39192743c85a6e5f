"""The municipality lets a criterion weigh otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field
from typing_extensions import override

from matcher.explain.changes import Weighed
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.criterion_lines import CriterionLines
from matcher.scenarios.changes.change import ScenarioChange, unknown


class WeightChanged(ScenarioChange):
    """A criterion weighs so much of 100, and the others the rest in proportion."""

    KIND: ClassVar[str] = "weight"
    TITLE: ClassVar[str] = "Et kriterium veier annerledes"

    criterion: str
    weight: int = Field(ge=0, le=100)

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.criterion not in CriterionLines.model_fields:
            yield unknown("Kriteriet", self.criterion, CriterionLines.model_fields)
        elif getattr(request.profile.criteria, self.criterion).weight == 100:
            yield f"«{self.criterion}» er det eneste som veier; ingen andre kan ta resten."

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return Weighed(self.criterion, self.weight).made(request)

    @override
    def says(self, before: RoundRequest) -> str:
        title = CriterionLines.model_fields[self.criterion].title
        now = getattr(before.profile.criteria, self.criterion).weight
        return f"«{title}» veier {self.weight} av 100 (i dag {now}), og de andre tilsvarende"
