"""What the family wants, or doesn't want, of a coordinator."""

from collections.abc import Sequence

from matcher.domain.case import Case, Wish
from matcher.domain.vocabulary import Service, Subject, WishAbout, WishBy
from matcher.sample.chance import Chance
from matcher.sample.households import NORWEGIAN
from matcher.sample.names import MAN, WOMAN

_HAS_WISHES = 0.45
_ABOUT = {
    WishAbout.COORDINATOR: 0.55,
    WishAbout.SERVICE: 0.25,
    WishAbout.LANGUAGE: 0.12,
    WishAbout.GENDER: 0.08,
}
_NEVER_WISHED = frozenset({Service.GP, Service.SPECIALIST_HEALTH, Service.SERVICE_OFFICE})


def draw_wishes(
    chance: Chance, case: Case, people: Sequence[str], current: str | None
) -> tuple[Wish, ...]:
    """One to three wishes in 45 % of the cases; ``people`` are those the family may know."""
    if not chance.yes(_HAS_WISHES):
        return ()
    by = _who(chance, case.subject)
    wishes: list[Wish] = []
    for _ in range(chance.weighted({1: 0.7, 2: 0.22, 3: 0.08})):
        about = chance.weighted(_ABOUT)
        value = _value(chance, case, about, people, current)
        if value is None:
            about, value = WishAbout.GENDER, _gender(chance)
        if not _has_said(wishes, about, value):
            order = len(wishes) + 1
            wishes.append(Wish(wanted=True, about=about, value=value, order=order, by=by))
    if people and chance.yes(0.2):
        value = chance.one(people)
        if not _has_said(wishes, WishAbout.COORDINATOR, value):
            wishes.append(Wish(wanted=False, about=WishAbout.COORDINATOR, value=value, by=by))
    return tuple(wishes)


def _has_said(wishes: Sequence[Wish], about: WishAbout, value: str) -> bool:
    """Several people or services may be wished for, but only one language and one gender."""
    several = about in (WishAbout.COORDINATOR, WishAbout.SERVICE)
    return any(wish.about is about and (wish.value == value or not several) for wish in wishes)


def _value(
    chance: Chance, case: Case, about: WishAbout, people: Sequence[str], current: str | None
) -> str | None:
    if about is WishAbout.COORDINATOR:
        keep = current is not None and chance.yes(0.6)
        return current if keep else (chance.one(people) if people else None)
    if about is WishAbout.SERVICE:
        services = [row.service for row in case.services if row.service not in _NEVER_WISHED]
        return chance.one(services).value if services else None
    if about is WishAbout.LANGUAGE:
        other = [language for language in case.languages if language != NORWEGIAN]
        return other[0] if other else None
    return _gender(chance)


def _gender(chance: Chance) -> str:
    return chance.one((WOMAN, WOMAN, MAN))


def _who(chance: Chance, subject: Subject | None) -> WishBy | None:
    if subject is Subject.ADULT:
        return WishBy.USER
    if subject is Subject.YOUTH:
        return chance.weighted({WishBy.CHILD: 0.5, WishBy.GUARDIAN: 0.4, None: 0.1})
    return chance.weighted({WishBy.GUARDIAN: 0.9, None: 0.1})
