"""The family's wish, heaviest by default (S032, S051, S128)."""

import pytest
from hypothesis import given

from matcher.criteria.onske import CRITERION
from matcher.domain.case import Case, Wish
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import Pairs
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role, Service, WishAbout
from tests.example_profile import example_profile
from tests.strategies import ON, all_pairs
from tests.twins import PROFILE, agrees_with_criterion, pair_of, score

SOMEBODY = Coordinator(
    id="K-01", service=Service.SCHOOL, gender="mann", languages=("norsk", "arabisk")
)


def facts_of(coordinator: Coordinator, about: WishAbout) -> list[str]:
    """What the coordinator is, as words; nothing where it isn't known."""
    found: dict[WishAbout, list[str]] = {
        WishAbout.COORDINATOR: [coordinator.id],
        WishAbout.SERVICE: [coordinator.service] if coordinator.service else [],
        WishAbout.GENDER: [coordinator.gender] if coordinator.gender else [],
        WishAbout.LANGUAGE: list(coordinator.languages),
    }
    return [word.strip().lower() for word in found[about]]


def kind_twin(wishes: list[Wish], coordinator: Coordinator) -> int | None:
    facts = facts_of(coordinator, wishes[0].about)
    in_order = sorted({wish.order or 99 for wish in wishes})
    hits = [
        100 - 15 * in_order.index(wish.order or 99)
        for wish in wishes
        if wish.value.strip().lower() in facts
    ]
    if hits:
        return max(hits)
    return 0 if facts else None


def twin(case: Case, coordinator: Coordinator, role: Role) -> int | None:
    kinds: dict[WishAbout, list[Wish]] = {}
    for wish in case.wishes:
        if wish.wanted:
            kinds.setdefault(wish.about, []).append(wish)
    if not kinds:
        return None
    points = {about: kind_twin(wishes, coordinator) for about, wishes in kinds.items()}
    person = points.pop(WishAbout.COORDINATOR, None)
    if person:
        return person
    known = [value for value in points.values() if value is not None]
    others = int(sum(known) / len(known) + 0.5) if known else None
    if person is None:
        return others
    return int((others or 0) / 2 + 0.5)


@given(all_pairs())
def test_the_criterion_is_its_twin(pairs: Pairs) -> None:
    agrees_with_criterion(twin, CRITERION, pairs)


def wish(about: WishAbout, value: str, order: int | None = None, wanted: bool = True) -> Wish:
    return Wish(wanted=wanted, about=about, value=value, order=order)


PERSON, SERVICE, LANGUAGE, GENDER = (
    WishAbout.COORDINATOR,
    WishAbout.SERVICE,
    WishAbout.LANGUAGE,
    WishAbout.GENDER,
)


@pytest.mark.parametrize(
    ("wishes", "points"),
    [
        ((), None),
        ((wish(PERSON, "K-01"),), 100),
        ((wish(PERSON, "K-02", 1), wish(PERSON, "K-01", 2)), 85),
        ((wish(PERSON, "K-02", 1), wish(PERSON, "K-03", 2), wish(PERSON, "K-01", 5)), 70),
        ((wish(PERSON, "K-02"),), 0),
        ((wish(PERSON, "K-02"), wish(SERVICE, "skole")), 50),
        ((wish(PERSON, "K-01"), wish(SERVICE, "rus")), 100),
        ((wish(SERVICE, "skole"), wish(GENDER, "kvinne")), 50),
        ((wish(SERVICE, "rus", 1), wish(SERVICE, "Skole", 2)), 85),
        ((wish(LANGUAGE, "arabisk"),), 100),
        ((wish(GENDER, "mann", wanted=False),), None),
    ],
)
def test_a_wanted_person_answers_the_wish_and_others_come_as_near_as_they_can(
    wishes: tuple[Wish, ...], points: int | None
) -> None:
    assert score(CRITERION, pair_of(Case(id="S", wishes=wishes), SOMEBODY)) == points


def test_a_missing_fact_is_left_out_of_the_mean() -> None:
    case = Case(id="S", wishes=(wish(SERVICE, "skole"), wish(GENDER, "kvinne")))
    pair = pair_of(case, Coordinator(id="K", service=Service.SCHOOL))
    assert score(CRITERION, pair) == 100
    assert CRITERION.because(pair, PROFILE) == (
        "Familiens ønsker – oppfylt: en koordinator fra skole; "
        "ikke oppgitt: en koordinator som er kvinne."
    )


def test_the_steps_are_the_profiles() -> None:
    profile = example_profile(
        criteria={"onske": {"less_for_each_later_choice": 60, "without_the_wanted_person": 10}}
    )
    third = (wish(PERSON, "K-02", 1), wish(PERSON, "K-03", 2), wish(PERSON, "K-01", 3))
    assert score(CRITERION, pair_of(Case(id="S", wishes=third), SOMEBODY), profile) == 0
    other = (wish(PERSON, "K-02"), wish(SERVICE, "skole"))
    assert score(CRITERION, pair_of(Case(id="S", wishes=other), SOMEBODY), profile) == 10


def test_the_sentence_names_the_person_that_is_not_met() -> None:
    case = Case(id="S", wishes=(wish(PERSON, "K-02", 1),))
    assert "ikke oppfylt: koordinator K-02" in CRITERION.because(pair_of(case, SOMEBODY), PROFILE)
    assert "ikke sagt noe ønske" in CRITERION.because(pair_of(Case(id="S"), SOMEBODY), PROFILE)


def test_another_person_who_is_wished_for_is_named() -> None:
    other = Coordinator(id="K-02", name="Lise Lund")
    case = Case(id="S", wishes=(wish(PERSON, "K-02", 1),))
    pairs = Pairs.of(Roster.of(ON, [case], [SOMEBODY, other]), {"S": Role.KOORDINATOR})
    told = CRITERION.because(pairs.only("S", "K-01"), PROFILE)
    assert told == "Familiens ønsker – ikke oppfylt: koordinator Lise Lund (K-02)."
