import pytest

from matcher.services import Services


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "postgresql+psycopg://anne:hemmelig@db.kommune.no/match",
            "postgresql://db.kommune.no/match",
        ),
        ("sqlite:////var/lib/koordinatormatch.db", "/var/lib/koordinatormatch.db"),
        ("sqlite:///her.db", "her.db"),
    ],
)
def test_where_data_are_kept_is_told_without_name_or_password(url: str, told: str) -> None:
    assert Services(database_url=url).kept_at().database == told


def test_the_program_tells_its_own_version() -> None:
    assert "koordinatormatch" in Services().versions()
