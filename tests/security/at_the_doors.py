"""A browser in a few lines, at the program's doors: what it is answered, sign by sign."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

from matcher.domain.session import Lasting
from matcher.services.sessions import Sessions
from matcher.ui.doors.configuration import LogIn
from matcher.ui.doors.guard import Guard
from matcher.ui.doors.routes import Doors
from matcher.ui.serve import ClosedPaths, StrictHeaders, headers_for
from tests.security.hand_made_provider import CLIENT, SECRET, HandMade

ADDRESS = "http://localhost:8501"
INSIDE = "her er det som er innenfor"
COOKIE, BEGUN = "koordinatormatch", "koordinatormatch-inn"
MINUTE = timedelta(minutes=1)


async def _inside(request: Request) -> Response:
    return PlainTextResponse(INSIDE)


async def _socket(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            await socket.receive_bytes()
            await socket.send_text(INSIDE)
    except WebSocketDisconnect:
        pass


def log_in_at(provider: HandMade, **more: Any) -> LogIn:
    """The program's settings for a provider."""
    settings = {"client_id": CLIENT, "client_secret": SECRET, "public_url": ADDRESS} | more
    return LogIn(issuer=provider.issuer, **settings)


def program(log_in: LogIn, database_url: str, lasting: Lasting | None = None) -> Starlette:
    """The doors and the guard as the program sets them up, before a page and a websocket."""
    sessions = Sessions(database_url, lasting or Lasting())
    inside = [Route(f"/{name}", _inside) for name in ("", "runde", "media/fil.xlsx")]
    upload = Route("/_stcore/upload_file/a/b", _inside, methods=["PUT", "POST", "DELETE"])
    return Starlette(
        routes=[
            *Doors(log_in, sessions).routes(),
            *inside,
            upload,
            WebSocketRoute("/_stcore/stream", _socket),
        ],
        middleware=[
            Middleware(StrictHeaders, headers=headers_for(log_in)),
            Middleware(TrustedHostMiddleware, allowed_hosts=[log_in.host]),
            Middleware(ClosedPaths),
            Middleware(Guard, log_in=log_in, sessions=sessions),
        ],
    )


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: str

    def header(self, name: str) -> str:
        """One header; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def cookies(self) -> dict[str, Any]:
        """The cookies it sets, by name."""
        set_now = [value for key, value in self.headers if key == "set-cookie"]
        return {name: morsel for line in set_now for name, morsel in SimpleCookie(line).items()}


@dataclass
class Browser:
    """Holds cookies, and asks as a browser on the program's own pages does."""

    app: Starlette
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, query: dict[str, str] | None = None, **headers: str) -> Answer:
        """Go to a page."""
        return self.ask("GET", path, query, {"accept": "text/html"} | headers)

    def post(self, path: str, method: str = "POST", **headers: str) -> Answer:
        """Press a button on a page of ours."""
        return self.ask(method, path, None, {"origin": ADDRESS} | headers)

    def ask(
        self, method: str, path: str, query: dict[str, str] | None, headers: dict[str, str]
    ) -> Answer:
        """One request; the cookies of the answer are kept."""
        sent: list[Message] = []
        scope = self._scope("http", path, urlencode(query or {}), headers) | {"method": method}

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        start = next(m for m in sent if m["type"] == "http.response.start")
        body = b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")
        told = [(key.decode(), value.decode("latin-1")) for key, value in start["headers"]]
        answer = Answer(start["status"], told, body.decode())
        for name, morsel in answer.cookies.items():
            if morsel["max-age"] == "0":
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = morsel.value
        return answer

    def talk(self, messages: list[bytes], between: Any = None, **headers: str) -> list[Message]:
        """Open the websocket and send messages; all that comes back."""
        return asyncio.run(self._talk(messages, between, {"origin": ADDRESS} | headers))

    async def _talk(self, messages: list[bytes], between: Any, headers: dict[str, str]) -> Any:
        sent: list[Message] = []
        waiting: list[Message] = [
            {"type": "websocket.connect"},
            *({"type": "websocket.receive", "bytes": m} for m in messages),
        ]

        async def receive() -> Message:
            if len(waiting) == 1 and between is not None and messages:
                between()
            return waiting.pop(0) if waiting else {"type": "websocket.disconnect", "code": 1000}

        async def send(message: Message) -> None:
            sent.append(message)

        await self.app(self._scope("websocket", "/_stcore/stream", "", headers), receive, send)
        return sent

    def _scope(self, kind: str, path: str, query: str, headers: dict[str, str]) -> dict[str, Any]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {"host": urlsplit(ADDRESS).netloc} | headers | ({"cookie": cookie} if cookie else {})
        return {
            "type": kind,
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "http" if kind == "http" else "ws",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [
                (key.replace("_", "-").encode(), v.encode("latin-1")) for key, v in told.items()
            ],
            "server": ("localhost", 8501),
            "client": ("127.0.0.1", 5),
            "subprotocols": [],
        }


def come_in(browser: Browser, provider: HandMade) -> Answer:
    """Log in all the way, and give the answer to the last step."""
    to_provider = browser.get("/logg-inn")
    assert to_provider.status == 303, to_provider.body
    return browser.get("/logg-inn/svar", provider.authorize(to_provider.header("location")))


def is_inside(browser: Browser) -> bool:
    """Whether the browser is shown what lies inside."""
    return INSIDE in browser.get("/runde").body


def by_hand(click: bool = True) -> bytes:
    """What Streamlit's page sends when somebody does something, or asks by itself."""
    message = BackMsg()
    message.rerun_script.is_auto_rerun = not click
    message.rerun_script.page_name = "runde"
    written: bytes = message.SerializeToString()
    return written


def moved_back(database_url: str, table: str, column: str, by: timedelta) -> None:
    """As if so much time had gone."""
    earlier = (datetime.now(UTC) - by).strftime("%Y-%m-%d %H:%M:%S.000000")
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as base:
        base.execute(f"UPDATE {table} SET {column} = ?", (earlier,))
