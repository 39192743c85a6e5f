"""``matcher letter``: writes a PDF, or a clear word and nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.domain.plan import Plan
from tests.cli.round_folder import folder_of, small_plan
from tests.cli.running import matcher


@pytest.fixture(scope="module")
def case(folder: Path) -> str:
    """A case that the round gave somebody."""
    plan = Plan.model_validate_json((folder / "plan.json").read_text("utf-8"))
    return next(row.case for row in plan.cases if row.coordinator)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round that was run and written."""
    return folder_of(small_plan(), tmp_path_factory.mktemp("runde") / "svar")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", ["familie", "koordinator", "leder", "saksliste"])
def test_a_letter_is_written(
    folder: Path, case: str, tmp_path: Path, language: str, kind: str
) -> None:
    file = tmp_path / "brev.pdf"
    words = ("--case", case, "--language", language, "--kind", kind, "--out", file)
    ran = matcher("letter", folder, *words)
    assert (ran.code, ran.err) == (0, "")
    what = "Sakslista" if kind == "saksliste" else "Brevet"
    assert f"{what} er et utkast" in ran.out
    assert file.read_bytes().startswith(b"%PDF")


def test_the_letter_of_a_case_is_the_same_every_time(
    folder: Path, case: str, tmp_path: Path
) -> None:
    files = [tmp_path / "en.pdf", tmp_path / "to.pdf"]
    for file in files:
        assert matcher("letter", folder, "--case", case, "--out", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--case", "S-9999"), 1, "Planen har ingen sak som heter S-9999"),
        (("--case", "CASE", "--language", "fr"), 1, "Det finnes ingen brev på «fr»"),
        (("--case", "CASE", "--kind", "nabo"), 2, "«nabo» er ingen slags brev"),
        (("--case", "CASE", "--words", "finnes-ikke"), 1, "har ingen tekster"),
        ((), 2, "--case mangler"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_written(
    folder: Path, tmp_path: Path, case: str, words: tuple[str, ...], code: int, told: str
) -> None:
    file = tmp_path / "brev.pdf"
    ran = matcher(
        "letter", folder, *(case if word == "CASE" else word for word in words), "--out", file
    )
    assert ran.code == code
    assert told in ran.err
    assert not file.exists()


def test_a_letter_is_not_given_the_name_of_another_kind_of_file(
    folder: Path, case: str, tmp_path: Path
) -> None:
    ran = matcher("letter", folder, "--case", case, "--out", tmp_path / "brev.docx")
    assert ran.code == 1
    assert "brev.pdf" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_round_is_told(tmp_path: Path) -> None:
    ran = matcher("letter", tmp_path, "--case", "S-1", "--out", tmp_path / "brev.pdf")
    assert ran.code == 1
    assert "plan.json mangler" in ran.err
    assert not (tmp_path / "brev.pdf").exists()


def test_the_municipalitys_own_words_are_used(folder: Path, case: str, tmp_path: Path) -> None:
    (tmp_path / "nb.toml").write_text('[contact]\nwhere = "Ring 38 00 00 00."\n', "utf-8")
    plain, changed = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert matcher("letter", folder, "--case", case, "--out", plain).code == 0
    ran = matcher("letter", folder, "--case", case, "--words", tmp_path, "--out", changed)
    assert ran.code == 0
    assert plain.read_bytes() != changed.read_bytes()
