"""The real pages in a real browser: started on a free port, seen by Debian's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

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


def chromium_path() -> str | None:
    """Where Chromium is installed; ``None`` where it isn't."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def running_pages(database_url: str | None = None) -> Iterator[str]:
    """The pages on a free port, with a database of their own: their address, until stopped.

    The database is a file that goes away with them, unless another is given.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tempfile.TemporaryDirectory()
    database = {"MATCHER_DATABASE_URL": database_url} if database_url else {}
    paths = os.pathsep.join([str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
    server = subprocess.Popen(
        [sys.executable, "-c", START, str(port)],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": paths, "MATCHER_DATA_FOLDER": folder.name} | database,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
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
