"""A planted fault in any line of any profile makes a worked case fail.

Each line is taken out by itself every time; every setting of every line, shifted to every side, is
for `make soak`.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from matcher.profiles.in_force import lines
from matcher.profiles.line import Line, Mode, RuleLine
from matcher.profiles.load import builtin, load
from matcher.profiles.profile import Profile
from tests.worked_cases.holding import disagreements
from tests.worked_cases.planting import Fault, faults, idle, says_nothing, taken_out
from tests.worked_cases.worked_case import HERE, WorkedCase, cases_of

TOLD_BY = {
    "rules": "hvem = ",
    "criteria": "poeng = ",
    "gates": ".valg]]",
    "goals": "[maal]",
    "tasks": ".oppgaver]]",
    "alerts": "varsler = ",
    "entitlement": "rolle = ",
    "goals.preference": "foretrekker",
    "goals.siblings": "Familie",
    "workload": "Møter per år",
}
"""What a line, or a group of them, shows in: the files that say it most often are asked first."""

every_profile = pytest.mark.parametrize("name", builtin())


@every_profile
def test_a_line_that_is_taken_out_is_noticed(name: str) -> None:
    profile = load(name)
    plain = [key for key, _, line in lines(profile) if not says_nothing(profile, key, line)]
    gone = [Fault(key, "", "tatt ut", taken_out(profile, key)) for key in plain]
    assert len(gone) > 50
    assert unnoticed(name, gone) == []


@pytest.mark.soak
@every_profile
def test_every_setting_that_is_another_is_noticed(name: str) -> None:
    planted = list(faults(load(name)))
    assert len(planted) > 300
    assert unnoticed(name, planted) == []


@every_profile
def test_what_is_passed_over_does_nothing(name: str) -> None:
    """A setting is idle only where the line is off, or nothing can come of it."""
    profile = load(name)
    passed_over = [
        (key, setting)
        for key, _, line in lines(profile)
        for setting in type(line).model_fields
        if setting not in Line.model_fields and idle(profile, key, line, setting)
    ]
    switches = {"mode", "weight", "is_used"}
    assert not [
        key for key, setting in passed_over if setting in switches and key in _in_use(profile)
    ]


def _in_use(profile: Profile) -> set[str]:
    """The rules that are on."""
    return {
        key
        for key, _, line in lines(profile)
        if isinstance(line, RuleLine) and line.mode is not Mode.OFF
    }


def unnoticed(profile: str, planted: Iterable[Fault]) -> list[str]:
    """The faults under which every worked case still holds."""
    return [str(fault) for fault in planted if noticed_by(profile, fault) is None]


def noticed_by(profile: str, fault: Fault) -> WorkedCase | None:
    """The first worked case that fails, those that mention the line asked first."""
    group, _, name = fault.line.rpartition(".")
    told_by = TOLD_BY.get(fault.line) or TOLD_BY.get(group, name)

    def likely(case: WorkedCase) -> tuple[bool, int]:
        text = text_of(case)
        return name not in text, -text.count(told_by)

    in_order = sorted(cases_of(profile), key=likely)
    return next((case for case in in_order if fails(case, fault)), None)


def fails(case: WorkedCase, fault: Fault) -> bool:
    """Whether the case doesn't hold; a program that stops is one that doesn't."""
    try:
        return next(disagreements(case, fault.profile), None) is not None
    except (ValueError, LookupError, AttributeError):
        return True


def text_of(case: WorkedCase) -> str:
    return (HERE / f"{case.id}.toml").read_text(encoding="utf-8")
