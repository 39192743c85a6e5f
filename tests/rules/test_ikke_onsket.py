"""Not the person, service, language or gender that the family does not want (S032, S128)."""

import pytest
from hypothesis import given

from matcher.domain.case import Case, Wish
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Service, WishAbout
from matcher.rules.ikke_onsket import RULE
from tests.strategies import all_pairs
from tests.twins import PROFILE, agrees_with_rule, answer, pair_of

SOMEBODY = Coordinator(
    id="K-01", service=Service.SCHOOL, gender="mann", languages=("norsk", "Arabisk")
)


def twin(case: Case, coordinator: Coordinator) -> bool | None:
    unknown = False
    for wish in case.wishes:
        if wish.wanted:
            continue
        facts: tuple[str | None, ...]
        match wish.about:
            case WishAbout.COORDINATOR:
                facts = (coordinator.id,)
            case WishAbout.SERVICE:
                facts = (coordinator.service,)
            case WishAbout.GENDER:
                facts = (coordinator.gender,)
            case WishAbout.LANGUAGE:
                facts = coordinator.languages or (None,)
        if wish.value.strip().lower() in {(fact or "").strip().lower() for fact in facts}:
            return False
        if wish.value == coordinator.id and wish.about is WishAbout.COORDINATOR:
            return False
        unknown = unknown or None in facts
    return None if unknown else True


@given(all_pairs())
def test_the_rule_is_its_twin(pairs: Pairs) -> None:
    agrees_with_rule(twin, RULE, pairs)


@pytest.mark.parametrize(
    ("about", "value", "told", "word"),
    [
        (WishAbout.COORDINATOR, "K-01", False, "denne koordinatoren"),
        (WishAbout.COORDINATOR, "K-02", True, "ikke sagt nei"),
        (WishAbout.COORDINATOR, "ukjent", True, "ikke sagt nei"),
        (WishAbout.SERVICE, "Skole ", False, "fra Skole"),
        (WishAbout.SERVICE, "rus", True, "ikke sagt nei"),
        (WishAbout.LANGUAGE, "arabisk", False, "snakker arabisk"),
        (WishAbout.GENDER, "Mann", False, "er Mann"),
        (WishAbout.GENDER, "kvinne", True, "ikke sagt nei"),
    ],
)
def test_a_wish_against_refuses_who_it_is_about(
    about: WishAbout, value: str, told: bool, word: str
) -> None:
    case = Case(id="S", wishes=(Wish(wanted=False, about=about, value=value),))
    assert answer(RULE, pair_of(case, SOMEBODY)) is told
    assert word in RULE.because(pair_of(case, SOMEBODY), PROFILE)


def test_a_wish_for_somebody_refuses_nobody() -> None:
    case = Case(id="S", wishes=(Wish(wanted=True, about=WishAbout.COORDINATOR, value="K-01"),))
    assert answer(RULE, pair_of(case, SOMEBODY)) is True


def test_a_missing_fact_is_asked_about_by_name() -> None:
    case = Case(id="S", wishes=(Wish(wanted=False, about=WishAbout.GENDER, value="mann"),))
    pair = pair_of(case, Coordinator(id="K-01"))
    assert answer(RULE, pair) is None
    assert RULE.because(pair, PROFILE) == (
        "Familien ønsker ikke en koordinator som er mann; "
        "det er ikke oppgitt om det gjelder koordinatoren."
    )
