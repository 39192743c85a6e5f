"""National identity numbers are never needed to match, so a file that holds them is refused.

Recognised are fødselsnummer, D- and H-numbers, and Tenor's synthetic numbers (month + 80), all by
both check digits. FH-numbers are not: they hold no date, and bank accounts would be taken for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from stdnum.exceptions import ValidationError
from stdnum.no import fodselsnummer

from matcher.exchange.cell import Raw
from matcher.exchange.table import Table

ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{2}[ .\u00a0-]?\d{2}[ .\u00a0-]?\d{2}[ .\u00a0-]?\d{5}(?!\d)")
TEN_DIGITS = re.compile(r"\s*\d{10}\s*")
SYNTHETIC_MONTHS = 80


def is_national_id(digits: str) -> bool:
    """Whether eleven digits are a national identity number."""
    check = fodselsnummer.calc_check_digit1(digits) + fodselsnummer.calc_check_digit2(digits)
    if digits[-2:] != check:
        return False
    month = int(digits[2:4])
    if month > SYNTHETIC_MONTHS:
        digits = f"{digits[:2]}{month - SYNTHETIC_MONTHS:02}{digits[4:]}"
    try:
        fodselsnummer.get_birth_date(digits)
    except ValidationError:
        return False
    return True


def holds_national_id(text: str) -> bool:
    """Whether a national identity number stands in a text, alone or among words."""
    return any(is_national_id(re.sub(r"\D", "", match)) for match in ELEVEN_DIGITS.findall(text))


def columns_with_national_ids(table: Table) -> tuple[int, ...]:
    """The columns (0 is A) where a cell holds a national identity number, in a text or alone.

    A number that lost its leading zero has ten digits, and so may an ordinary running number
    (2026000123) by chance be valid: ten digits count only where most of the column's are.
    """
    width = max((len(row) for row in table.rows), default=0)
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in table.rows:
        for column, raw in enumerate(row):
            if text := _digits_of(raw):
                texts[column].append(text)
    return tuple(column for column, found in enumerate(texts) if _holds_ids(found))


def _digits_of(raw: Raw) -> str | None:
    if isinstance(raw, str):
        return raw if len(raw) >= 10 else None
    if isinstance(raw, int | float) and 10**9 <= raw < 10**11:
        return str(int(raw))
    return None


def _holds_ids(texts: Iterable[str]) -> bool:
    ten_digits = []
    for text in texts:
        if holds_national_id(text):
            return True
        if TEN_DIGITS.fullmatch(text):
            ten_digits.append(is_national_id("0" + text.strip()))
    return sum(ten_digits) * 2 > len(ten_digits)
