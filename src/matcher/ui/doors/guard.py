"""The guard: nobody reaches a page, a file or the websocket without a session.

It stands before everything Streamlit answers. A websocket that is open, is held against the
session at every message, so that a tab that is left open, ends with the session.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from matcher.domain.actor import Actor
from matcher.services import StorageUnavailable
from matcher.services.sessions import Sessions
from matcher.ui.doors.configuration import LogIn
from matcher.ui.doors.cookies import SESSION, token_in
from matcher.ui.doors.places import LOG_IN, OPEN, page_name
from matcher.ui.texts import say

SAFE_METHODS = ("GET", "HEAD")
SESSION_IS_OVER = 4401
"""Our own code for a websocket that is closed because the session is over."""
REMEMBERED_S = 2.0
"""So long, a burst of messages in one tab is one question to the database."""


@dataclass
class Guard:
    """Passes on what comes with a session, and nothing else."""

    app: ASGIApp
    log_in: LogIn
    sessions: Sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, send to the log-in, or refuse."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if not self._is_same_origin(scope):
            await self._refuse(scope, receive, send, 403)
            return
        if scope["type"] == "http" and scope["path"] in OPEN:
            await self.app(scope, receive, send)
            return
        token = token_in(scope, SESSION, self.log_in)
        try:
            who = await self._actor(token, does_something=scope["type"] == "http")
        except StorageUnavailable:
            await self._refuse(scope, receive, send, 503)
            return
        if who is None or token is None:
            await self._refuse(scope, receive, send, 401)
        elif scope["type"] == "websocket":
            watched = Watched(receive, send, lambda acts: self._actor(token, does_something=acts))
            await self.app(scope, watched.receive, watched.pass_on)
        else:
            await self.app(scope, receive, send)

    async def _actor(self, token: str | None, *, does_something: bool) -> Actor | None:
        if token is None:
            return None
        return await asyncio.to_thread(self.sessions.actor, token, does_something=does_something)

    def _is_same_origin(self, scope: Scope) -> bool:
        """Whether a websocket, or a request that changes something, comes from our own page."""
        if scope["type"] == "http" and scope["method"] in SAFE_METHODS:
            return True
        headers = Headers(scope=scope)
        if headers.get("origin", "null") == "null":  # a form under Referrer-Policy: no-referrer
            return headers.get("sec-fetch-site") == "same-origin"
        return headers.getlist("origin") == [_origin(self.log_in.public_url)]

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": SESSION_IS_OVER})
            return
        await self._answer(scope, status)(scope, receive, send)

    def _answer(self, scope: Scope, status: int) -> Response:
        accepts = Headers(scope=scope).get("accept", "")
        if status == 401 and scope["method"] == "GET" and "text/html" in accepts:
            return RedirectResponse(
                f"{LOG_IN}?til={page_name(scope['path'].strip('/'))}", status_code=303
            )
        return PlainTextResponse(say(f"door.status_{status}"), status_code=status)


@dataclass
class Watched:
    """A websocket's messages, each held against the session before it is passed on."""

    inner: Receive
    send: Send
    actor: Callable[[bool], Awaitable[Actor | None]]
    _right_until: float = field(default=0.0)
    _is_closed: bool = False

    async def pass_on(self, message: Message) -> None:
        """An answer of the page's; none after the end, when nobody is there to have it."""
        if not self._is_closed:
            await self.send(message)

    async def receive(self) -> Message:
        """The next message, or the end where the session is over."""
        message = await self.inner()
        if message["type"] != "websocket.receive":
            return message
        acts = does_something(message.get("bytes") or b"")
        if time.monotonic() < self._right_until and not acts:
            return message
        if await self._is_over(acts):
            self._is_closed = True
            await self.send({"type": "websocket.close", "code": SESSION_IS_OVER})
            return {"type": "websocket.disconnect", "code": SESSION_IS_OVER}
        self._right_until = time.monotonic() + REMEMBERED_S
        return message

    async def _is_over(self, acts: bool) -> bool:
        try:
            return await self.actor(acts) is None
        except StorageUnavailable:
            return True


def does_something(message: bytes) -> bool:
    """Whether a person did something, or the page asked by itself (a fragment that repeats)."""
    told = BackMsg()
    try:
        told.ParseFromString(message)
    except Exception:  # not a message of Streamlit's; it is refused further in
        return False
    return told.HasField("rerun_script") and not told.rerun_script.is_auto_rerun


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
