"""The role of a case is the strongest that its known facts give, and no unknown is a silent no."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.finding import Severity
from matcher.domain.vocabulary import IndividualPlan, Role, Service, Subject
from matcher.entitlement import entitle, placed_in_round
from matcher.profiles.load import builtin, load
from matcher.profiles.profile import Profile
from tests.strategies import ON, cases

profiles = st.sampled_from([load(name) for name in builtin()])


def service(word: str, beyond_ordinary: bool | None = None) -> ServiceInCase:
    return ServiceInCase(service=Service(word), beyond_ordinary=beyond_ordinary)


CHILD = Case(
    id="S-1",
    subject=Subject.CHILD,
    birth_month=date(2019, 3, 1),
    bti_level=3,
    serious_condition=True,
    long_term_need=True,
    services=(service("habilitering"), service("fysioterapi"), service("skole")),
)


@given(cases(), profiles, st.none() | st.sampled_from(IndividualPlan))
def test_an_individual_plan_never_changes_the_role(
    case: Case, profile: Profile, plan: IndividualPlan | None
) -> None:
    """S003, S070: with or without a plan."""
    other = case.model_copy(update={"individual_plan": plan})
    assert entitle(other, profile, ON).role is entitle(case, profile, ON).role


@given(cases(), profiles, st.none() | st.text(min_size=1, max_size=5))
def test_a_case_is_judged_by_itself_not_by_its_siblings(
    case: Case, profile: Profile, family: str | None
) -> None:
    other = case.model_copy(update={"family": family})
    assert entitle(other, profile, ON) == entitle(case, profile, ON)


@given(cases(), profiles)
def test_a_role_always_has_a_reason_with_a_source(case: Case, profile: Profile) -> None:
    entitlement = entitle(case, profile, ON)
    first, *_ = entitlement.because
    assert (first.code == "entitlement.owed") is (entitlement.role is not Role.NONE)
    assert all(finding.source and finding.subject == case.id for finding in entitlement.because)


SETTLED_BY = {
    "long_term_need": (True, False),
    "serious_condition": (True, False),
    "bti_level": (0, 1, 3),
    "found_early": (True, False),
}


@given(cases(), profiles, st.sampled_from(sorted(SETTLED_BY)))
def test_a_missing_fact_that_decides_the_role_is_told_as_a_warning(
    case: Case, profile: Profile, fact: str
) -> None:
    """If settling the fact can raise the role, the case without the fact carries a warning."""
    blank = case.model_copy(update={fact: None})
    before = entitle(blank, profile, ON)
    order = list(Role)
    for value in SETTLED_BY[fact]:
        after = entitle(blank.model_copy(update={fact: value}), profile, ON)
        if order.index(after.role) < order.index(before.role):
            assert any(f.severity is Severity.WARNING for f in before.because)


@given(cases(), profiles, st.sampled_from(sorted(SETTLED_BY)))
def test_a_missing_fact_never_raises_the_role(case: Case, profile: Profile, fact: str) -> None:
    """A claim goes before others' only when it is known: some settled answer gives as much."""
    blank = case.model_copy(update={fact: None})
    order = list(Role)
    settled = [
        entitle(blank.model_copy(update={fact: value}), profile, ON).role
        for value in SETTLED_BY[fact]
    ]
    assert order.index(entitle(blank, profile, ON).role) >= min(map(order.index, settled))


@pytest.mark.parametrize("name", builtin())
def test_a_seriously_ill_child_is_owed_a_barnekoordinator_in_every_municipality(name: str) -> None:
    """Hol. § 7-2 a holds everywhere, also where the document is silent or older."""
    assert entitle(CHILD, load(name), ON).role is Role.BARNEKOORDINATOR


def test_a_lower_role_carries_the_warning_of_the_claim_that_hinges_on_a_missing_fact() -> None:
    unsettled = CHILD.model_copy(update={"serious_condition": None})
    entitlement = entitle(unsettled, load("lyngdal"), ON)
    assert entitlement.role is Role.KOORDINATOR
    assert [f.code for f in entitlement.because][:2] == [
        "entitlement.owed",
        "entitlement.unsettled",
    ]
    assert entitlement.because[1].severity is Severity.WARNING
    assert "barnekoordinator" in entitlement.because[1].message


def test_siblings_with_different_needs_have_different_roles() -> None:
    well = CHILD.model_copy(update={"id": "S-2", "serious_condition": False, "family": "A"})
    ill = CHILD.model_copy(update={"family": "A"})
    profile = load("lyngdal")
    assert [entitle(case, profile, ON).role for case in (ill, well)] == [
        Role.BARNEKOORDINATOR,
        Role.KOORDINATOR,
    ]


def test_without_a_claim_the_stafettholder_remains_in_newer_lyngdal() -> None:
    """S040; the older text names the same case koordinator uten rettskrav (S007)."""
    case = CHILD.model_copy(
        update={"serious_condition": False, "services": (service("PPT"), service("skole"))}
    )
    assert entitle(case, load("lyngdal"), ON).role is Role.STAFETTHOLDER
    assert entitle(case, load("lyngdal-2021"), ON).role is Role.KOORDINATOR_WITHOUT_CLAIM
    assert entitle(case, load("rakkestad"), ON).role is Role.NONE


def test_the_plan_that_was_declined_is_told_as_changing_nothing() -> None:
    case = CHILD.model_copy(update={"individual_plan": IndividualPlan.DECLINED})
    because = entitle(case, load("farsund"), ON).because
    (told,) = [f for f in because if f.code == "entitlement.individual_plan_declined"]
    assert "endrer ikke rollen" in told.message
    assert "S070" in (told.source or "")


def test_a_long_term_need_with_a_claim_also_gives_the_right_to_a_plan() -> None:
    """S043, S047."""
    codes = [f.code for f in entitle(CHILD, load("lyngdal"), ON).because]
    assert "entitlement.individual_plan" in codes


def test_ke_names_nobody_for_a_stafettholder_in_lyngdal() -> None:
    """S040, S048: the stafettholder is named by the service nearest to the child."""
    profile = load("lyngdal")
    assert [role for role in Role if placed_in_round(role, profile)] == [
        Role.BARNEKOORDINATOR,
        Role.KOORDINATOR,
        Role.KOORDINATOR_WITHOUT_CLAIM,
    ]
