"""What the surroundings decide."""

from __future__ import annotations

from pathlib import Path

from matcher.settings import from_environment


def test_a_named_database_is_used() -> None:
    address = "postgresql://bruker@tjener/koordinatormatch"
    assert from_environment({"MATCHER_DATABASE_URL": address}).database_url == address


def test_otherwise_a_file_in_the_named_folder(tmp_path: Path) -> None:
    settings = from_environment({"MATCHER_DATA_FOLDER": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path / 'koordinatormatch.db'}"


def test_otherwise_a_file_in_the_users_own_folder_for_data(tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        url = from_environment({name: str(tmp_path)}).database_url
        assert url == f"sqlite:///{tmp_path / 'koordinatormatch' / 'koordinatormatch.db'}"
    assert "/koordinatormatch/koordinatormatch.db" in from_environment({}).database_url
