"""What a round loses or gains, goal by goal, in words: said once, for pages and commands alike."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.domain.plan import Move, Says
from matcher.domain.roster import Roster
from matcher.domain.wording import number, with_unit

HOW_SURE = {Says.EXACT: "nøyaktig", Says.AT_MOST: "høyst så mye", Says.ESTIMATE: "anslag"}
"""What a number is; none is told without it."""

POOR_FIT = "poor_fit_"
"""Levels of one thing: who is under 20, is under 35 too."""

MORE_OR_LESS: dict[str, tuple[str, str]] = {
    "no_gap": ("{amount} til mister koordinatoren sin", "{amount} færre mister koordinatoren sin"),
    "place_barnekoordinator": (
        "{amount} til blir uten barnekoordinator",
        "{amount} færre blir uten barnekoordinator",
    ),
    "place_koordinator": (
        "{amount} til blir uten koordinator de har rett til",
        "{amount} færre blir uten koordinator de har rett til",
    ),
    "waiting": (
        "{amount} mer ventetid for dem som har rett, men ikke får",
        "{amount} mindre ventetid for dem som har rett, men ikke får",
    ),
    "place_others": (
        "{amount} til uten rettskrav blir uten koordinator",
        "{amount} færre uten rettskrav blir uten koordinator",
    ),
    "siblings_together": (
        "søsken får {amount} mer å forholde seg til",
        "søsken får {amount} mindre å forholde seg til",
    ),
    POOR_FIT: (
        "{amount} til får egnethet under {level} eller bytter uten å ha bedt om det",
        "{amount} færre får egnethet under {level} eller bytter uten å ha bedt om det",
    ),
    "total_fit": ("samlet egnethet går ned {amount}", "samlet egnethet går opp {amount}"),
    "even_load": (
        "belastningen blir mer ujevn ({amount})",
        "belastningen blir jevnere ({amount})",
    ),
}
"""By goal id: where it gets worse, and where it gets better."""
OTHERWISE = ("«{title}»: {amount} mer", "«{title}»: {amount} mindre")

Lost = tuple[str, str, str, float]
"""A goal's id, title and unit, and what is lost of it; less than nothing is gained."""


def losses_in_words(losses: Iterable[Lost]) -> str:
    """Every change, in the order of the goals; empty where there is none.

    Of the levels of poor fit, one that only repeats the level before it is left out.
    """
    told: list[str] = []
    before = 0.0
    for id_, title, unit, loss in losses:
        is_level = id_.startswith(POOR_FIT)
        if loss and not (is_level and loss == before):
            told.append(_in_words(id_, title, unit, loss))
        before = loss if is_level else before
    return "; ".join(told)


def _in_words(id_: str, title: str, unit: str, loss: float) -> str:
    level = id_.removeprefix(POOR_FIT) if id_.startswith(POOR_FIT) else ""
    texts = MORE_OR_LESS.get(POOR_FIT if level else id_, OTHERWISE)
    amount = with_unit(number(abs(loss)), unit)
    return texts[loss < 0].format(amount=amount, title=title, level=level)


def moved_in_words(move: Move, roster: Roster) -> str:
    """Another case that changes, from whom to whom."""
    before, after = (who and roster.called(who) for who in (move.from_, move.to))
    if before is None:
        return f"{move.case}, som ellers er uten, får {after}"
    if after is None:
        return f"{move.case} mister {before} og blir uten"
    return f"{move.case} fra {before} til {after}"
