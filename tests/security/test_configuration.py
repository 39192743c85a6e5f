"""Half a log-in is no log-in; and without one the pages are shown on this machine alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.actor import AccessRole
from matcher.ui.doors.configuration import BadConfiguration, LogIn, log_in_from
from matcher.ui.serve import ALWAYS_HTTPS, allowed_hosts, listening_address, serve
from tests.security.served import REPOSITORY, START, free_port

WHOLE = {
    "MATCHER_OIDC_ISSUER": "https://login.microsoftonline.com/1234/v2.0",
    "MATCHER_OIDC_CLIENT_ID": "koordinatormatch",
    "MATCHER_OIDC_CLIENT_SECRET": "hemmelig",
    "MATCHER_PUBLIC_URL": "https://match.kommune.example/",
}


def log_in(**more: str) -> LogIn:
    found = log_in_from(WHOLE | more)
    assert found is not None
    return found


def test_without_any_setting_it_is_a_demo() -> None:
    assert log_in_from({}) is None
    assert log_in_from({"MATCHER_OIDC_ISSUER": " "}) is None


def test_a_whole_configuration_is_read() -> None:
    found = log_in(
        MATCHER_OIDC_PERSON_CLAIM="oid", MATCHER_OIDC_ROLE_NAMES="KE-gruppa=ke-ansvarlig"
    )
    assert found.redirect_uri == "https://match.kommune.example/logg-inn/svar"
    assert (found.host, found.is_https, found.person_claim) == (
        "match.kommune.example",
        True,
        "oid",
    )
    assert found.role_names == {"KE-gruppa": AccessRole.KE_ANSVARLIG}
    assert "hemmelig" not in repr(found)


@pytest.mark.parametrize("missing", sorted(WHOLE))
def test_half_a_configuration_opens_nothing_and_names_what_is_missing(missing: str) -> None:
    """But the secret: a client with PKCE alone has none."""
    given = {key: value for key, value in WHOLE.items() if key != missing}
    if missing == "MATCHER_OIDC_CLIENT_SECRET":
        assert log_in_from(given) is not None
        return
    with pytest.raises(BadConfiguration, match=missing):
        log_in_from(given)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("MATCHER_PUBLIC_URL", "http://match.kommune.example"),
        ("MATCHER_PUBLIC_URL", "https://match.kommune.example/sti"),
        ("MATCHER_PUBLIC_URL", "https://bruker@match.kommune.example"),
        ("MATCHER_PUBLIC_URL", "match.kommune.example"),
        ("MATCHER_OIDC_ISSUER", "http://login.example"),
        ("MATCHER_OIDC_ISSUER", "javascript:alert(1)"),
        ("MATCHER_OIDC_ISSUER", "https://login.microsoftonline.com/common/v2.0"),
        ("MATCHER_OIDC_ISSUER", "https://login.microsoftonline.com/organizations/v2.0"),
        ("MATCHER_OIDC_PERSON_CLAIM", "pid"),
        ("MATCHER_OIDC_NAME_CLAIM", "pid"),
        ("MATCHER_OIDC_ROLE_NAMES", "sjef=operatør"),
        ("MATCHER_OIDC_ROLE_NAMES", "sjef"),
        ("MATCHER_OIDC_SCOPES", "profile"),
        ("MATCHER_SESSION_IDLE_MINUTES", "0"),
        ("MATCHER_SESSION_HOURS", "100"),
        ("MATCHER_SESSION_HOURS", "-1"),
        ("MATCHER_OIDC_CLIENT_SECRET_FILE", "/finnes/ikke"),
        ("MATCHER_OIDC_CLIENT_SECRET_FILE", os.devnull),
    ],
)
def test_an_unsafe_setting_is_refused_and_named(key: str, value: str) -> None:
    with pytest.raises(BadConfiguration, match=key):
        log_in(**{key: value})


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(BadConfiguration) as told:
        log_in_from({"MATCHER_OIDC_CLIENT_ID": "x", "MATCHER_SESSION_HOURS": "x"})
    for key in ("MATCHER_OIDC_ISSUER", "MATCHER_PUBLIC_URL", "MATCHER_SESSION_HOURS"):
        assert key in str(told.value)


def test_the_secret_can_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "hemmelig").write_text("i fila\n", encoding="utf-8")
    found = log_in(MATCHER_OIDC_CLIENT_SECRET_FILE=str(tmp_path / "hemmelig"))
    assert found.client_secret == "i fila"


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "10.0.0.5", "match.kommune.example"])
def test_a_demo_listens_on_this_machine_only(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("MATCHER_LISTEN", address)
    with pytest.raises(BadConfiguration, match="bare på denne maskinen"):
        listening_address(None)
    assert listening_address(log_in()) == address
    monkeypatch.delenv("MATCHER_LISTEN")
    assert listening_address(None) == "127.0.0.1"


UNSAFE = [{"MATCHER_LISTEN": "0.0.0.0"}, {"MATCHER_OIDC_CLIENT_ID": "bare-halvt"}]


@pytest.mark.parametrize("environment", UNSAFE, ids=["demo elsewhere", "half a log-in"])
def test_serving_ends_before_anything_listens_where_the_setting_is_unsafe(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name in [name for name in os.environ if name.startswith("MATCHER_")]:
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    port = free_port()
    with pytest.raises(SystemExit) as ended:
        serve(port, open_browser=False)
    assert ended.value.code not in (0, None)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=1)


@pytest.mark.soak
@pytest.mark.parametrize("environment", UNSAFE, ids=["demo elsewhere", "half a log-in"])
def test_the_program_itself_refuses_to_start_open(environment: dict[str, str]) -> None:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MATCHER_")}
    paths = {"PYTHONPATH": str(REPOSITORY / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", START, str(free_port())],
        check=False,
        cwd=REPOSITORY,
        env=clean | paths | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr


def test_a_demo_that_was_started_by_a_way_around_shows_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Such as ``streamlit run app.py --server.address 0.0.0.0``."""
    app = AppTest.from_file(REPOSITORY / "app.py", default_timeout=60)
    monkeypatch.setattr("streamlit.get_option", lambda name: "0.0.0.0")
    shown = app.run()
    assert "Økten er over" in str([part.proto for part in shown.get("html")])
    assert not shown.title


def test_with_a_log_in_the_script_alone_lets_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the guard isn't there, the page asks for the session itself."""
    for key, value in WHOLE.items():
        monkeypatch.setenv(key, value)
    shown = AppTest.from_file(REPOSITORY / "app.py", default_timeout=60).run()
    assert not shown.title
    assert not shown.button


def test_the_pages_answer_to_their_own_name_alone_and_ask_for_https() -> None:
    assert allowed_hosts(log_in()) == ["match.kommune.example"]
    assert ALWAYS_HTTPS["Strict-Transport-Security"].startswith("max-age=31536000")
