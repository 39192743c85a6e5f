"""A condition of a role, and the answer that a role's conditions give together."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.case import Case
from matcher.domain.finding import Finding, Severity
from matcher.domain.vocabulary import Role
from matcher.domain.wording import sentence


@dataclass(frozen=True)
class Condition:
    """One thing that a role asks for.

    ``holds`` is ``None`` where a fact is missing. ``says`` is a Norwegian clause for the
    verdict: the fact that holds or fails, or, where it isn't known, what KE must settle.
    """

    holds: bool | None
    says: str


@dataclass(frozen=True)
class Answer:
    """Whether a case is owed a role; ``None`` where it hinges on an unknown fact."""

    is_owed: bool | None
    because: tuple[Finding, ...]


def answer(case: Case, role: Role, conditions: tuple[Condition, ...], source: str) -> Answer:
    """Every condition together: owed where all hold, not where one fails, else not known.

    Told in one finding: what the role rests on, what speaks against it, or what KE must settle.
    """
    if failed := _said(conditions, False):
        return Answer(False, (finding(case, "not_owed", f"Ikke {role}: {failed}.", source),))
    if unknown := _said(conditions, None):
        text = f"Kanskje {role}. KE må avklare: {unknown}."
        return Answer(None, (finding(case, "unsettled", text, source, Severity.WARNING),))
    text = f"{sentence(role)}: {_said(conditions, True)}."
    return Answer(True, (finding(case, "owed", text, source),))


def _said(conditions: tuple[Condition, ...], holds: bool | None) -> str:
    """What the conditions with this verdict say, each thing once."""
    return "; ".join(dict.fromkeys(c.says for c in conditions if c.holds is holds))


def finding(
    case: Case, code: str, message: str, source: str, severity: Severity = Severity.INFO
) -> Finding:
    """A finding about the role of a case; its code begins with ``entitlement.``."""
    return Finding(
        code=f"entitlement.{code}",
        severity=severity,
        subject=case.id,
        message=message,
        source=source,
    )
