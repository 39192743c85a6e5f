"""What the source documents say, statement by statement, in our own words."""

import csv
from enum import StrEnum
from functools import cache
from importlib.resources import files

from matcher.domain.frozen import Frozen
from matcher.profiles.line import StatementId

SEPARATOR = ";"


class ActsAs(StrEnum):
    """What a statement is to a program that suggests coordinators."""

    REQUIREMENT = "vilkår"
    """Who may be matched, or a gate on the decision."""
    CRITERION = "kriterium"
    FACT = "opplysning"
    ENTITLEMENT = "rett"
    TASK = "oppgave"
    LETTER = "brev"
    OUTSIDE = "utenfor"
    """Work of the coordinator itself, after the appointment."""


class Statement(Frozen):
    """One normative statement of a source document."""

    id: StatementId
    document: str
    """The document's number, 000 to 004."""
    profile: str
    """The built-in profile of the municipality whose document it is."""
    line: str
    """The line, or lines, in the document."""
    acts_as: ActsAs
    says: str
    """A paraphrase in Norwegian."""


@cache
def statements() -> tuple[Statement, ...]:
    """Every statement, in the order of the documents."""
    return tuple(Statement.model_validate(row) for row in rows_of("statements.csv"))


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a table of this package, by their headings."""
    text = (files("matcher.statements") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter=SEPARATOR))
