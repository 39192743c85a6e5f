"""How firm the suggestions are, once somebody has asked: for a case, and in the list of cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from matcher.services import Firmness, Services
from matcher.ui.asked import known, on_asking
from matcher.ui.state import Run
from matcher.ui.texts import say

_QUESTION = ("firmness",)
TONES = {"sikkert": "good", "jevnt": "note", "delt": "quiet"}


@dataclass(frozen=True)
class Firm:
    """The firmness of one case: a word, how it is marked, and what it stands on."""

    firm: str
    tone: str
    says: str


def firmness_words(services: Services, run: Run) -> dict[str, str]:
    """The word for each suggestion by case; none before anybody has asked."""
    told = cast("tuple[Firmness, ...]", known(services, run, _QUESTION) or ())
    return {row.case: str(row.firm) for row in told}


def firmness_of(services: Services, run: Run, case_id: str) -> Firm | None:
    """The firmness of a case; ``None`` before anybody has asked, or where nobody is suggested."""
    told = cast("tuple[Firmness, ...]", known(services, run, _QUESTION) or ())
    row = next((row for row in told if row.case == case_id), None)
    return None if row is None else Firm(str(row.firm), TONES[row.firm], row.says)


def show_asking(services: Services, run: Run) -> bool:
    """The button that asks for the whole round at once; whether it has been answered."""
    if not services.may("firmness"):
        return False
    answer = on_asking(
        services,
        run,
        say("firm.ask"),
        _QUESTION,
        "firmness",
        run.plan,
    )
    return answer is not None
