"""The family's letter: what may be told, in clear language (språklova § 9).

Everything about the case comes from `matcher.explain.family`, which sees nothing of other
families, load or absence (S082). The rest is the same for every case with the same role.
"""

from __future__ import annotations

from matcher.domain.case import Case
from matcher.domain.vocabulary import Role, Service, Subject, WishAbout
from matcher.domain.wording import folded
from matcher.explain.family import (
    FamilyExplanation,
    Heard,
    HeardWish,
    Suggested,
    Tie,
    family_explanation,
)
from matcher.explain.own_facts import own_facts
from matcher.letters.consent import consent_in_words
from matcher.letters.document import Block, Document, listing, paragraph, section
from matcher.letters.ground import Ground
from matcher.letters.texts import Texts

HAS_CLAIM = (Role.BARNEKOORDINATOR, Role.KOORDINATOR)


def to_family(ground: Ground) -> Document:
    """The content of the family's letter."""
    chosen = ground.coordinator.id if ground.coordinator else None
    facts = own_facts(ground.told, ground.roster, chosen)
    told = family_explanation(facts, ground.profile)
    texts = ground.texts
    if facts.case.subject is not Subject.ADULT:
        texts = texts.to_several()
    role, is_decided = texts.say(f"role.{told.role}"), ground.decided is not None
    if is_decided:
        title = texts.own_lines([texts.own.title_decided])[0]
    else:
        title = texts.say("who.title" if ground.coordinator else "who.title_nobody", role=role)
    return Document(
        language=texts.language,
        author=ground.profile.words.municipality,
        day=ground.day,
        title=title,
        facts=ground.head(),
        note=ground.note(),
        blocks=(
            *_who(told, texts, role, is_decided),
            *_weighed(told, texts),
            *_wishes(told, texts),
            *section(
                texts.say("does.heading", role=role), listing(texts.own_lines(texts.own.does))
            ),
            *_away(ground, texts),
            *_consent(facts.case, texts),
            *_plan(ground, texts, role),
            *_complain(told, texts, is_decided),
            *_contact(texts),
            *section(
                texts.say("law.heading"),
                paragraph(*texts.own_lines(texts.own.law), texts.say(f"law.{told.role}")),
            ),
        ),
    )


def _who(told: FamilyExplanation, texts: Texts, role: str, is_decided: bool) -> tuple[Block, ...]:
    state = "decided" if is_decided else "suggested"
    heading = texts.say("who.heading_decided" if is_decided else "who.heading")
    why = paragraph(texts.say(f"why.{told.role}"))
    one = told.coordinator
    if one is None:
        return section(heading, paragraph(texts.say("who.nobody")), why)
    kept = "_current" if Tie.CURRENT in told.ties else ""
    ties = listing(_tie(tie, one, texts) for tie in told.ties if tie is not Tie.CURRENT)
    return section(
        heading,
        paragraph(
            texts.say(f"who.{state}{kept}", name=one.name, role=role),
            texts.say("who.service", name=one.name, service=_service(one, texts))
            if one.service
            else "",
            texts.say("who.unit", unit=one.unit) if one.unit else "",
        ),
        paragraph(texts.say("who.change")) if told.is_change else None,
        paragraph(texts.say("tie.heading")) if ties else None,
        ties,
        why,
    )


def _tie(tie: Tie, one: Suggested, texts: Texts) -> str:
    return texts.say(f"tie.{tie}", name=one.name, service=_service(one, texts))


def _service(one: Suggested, texts: Texts) -> str:
    return texts.say(f"service.{one.service or Service.OTHER}")


def _weighed(told: FamilyExplanation, texts: Texts) -> tuple[Block, ...]:
    return section(
        texts.say("weighed.heading"),
        paragraph(texts.say("weighed.intro")),
        listing(texts.say(f"weighed.{criterion}") for criterion in told.weighed),
    )


def _wishes(told: FamilyExplanation, texts: Texts) -> tuple[Block, ...]:
    answers = listing(f"{_wish(wish, texts)} {_heard(wish, texts)}" for wish in told.wishes)
    return section(texts.say("wishes.heading"), answers or paragraph(texts.say("wishes.none")))


def _wish(wish: HeardWish, texts: Texts) -> str:
    key = f"{'wanted' if wish.wanted else 'unwanted'}.{wish.about}"
    return texts.say(key, value=_value(wish, texts))


def _value(wish: HeardWish, texts: Texts) -> str:
    """A service in the letter's language; a person, language or gender as it was written."""
    services = {folded(service): f"service.{service}" for service in Service}
    if wish.about is WishAbout.SERVICE and (key := services.get(folded(wish.value))):
        return texts.say(key)
    return wish.value


def _heard(wish: HeardWish, texts: Texts) -> str:
    if wish.heard is Heard.MAY_NOT:
        return texts.say("heard.may_not", reason=texts.say(f"may_not.{wish.rule}"))
    if wish.heard is Heard.NOT_AVAILABLE and wish.about is WishAbout.COORDINATOR:
        return texts.say("heard.not_available_person")
    return texts.say(f"heard.{wish.heard}")


def _away(ground: Ground, texts: Texts) -> tuple[Block, ...]:
    """Who stands in by the municipality's rule; never a name, which would tell of absences."""
    return section(
        texts.say("away.heading"),
        paragraph(
            texts.say(f"away.{ground.profile.stand_in.who}"),
            texts.say("away.no_gap"),
            texts.say("away.ask"),
        ),
    )


def _consent(case: Case, texts: Texts) -> tuple[Block, ...]:
    return section(
        texts.say("consent.heading"),
        paragraph(*consent_in_words(case, texts, "consent.")),
        paragraph(texts.say("consent.choose"), texts.say("consent.withdraw")),
    )


def _plan(ground: Ground, texts: Texts, role: str) -> tuple[Block, ...]:
    tool = ground.profile.words.ip_tool
    return section(
        texts.say("plan.heading"),
        paragraph(
            texts.say("plan.choose", role=role),
            *texts.own_lines(texts.own.plan),
            texts.say("plan.tool", tool=tool) if tool else "",
        ),
    )


def _complain(told: FamilyExplanation, texts: Texts, is_decided: bool) -> tuple[Block, ...]:
    """Pbrl. §§ 7-2, 7-3 and 7-5: to Statsforvalteren, through the municipality, in four weeks.

    Who gets nobody has no suggestion to wait for: to be without is what the complaint is about.
    """
    nobody = told.coordinator is None
    is_of_what_is_decided = told.role in HAS_CLAIM and not nobody
    return section(
        texts.say("complain.heading"),
        paragraph("" if is_decided or nobody else texts.say("complain.after")),
        paragraph(
            texts.say("complain.claim" if is_of_what_is_decided else "complain.no_claim"),
            texts.say("complain.how"),
        ),
        paragraph(texts.say("complain.help")),
    )


def _contact(texts: Texts) -> tuple[Block, ...]:
    return section(
        texts.say("contact.heading"),
        paragraph(texts.say("contact.ask"), texts.say("contact.where")),
        paragraph(texts.say("contact.interpreter")),
    )
