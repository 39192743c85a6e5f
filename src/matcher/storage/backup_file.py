"""The file of a backup: encrypted with a pass phrase, and whole or refused.

Scrypt (RFC 7914) makes the key; the content is sealed piece by piece with AES-256-GCM. Each
piece knows its number and whether it is the last, so that none can be changed, moved, left out
or added, and the head of the file is sealed with them all.
"""

from __future__ import annotations

import json
import secrets
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from matcher.storage.errors import BadBackup

MAGIC = b"KOORDINATORMATCH SIKKERHETSKOPI 1\n"
PIECE_BYTES = 1_000_000
TAG_BYTES = 16
COST = {"n": 2**17, "r": 8, "p": 1}
"""128 MB and some tenths of a second for each guess (OWASP Password Storage Cheat Sheet)."""
MOST = {"n": 2**20, "r": 16, "p": 4}
"""A file that asks for more, isn't ours: it would only tie up the machine."""
SHORTEST_PASS_PHRASE = 12
LONGEST_HEAD = 4096


def sealed(content: Iterable[bytes], pass_phrase: str) -> Iterator[bytes]:
    """The content as a backup file, piece by piece. Raises ``BadBackup`` for a weak phrase."""
    if len(pass_phrase) < SHORTEST_PASS_PHRASE:
        raise BadBackup(
            f"Passordfrasen må ha minst {SHORTEST_PASS_PHRASE} tegn. Kanskje fire tilfeldige ord?"
        )
    salt = secrets.token_bytes(16)
    head = json.dumps({"salt": salt.hex(), **COST}).encode() + b"\n"
    cipher = _cipher(pass_phrase, salt, COST)
    yield MAGIC + head
    number, waiting = 0, b""
    for part in content:
        waiting += part
        while len(waiting) > PIECE_BYTES:
            piece, waiting = waiting[:PIECE_BYTES], waiting[PIECE_BYTES:]
            yield cipher.encrypt(_nonce(number, is_last=False), piece, MAGIC + head)
            number += 1
    yield cipher.encrypt(_nonce(number, is_last=True), waiting, MAGIC + head)


def opened(file: BinaryIO, pass_phrase: str) -> Iterator[bytes]:
    """The content of a backup file, piece by piece. Raises ``BadBackup``.

    Nothing may be relied on before all of it has come.
    """
    if file.read(len(MAGIC)) != MAGIC:
        raise BadBackup("Fila er ikke en sikkerhetskopi fra dette programmet.")
    head = file.readline(LONGEST_HEAD)
    salt, cost = _head(head)
    cipher = _cipher(pass_phrase, salt, cost)
    number, piece = 0, file.read(PIECE_BYTES + TAG_BYTES)
    while True:
        following = file.read(PIECE_BYTES + TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(number, is_last=not following), piece, MAGIC + head)
        except InvalidTag:
            raise BadBackup(
                "Passordfrasen er feil, eller fila er endret eller ufullstendig. "
                "Ingenting er gjenopprettet."
            ) from None
        if not following:
            return
        number, piece = number + 1, following


def _head(head: bytes) -> tuple[bytes, dict[str, int]]:
    try:
        told = json.loads(head)
        salt = bytes.fromhex(told["salt"])
        cost = {name: int(told[name]) for name in COST}
    except (ValueError, KeyError, TypeError):
        raise BadBackup("Hodet på sikkerhetskopien er ødelagt.") from None
    if any(not 1 <= cost[name] <= MOST[name] for name in COST) or cost["n"] & (cost["n"] - 1):
        raise BadBackup("Hodet på sikkerhetskopien er ødelagt.")
    return salt, cost


def _cipher(pass_phrase: str, salt: bytes, cost: dict[str, int]) -> AESGCM:
    try:
        key = Scrypt(salt=salt, length=32, **cost).derive(pass_phrase.encode())
    except ValueError:
        raise BadBackup("Hodet på sikkerhetskopien er ødelagt.") from None
    return AESGCM(key)


def _nonce(number: int, *, is_last: bool) -> bytes:
    """Each piece has its own; the key is new for each file."""
    return struct.pack(">7sIB", b"", number, is_last)
