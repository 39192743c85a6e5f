import pytest
from streamlit import config

from matcher.ui.doors.configuration import LogIn
from matcher.ui.serve import HEADERS, front_door, options, where_the_pages_are


def test_the_pages_listen_on_this_machine_only() -> None:
    assert options()["server.address"] == "127.0.0.1"
    assert options()["server.allowedHosts"] == ["localhost", "127.0.0.1"]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("client.disableDataExport", True),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "minimal"),
        ("server.enableXsrfProtection", True),
        ("server.enableCORS", True),
        ("server.maxUploadSize", 20),
    ],
)
def test_nothing_leaves_the_machine_and_nothing_inner_is_shown(option: str, value: object) -> None:
    assert options()[option] == value


def test_every_setting_is_one_that_streamlit_knows() -> None:
    assert [name for name in options() if name not in config._config_options_template] == []


def test_the_policy_lets_in_no_foreign_host_and_no_script_text() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "://" not in policy
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert script == "script-src 'self'"
    assert "frame-ancestors 'none'" in policy


def test_the_demo_is_told_to_be_on_this_machine_and_a_log_in_where_its_users_go() -> None:
    assert "på denne maskinen: http://localhost:8501 " in where_the_pages_are(None, "::1", 8501)
    log_in = LogIn("https://id.example", "match", None, "https://match.kommune.example")
    told = where_the_pages_are(log_in, "10.0.0.5", 8080)
    assert "logge inn: https://match.kommune.example " in told
    assert "10.0.0.5, port 8080" in told
    assert "denne maskinen" not in told


def test_the_front_door_has_the_router() -> None:
    assert (front_door() / "app.py").is_file()
