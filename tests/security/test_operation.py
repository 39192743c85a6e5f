"""What the papers for operation say of settings, is what the program reads."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typing_extensions import override

REPOSITORY = Path(__file__).parents[2]
CODE = "\n".join(f.read_text(encoding="utf-8") for f in (REPOSITORY / "src").rglob("*.py"))
PAPER = (REPOSITORY / "docs/drift.md").read_text(encoding="utf-8")
EXAMPLES = "\n".join(f.read_text(encoding="utf-8") for f in (REPOSITORY / "packaging").iterdir())
ANALYZE = shutil.which("systemd-analyze")
INSTALLED = "/opt/koordinatormatch/.venv/bin/matcher"
NAMES = re.compile(r"MATCHER_[A-Z_]*[A-Z]")
OF_THE_DOORS = re.compile(r"MATCHER_(?:OIDC|SESSION|LISTEN|PUBLIC|OPERATOR|PLACES)[A-Z_]*")


def test_every_setting_that_is_named_is_read() -> None:
    named = set(NAMES.findall(PAPER + EXAMPLES))
    assert {"MATCHER_PUBLIC_URL", "MATCHER_OIDC_ISSUER", "MATCHER_DATABASE_URL"} <= named
    assert [
        name for name in sorted(named) if f'"{name}"' not in CODE and name != "MATCHER_OIDC"
    ] == []


def test_every_setting_of_the_doors_that_is_read_is_named() -> None:
    read = {name for name in re.findall(r'"(MATCHER_[A-Z_]+)"', CODE) if OF_THE_DOORS.match(name)}
    assert [name for name in sorted(read) if name not in PAPER and name != "MATCHER_OIDC_"] == []


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"`?matcher ([a-z][a-z-]+)", PAPER))
    assert {"backup", "restore", "give-role", "verify-history"} <= named
    assert [n for n in sorted(named) if f'name="{n}"' not in CODE and f"def {n}(" not in CODE] == []


class AsWritten(configparser.ConfigParser):
    """Names keep their capitals, as systemd reads them."""

    @override
    def optionxform(self, optionstr: str) -> str:
        return optionstr


def test_the_unit_keeps_the_program_from_the_rest_of_the_machine() -> None:
    unit = AsWritten(strict=False, interpolation=None)
    unit.read(REPOSITORY / "packaging/koordinatormatch.service", encoding="utf-8")
    service = unit["Service"]
    for name, value in {
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "PrivateTmp": "yes",
        "CapabilityBoundingSet": "",
        "UMask": "0077",
    }.items():
        assert service[name] == value
    assert service["User"] != "root"


@pytest.mark.skipif(ANALYZE is None, reason="systemd finnes ikke på maskinen")
def test_systemd_itself_finds_no_fault_with_the_unit_and_little_to_fear(tmp_path: Path) -> None:
    """``systemd-analyze security`` gives 0 for nothing to fear, and 10 for everything."""
    text = (REPOSITORY / "packaging/koordinatormatch.service").read_text(encoding="utf-8")
    unit = tmp_path / "koordinatormatch.service"
    unit.write_text(text.replace(INSTALLED, "/bin/true"), encoding="utf-8")
    verified = subprocess.run(
        [str(ANALYZE), "verify", str(unit)], capture_output=True, text=True, check=False
    )
    assert (verified.returncode, verified.stderr) == (0, "")
    weighed = subprocess.run(
        [str(ANALYZE), "security", "--offline=true", str(unit)],
        capture_output=True,
        text=True,
        check=True,
    )
    exposure = re.search(r"exposure level for koordinatormatch.service: ([\d.]+)", weighed.stdout)
    assert exposure is not None
    assert float(exposure[1]) < 2


def test_the_container_runs_as_nobody_special_and_installs_by_fingerprint() -> None:
    text = (REPOSITORY / "packaging/Containerfile").read_text(encoding="utf-8")
    assert "\nUSER koordinatormatch\n" in text
    assert "--require-hashes -r requirements-drift.lock" in text


def test_the_proxy_closes_what_the_program_closes_and_writes_no_query_to_its_log() -> None:
    text = (REPOSITORY / "packaging/nginx.conf").read_text(encoding="utf-8")
    assert "/_stcore/metrics { return 404; }" in text
    common = (REPOSITORY / "packaging/nginx-felles.conf").read_text(encoding="utf-8")
    form = next(line for line in common.splitlines() if line.startswith("log_format"))
    assert "$request_uri" not in form
    assert "$args" not in form
