"""What comes from below is said in each language, and what a person wrote is left alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import matcher
from matcher.letters.language import Language
from matcher.ui.texts.sentences import A_NUMBER, FACT, SHAPES, catalogue, in_language

SOURCE = Path(matcher.__file__).parent
SPEAKING = (
    *("rules", "criteria", "entitlement", "gates", "alerts", "tasks", "explain"),
    *("optimizer/goals", "optimizer/notices.py", "optimizer/choices.py", "domain/presence.py"),
    *("domain/wishes.py", "domain/history.py", "domain/decision.py", "domain/vocabulary.py"),
    *("profiles/rule_lines.py", "profiles/criterion_lines.py", "profiles/gate_lines.py"),
    *("profiles/alert_lines.py", "profiles/task_lines.py", "profiles/entitlement_lines.py"),
    *("profiles/load.py", "profiles/own.py", "profiles/law", "domain/validation_text.py"),
    *("domain/ansvarsgruppe.py", "domain/kept_absence.py", "domain/sight.py", "services"),
    *("storage/errors.py", "storage/faults.py", "storage/chain.py", "storage/kept_whole.py"),
    *("storage/place_seal.py", "storage/sessions.py", "scenarios/changes", "exchange"),
)
"""Where the sentences and words that pages show are written."""
FILES_WRITTEN = (
    *("calendar", "case_sheet", "guidance", "load", "meeting_list", "plan_writing", "rejected"),
    *("round_facts", "round_folder", "task_book", "hidden_places"),
)
UNSEEN = (
    *("explain/recheck.py", "explain/verified.py", "explain/family.py", "explain/own_facts.py"),
    *(f"exchange/{name}.py" for name in FILES_WRITTEN),
)
"""A disagreement is told as our own fault; a family's letter has its own three languages; files
that are written, and faults of those the command line reads, are in bokmål."""
NOT_SHOWN = re.compile(
    r"[A-Z]{2,}|must|can't|names|matcher\.services|unable to|new cases|ser bare egne|enhet Helse"
    r"|trenger forste_mote|regelen kan bare varsle|mangler: oppgi"
    r"|som ikke telles|at_least er|men counted|only_beyond|vektene blir"
    r"|har ingen koordinator, og bare den|kan ikke være koordinatoren"
)
"""What only whoever writes a profile, or programs, is told."""
OTHERS = (Language.NYNORSK, Language.ENGLISH)
RUN_OF_WORDS = re.compile(r"[a-zæøåé]{2,} [a-zæøåé]{2,}", re.I)


def written() -> Iterator[tuple[str, str]]:
    """Every run of words in the sentences, with the file it stands in."""
    for place in SPEAKING:
        path = SOURCE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            name = file.relative_to(SOURCE).as_posix()
            if name not in UNSEEN:
                for text in _texts(ast.parse(file.read_text(encoding="utf-8"))):
                    yield name, text


def _texts(tree: ast.AST) -> Iterator[str]:
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) not in documentation and isinstance(node, ast.Constant):
            yield from FACT.split(node.value)[::2] if isinstance(node.value, str) else ()


FORMS = "\n".join(catalogue(Language.NYNORSK))
SENTENCES = sorted(
    {
        (file, text.strip(" .,;:?"))
        for file, text in written()
        if RUN_OF_WORDS.search(text) and not NOT_SHOWN.search(text)
    }
)


def test_every_sentence_below_the_pages_has_a_form() -> None:
    assert len(SENTENCES) > 200
    assert [f"{file}: {text}" for file, text in SENTENCES if text not in FORMS] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_form_has_the_same_facts_in_each_language(language: Language) -> None:
    for bokmal, instead in catalogue(language).items():
        assert sorted(FACT.findall(bokmal)) == sorted(FACT.findall(instead)), bokmal
        assert len(set(FACT.findall(bokmal))) == len(FACT.findall(bokmal)), bokmal


def _example(fact: re.Match[str]) -> str:
    return "7" if SHAPES.get(fact[1]) == A_NUMBER else f"{fact[1].upper()}-7"


@pytest.mark.parametrize("language", OTHERS)
def test_every_form_is_known_again(language: Language) -> None:
    for bokmal, instead in catalogue(language).items():
        said, told = (FACT.sub(_example, text) for text in (bokmal, instead))
        assert in_language(said, language) == told, bokmal


@pytest.mark.parametrize(
    ("said", "nynorsk", "english"),
    [
        (
            "Koordinatoren har opplæring i rollen først 28.02.2027.",
            "Koordinatoren har opplæring i rolla først 28.02.2027.",
            "The coordinator is not trained in the role until 28 Feb 2027.",
        ),
        (
            "2 saker til mister koordinatoren sin; samlet egnethet går ned 7,5 poeng (anslag).",
            "2 saker til mistar koordinatoren sin; samla eigna går ned 7,5 poeng (overslag).",
            "2 cases more lose their coordinator; total fit goes down 7.5 points (estimate).",
        ),
        (
            "Behov 0–3 og koordinatorens kompetanse 0–3: rus 1 (kompetanse ikke oppgitt) og "
            "sosialt 3 (kompetanse 0).",
            "Behov 0–3 og kompetansen til koordinatoren 0–3: rus 1 (kompetanse ikkje oppgitt) og "
            "sosialt 3 (kompetanse 0).",
            "Needs 0–3 and the coordinator’s competence 0–3: substance use 1 (competence not "
            "given) and social needs 3 (competence 0).",
        ),
        ("Skole · Nord skole", "Skule · Nord skole", "School · Nord skole"),
        (
            "Per Li fjernet dette 02.11.2026 kl. 10.30, mens du skrev. Det du skrev, er ikke "
            "lagret ennå, men heller ikke borte. Kanskje vil du se på endringen og lagre på nytt?",
            "Per Li fjerna dette 02.11.2026 kl. 10.30, medan du skreiv. Det du skreiv, er ikkje "
            "lagra enno, men heller ikkje borte. Kanskje vil du sjå på endringa og lagre på nytt?",
            "Per Li removed this 2 Nov 2026 at 10.30, while you were writing. What you wrote is "
            "not saved yet, but not lost either. Perhaps look at the change and save again?",
        ),
        (
            "Du er leder og leser, og det gir ikke adgang til å slette en sak. Kanskje kan "
            "administratoren gi deg rollen ke-ansvarlig eller saksbehandler?",
            "Du er leiar og lesar, og det gir ikkje tilgang til å slette ei sak. Kanskje kan "
            "administratoren gi deg rolla KE-ansvarleg eller saksbehandlar?",
            "You are leader and reader, which does not let you delete a case. Perhaps the "
            "administrator can give you the role responsible at KE or case worker?",
        ),
        (
            "Ikke barnekoordinator: det er ikke opplyst om alvorlig sykdom, skade eller nedsatt "
            "funksjonsevne; behovet er ikke langvarig.",
            "Ikkje barnekoordinator: det er ikkje opplyst om alvorleg sjukdom, skade eller nedsett "
            "funksjonsevne; behovet er ikkje langvarig.",
            "Not barnekoordinator: no serious illness, injury or reduced function has been told "
            "of; the need is not long-term.",
        ),
    ],
)
def test_a_sentence_is_translated_with_its_facts(said: str, nynorsk: str, english: str) -> None:
    assert in_language(said, Language.BOKMAL) == said
    assert in_language(said, Language.NYNORSK) == nynorsk
    assert in_language(said, Language.ENGLISH) == english


@pytest.mark.parametrize(
    "own",
    [
        "Hun trenger ro og tid, og noen som svarer.",
        "Kari Nes (K-01)",
        "Familien flyttet i fjor; skolen vet om det.",
        "Ring mor: hun er koordinator selv.",
        "S-001",
        "Si fra til koordinatoren eller til koordinerende enhet.",
        "Ett møte i året er det minste, som i anslaget for timer.",
    ],
)
@pytest.mark.parametrize("language", OTHERS)
def test_what_a_person_wrote_is_left_alone(own: str, language: Language) -> None:
    assert in_language(own, language) == own


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_be_shown(text: str) -> None:
    for language in Language:
        in_language(text, language)
