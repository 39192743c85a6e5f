"""What pydantic finds wrong with a value, in Norwegian. Its own messages are English."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

TEXTS: Mapping[str, str] = {
    "missing": "mangler",
    "extra_forbidden": "er ikke kjent her",
    "enum": "må være {choices}",
    "literal_error": "må være {choices}",
    "string_type": "må være tekst",
    "string_too_short": "kan ikke være tom",
    "string_pattern_mismatch": "har ikke riktig form",
    "int_type": "må være et helt tall",
    "int_parsing": "må være et helt tall",
    "int_parsing_size": "er et for stort tall",
    "int_from_float": "må være et helt tall",
    "float_type": "må være et tall",
    "float_parsing": "må være et tall",
    "finite_number": "må være et vanlig tall",
    "bool_type": "må være ja eller nei (true eller false)",
    "bool_parsing": "må være ja eller nei (true eller false)",
    "date_type": "må være en dato",
    "date_parsing": "må være en dato",
    "date_from_datetime_parsing": "må være en dato",
    "date_from_datetime_inexact": "må være en dato uten klokkeslett",
    "greater_than": "må være mer enn {gt}",
    "greater_than_equal": "må være minst {ge}",
    "less_than": "må være mindre enn {lt}",
    "less_than_equal": "må være høyst {le}",
    "tuple_type": "må være en liste",
    "too_short": "må ha minst {min_length}",
    "too_long": "kan ha høyst {max_length}",
    "dict_type": "må være en tabell",
    "model_type": "må være en tabell",
    "model_attributes_type": "må være en tabell",
    "value_error": "{error}",
}
"""By pydantic's error type. ``value_error`` is our own check, already told in Norwegian."""

OTHERWISE = "kan ikke leses"
"""For an error type that isn't listed: rather short than English."""


def in_norwegian(error: ErrorDetails) -> str:
    """What is wrong, as the end of a Norwegian sentence that begins with the name of the value.

    Shows the value where it is short and there is one. Raises nothing.
    """
    facts = {name: _written(fact) for name, fact in error.get("ctx", {}).items()}
    facts["choices"] = _choices(facts.get("expected", ""))
    text = TEXTS.get(error["type"], OTHERWISE).format(**facts)
    return text + _instead(error)


def _written(fact: Any) -> str:
    return f"{fact:g}".replace(".", ",") if isinstance(fact, float) else str(fact)


def _choices(expected: str) -> str:
    """Pydantic's ``'ja' or 'nei'`` as «ja» eller «nei»."""
    return re.sub("'([^']*)'", r"«\1»", expected.replace("' or '", "' eller '"))


def _instead(error: ErrorDetails) -> str:
    if error["type"] in ("missing", "extra_forbidden", "string_too_short", "value_error"):
        return ""
    value = error["input"]
    if not isinstance(value, str | int | float):
        return ""
    shown = str(value) if len(str(value)) <= 40 else f"{str(value)[:40]}…"
    return f", ikke «{shown}»"
