"""Whether rosters and rounds are those that the history saw, fingerprint by fingerprint."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, LargeBinary, select, type_coerce

from matcher.domain.finding import Finding, Severity
from matcher.domain.history import Entry
from matcher.storage.tables import rosters, rounds

ROSTER, ROUND = "datagrunnlag", "runde"
CONTENTS = {ROSTER: (rosters, rosters.c.content), ROUND: (rounds, rounds.c.plan)}
SEEN = re.compile(rf"({ROSTER}|{ROUND}) (\d+) ([0-9a-f]{{64}})")


def seen(word: str, id_: int, content: str) -> str:
    """What the history says a kept content was like; it names nobody."""
    return f"{word} {id_} {hashlib.sha256(content.encode()).hexdigest()}"


def faults_of_kept(connection: Connection, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Every roster and round that is gone, or isn't as the history last saw it."""
    last_seen: dict[tuple[str, int], str] = {}
    for entry in entries:
        if told := SEEN.fullmatch(entry.about or ""):
            last_seen[told[1], int(told[2])] = told[3]
    for (word, id_), sha256 in sorted(last_seen.items()):
        table, content = CONTENTS[word]
        query = select(type_coerce(content, LargeBinary)).where(table.c.id == id_)
        packed = connection.scalar(query)
        if packed is None:
            yield _fault("kept.missing", f"{word} {id_}", "mangler")
        elif _sha256(packed) != sha256:
            yield _fault("kept.changed", f"{word} {id_}", "er endret etter at det ble lagret")


def _sha256(packed: bytes) -> str | None:
    """The fingerprint of a packed content; ``None`` for one that can't be unpacked."""
    try:
        return hashlib.sha256(zlib.decompress(packed)).hexdigest()
    except zlib.error:
        return None


def _fault(code: str, what: str, is_wrong: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ERROR,
        subject=what,
        message=f"{what.capitalize()} {is_wrong}.",
    )
