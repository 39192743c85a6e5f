"""What exists is in force: a rule in a file that nobody registered would decide nothing."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from matcher.criteria import CRITERIA
from matcher.profiles.criterion_lines import CriterionLines
from matcher.profiles.rule_lines import RuleLines
from matcher.rules import RULES

REPOSITORY = Path(__file__).parents[2]

REGISTERED_IN = {
    "rules": "RULES",
    "criteria": "CRITERIA",
    "gates": "GATES",
    "tasks": "TASKS",
    "alerts": "ALERTS",
    "optimizer/requirements": "REQUIREMENTS",
    "optimizer/goals": "GOALS",
}
SHARED = {
    *("__init__", "rule", "criterion", "gate", "requirement", "goal", "evaluate"),
    *("task_kind", "made", "alert_kind", "raised"),
}
"""Modules that say what a rule, criterion, requirement or goal is, or ask them all."""


def files() -> list[Path]:
    return [
        file
        for package in REGISTERED_IN
        for file in sorted((REPOSITORY / "src/matcher" / package).glob("*.py"))
        if file.stem not in SHARED
    ]


def name(file: Path) -> str:
    return file.relative_to(REPOSITORY / "src/matcher").with_suffix("").as_posix()


@pytest.mark.parametrize("file", files(), ids=name)
def test_a_file_is_in_the_tuple_of_its_package(file: Path) -> None:
    package, _, module = name(file).rpartition("/")
    dotted = "matcher." + package.replace("/", ".")
    registered = getattr(import_module(dotted), REGISTERED_IN[package])
    defined = vars(import_module(f"{dotted}.{module}")).values()
    assert any(value is item for value in defined for item in registered)


@pytest.mark.parametrize("file", files(), ids=name)
def test_a_file_has_a_twin_test(file: Path) -> None:
    folder = REPOSITORY / "tests" / Path(name(file)).parent
    assert list(folder.glob(f"test_{file.stem}*.py")), f"{folder} has no test of {file.stem}"


@pytest.mark.parametrize("file", files(), ids=name)
def test_a_file_says_where_it_comes_from(file: Path) -> None:
    """A statement of the source documents, a law, Normen, or a decision of our own."""
    meaning = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    assert re.search(r"\bS\d{3}\b|§|Normen|docs/decisions/", meaning)


def test_rules_are_told_in_the_order_of_the_profile_and_each_has_its_line() -> None:
    assert [rule.id for rule in RULES] == list(RuleLines.model_fields)


def test_criteria_are_told_in_the_order_of_the_profile_and_each_has_its_line() -> None:
    assert [criterion.id for criterion in CRITERIA] == list(CriterionLines.model_fields)


@pytest.mark.parametrize("registered", [RULES, CRITERIA], ids=["rules", "criteria"])
def test_an_id_is_the_name_of_its_module(registered: tuple[object, ...]) -> None:
    package = "rules" if registered is RULES else "criteria"
    here = {file.stem for file in files() if file.parent.name == package}
    assert {getattr(item, "id") for item in registered} == here  # noqa: B009
