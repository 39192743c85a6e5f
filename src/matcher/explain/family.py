"""What a family may be told of its case, as data: apart from all that KE is told.

It rests on `OwnFacts` alone: the case's own rows, the role, and the public facts of the coordinator
and of those the family itself has named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from matcher.criteria.evaluate import in_use
from matcher.domain.case import Case, Wish
from matcher.domain.coordinator import Coordinator
from matcher.domain.frozen import Frozen
from matcher.domain.pairs import NOT_MET, Pairs
from matcher.domain.running_services import barnevern_phases, running
from matcher.domain.vocabulary import (
    BarnevernPhase,
    Focus,
    RelationKind,
    Role,
    Service,
    WishAbout,
)
from matcher.domain.wishes import is_about
from matcher.domain.wording import folded
from matcher.explain.own_facts import OwnFacts, called, hides_place
from matcher.profiles.profile import Profile
from matcher.rules.evaluate import evaluate, in_force


class Suggested(Frozen):
    """Who is suggested. ``None`` is not known, or hidden by a blocked address."""

    name: str
    service: Service | None
    unit: str | None


class Tie(StrEnum):
    """What binds the family and the suggested coordinator already."""

    CURRENT = "current"
    KNOWS_FAMILY = "knows_family"
    EARLIER = "earlier"
    CONTACT = "contact"
    SERVICE_IN_CASE = "service_in_case"


class Heard(StrEnum):
    """How a wish was heard."""

    MET = "met"
    NOT_NEEDED = "not_needed"
    """Another wish of the family, at least as dear, is met: a person, or one of the same kind."""
    MAY_NOT = "may_not"
    """May not have the role, by a rule that can be told."""
    NOT_AVAILABLE = "not_available"
    """For whatever other reason: load, absence and employment are never told apart."""
    NOT_KNOWN = "not_known"
    STILL_SUGGESTED = "still_suggested"
    """What the family didn't want is suggested all the same."""


class HeardWish(Frozen):
    """A wish of the family and how it was heard."""

    wanted: bool
    about: WishAbout
    value: str
    """A person's name, or the service, language or gender as written."""
    heard: Heard
    rule: str | None = None
    """The id of the rule, where a rule is why."""


class FamilyExplanation(Frozen):
    """What the family may be told."""

    case: str
    role: Role
    on: date
    coordinator: Suggested | None
    is_change: bool
    """The case has a coordinator, and another is suggested."""
    ties: tuple[Tie, ...]
    weighed: tuple[str, ...]
    """Ids of the criteria that were weighed for this case; never a score."""
    wishes: tuple[HeardWish, ...]


TELLABLE_RULES = frozenset(
    {
        "barnevern_undersokelse",
        "helse_og_omsorg",
        "aktuelle_enheter",
        "kommunalt_ansatt",
        "tjenesteyter",
        "fagkrav",
        "inhabil",
    }
)
"""Rules that stand on the service, the employer or the case's own rows. The others would tell of
an employee's absence, training or answer, or of what one in the family said of another."""


def family_explanation(facts: OwnFacts, profile: Profile) -> FamilyExplanation:
    """What the family may be told, from its own facts and the municipality's rules alone."""
    case, suggested = facts.case, facts.coordinator
    return FamilyExplanation(
        case=case.id,
        role=facts.role,
        on=facts.on,
        coordinator=None if suggested is None else _suggested(facts, suggested),
        is_change=suggested is not None and case.current_coordinator not in (None, suggested.id),
        ties=() if suggested is None else tuple(_ties(facts, suggested)),
        weighed=tuple(c.id for c in in_use(profile) if WEIGHED_FOR[c.id](facts, profile)),
        wishes=tuple(_wishes(facts, profile)),
    )


def _suggested(facts: OwnFacts, coordinator: Coordinator) -> Suggested:
    return Suggested(
        name=called(coordinator),
        service=coordinator.service,
        unit=None if hides_place(facts.case, coordinator) else coordinator.unit,
    )


def _ties(facts: OwnFacts, suggested: Coordinator) -> Iterator[Tie]:
    case = facts.case
    relations = {r.kind for r in case.relations if r.coordinator == suggested.id}
    now = [row for row in running(case, facts.on) if row.since is None or row.since <= facts.on]
    if case.current_coordinator == suggested.id:
        yield Tie.CURRENT
    if RelationKind.KNOWS_FAMILY in relations:
        yield Tie.KNOWS_FAMILY
    if RelationKind.EARLIER_COORDINATOR in relations:
        yield Tie.EARLIER
    if suggested.id in {row.contact for row in now}:
        yield Tie.CONTACT
    if suggested.service in {row.service for row in now}:
        yield Tie.SERVICE_IN_CASE


def _hides_place(facts: OwnFacts) -> bool:
    return hides_place(facts.case, facts.coordinator)


