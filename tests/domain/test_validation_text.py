"""Pydantic's English never reaches a person."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import pytest
from pydantic import Field, StringConstraints, ValidationError

from matcher.domain.frozen import Frozen
from matcher.domain.validation_text import OTHERWISE, TEXTS, in_norwegian


class Colour(StrEnum):
    RED = "rød"
    BLUE = "blå"


class Everything(Frozen):
    colour: Colour = Colour.RED
    text: Annotated[str, StringConstraints(min_length=1, pattern="^[a-z]*$")] = "a"
    number: Annotated[int, Field(ge=0, lt=10)] = 0
    decimal: Annotated[float, Field(gt=0, le=5, allow_inf_nan=False)] = 1
    yes: bool = True
    day: date = date(2026, 1, 1)
    few: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] = (1,)
    table: dict[str, int] = Field(default_factory=dict)


def told(**values: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        Everything.model_validate(values)
    return "; ".join(in_norwegian(error) for error in caught.value.errors())


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"colour": "grønn"}, "må være «rød» eller «blå», ikke «grønn»"),
        ({"text": 3}, "må være tekst, ikke «3»"),
        ({"text": ""}, "kan ikke være tom"),
        ({"number": -1}, "må være minst 0, ikke «-1»"),
        ({"number": 10}, "må være mindre enn 10, ikke «10»"),
        ({"number": 1.5}, "må være et helt tall, ikke «1.5»"),
        ({"number": "x" * 50}, f"må være et helt tall, ikke «{'x' * 40}…»"),
        ({"decimal": 0}, "må være mer enn 0, ikke «0»"),
        ({"decimal": 6}, "må være høyst 5, ikke «6»"),
        ({"decimal": float("nan")}, "må være et vanlig tall, ikke «nan»"),
        ({"yes": "kanskje"}, "må være ja eller nei (true eller false), ikke «kanskje»"),
        ({"day": "i fjor"}, "må være en dato, ikke «i fjor»"),
        ({"few": []}, "må ha minst 1"),
        ({"few": "ab"}, "må være en liste, ikke «ab»"),
        ({"table": 4}, "må være en tabell, ikke «4»"),
        ({"ukjent": 4}, "er ikke kjent her"),
    ],
)
def test_a_fault_is_told_with_the_value_and_what_was_expected(
    values: dict[str, Any], expected: str
) -> None:
    assert told(**values) == expected


def test_a_kind_of_fault_that_nobody_thought_of_is_short_rather_than_english() -> None:
    error: Any = {"type": "url_scheme", "loc": (), "msg": "English", "input": [], "ctx": {}}
    assert in_norwegian(error) == OTHERWISE


def test_no_text_is_english() -> None:
    assert not [text for text in TEXTS.values() if {"must", "should", "be"} & set(text.split())]
