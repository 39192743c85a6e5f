"""The README keeps its promises: two commands, the picture, links that lead somewhere."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = [
    file
    for pattern in ("*.md", "docs/**/*.md", "benchmarks/**/*.md", "notebooks/*.md")
    for file in sorted(REPOSITORY.glob(pattern))
]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The text under a second-level heading, up to the next."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", README, re.M | re.S)
    assert found, f"README lacks the heading ## {heading}"
    return found.group(1)


@pytest.mark.parametrize(("heading", "command"), [("Run it", "make run"), ("Test it", "make test")])
def test_a_promised_command_stands_under_its_heading(heading: str, command: str) -> None:
    assert command in section(heading).splitlines()


def test_the_readme_begins_with_the_purpose_and_then_the_picture() -> None:
    title, purpose, picture = [part for part in README.split("\n\n") if part.strip()][:3]
    assert title.startswith("# ")
    assert not purpose.startswith(("#", "!", "```"))
    assert picture.startswith("![")
    assert "docs/pictures/runde.png" in picture


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.M))
    text = "\n".join(file.read_text(encoding="utf-8") for file in DOCUMENTS)
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.M))
    assert {"run", "test"} <= named <= targets


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda f: f.relative_to(REPOSITORY).as_posix())
def test_a_link_to_a_file_leads_somewhere(file: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", file.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (file.parent / link).exists()] == []
