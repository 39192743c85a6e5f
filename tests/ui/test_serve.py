import pytest
from streamlit import config

from matcher.ui.serve import HEADERS, front_door, options


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


def test_the_front_door_has_the_router() -> None:
    assert (front_door() / "app.py").is_file()