WEIGHED_FOR: Mapping[str, Callable[[OwnFacts, Profile], bool]] = {
    "onske": lambda facts, _: any(wish.wanted for wish in facts.case.wishes),
    "tidsaspekt": lambda facts, _: bool(facts.case.services),
    "faglig_fokus": lambda facts, _: any(facts.case.focus.level(focus) for focus in Focus),
    "kontinuitet": lambda facts, _: True,
    "kjennskap": lambda facts, _: True,
    "stabilitet": lambda facts, _: True,
    "arenadekning": lambda facts, _: bool(facts.case.arenas) and not _hides_place(facts),
    "fosterhjem": lambda facts, _: (
        BarnevernPhase.FOSTER_HOME in barnevern_phases(facts.case, facts.on)
    ),
    "pedagog": lambda facts, profile: facts.role in profile.criteria.pedagog.roles,
    "kompetanse": lambda facts, _: True,
    "sprak": lambda facts, _: bool(facts.case.languages),
    "omrade": lambda facts, _: facts.case.area is not None and not _hides_place(facts),
}
"""Whether a criterion was about this case at all, by criterion id: by the case's own rows."""

ONE_OF_EACH = (WishAbout.COORDINATOR, WishAbout.SERVICE, WishAbout.GENDER)
"""Kinds of wish of which one person can meet only one."""


def _wishes(facts: OwnFacts, profile: Profile) -> Iterator[HeardWish]:
    """Each different wish once, as the family ranked them; those against come last.

    With nobody suggested, nothing is told of what the family doesn't want.
    """
    seen = set()
    for wish in sorted(facts.case.wishes, key=_order):
        key = (wish.wanted, wish.about, folded(wish.value))
        if key in seen or not (wish.wanted or facts.coordinator):
            continue
        seen.add(key)
        heard, rule = _wanted(wish, facts, profile) if wish.wanted else _unwanted(wish, facts)
        yield HeardWish(
            wanted=wish.wanted,
            about=wish.about,
            value=_value(wish, facts),
            heard=heard,
            rule=rule,
        )


def _order(wish: Wish) -> tuple[bool, int, float, str]:
    rank = float("inf") if wish.order is None else wish.order
    return not wish.wanted, list(WishAbout).index(wish.about), rank, folded(wish.value)


def _value(wish: Wish, facts: OwnFacts) -> str:
    if wish.about is WishAbout.COORDINATOR:
        return next((called(c) for c in facts.named if c.id == wish.value), wish.value)
    return wish.value.strip()


def _wanted(wish: Wish, facts: OwnFacts, profile: Profile) -> tuple[Heard, str | None]:
    suggested = facts.coordinator
    answer = is_about(wish, suggested) if suggested else False
    if answer:
        return Heard.MET, None
    if suggested and _met_as_well(wish, facts.case, suggested):
        return Heard.NOT_NEEDED, None
    if rule := _stopped_by(wish, facts, profile):
        return Heard.MAY_NOT, rule
    return Heard.NOT_KNOWN if answer is None else Heard.NOT_AVAILABLE, None


def _unwanted(wish: Wish, facts: OwnFacts) -> tuple[Heard, str | None]:
    assert facts.coordinator is not None
    answer = is_about(wish, facts.coordinator)
    if answer is None:
        return Heard.NOT_KNOWN, None
    return Heard.STILL_SUGGESTED if answer else Heard.MET, None


def _met_as_well(wish: Wish, case: Case, suggested: Coordinator) -> bool:
    """Whether another wish, at least as dear, is met: a person before all, or one of its kind."""
    met = [other for other in case.wishes if other.wanted and is_about(other, suggested)]
    if wish.about is not WishAbout.COORDINATOR and any(
        other.about is WishAbout.COORDINATOR for other in met
    ):
        return True
    return wish.about in ONE_OF_EACH and any(
        other.about is wish.about and _order(other)[2] <= _order(wish)[2] for other in met
    )


def _stopped_by(wish: Wish, facts: OwnFacts, profile: Profile) -> str | None:
    """The first rule that can be told and that keeps the wished person, or service, out.

    A rule that isn't met, never one that only lacks a fact.
    """
    if wish.about is WishAbout.COORDINATOR:
        wished = next((c for c in facts.named if c.id == wish.value), None)
    elif wish.about is WishAbout.SERVICE:
        service = next((s for s in Service if folded(s) == folded(wish.value)), None)
        wished = Coordinator(id=wish.value, service=service) if service else None
    else:
        wished = None
    if wished is None:
        return None
    pair = Pairs(facts.on, (facts.case,), (facts.role,), (wished,), {})
    results = evaluate(pair, profile)
    return next(
        (
            rule.id
            for rule in in_force(profile)
            if rule.id in TELLABLE_RULES
            and results.refused[rule.id][0, 0]
            and results.verdicts[rule.id][0, 0] == NOT_MET
        ),
        None,
    )
