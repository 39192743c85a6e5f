"""The seal on where blocked addresses are: AES-256-GCM with a key that isn't in the database.

The key is a file of the municipality's. Each line is a key: the first one seals, all of them
open, so that a key can be changed without losing what the last one sealed.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from matcher.storage.errors import SealedOff

KEY_BYTES, NONCE_BYTES = 32, 12
NO_KEY = (
    "Steder ved sperret adresse tas ikke vare på, for det er ikke satt opp noen nøkkel. "
    "Kanskje skal det settes opp: se docs/drift.md."
)
BAD_KEY = "Nøkkelfila til sperrede steder kan ikke brukes. Hver linje må være 32 byte i base64."
OTHER_KEY = "Stedet er forseglet med en annen nøkkel, og kan ikke åpnes med den som er satt opp."


def keys_in(file: Path | None) -> tuple[AESGCM, ...]:
    """The keys of the file, the one that seals first. Raises ``SealedOff``."""
    if file is None:
        raise SealedOff(NO_KEY)
    try:
        lines = [line.strip() for line in file.read_text(encoding="ascii").splitlines()]
        keys = [base64.b64decode(line, validate=True) for line in lines if line]
    except (OSError, UnicodeDecodeError, binascii.Error):
        raise SealedOff(BAD_KEY) from None
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise SealedOff(BAD_KEY)
    return tuple(AESGCM(key) for key in keys)


def sealed(text: str, case: str, keys: tuple[AESGCM, ...]) -> str:
    """A text under seal; it opens as the place of this case alone."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    inside = keys[0].encrypt(nonce, text.encode(), case.encode())
    return base64.b64encode(nonce + inside).decode()


def unsealed(text: str, case: str, keys: tuple[AESGCM, ...]) -> str:
    """The text under a seal. Raises ``SealedOff`` for another key, case, or a changed text."""
    try:
        whole = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise SealedOff(OTHER_KEY) from None
    for key in keys:
        try:
            inside = key.decrypt(whole[:NONCE_BYTES], whole[NONCE_BYTES:], case.encode())
        except (InvalidTag, ValueError):
            continue
        return inside.decode()
    raise SealedOff(OTHER_KEY)
