"""A scenario: a name and the changes it makes, to be tried on a round."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field, SerializeAsAny
from typing_extensions import override

from matcher.domain.finding import Finding, Severity
from matcher.domain.frozen import Frozen
from matcher.domain.wording import sentence
from matcher.explain.solved_round import RoundRequest
from matcher.scenarios.changes import ScenarioChange


class ScenarioError(Exception):
    """A scenario that can't be tried. ``findings`` holds every fault."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))

    @override
    def __reduce__(self) -> tuple[type[ScenarioError], tuple[tuple[Finding, ...]]]:
        """Made again from its findings, where it comes from another process."""
        return type(self), (self.findings,)


class Scenario(Frozen):
    """Named small changes of what a round was asked."""

    title: str = Field(min_length=1)
    changes: tuple[SerializeAsAny[ScenarioChange], ...] = ()
    others_keep: bool = False
    """Everyone who may, keeps the coordinator of the plan; otherwise the plan may shift."""

    def made(self, request: RoundRequest) -> RoundRequest:
        """The request with all the changes made, one after the other.

        A change may name what an earlier one made. Raises ``ScenarioError`` with every fault.
        """
        return self._tried(request)[0]

    def says(self, request: RoundRequest) -> tuple[str, ...]:
        """Each change in a sentence. Raises ``ScenarioError``."""
        return tuple(f"{sentence(text)}." for text in self._tried(request)[1])

    def _tried(self, request: RoundRequest) -> tuple[RoundRequest, list[str]]:
        said: list[str] = []
        faults: list[Finding] = []
        for number, change in enumerate(self.changes, 1):
            wrong = [told(f"change {number} ({change.KIND})", f) for f in change.faults(request)]
            faults += wrong
            if not wrong:
                said.append(change.says(request))
                request = change.made(request)
        if faults:
            raise ScenarioError(faults)
        return request, said


def told(subject: str, message: str) -> Finding:
    """A fault of a scenario."""
    return Finding(code="scenario", severity=Severity.ERROR, subject=subject, message=message)
