"""A provider made by hand, which can be made to lie in every way a stolen or broken one could.

It checks what a real one must (PKCE, the client, a code used once), so that the program's own
half of the talk is tested too.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "koordinatormatch", "hemmelig-nok-til-en-prove"


@dataclass
class HandMade:
    """What it says; a test changes it."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "ours"}))
    published: list[RSAKey] = field(default_factory=list)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "ours"})
    claims: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    says_issuer: str | None = None
    about: dict[str, Any] = field(default_factory=dict)
    """More that it tells about itself."""
    beside_key: dict[str, Any] = field(default_factory=dict)
    """What it tells of a key besides the key."""
    token: Callable[[str], str] = field(default_factory=lambda: str)
    status: int = 200
    keys_asked: int = 0
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def authorize(self, address: str) -> dict[str, str]:
        """What the browser brings back after a person has logged in at an address."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["code_challenge_method"] == "S256"
        assert asked["response_type"] == "code"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def metadata(self) -> dict[str, Any]:
        """What it tells about itself."""
        paths = {"authorization_endpoint": "a", "token_endpoint": "t", "jwks_uri": "k"}
        told = {name: f"{self.issuer}/{path}" for name, path in paths.items()}
        return {"issuer": self.says_issuer or self.issuer, **told, **self.about}

    def keys(self) -> dict[str, Any]:
        """Its public keys."""
        self.keys_asked += 1
        published = self.published or [self.key]
        return {"keys": [key.as_dict(private=False) | self.beside_key for key in published]}

    def exchanged(self, asked: dict[str, str], client: str) -> tuple[int, dict[str, Any]]:
        """A token for a code, once, to the client that holds the secret and the verifier."""
        begun = self.codes.pop(asked.get("code", ""), None)
        digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_right = (
            begun is not None
            and client == f"{CLIENT}:{SECRET}"
            and challenge == begun["code_challenge"]
            and asked.get("redirect_uri") == begun["redirect_uri"]
        )
        if not is_right or begun is None:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "kari",
            "name": "Kari Nes",
            "roles": ["leser"],
            "iat": now,
            "exp": now + 300,
            "nonce": begun["nonce"],
        } | self.claims
        signed = self.signed({name: c for name, c in claims.items() if name not in self.without})
        token = {"access_token": "a", "token_type": "Bearer", "id_token": self.token(signed)}
        return self.status, token

    def signed(self, claims: dict[str, Any]) -> str:
        """The claims, signed as the header says."""
        if self.header["alg"] in ("none", "HS256"):
            told = ".".join(_encoded(json.dumps(part).encode()) for part in (self.header, claims))
            public = self.key.as_pem(private=False)
            shared = hmac.digest(public, told.encode(), "sha256")
            return f"{told}.{_encoded(shared) if self.header['alg'] == 'HS256' else ''}"
        return jwt.encode(self.header, claims, self.key, algorithms=[self.header["alg"]])


def _encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


@contextmanager
def hand_made_provider() -> Iterator[HandMade]:
    """It, on a port of this machine."""
    provider = HandMade()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_about = self.path.endswith("openid-configuration")
            self._say(200, provider.metadata() if is_about else provider.keys())

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = {n: v[0] for n, v in parse_qs(self.rfile.read(length).decode()).items()}
            basic = self.headers.get("Authorization", "").removeprefix("Basic ")
            self._say(*provider.exchanged(asked, base64.b64decode(basic).decode()))

        def _say(self, status: int, told: dict[str, Any]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    provider.issuer = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
