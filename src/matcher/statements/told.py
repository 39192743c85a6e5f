"""A statement as a person reads it: what the document says, what the program does, and where."""

from __future__ import annotations

from matcher.domain.frozen import Frozen
from matcher.statements.statement import Statement, statements
from matcher.statements.trace import Kind, Trace, lines_of, traces


class ToldStatement(Frozen):
    """One statement of a document with what is done about it."""

    statement: Statement
    does: str
    """What the program does; of what is out of scope, why it doesn't."""
    is_done: bool
    where: tuple[str, ...]
    """The places that do it: the first and foremost, then the lines that cite it too."""
    test: str
    """What fails without it; empty for what is out of scope."""


def told_statements(profile: str) -> tuple[ToldStatement, ...]:
    """The statements of a built-in profile's document, in its order; none for another profile."""
    return tuple(
        _told(statement, traces()[statement.id])
        for statement in statements()
        if statement.profile == profile
    )


def _told(statement: Statement, trace: Trace) -> ToldStatement:
    is_done = trace.kind is not Kind.OUT_OF_SCOPE
    citing = (
        line.key
        for line in lines_of(statement.profile).values()
        if statement.id in line.statements and line.key != trace.where
    )
    return ToldStatement(
        statement=statement,
        does=trace.does,
        is_done=is_done,
        where=(trace.where, *citing) if is_done else (),
        test=trace.test,
    )
