"""A line of a profile: a choice with the source it stands on and the day it was checked."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Role

STATEMENT_IDS = frozenset(f"S{number:03}" for number in range(1, 185))
"""The ids of the statements in the five source documents."""


def _of_the_documents(statement: str) -> str:
    if statement not in STATEMENT_IDS:
        raise ValueError(f"«{statement}» er ikke en setning i kildedokumentene (S001 til S184)")
    return statement


StatementId = Annotated[str, AfterValidator(_of_the_documents)]


class Line(Frozen):
    """What a municipality has chosen, and why: statements of its document, law, or practice."""

    statements: tuple[StatementId, ...] = ()
    """Ids of the statements in the source documents behind the line."""
    law: str | None = None
    """The law in force, such as ``hol. § 7-2``."""
    practice: str | None = Field(default=None, validate_default=True)
    """The reason in words, where neither document nor law says it."""
    checked: date
    """The day somebody last held the line against its source."""

    @field_validator("practice")
    @classmethod
    def _has_a_source(cls, practice: str | None, line: ValidationInfo) -> str | None:
        """On the field, not the line, so that another fault of the line can't hide this one."""
        others_are_read = {"statements", "law"} <= line.data.keys()
        if others_are_read and not (practice or line.data["statements"] or line.data["law"]):
            raise ValueError("mangler kilde: oppgi statements, law eller practice")
        return practice

    @property
    def source(self) -> str:
        """The source in one short text, as shown beside a reason."""
        document_and_law = ", ".join([*self.statements, *filter(None, [self.law])])
        return "; ".join(filter(None, [document_and_law, self.practice]))


class Mode(StrEnum):
    """What a rule that is not met does."""

    REFUSE = "refuse"
    WARN = "warn"
    OFF = "off"


class Unknown(StrEnum):
    """What a rule does when a fact is missing: ask KE to settle it, warn, or refuse."""

    ASK = "ask"
    WARN = "warn"
    REFUSE = "refuse"


class RuleLine(Line):
    """How a municipality uses a rule."""

    mode: Mode = Field(title="Når regelen ikke er oppfylt")
    unknown: Unknown = Field(default=Unknown.ASK, title="Når noe ikke er kjent")
    may_override: bool = Field(default=False, title="KE kan fravike med begrunnelse")
    """KE may set the rule aside for one pair, with a written reason."""
    roles: tuple[Role, ...] = Field(
        default=(
            Role.BARNEKOORDINATOR,
            Role.KOORDINATOR,
            Role.KOORDINATOR_WITHOUT_CLAIM,
            Role.STAFETTHOLDER,
        ),
        title="Gjelder rollene",
    )
    """The roles the rule is about; a case owed another role meets it."""


class CriterionLine(Line):
    """How much a municipality lets a criterion weigh."""

    weight: int = Field(ge=0, le=100, title="Vekt")
    """Share of the total fit, in points of 100."""
    why: str = Field(min_length=1, title="Begrunnelse for vekten")
    """The reason for the weight, in Norwegian."""
