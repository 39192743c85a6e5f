"""What the family's letter says, and what it never says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from matcher.domain.case import Case
from matcher.domain.vocabulary import AddressBlock, Consent, Role, Subject
from matcher.letters import DecidedBy, Letter, family_letter
from matcher.profiles.load import builtin, load
from tests.explain.rounds import plan, roster
from tests.letters.made_round import CASE, ON, PROFILE, SUGGESTED, made

DECIDED = DecidedBy(by="Kari Kommune", on=date(2026, 12, 1))


def letters(language: str = "nb") -> Iterator[tuple[str, Letter]]:
    for profile in builtin():
        for row in plan(profile).cases:
            if row.coordinator is not None:
                args = (plan(profile), roster(profile), load(profile), row.case)
                yield row.case, family_letter(*args, language)


def test_the_letter_says_who_and_from_which_service() -> None:
    text = family_letter(*made(), "nb").text
    assert "Vi foreslår at Nina Nilsen blir barnekoordinator for dere." in text
    assert "Nina Nilsen kommer fra helsestasjonen." in text
    assert "Arbeidsstedet er Helsestasjonen på Torget." in text


def test_until_it_is_decided_the_letter_is_a_suggestion() -> None:
    draft = family_letter(*made(), "nb")
    assert draft.document.title == "Forslag til barnekoordinator for dere"
    assert "Dette er et forslag. Ingenting er bestemt ennå." in draft.text
    assert "Når det er bestemt, kan dere klage." in draft.text


def test_a_decided_letter_says_who_decided_and_when() -> None:
    letter = family_letter(*made(), "nb", decided=DECIDED)
    assert letter.document.title == "Koordinator er oppnevnt"
    assert "Kari Kommune har bestemt dette 1. desember 2026." in letter.text
    assert "Nina Nilsen blir barnekoordinator for dere." in letter.text
    assert "forslag" not in letter.text.lower()


def test_another_than_the_suggested_can_be_decided() -> None:
    other = DecidedBy(by="Kari Kommune", on=ON, coordinator="K-72")
    text = family_letter(*made(), "nb", decided=other).text
    assert "Lars Lund blir barnekoordinator for dere." in text
    assert "Dere ønsket Lars Lund. Det har vi fulgt." in text


def test_an_unmet_wish_is_told_without_a_reason_from_the_staff_list() -> None:
    """S082: no load, no absence, no end of employment."""
    text = family_letter(*made(), "nb").text
    assert "Dere ønsket Lars Lund. Den personen er ikke tilgjengelig for rollen nå." in text
    assert not re.search(r"\b(syk|sluttet|timer|travelt?|permisjon|2026-12-01)\b", text)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_no_other_family_load_absence_or_score_is_in_a_letter(language: str) -> None:
    for case, letter in letters(language):
        text = letter.text
        assert set(re.findall(r"S-\d+", text)) == {case}
        assert not re.findall(r"K-\d+", text)
        body = "\n".join(part for part in text.split("\n") if not part.startswith(HEAD))
        body = re.sub(r"§§? ?\d.*", "", body)
        assert not re.search(r"\d", body), re.findall(r".*\d.*", body)


HEAD = ("Dato:", "Date:", "Sak:", "Case:")


def test_the_letter_says_what_it_must() -> None:
    """What a coordinator does, absence and change, consent and how to take it back, complaint
    and to whom, that the plan is a choice and gives no right to services (S167)."""
    for _, letter in letters():
        for part in (
            "Hva en ",
            "Fravær og bytte",
            "kan ta tilbake et ja når",
            "klage til Statsforvalteren",
            "innen fire uker",
            "velger selv om",
            "gir ikke i seg selv rett til flere tjenester",
            "tolk",
            "Pasient- og brukerrettighetsloven",
        ):
            assert part in letter.text


def test_without_a_legal_claim_the_letter_does_not_promise_one() -> None:
    text = family_letter(*made(role=Role.KOORDINATOR_WITHOUT_CLAIM), "nb").text
    assert "Loven gir ikke rett til koordinator her." in text
    assert "Mener dere at dere har rett til koordinator etter loven" in text


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        (Consent.GIVEN, "Dere har sagt ja til at vi deler opplysninger. Det gjelder disse: PPT og"),
        (Consent.PARTIAL, "Dere har sagt ja til å dele noe. Det gjelder disse: PPT og barnehagen."),
        (Consent.REFUSED, "Dere har sagt nei til at vi deler opplysninger."),
        (Consent.NOT_ASKED, "Vi deler ikke noe før dere har sagt ja."),
        (None, "Vi deler ikke noe om dere før dere har sagt ja."),
    ],
)
def test_the_letter_says_what_the_family_has_consented_to(
    consent: Consent | None, told: str
) -> None:
    case = CASE.model_copy(update={"consent": consent})
    text = family_letter(*made(case), "nb").text
    assert told in text
    assert ("Det gjelder disse" in text) == (consent in (Consent.GIVEN, Consent.PARTIAL))


def test_a_grown_person_is_du_and_a_family_is_dere() -> None:
    adult = CASE.model_copy(update={"subject": Subject.ADULT})
    text = family_letter(*made(adult, role=Role.KOORDINATOR), "nb").text
    assert "blir koordinator for deg" in text
    assert not re.search(r"\bderes?\b", text, re.IGNORECASE)


def test_the_stand_in_is_told_by_rule_and_never_by_name() -> None:
    """A name would tell when the leader is away."""
    with_name = family_letter(*made(stand_in="Vilde Vikar"), "nb").text
    assert with_name == family_letter(*made(stand_in=None), "nb").text
    assert "nærmeste leder" in with_name


@pytest.mark.parametrize("blocked", ["case", "coordinator"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_with_a_blocked_address_nothing_locates(blocked: str, language: str) -> None:
    block = {"address_block": AddressBlock.CONFIDENTIAL}
    if blocked == "case":
        args = made(CASE.model_copy(update=block))
    else:
        args = made(suggested=SUGGESTED.model_copy(update=block))
    text = family_letter(*args, language).text
    assert "Torget" not in text
    assert "Vika" not in text
    assert "Arbeidssted" not in text
    for word in ("kort vei", "kort veg", "close by", "til daglig", "til dagleg", "days are spent"):
        assert word not in text


def test_a_name_is_never_read_as_markup_or_as_a_placeholder() -> None:
    name = '#panic("x") *{ke}* {Du} [a](b) $1$'
    odd = SUGGESTED.model_copy(update={"name": name, "unit": None})
    letter = family_letter(*made(suggested=odd), "nb")
    assert f"Vi foreslår at {name} blir" in letter.text
    assert letter.pdf.startswith(b"%PDF")


def test_the_same_letter_has_the_same_bytes_whatever_day_it_is_made() -> None:
    assert family_letter(*made(), "nb").pdf == family_letter(*made(), "nb").pdf
    assert family_letter(*made(), "nb").document.day == ON


def test_each_municipality_says_in_its_own_words_what_a_coordinator_does() -> None:
    parts = {}
    for profile in builtin():
        blocks = family_letter(*made(profile=load(profile)), "nb").document.blocks
        heading = next(i for i, block in enumerate(blocks) if block.text.startswith("Hva en "))
        parts[profile] = blocks[heading + 1].items
    assert len(set(parts.values())) == len(parts)


def test_a_case_whose_facts_are_all_missing_gets_a_letter() -> None:
    text = family_letter(*made(Case(id="S-501"), role=Role.KOORDINATOR), "nb").text
    assert "Vi kjenner ikke til noe ønske fra dere." in text
    assert PROFILE.words.municipality in text
