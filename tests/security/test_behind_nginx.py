"""The set-up that docs/drift.md describes, run for real: nginx with TLS before the program."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.security.served import Served, behind_log_in, free_port

NGINX = shutil.which("nginx")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(NGINX is None, reason="nginx finnes ikke på maskinen"),
]
PACKAGING = Path(__file__).parents[2] / "packaging"
HOST = "match.kommune.example"
ADDRESS = f"https://{HOST}"
STREAM = "/_stcore/stream"


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of our own for the host, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, private = folder / "vert.pem", folder / "vert.key"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return pem, private


def written(folder: Path, inner: int, plain: int, sealed: int) -> Path:
    """The example as it is, with this machine's ports and files in the places to be changed."""
    pem, private = certificate(folder)
    site = (PACKAGING / "nginx.conf").read_text(encoding="utf-8")
    for there, here in {
        "/etc/ssl/match.kommune.example.pem": pem,
        "/etc/ssl/match.kommune.example.key": private,
        "/var/log/nginx/": f"{folder}/",
        "127.0.0.1:8501": f"127.0.0.1:{inner}",
        "listen 443 ": f"listen 127.0.0.1:{sealed} ",
        "listen 80;": f"listen 127.0.0.1:{plain};",
    }.items():
        assert there in site
        site = site.replace(there, str(here))
    common = (PACKAGING / "nginx-felles.conf").read_text(encoding="utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {folder}/pid;\nevents {{}}\nhttp {{\n{temporary}{common}\n{site}\n}}\n"
    file = folder / "nginx.conf"
    file.write_text(whole, encoding="utf-8")
    return file


@dataclass
class Front:
    """What stands before the program, as a browser meets it."""

    served: Served
    folder: Path
    plain: int
    sealed: int
    cookies: dict[str, str] = field(default_factory=dict)

    def secured(self) -> ssl.SSLSocket:
        """A connection to the host by its name; the certificate is checked."""
        context = ssl.create_default_context(cafile=str(self.folder / "vert.pem"))
        bare = socket.create_connection(("127.0.0.1", self.sealed), timeout=20)
        return context.wrap_socket(bare, server_hostname=HOST)

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> HTTPResponse:
        """One request; the cookies of the answer are kept."""
        connection = HTTPSConnection(HOST)
        connection.sock = self.secured()
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={v}" for name, v in self.cookies.items())
        connection.request(method, path, body, told)
        answer = connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def log_in(self, person: str) -> None:
        """All the way, by the provider's own page."""
        to_provider = urlsplit(self.ask("/logg-inn").headers["Location"])
        provider = HTTPConnection(to_provider.netloc, timeout=20)
        provider.request(
            "POST",
            f"{to_provider.path}?{to_provider.query}",
            urlencode({"sub": person}),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )
        back = urlsplit(provider.getresponse().headers["Location"])
        assert (back.scheme, back.netloc) == ("https", HOST)
        assert self.ask(f"{back.path}?{back.query}").status == 303

    def websocket_opens(self, origin: str = ADDRESS) -> bool:
        """Whether the pages' websocket lets this browser in."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookie, "Origin": origin}
        address = f"wss://{HOST}{STREAM}"
        bare = socket.create_connection(("127.0.0.1", self.sealed), timeout=20)
        context = ssl.create_default_context(cafile=str(self.folder / "vert.pem"))
        try:
            with connect(address, sock=bare, ssl=context, additional_headers=headers, proxy=None):
                return True
        except InvalidStatus:
            return False


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    plain, sealed = free_port(), free_port()
    with behind_log_in(folder, {"MATCHER_PUBLIC_URL": ADDRESS}) as served:
        file = written(folder, urlsplit(served.address).port or 0, plain, sealed)
        command = [NGINX or "nginx", "-c", str(file), "-e", str(folder / "start.log")]
        subprocess.run([*command, "-t"], check=True, capture_output=True)
        nginx = subprocess.Popen([*command, "-g", "daemon off;"])
        try:
            _wait(sealed)
            yield Front(served, folder, plain, sealed)
        finally:
            nginx.terminate()
            nginx.wait(timeout=20)


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("nginx did not answer")


def test_the_example_runs_and_the_program_answers_through_it(front: Front) -> None:
    health = front.ask("/_stcore/health")
    assert (health.status, health.read()) == (200, b"ok")


def test_plain_http_is_sent_to_https(front: Front) -> None:
    bare = HTTPConnection("127.0.0.1", front.plain, timeout=20)
    bare.request("GET", "/runde", headers={"Host": HOST})
    answer = bare.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"{ADDRESS}/runde")


def test_every_answer_is_https_always_and_strict(front: Front) -> None:
    answer = front.ask("/logg-inn/stil.css")
    assert answer.status == 200
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(r"\d", answer.headers.get("Server", "")), "no version of nginx is told"


def test_another_host_name_is_not_answered(front: Front) -> None:
    context = ssl._create_unverified_context()
    bare = socket.create_connection(("127.0.0.1", front.sealed), timeout=20)
    with pytest.raises(ssl.SSLError):
        context.wrap_socket(bare, server_hostname="angriper.example")


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent", "/oauth2callback"])
def test_inner_addresses_are_closed(front: Front, path: str) -> None:
    assert front.ask(path).status == 404


def test_the_whole_log_in_works_and_the_websocket_opens_for_our_own_page_alone(
    front: Front,
) -> None:
    nobody = Front(front.served, front.folder, front.plain, front.sealed)
    assert nobody.websocket_opens() is False, "not without a session"
    front.log_in("kari")
    assert "__Host-koordinatormatch" in front.cookies
    assert front.ask("/runde", Accept="text/html").status == 200
    assert front.websocket_opens() is True
    assert front.websocket_opens("https://angriper.example") is False
    assert front.websocket_opens(f"http://{HOST}") is False, "not from the same name over http"


def test_a_file_that_is_too_large_stops_in_front(front: Front) -> None:
    front.log_in("kari")
    address = "/_stcore/upload_file/a/b"
    answer = front.ask(address, "PUT", b"x" * 22_500_000, Origin=ADDRESS)
    assert answer.status == 413


def test_another_site_cant_log_anybody_out(front: Front) -> None:
    front.log_in("kari")
    assert front.ask("/logg-ut", "POST", Origin="https://angriper.example").status == 403
    assert front.ask("/runde", Accept="text/html").status == 200


def test_no_log_of_nginx_holds_a_code_or_a_case(front: Front) -> None:
    front.log_in("kari")
    front.ask("/sak?sak=S-HEMMELIG")
    front.ask("/logg-ut/fra-innloggingen?iss=x&sid=y")
    for log in front.folder.glob("koordinatormatch*.log"):
        told = log.read_text(encoding="utf-8")
        assert "/logg-inn/svar" in told or "feil" in log.name
        assert not re.search(r"code=|state=|sid=|S-HEMMELIG|\?", told)


def test_who_knocks_all_the_time_is_held_back_at_the_log_in_and_nowhere_else(front: Front) -> None:
    """Last: it takes some seconds before the same address may knock again."""
    knocking = HTTPSConnection(HOST)
    knocking.sock = front.secured()
    statuses: list[int] = []
    while 429 not in statuses and len(statuses) < 500:
        knocking.request("GET", "/logg-inn/stil.css")
        answer = knocking.getresponse()
        answer.read()
        statuses.append(answer.status)
    assert statuses.count(200) >= 40, "a whole office may log in at once"
    assert statuses[-1] == 429
    assert front.ask("/_stcore/health").status == 200
