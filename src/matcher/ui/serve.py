"""Starting the pages: behind the doors, with strict headers, in the language of whoever looks."""

import gc
import os
import threading
import time
import tomllib
import webbrowser
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher.services import NotAllowed
from matcher.services.sessions import Sessions
from matcher.settings import from_environment
from matcher.ui.doors.configuration import LOOPBACK, BadConfiguration, LogIn, log_in_from
from matcher.ui.doors.guard import Guard
from matcher.ui.doors.routes import Doors
from matcher.ui.first_page import routes as first_page_routes
from matcher.ui.preferences import Preferring
from matcher.ui.texts import say

COLLECT_AFTER = (50_000, 20, 20)
"""So seldom is garbage looked for: a large round is half a million objects that all last."""
HERE = Path(__file__).parent
HOSTS = ("localhost", "127.0.0.1")
CLOSED_PATHS = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent",
    "/auth",
    "/oauth2callback",
)
"""Streamlit's own that nobody here uses: inner numbers, machines, and its weaker log-in."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Sent with every answer. Streamlit sets its styles from script, so style needs 'unsafe-inline'."""
ALWAYS_HTTPS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
"""Sent too where people come over HTTPS."""


def serve(port: int, open_browser: bool) -> None:
    """Show the pages until stopped with Ctrl+C: on this machine only, where there is no log-in."""
    try:
        log_in = log_in_from()
        listens_at = listening_address(log_in)
    except BadConfiguration as fault:
        raise SystemExit(str(fault)) from None
    print(where_the_pages_are(log_in, listens_at, port), flush=True)
    if open_browser and log_in is None:
        threading.Thread(target=_open_when_ready, args=(_own_address(port),), daemon=True).start()
    hosts = allowed_hosts(log_in)
    chosen = {"server.port": port, "server.address": listens_at, "server.allowedHosts": hosts}
    gc.set_threshold(*COLLECT_AFTER)
    make_app(front_door() / "app.py", log_in).run(config=options() | chosen)


def where_the_pages_are(log_in: LogIn | None, listens_at: str, port: int) -> str:
    """What is said at the start: this machine's own address, or the one that people log in at."""
    if log_in is None:
        return say("serve.address", address=_own_address(port))
    address = log_in.public_url
    return say("serve.address_for_users", address=address, listens_at=listens_at, port=port)


def _own_address(port: int) -> str:
    return f"http://localhost:{port}"


def listening_address(log_in: LogIn | None) -> str:
    """Where to listen (``MATCHER_LISTEN``); elsewhere than on this machine only with a log-in.

    Raises ``BadConfiguration``.
    """
    address = os.environ.get("MATCHER_LISTEN") or LOOPBACK[0]
    if log_in is None and address not in LOOPBACK:
        raise BadConfiguration(say("door.demo_elsewhere", address=address))
    return address


def allowed_hosts(log_in: LogIn | None) -> list[str]:
    """The names the pages may be asked for under."""
    return [*HOSTS] if log_in is None else [log_in.host]


def headers_for(log_in: LogIn | None) -> dict[str, str]:
    """What is sent with every answer."""
    return HEADERS | (ALWAYS_HTTPS if log_in is not None and log_in.is_https else {})


def make_app(script: Path, log_in: LogIn | None = None) -> st.App:
    """The pages of a script, with our headers, first page and translations, behind the guard."""
    routes = first_page_routes()
    middleware = [
        Middleware(Preferring),
        Middleware(StrictHeaders, headers=headers_for(log_in)),
        Middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(log_in)),
        Middleware(ClosedPaths),
    ]
    if log_in is not None:
        sessions = Sessions(from_environment().database_url, log_in.lasting)
        routes = [*Doors(log_in, sessions).routes(), *routes]
        middleware.append(Middleware(Guard, log_in=log_in, sessions=sessions))
    return st.App(script, routes=routes, middleware=middleware, on_script_error=_tell_own_fault)


def options() -> dict[str, object]:
    """Streamlit's settings, as dotted names."""
    with (front_door() / ".streamlit" / "config.toml").open("rb") as file:
        sections = tomllib.load(file)
    return dict(_dotted(sections))


def front_door() -> Path:
    """The folder of ``app.py``: inside an installed package, or the repository's own."""
    packaged = HERE / "front"
    return packaged if packaged.is_dir() else HERE.parents[2]


def _dotted(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _dotted(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


class StrictHeaders:
    """Puts our headers on every answer."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app, self._headers = app, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and dress the answer."""

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, dressed)


class ClosedPaths:
    """Answers *not found* where Streamlit would tell its inner numbers to anybody."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it asks for a closed path."""
        path = scope.get("path", "").rstrip("/")
        is_closed = scope["type"] == "http" and any(
            path == closed or path.startswith(f"{closed}/") for closed in CLOSED_PATHS
        )
        await (Response(status_code=404) if is_closed else self._app)(scope, receive, send)


def _tell_own_fault(fault: Exception) -> bool:
    """Say so in Norwegian, in place of Streamlit's words; the log has the rest.

    That somebody may not, is no fault, and says why.
    """
    if isinstance(fault, NotAllowed):
        st.error(str(fault))
        return True
    st.error(say("serve.own_fault", fault=type(fault).__name__))
    return True


def _open_when_ready(address: str) -> None:
    for _ in range(60):
        try:
            with urlopen(address, timeout=1):
                break
        except (URLError, OSError):
            time.sleep(0.25)
    webbrowser.open(address)
