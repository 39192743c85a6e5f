"""How people log in, as the environment says it (``MATCHER_OIDC_…``, ``MATCHER_PUBLIC_URL``).

Without it there is no log-in, and the program is a demo on this machine alone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from matcher.domain.actor import GIVEN_ROLES, AccessRole
from matcher.domain.session import Lasting

LOOPBACK = ("127.0.0.1", "localhost", "::1")
NEVER_KEPT = ("pid", "fnr", "ssn", "national_id")
"""Claims that hold a national identity number: never a person's id, and never a name."""
ANY_TENANT = ("common", "organizations", "consumers")
"""Where Entra ID has the municipality's own tenant; these would let anybody's people in."""


class BadConfiguration(Exception):
    """The environment can't be followed; the message names every fault."""


@dataclass(frozen=True)
class LogIn:
    """The municipality's own log-in, by OpenID Connect."""

    issuer: str
    """``MATCHER_OIDC_ISSUER``: exactly as the provider writes it in its tokens."""
    client_id: str
    """``MATCHER_OIDC_CLIENT_ID``"""
    client_secret: str | None = field(repr=False)
    """``MATCHER_OIDC_CLIENT_SECRET``, or a file of it (``…_SECRET_FILE``); none: PKCE alone."""
    public_url: str
    """``MATCHER_PUBLIC_URL``: the address people use, such as https://match.kommune.no."""
    person_claim: str = "sub"
    """``MATCHER_OIDC_PERSON_CLAIM``: the claim that is a person's id; ``oid`` for Entra ID."""
    name_claim: str = "name"
    roles_claim: str = "roles"
    """``MATCHER_OIDC_ROLES_CLAIM``: the claim that lists roles, by our names or mapped ones."""
    role_names: Mapping[str, AccessRole] = field(default_factory=dict)
    """``MATCHER_OIDC_ROLE_NAMES``: ``KE-gruppa=ke-ansvarlig;Innsyn=leser``."""
    scopes: str = "openid profile"
    acr_values: tuple[str, ...] = ()
    """``MATCHER_OIDC_ACR``: levels of assurance of which the log-in must have one (ID-porten)."""
    lasting: Lasting = field(default_factory=Lasting)

    @property
    def redirect_uri(self) -> str:
        """Where the provider sends people back."""
        return f"{self.public_url}/logg-inn/svar"

    @property
    def host(self) -> str:
        """The host people know the program by."""
        return urlsplit(self.public_url).hostname or ""

    @property
    def is_https(self) -> bool:
        """Whether people come over HTTPS; only a trial on one machine doesn't."""
        return self.public_url.startswith("https://")


def log_in_from(environment: Mapping[str, str] = os.environ) -> LogIn | None:
    """How people log in; ``None`` for the demo. Raises ``BadConfiguration`` with every fault."""
    given = {key: value for key, value in environment.items() if key.startswith("MATCHER_OIDC_")}
    if not any(value.strip() for value in given.values()):
        return None
    faults: list[str] = []
    url = _url(environment, "MATCHER_PUBLIC_URL", faults)
    log_in = LogIn(
        issuer=_url(environment, "MATCHER_OIDC_ISSUER", faults),
        client_id=_must(environment, "MATCHER_OIDC_CLIENT_ID", faults),
        client_secret=_secret(environment, faults),
        public_url=url.rstrip("/"),
        person_claim=environment.get("MATCHER_OIDC_PERSON_CLAIM") or "sub",
        name_claim=environment.get("MATCHER_OIDC_NAME_CLAIM") or "name",
        roles_claim=environment.get("MATCHER_OIDC_ROLES_CLAIM") or "roles",
        role_names=_role_names(environment, faults),
        scopes=environment.get("MATCHER_OIDC_SCOPES") or "openid profile",
        acr_values=tuple((environment.get("MATCHER_OIDC_ACR") or "").split()),
        lasting=_lasting(environment, faults),
    )
    if urlsplit(log_in.public_url).path:
        faults.append("MATCHER_PUBLIC_URL kan ikke ha noe etter vertsnavnet.")
    faults += _never_kept(log_in)
    tenant = urlsplit(log_in.issuer).path.strip("/").partition("/")[0]
    if tenant in ANY_TENANT:
        faults.append(
            f"MATCHER_OIDC_ISSUER kan ikke ha {tenant}: det gjelder alle virksomheter. "
            "Kanskje skal kommunens egen leietaker-id stå der?"
        )
    if "openid" not in log_in.scopes.split():
        faults.append("MATCHER_OIDC_SCOPES må ha med openid.")
    if faults:
        raise BadConfiguration("\n".join(faults))
    return log_in


