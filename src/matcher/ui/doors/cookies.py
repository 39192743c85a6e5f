"""The two cookies: one while a log-in is on its way, one while a session lasts.

Each is a random token and nothing else. Over HTTPS the names begin with ``__Host-``, so that no
other host or path can set them (RFC 6265bis 4.1.3).
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.responses import Response
from starlette.types import Scope

from matcher.ui.doors.configuration import LogIn

SESSION, SIGN_IN = "koordinatormatch", "koordinatormatch-inn"
SIGN_IN_LASTS_S = 600
LONGEST_TOKEN = 128


def full_name(name: str, log_in: LogIn) -> str:
    """The cookie's name as the browser has it."""
    return f"__Host-{name}" if log_in.is_https else name


def put(answer: Response, name: str, token: str, log_in: LogIn) -> None:
    """Give the browser a token: no script can read it, and no other site can make it be sent.

    The session's cookie ends with the browser; that it ends at all, is held by the server.
    """
    answer.set_cookie(
        full_name(name, log_in),
        token,
        max_age=SIGN_IN_LASTS_S if name == SIGN_IN else None,
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )


def drop(answer: Response, name: str, log_in: LogIn) -> None:
    """Make the browser forget a token."""
    answer.delete_cookie(
        full_name(name, log_in), path="/", secure=True, httponly=True, samesite="lax"
    )


def token_in(scope: Scope, name: str, log_in: LogIn) -> str | None:
    """The token that a request or a websocket carries; ``None`` for none, or for two."""
    wanted = full_name(name, log_in)
    found: list[str] = []
    for key, value in scope.get("headers", ()):
        if key.lower() != b"cookie":
            continue
        for part in value.decode("latin-1").split(";"):
            try:
                found += [m.value for n, m in SimpleCookie(part.strip()).items() if n == wanted]
            except CookieError:
                continue
    usable = [token for token in found if 0 < len(token) <= LONGEST_TOKEN]
    return usable[0] if len(found) == 1 and usable else None
