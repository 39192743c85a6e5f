"""The talk with whoever confirms who somebody is: code flow with PKCE (RFC 7636), by Authlib.

Nothing the provider says is believed before its signature, issuer, audience, times and nonce
are right (OpenID Connect Core 3.1.3.7). What went wrong is told in a word that holds no token.
"""

from __future__ import annotations

import hmac
import secrets
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlencode

import joserfc.errors
from authlib.integrations.httpx_client import AsyncOAuth2Client
from httpx2 import create_ssl_context
from joserfc import jwt
from joserfc.jwk import KeySet

from matcher.domain.actor import GIVEN_ROLES, AccessRole
from matcher.domain.session import Identity, SignIn
from matcher.exchange.national_ids import holds_national_id
from matcher.ui.doors.configuration import LogIn
from matcher.ui.doors.places import OVER

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Signatures with a key of the provider's alone; never ``none``, never a shared secret."""
CLOCKS_DIFFER_S = 60
METADATA_LASTS_S = 600
KEYS_ASKED_AGAIN_S = 30
WAIT_S = 10
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
LONGEST_ID = 200


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are trusted: read once, for it takes longer than the rest of a log-in."""
    return create_ssl_context()


class NotConfirmed(Exception):
    """The provider's answer can't be trusted; the word says why, and holds nothing of it."""


@dataclass
class Provider:
    """One provider, with what it has told about itself."""

    log_in: LogIn
    _metadata: dict[str, Any] = field(default_factory=dict)
    _keys: KeySet | None = None
    _told_at: float = float("-inf")
    _keys_at: float = float("-inf")

    def new_sign_in(self, goes_to: str) -> SignIn:
        """The secrets of a log-in that is about to begin."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        return SignIn(state=state, nonce=nonce, verifier=verifier, goes_to=goes_to)

    async def address(self, sign_in: SignIn) -> str:
        """Where the browser goes to log in. Raises ``NotConfirmed``."""
        async with self._client() as client:
            metadata = await self._about(client)
            levels = " ".join(self.log_in.acr_values)
            url, _ = client.create_authorization_url(
                metadata["authorization_endpoint"],
                state=sign_in.state,
                nonce=sign_in.nonce,
                code_verifier=sign_in.verifier,
                **({"acr_values": levels} if levels else {}),
            )
        return str(url)

    async def identity(self, sign_in: SignIn, answer: Mapping[str, str]) -> Identity:
        """Who somebody is, by the answer that came back. Raises ``NotConfirmed``."""
        if not hmac.compare_digest(answer.get("state", "").encode(), sign_in.state.encode()):
            raise NotConfirmed("state")
        if answer.get("iss", self.log_in.issuer) != self.log_in.issuer:  # RFC 9207
            raise NotConfirmed("iss")
        if "error" in answer or not answer.get("code"):
            raise NotConfirmed("refused")
        async with self._client() as client:
            metadata = await self._about(client)
            token = await self._exchanged(client, metadata, sign_in, answer["code"])
            claims = await self._verified(client, metadata, token, sign_in.nonce)
        return self._identity(claims)

    def log_out_address(self) -> str | None:
        """Where the person can log out of the provider too, and come back from it.

        It holds nothing of who it is: no ``id_token_hint``, which would bear a person's number.
        """
        address = self._metadata.get("end_session_endpoint")
        if not isinstance(address, str) or not address.startswith(("https://", "http://")):
            return None
        joint = "&" if "?" in address else "?"
        back = {"post_logout_redirect_uri": self.log_in.public_url + OVER}
        return address + joint + urlencode({"client_id": self.log_in.client_id} | back)

    def _client(self) -> Any:
        return AsyncOAuth2Client(
            client_id=self.log_in.client_id,
            client_secret=self.log_in.client_secret,
            token_endpoint_auth_method=None if self.log_in.client_secret else "none",
            scope=self.log_in.scopes,
            redirect_uri=self.log_in.redirect_uri,
            code_challenge_method="S256",
            follow_redirects=False,
            timeout=WAIT_S,
            verify=_trusted(),
        )

    async def _about(self, client: Any) -> dict[str, Any]:
        """What the provider tells about itself, asked anew now and then."""
        if time.monotonic() - self._told_at < METADATA_LASTS_S:
            return self._metadata
        issuer = self.log_in.issuer.rstrip("/")
        told = await self._get(client, f"{issuer}/.well-known/openid-configuration")
        if told.get("issuer") != self.log_in.issuer:
            raise NotConfirmed("issuer")
        if not all(isinstance(told.get(name), str) for name in NEEDED):
            raise NotConfirmed("metadata")
        if self.log_in.issuer.startswith("https://") and not all(
            told[name].startswith("https://") for name in NEEDED
        ):
            raise NotConfirmed("metadata")
        self._metadata, self._told_at, self._keys = told, time.monotonic(), None
        return told

    async def _exchanged(
        self, client: Any, metadata: Mapping[str, Any], sign_in: SignIn, code: str
    ) -> str:
        try:
            token = await client.fetch_token(
                metadata["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=sign_in.verifier,
            )
        except Exception:  # whatever a network or a provider can come up with
            raise NotConfirmed("code") from None
        id_token = token.get("id_token")
        if not isinstance(id_token, str):
            raise NotConfirmed("id_token")
        return id_token

    async def _verified(
        self, client: Any, metadata: Mapping[str, Any], id_token: str, nonce: str
    ) -> dict[str, Any]:
        for is_last in (False, True):
            keys = await self._key_set(client, metadata, anew=is_last)
            try:
                decoded = jwt.decode(id_token, keys, algorithms=ALGORITHMS)
                break
            except (joserfc.errors.JoseError, ValueError, TypeError, KeyError):
                if is_last:
                    raise NotConfirmed("signature") from None
        registry = jwt.JWTClaimsRegistry(
            leeway=CLOCKS_DIFFER_S,
            iss={"essential": True, "value": self.log_in.issuer},
            aud={"essential": True, "value": self.log_in.client_id},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            registry.validate(decoded.claims)
        except (joserfc.errors.JoseError, ValueError, TypeError) as fault:
            raise NotConfirmed(getattr(fault, "claim", None) or "claims") from None
        claims: dict[str, Any] = decoded.claims
        self._require_ours(claims, nonce)
        return claims

    def _require_ours(self, claims: Mapping[str, Any], nonce: str) -> None:
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise NotConfirmed("nonce")
        audience = claims["aud"]
        many = isinstance(audience, list) and len(audience) > 1
        if (many or "azp" in claims) and claims.get("azp") != self.log_in.client_id:
            raise NotConfirmed("azp")
        if self.log_in.acr_values and claims.get("acr") not in self.log_in.acr_values:
            raise NotConfirmed("acr")

    async def _key_set(self, client: Any, metadata: Mapping[str, Any], *, anew: bool) -> KeySet:
        """The provider's keys; asked again where a signature doesn't fit, but not all the time."""
        is_recent = time.monotonic() - self._keys_at < KEYS_ASKED_AGAIN_S
        if self._keys is None or (anew and not is_recent):
            told = await self._get(client, metadata["jwks_uri"])
            try:
                self._keys = KeySet.import_key_set(told)  # type: ignore[arg-type]
            except (joserfc.errors.JoseError, ValueError, TypeError, KeyError):
                raise NotConfirmed("keys") from None
            self._keys_at = time.monotonic()
        return self._keys

    async def _get(self, client: Any, url: str) -> dict[str, Any]:
        try:
            answer = await client.request("GET", url, withhold_token=True)
            told = answer.raise_for_status().json()
        except Exception:  # whatever a network or a provider can come up with
            raise NotConfirmed("unreachable") from None
        if not isinstance(told, dict):
            raise NotConfirmed("metadata")
        return told

    def _identity(self, claims: Mapping[str, Any]) -> Identity:
        person = claims.get(self.log_in.person_claim)
        if not isinstance(person, str) or not 0 < len(person) <= LONGEST_ID:
            raise NotConfirmed("person")
        named, there = claims.get(self.log_in.name_claim), claims.get("sid")
        name = named[:LONGEST_ID] if isinstance(named, str) and named.strip() else None
        if holds_national_id(person) or (name and holds_national_id(name)):
            raise NotConfirmed("national_id")
        told = claims.get(self.log_in.roles_claim) or ()
        words = [told] if isinstance(told, str) else told if isinstance(told, list) else []
        left_out = claims.get("_claim_names")  # OpenID Connect Core 5.6.2
        return Identity(
            person=person,
            name=name,
            roles=frozenset(filter(None, map(self._role, words))),
            roles_were_left_out=isinstance(left_out, dict) and self.log_in.roles_claim in left_out,
            there=there if isinstance(there, str) and there else None,
        )

    def _role(self, word: object) -> AccessRole | None:
        if not isinstance(word, str):
            return None
        mapped = self.log_in.role_names.get(word)
        return mapped or next((role for role in GIVEN_ROLES if role.value == word), None)
