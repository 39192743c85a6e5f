"""Files broken in every way one can think of, read in a process of its own.

``python -m tests.security.broken SEED COUNT`` reads so many and prints what went wrong.
"""

from __future__ import annotations

import io
import json
import random
import signal
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

from matcher.domain.finding import Severity
from matcher.exchange.reading import read

SAMPLES = Path(__file__).parents[2] / "data" / "sample"
ON = date(2026, 11, 23)
LONGEST_S = 10
HOSTILE = (
    b"&#x0;",
    b"&lol;",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"<![CDATA[",
    b"]]>",
    b"\x00",
    b"\xff\xfe",
    b"1E+309",
    b"-1",
    b"99999999999999999999",
    b"NaN",
    b"2958466",
    b"<c r='XFD1048577'><v>1</v></c>",
    b"</row>",
    b"<row r='-1'>",
    b't="s"',
    b"<v>999999</v>",
    b"=CMD()",
    b"\xe2\x80\xae",
    b"A" * 5000,
    b"<mergeCell ref='A1:XFD1048576'/>",
    b"<f>1/0</f>",
    b"r='@@'",
    b"%s%n",
    b"../../etc/passwd",
)


class TookTooLong(BaseException):
    """A file that took more than ten seconds; no reader may swallow it."""


def originals() -> list[bytes]:
    """The real workbooks, and the same as a zip of .csv."""
    csv = io.BytesIO()
    with zipfile.ZipFile(csv, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((SAMPLES / "liten-csv").glob("*.csv")):
            archive.write(path, path.name)
    names = ("liten.xlsx", "liten-med-feil.xlsx")
    return [*((SAMPLES / name).read_bytes() for name in names), csv.getvalue()]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    """The end, the beginning or the middle gone."""
    first, last = sorted(chance.sample(range(len(content)), 2))
    return chance.choice([content[:last], content[first:], content[:first] + content[last:]])


def repeated(content: bytes, chance: random.Random) -> bytes:
    """A piece told again and again."""
    first, last = sorted(chance.sample(range(len(content)), 2))
    piece = content[first : min(last, first + 4000)]
    return content[:first] + piece * chance.randint(2, 30) + content[first:]


def hostile(content: bytes, chance: random.Random) -> bytes:
    """Something put in that a parser may trip over."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.choice(HOSTILE) + content[place:]
    return content


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, repeated, hostile)


def inside(content: bytes, chance: random.Random) -> bytes:
    """A part of the zip broken, the zip itself whole: what gets furthest into the reader."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(name for name, part in parts.items() if part))
    match chance.randrange(6):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[chance.choice(sorted(parts))]
        case _:
            parts[name] = chance.choice(WAYS)(parts[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    return out.getvalue()


def broken(chance: random.Random, whole: list[bytes]) -> bytes:
    """One of the originals, broken in one of the ways."""
    content = chance.choice(whole)
    return (
        inside(content, chance) if chance.random() < 0.7 else chance.choice(WAYS)(content, chance)
    )


def what_is_wrong(content: bytes) -> str | None:
    """What the reader does that it mustn't: crash, hang, or take in nothing without a word."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
    try:
        imported = read("fil.xlsx", content, ON)
    except (Exception, TookTooLong):  # that is what is looked for
        return traceback.format_exc(limit=-4)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    told = any(finding.severity is Severity.ERROR for finding in imported.findings)
    if not imported.roster.cases and not told:
        return "nothing was taken in, and nothing said"
    if any("Traceback" in f.message or "0x" in f.message for f in imported.findings):
        return "a message that is no message"
    return None


def _peak_bytes() -> int:
    """This process's own peak: what getrusage tells, begins with the peak of the one before it."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("the system doesn't tell how much memory was used")


def main(seed: int, count: int) -> dict[str, object]:
    """Read so many broken files."""

    def too_long(number: int, frame: FrameType | None) -> None:
        raise TookTooLong

    signal.signal(signal.SIGPROF, too_long)  # work, not waiting for a busy machine
    chance, whole = random.Random(seed), originals()
    faults: dict[str, int] = {}
    slowest = 0.0
    for number in range(count):
        content = broken(chance, whole)
        began = time.process_time()
        if (wrong := what_is_wrong(content)) is not None:
            faults.setdefault(wrong, number)
        slowest = max(slowest, time.process_time() - began)
    peak = _peak_bytes()
    return {"count": count, "faults": faults, "slowest_s": slowest, "peak_bytes": peak}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
