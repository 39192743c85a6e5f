"""The municipality uses a rule otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from pydantic import ValidationError
from typing_extensions import override

from matcher.domain.validation_text import in_norwegian
from matcher.domain.wording import listed
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.in_force import said
from matcher.profiles.line import Mode, Unknown
from matcher.profiles.profile import Profile
from matcher.profiles.rule_lines import RuleLines
from matcher.scenarios.changes.change import ScenarioChange, unknown


class RuleChanged(ScenarioChange):
    """A rule stops, warns or is off; and what it does where a fact is missing."""

    KIND: ClassVar[str] = "rule"
    TITLE: ClassVar[str] = "En regel brukes annerledes"

    rule: str
    mode: Mode | None = None
    when_unknown: Unknown | None = None

    @override
    def faults(self, request: RoundRequest) -> Iterator[str]:
        if self.rule not in RuleLines.model_fields:
            yield unknown("Regelen", self.rule, RuleLines.model_fields)
            return
        if self.mode is None and self.when_unknown is None:
            yield f"Endringen av regelen «{self.rule}» sier ikke hva som endres. Oppgi mode."
        try:
            self._profile(request.profile)
        except ValidationError as fault:
            yield from (
                f"Regelen «{self.rule}» kan ikke brukes slik: {in_norwegian(error)}"
                for error in fault.errors()
            )

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        return replace(request, profile=self._profile(request.profile))

    @override
    def says(self, before: RoundRequest) -> str:
        title = RuleLines.model_fields[self.rule].title
        parts = [said(self.mode)] if self.mode else []
        if self.when_unknown:
            parts.append(f"når noe ikke er kjent: {said(self.when_unknown)}")
        return f"Regelen «{title}»: {listed(parts)}"

    def _profile(self, profile: Profile) -> Profile:
        values = profile.model_dump()
        line = values["rules"][self.rule]
        line["mode"] = self.mode or line["mode"]
        line["unknown"] = self.when_unknown or line["unknown"]
        return Profile.model_validate(values)
