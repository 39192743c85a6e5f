"""Every worked case holds: what the documents say, the program does."""

import pytest

from matcher.profiles.load import builtin, load
from matcher.statements.statement import statements
from tests.worked_cases.holding import disagreements
from tests.worked_cases.worked_case import COMMON, WorkedCase, cases_of, worked_cases

every_case = pytest.mark.parametrize(
    "case", worked_cases(), ids=lambda case: f"{case.profile}-{case.id}"
)


@every_case
def test_the_program_does_what_the_document_says(case: WorkedCase) -> None:
    assert list(disagreements(case, load(case.profile))) == []


@every_case
def test_a_case_says_where_it_comes_from(case: WorkedCase) -> None:
    own = {s.id for s in statements() if s.profile == case.profile}
    assert set(case.statements) <= own
    assert case.statements or "§" in case.says or "skjønn" in case.says
    assert case.expected or case.rules


@pytest.mark.parametrize("profile", builtin())
def test_every_municipality_has_at_least_five_cases_of_its_own(profile: str) -> None:
    own = [case for case in cases_of(profile) if not case.id.startswith(COMMON)]
    assert len(own) >= 5


def test_at_least_ten_cases_lie_at_the_edge_of_a_rule() -> None:
    assert len({case.id for case in worked_cases() if case.is_at_the_edge}) >= 10
