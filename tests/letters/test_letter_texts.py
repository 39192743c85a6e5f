"""The texts: the same keys in each language, a municipality's own, and what it lays over."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.criteria import CRITERIA
from matcher.domain.vocabulary import IndividualPlan, Role, Service, Transition, WishAbout
from matcher.explain.family import TELLABLE_RULES, WEIGHED_FOR, Tie
from matcher.letters import LetterError, coordinator_letter, family_letter
from matcher.letters.language import Language
from matcher.letters.own_words import OwnLine, OwnWords, builtin, own_words
from matcher.letters.texts import (
    COMMON,
    PRONOUNS,
    Texts,
    catalogue,
    placeholders,
    texts_of,
    used_in,
)
from matcher.profiles.load import builtin as profiles
from matcher.profiles.load import load
from matcher.rules import RULES
from matcher.statements.trace import Kind, traces
from tests.letters.made_round import ON, made


def every_line(own: OwnWords) -> list[OwnLine]:
    values = [getattr(own, section) for section in OwnWords.model_fields]
    return [line for value in values for line in (value if isinstance(value, tuple) else [value])]


@pytest.mark.parametrize("language", list(Language))
def test_each_language_has_the_same_keys(language: Language) -> None:
    assert list(catalogue(language)) == list(catalogue(Language.BOKMAL))


@pytest.mark.parametrize("language", list(Language))
def test_each_language_tells_the_same_facts(language: Language) -> None:
    """The placeholders of a text are the same, but for the words for *you*."""
    for key, text in catalogue(Language.BOKMAL).items():
        theirs = used_in(catalogue(language)[key])
        assert theirs - set(PRONOUNS) == used_in(text) - set(PRONOUNS), key


def test_every_word_that_can_come_up_has_a_text() -> None:
    needed = [
        *(f"service.{service}" for service in Service),
        *(f"{table}.{role}" for table in ("role", "why", "law") for role in Role),
        *(f"transition.{transition}" for transition in Transition),
        *(f"plan_status.{plan}" for plan in IndividualPlan),
        *(f"{table}.{about}" for table in ("wanted", "unwanted") for about in WishAbout),
        *(f"weighed.{criterion.id}" for criterion in CRITERIA),
        *(f"may_not.{rule}" for rule in TELLABLE_RULES),
        *(f"tie.{tie}" for tie in Tie),
    ]
    assert [key for key in needed if key not in catalogue(Language.BOKMAL)] == []


def test_every_criterion_says_for_which_cases_it_is_told_and_every_told_rule_exists() -> None:
    assert set(WEIGHED_FOR) == {criterion.id for criterion in CRITERIA}
    assert {rule.id for rule in RULES} >= TELLABLE_RULES


@pytest.mark.parametrize("profile", profiles())
def test_every_municipality_has_words_of_its_own_with_sources(profile: str) -> None:
    assert builtin(profile)
    for line in every_line(own_words(profile, builtin(profile))):
        assert line.source
        for language in Language:
            assert used_in(line.said(language)) <= COMMON


def test_every_statement_that_is_traced_to_the_letters_is_cited_there() -> None:
    traced = {t.id for t in traces().values() if t.where.startswith("matcher.letters")}
    cited = {
        statement
        for profile in profiles()
        for line in every_line(own_words(profile, {}))
        for statement in line.statements
    }
    assert {trace.kind for trace in traces().values() if trace.id in traced} <= {Kind.CODE}
    assert len(traced) >= 24
    assert traced - cited == set()


def test_a_familys_letter_says_dere_and_a_grown_persons_du() -> None:
    texts = texts_of(Language.BOKMAL, load("farsund"))
    assert texts.say("wanted.koordinator", value="Kari") == "Du ønsket Kari."
    assert texts.to_several().say("wanted.koordinator", value="Kari") == "Dere ønsket Kari."


def test_what_stands_in_a_fact_is_never_filled_in() -> None:
    texts = texts_of(Language.BOKMAL, load("farsund"))
    assert texts.say("wanted.koordinator", value="{ke} {Du}") == "Du ønsket {ke} {Du}."


def test_the_koordinerende_enhet_is_called_what_the_profile_says() -> None:
    def ke(profile: str, language: Language) -> str:
        return texts_of(language, load(profile)).common["ke"]

    assert ke("lyngdal", Language.NYNORSK) == "Tenestekontoret"
    assert ke("farsund", Language.NYNORSK) == "koordinerande eining"
    words = load("farsund").words.model_copy(update={"ke": "Tildelingskontoret"})
    other = load("farsund").model_copy(update={"words": words})
    assert texts_of(Language.NYNORSK, other).common["ke"] == "Tildelingskontoret"


def test_a_municipality_says_what_its_koordinerende_enhet_is_called(tmp_path: Path) -> None:
    (tmp_path / "kommune.toml").write_text(
        '[ke]\nnb = "Kontoret"\nnn = "Kontoret"\nen = "the Office"\n'
        'practice = "Kommunens eget navn."\nchecked = 2026-11-21\n',
        "utf-8",
    )
    assert texts_of(Language.ENGLISH, load("farsund"), tmp_path).common["ke"] == "the Office"


# -- what a municipality lays over ----------------------------------------------------------------


def test_a_municipality_changes_one_text_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "nb.toml").write_text('[contact]\nwhere = "Ring 38 00 00 00."\n', "utf-8")
    args = made()
    own = family_letter(*args, "nb").text
    changed = family_letter(*args, "nb", words=tmp_path).text
    assert "Ring 38 00 00 00." in changed
    assert changed.replace(" Ring 38 00 00 00.", "") == own
    assert family_letter(*args, "nn", words=tmp_path).text == family_letter(*args, "nn").text


def test_a_municipality_replaces_a_section_of_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "kommune.toml").write_text(
        '[[tasks]]\nnb = "Ring meg."\nnn = "Ring meg."\nen = "Call me."\n'
        'practice = "Kommunens egen rutine."\nchecked = 2026-11-21\n',
        "utf-8",
    )
    args = made()
    changed = coordinator_letter(*args, "nb", words=tmp_path).text
    assert "Ring meg." in changed
    assert "Kall inn til møter" not in changed


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("nb.toml", '[contact]\nwere = "x"', "Kanskje mente du «contact.where»?"),
        ("nb.toml", '[contact]\nask = "Ring {telefon}"', "bruker {telefon}, som ikke finnes her"),
        ("nb.toml", "[contact\nask = 1", "kan ikke leses som TOML ved linje 1"),
        ("kommune.toml", '[[does]]\nnb = "x"', "does.0.nn: mangler"),
        ("kommune.toml", "[[gjor]]\n", "gjor: er ikke kjent her"),
        (
            "kommune.toml",
            '[[does]]\nnb="{name}"\nnn="x"\nen="x"\npractice="p"\nchecked=2026-11-21',
            "does bruker {name}",
        ),
        ("annet.toml", "", "har ingen tekster"),
    ],
)
def test_a_fault_in_the_municipalitys_folder_is_told(
    tmp_path: Path, file: str, content: str, told: str
) -> None:
    (tmp_path / file).write_text(content, "utf-8")
    with pytest.raises(LetterError) as stopped:
        family_letter(*made(), "nb", words=tmp_path)
    assert told in str(stopped.value)


def test_all_faults_of_a_text_file_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "nb.toml").write_text('tull = "x"\nslurv = "y"\ndate = "{uke}"\n', "utf-8")
    with pytest.raises(LetterError) as stopped:
        texts_of(Language.BOKMAL, load("farsund"), tmp_path)
    assert len(stopped.value.findings) == 3


def test_a_text_may_use_what_any_language_uses_there() -> None:
    assert "value" in placeholders("wanted.koordinator")
    assert "value" not in placeholders("contact.ask")


def test_numbers_and_days_are_written_as_in_the_language() -> None:
    def said(language: Language) -> str:
        texts: Texts = texts_of(language, load("farsund"))
        return f"{texts.amount(6.5)} {texts.day(ON)} {texts.listed(['a', 'b', 'c'])}"

    assert said(Language.BOKMAL) == "6,5 23. november 2026 a, b og c"
    assert said(Language.ENGLISH) == "6.5 23 November 2026 a, b and c"
