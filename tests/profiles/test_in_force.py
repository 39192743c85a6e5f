"""Every line of a profile is told in Norwegian, with its source and the day it was checked."""

import re
from enum import StrEnum

import pytest
from pydantic import BaseModel

from matcher.profiles import entitlement_lines, line, profile
from matcher.profiles.in_force import WORDS, RuleInForce, rules_in_force, said
from matcher.profiles.line import Line
from matcher.profiles.load import builtin, load, text_of


@pytest.fixture(params=builtin())
def told(request: pytest.FixtureRequest) -> dict[str, RuleInForce]:
    return {rule.key: rule for rule in rules_in_force(load(request.param))}


def test_every_line_and_setting_has_a_norwegian_name(told: dict[str, RuleInForce]) -> None:
    assert [key for key, rule in told.items() if not rule.title] == []
    assert [s.key for rule in told.values() for s in rule.settings if not s.title] == []


@pytest.mark.parametrize("name", builtin())
def test_every_table_of_the_file_is_told_and_no_other(name: str) -> None:
    tables = set(re.findall(r"^\[([^\]]+)\]$", text_of(name), re.M))
    below_a_line = {"criteria.tidsaspekt.ends_at", "workload.hours_per_month_with_plan"}
    assert {rule.key for rule in rules_in_force(load(name))} == tables - below_a_line


def test_no_english_value_reaches_a_reader() -> None:
    """Each choice that stands in English in the file has a Norwegian word."""
    choices = {
        kind
        for module in (line, profile, entitlement_lines)
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, StrEnum)
        and kind.__module__ == module.__name__
    }
    assert choices == WORDS.keys()
    assert all({member.value for member in kind} == WORDS[kind].keys() for kind in choices)


def test_what_is_off_weighs_nothing_or_is_not_used_is_not_in_force() -> None:
    told = {rule.key: rule.is_in_force for rule in rules_in_force(load("farsund"))}
    assert not told["rules.fagkrav"]
    assert not told["criteria.pedagog"]
    assert not told["entitlement.stafettholder"]
    assert told["rules.barnevern_undersokelse"]
    assert told["criteria.onske"]
    assert told["meetings"]


def test_a_rule_that_is_off_shows_no_setting_that_does_nothing() -> None:
    told = {rule.key: rule for rule in rules_in_force(load("farsund"))}
    assert [s.says for s in told["rules.fagkrav"].settings] == ["brukes ikke"]
    assert [s.key for s in told["criteria.pedagog"].settings] == ["weight", "why"]


def test_the_source_of_a_line_is_told_as_the_line_tells_it() -> None:
    profile = load("lyngdal")
    told = {rule.key: rule.source for rule in rules_in_force(profile)}
    assert told["goals.siblings"] == profile.goals.siblings.source
    assert told["goals.siblings"].startswith("S046, hol. § 7-2 a; ")


def test_values_are_told_as_norwegian_is_written() -> None:
    assert [said(v) for v in (True, 2.5, (), {"ønsket": 1.0})] == [
        "ja",
        "2,5",
        "ingen",
        "ønsket: 1",
    ]


def test_every_setting_of_every_kind_of_line_is_named() -> None:
    """Also of lines that no built-in profile has."""

    def kinds(base: type[BaseModel]) -> set[type[BaseModel]]:
        return {base}.union(*(kinds(kind) for kind in base.__subclasses__()))

    unnamed = [
        f"{kind.__name__}.{name}"
        for kind in kinds(Line)
        for name, field in kind.model_fields.items()
        if name not in Line.model_fields and not field.title
    ]
    assert unnamed == []
