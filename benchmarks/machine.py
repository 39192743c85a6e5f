"""The machine and the code that measured: versions, load, memory. No names, no folders."""

from __future__ import annotations

import ast
import hashlib
import os
import platform
import resource
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
LIBRARIES = ("ortools", "numpy", "pandas", "pydantic", "openpyxl")
MIB = 1024 * 1024
PLAIN = ("benchmarks/engines.py", "benchmarks/ladder.py")
OF_THE_OPTIMIZER = ("optimizer",)
OF_A_ROUND = ("criteria", "domain", "entitlement", "exchange", "explain", "optimizer", "rules")
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def described() -> list[str]:
    """The machine and the versions, a line each."""
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / MIB / 1024
    return [
        f"{_processor()}, {os.cpu_count()} kjerner, {memory_gib:.0f} GiB",
        f"{platform.system()}, {platform.machine()}, Python {platform.python_version()}",
        ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    ]


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "ukjent prosessor")


def load() -> float | None:
    """The load average of the last minute; ``None`` where the system has none."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def busy_s() -> float | None:
    """Seconds that all cores together have worked, for anybody; ``None`` off Linux."""
    told = Path("/proc/stat")
    if not told.exists():
        return None
    user, nice, system, _, _, interrupts, soft, *_ = map(
        int, told.read_text(encoding="utf-8").split("\n", 1)[0].split()[1:]
    )
    ticks = user + nice + system + interrupts + soft
    return ticks / os.sysconf("SC_CLK_TCK")


def own_s() -> float:
    """CPU seconds of this process and of those it has begun that are over."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def forget_peak() -> None:
    """Begin to measure the most memory in use anew, where the system can."""
    told = Path("/proc/self/clear_refs")
    if told.exists():
        told.write_text("5", encoding="ascii")


def peak_mib(process: int | str = "self") -> float | None:
    """The most memory in use since it was forgotten; ``None`` off Linux."""
    told = Path(f"/proc/{process}/status")
    if not told.exists():
        return None
    lines = told.read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


@cache
def fingerprint_of(engine: str, suite: str) -> str:
    """The same for the same code, whatever its comments say."""
    if engine != "ours":
        return _fingerprint(PLAIN)
    packages = OF_A_ROUND if suite == "stages" else OF_THE_OPTIMIZER
    return _fingerprint(file for package in packages for file in _sources(f"src/matcher/{package}"))


def _sources(folder: str) -> Iterator[str]:
    for file in sorted((REPOSITORY / folder).rglob("*.py")):
        yield file.relative_to(REPOSITORY).as_posix()


def _fingerprint(files: Iterable[str]) -> str:
    told = hashlib.sha256(f"{version('ortools')} {sys.version_info[:2]}".encode())
    for file in files:
        tree = ast.parse((REPOSITORY / file).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
                node.body = node.body[1:]
        told.update(ast.dump(tree).encode())
    return told.hexdigest()[:12]
