"""The family's wish: person, service, language and gender (S032, S051, S128).

A wanted person scores 100 as first choice, and the profile's step less for each later choice.
Wished services, languages and genders score alike, each kind by itself, and the kinds are
averaged. Where the family wants certain persons, another person can reach only the profile's
share of that average: the person is the clearest wish. Wishes against are the rule
``ikke_onsket``. A case without wishes, or a pair whose facts are all missing, is not known.
"""

from collections.abc import Callable

import numpy as np

from matcher.criteria.criterion import Criterion, percent
from matcher.domain.case import Case, Wish
from matcher.domain.pairs import MET, NOT_KNOWN, UNKNOWN, Pairs, Scores, Verdicts
from matcher.domain.vocabulary import WishAbout
from matcher.domain.wishes import in_words, is_about, wish_rows
from matcher.domain.wording import listed
from matcher.profiles.criterion_lines import Onske
from matcher.profiles.profile import Profile

Row = Callable[[Wish], Verdicts]


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """How far each coordinator is what the family has asked for."""
    row = wish_rows(pairs)
    points = np.full(pairs.shape, NOT_KNOWN, np.int8)
    for i, case in enumerate(pairs.cases):
        if any(wish.wanted for wish in case.wishes):
            points[i] = _case_scores(case, row, profile.criteria.onske)
    return points


def because(pairs: Pairs, profile: Profile) -> str:
    """The wishes the coordinator meets, and those not."""
    wishes = [wish for wish in pairs.the_case.wishes if wish.wanted]
    if not wishes:
        return "Familien har ikke sagt noe ønske."
    answers = [(wish, is_about(wish, pairs.the_coordinator)) for wish in wishes]
    parts = []
    for answer, begins in ((True, "oppfylt"), (False, "ikke oppfylt"), (None, "ikke oppgitt")):
        said = {_told(wish, answer, pairs): None for wish, given in answers if given is answer}
        if said:
            parts.append(f"{begins}: {listed(said)}")
    return f"Familiens ønsker – {'; '.join(parts)}."


def _case_scores(case: Case, row: Row, line: Onske) -> Scores:
    by_kind = {
        about: _kind_scores(ranked, row, line)
        for about in WishAbout
        if (ranked := _ranked(case, about))
    }
    person = by_kind.pop(WishAbout.COORDINATOR, None)
    others = _mean(list(by_kind.values())) if by_kind else None
    if person is None:
        return others if others is not None else np.array(NOT_KNOWN)
    is_wanted = np.max([row(wish) for wish, _ in _ranked(case, WishAbout.COORDINATOR)], axis=0)
    without = np.zeros_like(person) if others is None else np.maximum(others, 0)
    share = percent(without * np.int32(line.without_the_wanted_person), np.array(100 * 100))
    return np.where(is_wanted == MET, person, share).astype(np.int8)


def _ranked(case: Case, about: WishAbout) -> list[tuple[Wish, int]]:
    """The wishes of a kind with their rank from 0; those without an order share the last."""
    wishes = [wish for wish in case.wishes if wish.wanted and wish.about is about]
    orders = sorted({_order(wish) for wish in wishes})
    return [(wish, orders.index(_order(wish))) for wish in wishes]


def _order(wish: Wish) -> float:
    return np.inf if wish.order is None else wish.order


def _kind_scores(ranked: list[tuple[Wish, int]], row: Row, line: Onske) -> Scores:
    """The best choice that the coordinator is; not known where that hangs on a missing fact."""
    answers = [
        (row(wish), max(0, 100 - line.less_for_each_later_choice * rank)) for wish, rank in ranked
    ]
    best = np.max([np.where(answer == MET, points, -1) for answer, points in answers], axis=0)
    is_unknown = np.any([answer == UNKNOWN for answer, _ in answers], axis=0)
    missed = np.where(is_unknown, NOT_KNOWN, 0)
    return np.where(best >= 0, best, missed).astype(np.int8)


def _mean(kinds: list[Scores]) -> Scores:
    """The mean of the kinds that are known."""
    table = np.array(kinds, np.int32)
    known = (table != NOT_KNOWN).sum(axis=0)
    total = np.maximum(table, 0).sum(axis=0)
    return percent(total, 100 * known)


def _told(wish: Wish, answer: bool | None, pairs: Pairs) -> str:
    if wish.about is WishAbout.COORDINATOR and not answer:
        return f"koordinator {pairs.called.get(wish.value, wish.value)}"
    choice = f" (valg {wish.order})" if wish.order is not None else ""
    return in_words(wish) + choice


CRITERION = Criterion(id="onske", scores=scores, because=because)
