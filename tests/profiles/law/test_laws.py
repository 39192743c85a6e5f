"""The law in force is one list with the day it was checked, and everything cites that."""

from datetime import date, timedelta

import pytest

from matcher.letters.language import Language
from matcher.letters.own_words import OwnLine, OwnWords, own_words
from matcher.letters.texts import catalogue
from matcher.profiles.in_force import lines
from matcher.profiles.law.laws import Law, Outdated, cited, law_notices, laws, unknown_law
from matcher.profiles.load import builtin, load, text_of
from matcher.statements.statement import statements

LAW = {law.short: law for law in laws().law}


@pytest.mark.parametrize("name", builtin())
def test_a_profile_cites_only_law_in_the_list(name: str) -> None:
    strange = {
        key: unknown
        for key, _, line in lines(load(name))
        if line.law
        if (unknown := unknown_law(line.law))
    }
    assert strange == {}


@pytest.mark.parametrize("name", [*builtin(), "general"])
def test_a_letters_own_lines_cite_only_law_in_the_list(name: str) -> None:
    words = own_words(name, {})
    every = [line for field in OwnWords.model_fields for line in _lines(getattr(words, field))]
    assert every
    assert [line.law for line in every if line.law and unknown_law(line.law)] == []


@pytest.mark.parametrize(
    ("act", "short"),
    [("Helse- og omsorgstjenesteloven", "hol."), ("Pasient- og brukerrettighetsloven", "pbrl.")],
)
def test_the_letters_list_of_law_is_in_the_list(act: str, short: str) -> None:
    """The family's letter ends with the law in force (S075, S118)."""
    told = [text for key, text in catalogue(Language.BOKMAL).items() if key.startswith("law.")]
    parts = [part.split(".")[0].strip() for text in told for part in text.split(act)[1:]]
    sections = {section for part in parts for _, section in cited(f"{short} {part}")}
    assert sections
    assert sections <= LAW[short].sections.keys()


@pytest.mark.parametrize("row", laws().outdated, ids=lambda row: row.statement)
def test_an_outdated_list_is_never_cited_and_the_law_in_force_is_known(row: Outdated) -> None:
    """S118, S119, S157."""
    assert row.statement in {statement.id for statement in statements()}
    everything = "".join(map(text_of, builtin())) + "".join(
        text for language in Language for text in catalogue(language).values()
    )
    assert [old for old in row.cites if old in everything] == []
    assert not any(old.split(" § ")[1] in everything for old in row.cites)
    assert row.in_force
    assert [law for law in row.in_force if "§" in law and unknown_law(law)] == []
    assert {law.split(" §")[0] for law in row.in_force} <= LAW.keys()


def test_barnekoordinator_and_the_right_to_a_coordinator_are_in_the_list() -> None:
    """What the documents' own lists lack (S118, S157)."""
    assert "§ 7-2 a" in LAW["hol."].sections
    assert {"§ 2-5 b", "§ 2-5 c"} <= LAW["pbrl."].sections.keys()


def test_a_law_is_cited_section_by_section() -> None:
    assert list(cited("hol. §§ 7-1, 7-2 a og 7-3, pbrl. § 2-5 b")) == [
        ("hol.", "§ 7-1"),
        ("hol.", "§ 7-2 a"),
        ("hol.", "§ 7-3"),
        ("pbrl.", "§ 2-5 b"),
    ]


@pytest.mark.parametrize("text", ["hol. § 9-9", "lov om noe annet", "pbrl. §§ 2-5, 2-99"])
def test_law_that_is_not_in_the_list_is_named(text: str) -> None:
    assert unknown_law(text)


def test_a_law_that_was_looked_at_within_a_year_is_not_warned_of() -> None:
    checked = date(2026, 11, 21)
    law = Law(short="x", name="X", act="lov", checked=checked, sections={})
    assert not law.is_due(date(2027, 11, 21))
    assert law.is_due(date(2027, 11, 22))


def test_a_law_that_nobody_has_looked_at_for_a_year_is_named_with_the_day() -> None:
    latest = max(law.checked for law in laws().law)
    assert {one.subject for one in law_notices(latest + timedelta(days=400))} == set(LAW)
    assert law_notices(min(law.checked for law in laws().law)) == ()
    (fvl,) = law_notices(date(2026, 11, 21))
    assert "27.10.2025" in fvl.message
    assert "Ny forvaltningslov er vedtatt" in fvl.message


def _lines(value: OwnLine | tuple[OwnLine, ...]) -> tuple[OwnLine, ...]:
    return value if isinstance(value, tuple) else (value,)
