"""The real pages behind a real log-in: both started on free ports of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from oidc_provider_mock import User, run_server_in_thread

from matcher.domain.actor import AccessRole, Actor
from matcher.services import Services
from matcher.storage.access_store import AccessStore
from tests.security.office import ROSTER
from tests.services.made_rounds import kept_round

REPOSITORY = Path(__file__).parents[2]
START = "import sys; from matcher.ui.serve import serve; serve(int(sys.argv[1]), False)"
PEOPLE = (
    User(sub="kari", claims={"name": "Kari Nes", "roles": ["ke-ansvarlig"]}),
    User(sub="lise", claims={"name": "Lise Moe", "roles": ["leser"]}),
    User(sub="ukjent", claims={"name": "Uten Rolle"}),
    User(sub="tildelt", claims={"name": "Tor Eide"}),
)


@dataclass(frozen=True)
class Served:
    """The pages, with what they stand on."""

    address: str
    """Where they listen."""
    issuer: str
    database_url: str
    log: Path

    @property
    def administrator(self) -> Services:
        """The services as an administrator uses them, beside the pages."""
        who = Actor(person="admin", name="Ada Min", roles=frozenset({AccessRole.ADMINISTRATOR}))
        return Services(database_url=self.database_url).acting_as(who)


def free_port() -> int:
    """A port that nobody uses right now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def behind_log_in(folder: Path, more: Mapping[str, str] | None = None) -> Iterator[Served]:
    """The pages with a provider of their own, until they are stopped."""
    database_url = f"sqlite:///{folder / 'base.db'}"
    store = AccessStore.open(database_url)
    store.know("admin", "Ada Min", who="admin")
    store.close()
    kept_round(Services(database_url=database_url), roster=ROSTER, who="admin")
    with run_server_in_thread(user_claims=PEOPLE, require_nonce=True) as provider:
        issuer = f"http://localhost:{provider.server_port}"
        port = free_port()
        address = f"http://localhost:{port}"
        environment = {
            "MATCHER_DATABASE_URL": database_url,
            "MATCHER_PUBLIC_URL": address,
            "MATCHER_OIDC_ISSUER": issuer,
            "MATCHER_OIDC_CLIENT_ID": "koordinatormatch",
            "MATCHER_OIDC_CLIENT_SECRET": "hemmelig-nok-til-en-prove",
        }
        log = folder / "tjener.log"
        with running(port, environment | dict(more or {}), log):
            yield Served(address, issuer, database_url, log)


@contextmanager
def running(port: int, environment: Mapping[str, str], log: Path) -> Iterator[None]:
    """The pages on a port, with their output in a file."""
    paths = os.pathsep.join([str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-c", START, str(port)],
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONPATH": paths} | dict(environment),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"http://localhost:{port}/_stcore/health", server, environment)
            yield
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(
    address: str, server: subprocess.Popen[bytes], environment: Mapping[str, str]
) -> None:
    host = urlsplit(environment.get("MATCHER_PUBLIC_URL", address)).netloc
    asked = Request(address, headers={"Host": host})
    for _ in range(240):
        if server.poll() is not None:
            raise RuntimeError(f"the pages stopped with {server.returncode}")
        try:
            with urlopen(asked, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.25)
    raise RuntimeError("the pages did not answer")
