"""The documents for developers name what exists, and all of what exists."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "src/matcher"
ARCHITECTURE = (REPOSITORY / "docs/architecture.md").read_text(encoding="utf-8")
GLOSSARY = (REPOSITORY / "docs/glossary.md").read_text(encoding="utf-8")
DECISIONS = sorted((REPOSITORY / "docs/decisions").glob("*.md"))
SECTIONS = ("**Context.**", "**Decision.**", "**Consequences.**")


def test_the_tree_names_every_package_and_module_and_no_other() -> None:
    tree = ARCHITECTURE.split("src/matcher/\n", 1)[1].split("\ntests/", 1)[0]
    named = set(re.findall(r"^  ([\w.]+)/?(?= |$)", tree, re.M))
    here = {
        entry.name
        for entry in SOURCE.iterdir()
        if entry.suffix == ".py" or (entry / "__init__.py").exists()
    }
    assert named == here


def test_every_code_word_of_the_glossary_is_in_the_code() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    words = re.findall(r"^\| `(\w+)` \|", GLOSSARY, re.M)
    assert words
    assert [word for word in words if word not in text] == []


def test_every_domain_type_is_in_the_glossary_or_in_one_that_is() -> None:
    types = [
        name
        for file in ("case", "coordinator", "roster", "finding", "plan")
        for name in re.findall(
            r"^class (\w+)\(Frozen\)", (SOURCE / f"domain/{file}.py").read_text("utf-8"), re.M
        )
    ]
    assert [name for name in types if f"`{name}`" not in GLOSSARY] == []


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_says_why_what_and_what_it_costs(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    number = int(file.stem.split("-")[0])
    assert text.startswith(f"# {number}. ")
    assert [section for section in SECTIONS if section not in text] == []


def test_the_changelog_has_an_unreleased_part() -> None:
    assert "## [Ikke utgitt]" in (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
