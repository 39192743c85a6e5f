"""What a requirement is: something that every plan must respect."""

from collections.abc import Callable
from dataclasses import dataclass

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray


@dataclass(frozen=True)
class Requirement:
    """A requirement, said twice on purpose: to the model, and to a plan without the model.

    ``post`` tells the model. ``breaches`` reads a finished plan (coordinator of each case,
    ``UNPLACED`` for nobody) and names what it breaks, in Norwegian; it shares no code with
    ``post``, so that each keeps the other honest.
    """

    id: str
    title: str
    post: Callable[[Model], None]
    breaches: Callable[[Problem, IntArray], list[str]]
