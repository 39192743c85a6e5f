"""The addresses of the doors: to the log-in, back from it, and out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from matcher.domain.session import Identity
from matcher.services import StorageUnavailable
from matcher.services.sessions import NoAccess, Sessions
from matcher.ui.doors import pages
from matcher.ui.doors.configuration import LogIn
from matcher.ui.doors.cookies import SESSION, SIGN_IN, drop, put, token_in
from matcher.ui.doors.places import ANSWER, LOG_IN, LOG_OUT, LOOK, OVER, OVER_THERE, page_name
from matcher.ui.doors.provider import NotConfirmed, Provider
from matcher.ui.texts import say

LOG = logging.getLogger("matcher.doors")
"""Says what happened, and never who: that stands in the history."""

Handler = Callable[[Request], Awaitable[Response]]


@dataclass
class Doors:
    """The routes, with the provider and the sessions they rest on."""

    log_in: LogIn
    sessions: Sessions
    provider: Provider = field(init=False)

    def __post_init__(self) -> None:
        self.provider = Provider(self.log_in)

    def routes(self) -> list[Route]:
        """Every address of the doors."""
        return [
            Route(LOG_IN, self._told_kindly(self.to_log_in)),
            Route(ANSWER, self._told_kindly(self.back_from_it)),
            Route(LOG_OUT, self._told_kindly(self.ask_to_leave), methods=["GET"]),
            Route(LOG_OUT, self._told_kindly(self.out), methods=["POST"]),
            Route(OVER, self._told_kindly(self.session_is_over)),
            Route(OVER_THERE, self._told_kindly(self.over_there), methods=["GET"]),
            Route(LOOK, lambda request: pages.look()),
        ]

    async def to_log_in(self, request: Request) -> Response:
        """Send the browser to the provider, with secrets that must come back."""
        sign_in = self.provider.new_sign_in(
            goes_to="/" + page_name(request.query_params.get("til", ""))
        )
        address = await self.provider.address(sign_in)
        token = await asyncio.to_thread(self.sessions.begin_sign_in, sign_in)
        answer = _onward(address)
        put(answer, SIGN_IN, token, self.log_in)
        return answer

    async def back_from_it(self, request: Request) -> Response:
        """Let somebody in whom the provider confirms and who has a role here."""
        token = token_in(request.scope, SIGN_IN, self.log_in)
        sign_in = await asyncio.to_thread(self.sessions.take_sign_in, token) if token else None
        if sign_in is None:
            raise NotConfirmed("begun")
        identity = await self.provider.identity(sign_in, dict(request.query_params))
        old = token_in(request.scope, SESSION, self.log_in)
        if old is not None:
            await asyncio.to_thread(self.sessions.end, old)
        try:
            new = await asyncio.to_thread(self.sessions.begin, identity)
        except NoAccess:
            LOG.info("refused: no role")
            answer = _no_role(identity)
            drop(answer, SESSION, self.log_in)
        else:
            LOG.info("logged in")
            answer = _onward(sign_in.goes_to)
            put(answer, SESSION, new, self.log_in)
        drop(answer, SIGN_IN, self.log_in)
        return answer

    async def ask_to_leave(self, request: Request) -> Response:
        """The page with the button: a link alone ends nothing."""
        return pages.page(say("door.log_out"), pages.log_out_form())

    async def session_is_over(self, request: Request) -> Response:
        """Says that the session is over. It doesn't log in by itself: somebody may have left."""
        again = pages.log_in_link(say("door.log_in_again"))
        return pages.page(say("door.over_title"), pages.paragraph(say("door.over_intro")), again)

    async def over_there(self, request: Request) -> Response:
        """End what came from a session with the log-in that is over.

        It comes from the log-in's own page, so without any cookie of ours: the id of the session
        there is what it is known by, and nobody else has it.
        """
        asked = request.query_params
        is_told = asked.get("iss") == self.log_in.issuer and bool(asked.get("sid"))
        if is_told:
            ended = await asyncio.to_thread(self.sessions.end_those_from, asked["sid"])
            LOG.info("over at the log-in: %d ended", ended)
        return Response(status_code=200 if is_told else 400, headers={"Cache-Control": "no-store"})

    async def out(self, request: Request) -> Response:
        """End the session on the server, whatever the browser keeps."""
        token = token_in(request.scope, SESSION, self.log_in)
        if token is not None:
            await asyncio.to_thread(self.sessions.end, token)
            LOG.info("logged out")
        parts = [pages.paragraph(say("door.logged_out_intro"))]
        if there := self.provider.log_out_address():
            parts.append(pages.link(there, say("door.log_out_there")))
        parts.append(pages.log_in_link(say("door.log_in_again")))
        answer = pages.page(say("door.logged_out"), *parts)
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        drop(answer, SESSION, self.log_in)
        return answer

    def _told_kindly(self, handler: Handler) -> Handler:
        """What goes wrong becomes a page that says so, without a word from the provider."""

        async def told(request: Request) -> Response:
            try:
                return await handler(request)
            except NotConfirmed as fault:
                LOG.warning("not confirmed: %s", fault)
                said = pages.paragraph(say("door.not_confirmed_intro", why=fault))
                again = pages.log_in_link(say("door.log_in_again"))
                answer = pages.page(say("door.not_confirmed"), said, again, status=403)
                drop(answer, SIGN_IN, self.log_in)
                return answer
            except StorageUnavailable as fault:
                said = pages.paragraph(str(fault))
                return pages.page(say("door.unavailable"), said, status=503)

        return told


def _no_role(identity: Identity) -> Response:
    told = [pages.paragraph(say("door.no_role_intro", name=identity.name or identity.person))]
    told.append(pages.code(identity.person))
    if identity.roles_were_left_out:
        LOG.warning("the log-in left out the roles: somebody is in too many groups")
        told.append(pages.paragraph(say("door.roles_were_left_out")))
    return pages.page(say("door.no_role"), *told, status=403)


def _onward(address: str) -> Response:
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})
