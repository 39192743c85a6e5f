"""The real pages in a real browser: started on a free port, seen by Debian's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from matcher.services import RoundRequest, Services

REPOSITORY = Path(__file__).parents[2]
START = "import sys; from matcher.ui.serve import serve; serve(int(sys.argv[1]), False)"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ANNE = "Anne Lie"
"""Who ran the round that is kept already, where one is."""


def chromium_path() -> str | None:
    """Where Chromium is installed; ``None`` where it isn't."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def nothing_kept(database_url: str) -> None:
    """A program that nobody has used."""


def a_round_kept(database_url: str) -> None:
    """Anne has run a round on the small sample today, and it is kept."""
    services = Services(sample_folder=REPOSITORY / "data/sample", database_url=database_url)
    anne, profile = services.enter(ANNE, by=None), services.profiles()[0]
    small = next(path for path in services.samples() if path.stem == "liten")
    request = RoundRequest(services.import_path(small, date.today()).roster, profile)
    services.run_and_keep(request, services.profile_text(profile.id), who=anne.id)


@contextmanager
def running_pages(
    database_url: str | None = None, made_ready: Callable[[str], None] = nothing_kept
) -> Iterator[str]:
    """The pages on a free port, with a database of their own: their address, until stopped.

    The database is a file that goes away with them, unless another is given. It is made ready
    while the program is read in.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tempfile.TemporaryDirectory()
    url = database_url or f"sqlite:///{folder.name}/base.db"
    server = subprocess.Popen(
        [sys.executable, "-c", START, str(port)],
        cwd=REPOSITORY,
        env=_environment() | {"MATCHER_DATA_FOLDER": folder.name, "MATCHER_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        made_ready(url)
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        folder.cleanup()


@contextmanager
def running_chromium(path: str) -> Iterator[Browser]:
    """An empty Chromium, in Norwegian."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _environment() -> dict[str, str]:
    """Where the program is; and what is compiled is kept, for work apart begins it anew."""
    paths = os.pathsep.join([str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": paths}


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            raise RuntimeError(f"the pages stopped with {server.returncode}")
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.25)
    raise RuntimeError("the pages did not answer")
