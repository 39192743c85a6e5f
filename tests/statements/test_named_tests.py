"""Every statement that is done has a test named for it, and that test fails without it.

A worked case is held against the program with just that thing taken out: the line of the profile,
the sentence of the letter, the field of the roster. The other named tests are read by people.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomlkit

from matcher.domain.roster import Roster
from matcher.letters.own_words import GENERAL, builtin
from matcher.profiles.load import load
from matcher.statements.statement import Statement, statements
from matcher.statements.trace import Kind, Trace, traces
from tests.worked_cases.holding import disagreements
from tests.worked_cases.planting import taken_out
from tests.worked_cases.worked_case import COMMON, WorkedCase, cases_of, roster_of

REPOSITORY = Path(__file__).parents[2]
DONE = [s for s in statements() if traces()[s.id].kind is not Kind.OUT_OF_SCOPE]
BY_CASE = [s for s in DONE if "::" not in traces()[s.id].test]

every_statement = pytest.mark.parametrize("statement", DONE, ids=lambda s: s.id)


@every_statement
def test_the_named_test_exists(statement: Statement) -> None:
    trace = traces()[statement.id]
    if "::" in trace.test:
        file, name = trace.test.split("::")
        assert name in functions(REPOSITORY / file)
    else:
        assert case_of(statement, trace).id == trace.test


def test_what_is_out_of_scope_names_no_test() -> None:
    outside = [trace for trace in traces().values() if trace.kind is Kind.OUT_OF_SCOPE]
    assert [trace.id for trace in outside if trace.test] == []


@pytest.mark.parametrize("statement", BY_CASE, ids=lambda s: s.id)
def test_a_worked_case_is_about_the_statement_it_is_named_for(statement: Statement) -> None:
    case = case_of(statement, traces()[statement.id])
    assert case.id.startswith(COMMON) or statement.id in case.statements


@pytest.mark.parametrize("statement", BY_CASE, ids=lambda s: s.id)
def test_the_worked_case_fails_when_the_statement_is_taken_out(
    statement: Statement, tmp_path: Path
) -> None:
    trace = traces()[statement.id]
    case = case_of(statement, trace)
    assert WITHOUT[trace.kind](case, trace, tmp_path)


def without_line(case: WorkedCase, trace: Trace, folder: Path) -> bool:
    """Whether the case notices that the profile's line is gone, or says something else."""
    return notices(case, profile=taken_out(load(case.profile), trace.where))


def without_field(case: WorkedCase, trace: Trace, folder: Path) -> bool:
    """Whether the case notices that nothing of a fact is known."""
    kind, _, field = trace.where.partition(".")
    roster = roster_without(case, {"Case": "cases", "Coordinator": "coordinators"}[kind], field)
    return notices(case, roster=roster)


def without_sentence(case: WorkedCase, trace: Trace, folder: Path) -> bool:
    """Whether the case notices that a letter lacks what it says for the statement."""
    assert trace.where.startswith("matcher.letters"), f"{trace.id} needs a test of its own"
    own: dict[str, Any] = {**builtin(GENERAL), **builtin(case.profile)}
    given = {
        section: kept
        for section, lines in own.items()
        if isinstance(lines, list)
        and (kept := [one for one in lines if trace.id not in one.get("statements", ())]) != lines
    }
    assert given, f"no letter of {case.profile} cites {trace.id}"
    (folder / "kommune.toml").write_text(tomlkit.dumps(given), encoding="utf-8")
    return notices(case, words=folder)


WITHOUT: dict[Kind, Callable[[WorkedCase, Trace, Path], bool]] = {
    Kind.LINE: without_line,
    Kind.FIELD: without_field,
    Kind.CODE: without_sentence,
}


def notices(case: WorkedCase, **instead: Any) -> bool:
    """Whether the case disagrees with the program as it is then; a program that stops counts."""
    profile = instead.pop("profile", None) or load(case.profile)
    with suppress(ValueError, LookupError, AttributeError):
        return next(disagreements(case, profile, **instead), None) is not None
    return True


def roster_without(case: WorkedCase, rows: str, field: str) -> Roster:
    """The situation with a fact unknown in every row."""
    roster = roster_of(case.id, case.profile)
    kind = type(getattr(roster, rows)[0])
    default = kind.model_fields[field].get_default(call_default_factory=True)
    changed = tuple(row.model_copy(update={field: default}) for row in getattr(roster, rows))
    parts = {"cases": roster.cases, "coordinators": roster.coordinators, rows: changed}
    return Roster.of(roster.on, **parts, units=roster.units)


def case_of(statement: Statement, trace: Trace) -> WorkedCase:
    return next(case for case in cases_of(statement.profile) if case.id == trace.test)


@cache
def functions(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
