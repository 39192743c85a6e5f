"""BTI competence, leading meetings, and tools for the work (S026, S181, S023, S135, S156).

Weighed together as the profile says: BTI competence 0–3, leading meetings 0–3, and the share
of the tools the coordinator has, of those that are known: access to the journal, the tool for
the individual plan, being its superuser. A part that isn't known is left out; where that is
more than half of the weight, the score isn't known.
"""

from fractions import Fraction

import numpy as np

from matcher.criteria.criterion import Criterion, percent_of
from matcher.domain.coordinator import Coordinator
from matcher.domain.pairs import NOT_KNOWN, Pairs, Scores
from matcher.domain.wording import listed
from matcher.profiles.criterion_lines import Kompetanse
from matcher.profiles.profile import Profile

HIGHEST = 3


def scores(pairs: Pairs, profile: Profile) -> Scores:
    """The same for every case, 1 × m."""
    line = profile.criteria.kompetanse
    each = [_score(coordinator, line) for coordinator in pairs.coordinators]
    return np.array(each, np.int8).reshape(1, -1)


def because(pairs: Pairs, profile: Profile) -> str:
    """The two levels and the tools."""
    coordinator = pairs.the_coordinator
    levels = (
        ("BTI-kompetanse", coordinator.bti_competence),
        ("møteledelse", coordinator.meeting_skill),
    )
    told = [
        f"{name} {'ikke oppgitt' if level is None else f'{level} av {HIGHEST}'}"
        for name, level in levels
    ]
    tools = [name for name, has in _tools(coordinator).items() if has]
    return f"Koordinatoren: {listed(told)}. Verktøy: {listed(tools) or 'ingen oppgitt'}."


def _tools(coordinator: Coordinator) -> dict[str, bool | None]:
    return {
        "tilgang til journal": coordinator.journal_access,
        "verktøy for individuell plan": coordinator.ip_tool,
        "superbruker": coordinator.superuser,
    }


def _score(coordinator: Coordinator, line: Kompetanse) -> int:
    tools = [has for has in _tools(coordinator).values() if has is not None]
    parts = [
        (line.bti, _share(coordinator.bti_competence, HIGHEST)),
        (line.meetings, _share(coordinator.meeting_skill, HIGHEST)),
        (line.tools, _share(sum(tools), len(tools))),
    ]
    known = [(weight, share) for weight, share in parts if share is not None]
    total = sum(weight for weight, _ in known)
    if not total or 2 * total < sum(weight for weight, _ in parts):
        return int(NOT_KNOWN)
    return percent_of(sum((weight * share for weight, share in known), Fraction(0)) / total)


def _share(part: int | None, whole: int) -> Fraction | None:
    return None if part is None or not whole else Fraction(part, whole)


CRITERION = Criterion(id="kompetanse", scores=scores, because=because)