def _never_kept(log_in: LogIn) -> list[str]:
    chosen = {"PERSON": (log_in.person_claim, "sub"), "NAME": (log_in.name_claim, "name")}
    return [
        f"MATCHER_OIDC_{what}_CLAIM kan ikke være {claim}: det er et fødselsnummer, og det "
        f"lagres aldri. Kanskje {instead}?"
        for what, (claim, instead) in chosen.items()
        if claim in NEVER_KEPT
    ]


def _must(environment: Mapping[str, str], key: str, faults: list[str]) -> str:
    value = environment.get(key, "").strip()
    if not value:
        faults.append(f"{key} mangler. Innlogging er satt opp bare delvis, og da åpnes ingenting.")
    return value


def _url(environment: Mapping[str, str], key: str, faults: list[str]) -> str:
    value = _must(environment, key, faults)
    parts = urlsplit(value)
    is_here = parts.scheme == "http" and parts.hostname in LOOPBACK
    if value and not (parts.scheme == "https" and parts.hostname) and not is_here:
        faults.append(f"{key} må begynne med https://.")
    if parts.query or parts.fragment or parts.username:
        faults.append(f"{key} kan bare ha vertsnavn og sti.")
    return value


def _secret(environment: Mapping[str, str], faults: list[str]) -> str | None:
    if file := environment.get("MATCHER_OIDC_CLIENT_SECRET_FILE"):
        try:
            if secret := Path(file).read_text(encoding="utf-8").strip():
                return secret
            faults.append("MATCHER_OIDC_CLIENT_SECRET_FILE er tom.")
        except (OSError, UnicodeDecodeError):
            faults.append("MATCHER_OIDC_CLIENT_SECRET_FILE kan ikke leses.")
    return environment.get("MATCHER_OIDC_CLIENT_SECRET") or None


def _role_names(environment: Mapping[str, str], faults: list[str]) -> dict[str, AccessRole]:
    names: dict[str, AccessRole] = {}
    for pair in filter(None, (environment.get("MATCHER_OIDC_ROLE_NAMES") or "").split(";")):
        name, _, role = (part.strip() for part in pair.rpartition("="))
        if not name or role not in GIVEN_ROLES:
            faults.append(
                f"MATCHER_OIDC_ROLE_NAMES: «{pair.strip()}» er ikke et par. "
                f"Kanskje slik: KE-gruppa=ke-ansvarlig. Rollene er {', '.join(GIVEN_ROLES)}."
            )
        else:
            names[name] = AccessRole(role)
    return names


def _lasting(environment: Mapping[str, str], faults: list[str]) -> Lasting:
    def whole(key: str, otherwise: int, most: int) -> int:
        value = environment.get(key) or str(otherwise)
        if value.isdecimal() and 1 <= int(value) <= most:
            return int(value)
        faults.append(f"{key} må være et helt tall fra 1 til {most}.")
        return otherwise

    return Lasting(
        idle=timedelta(minutes=whole("MATCHER_SESSION_IDLE_MINUTES", 30, 240)),
        longest=timedelta(hours=whole("MATCHER_SESSION_HOURS", 8, 24)),
    )
