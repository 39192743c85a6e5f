"""The printed list for the meeting where cases are settled: a row a case, with room to write.

With ids only it can lie on a table where others may see it. What locates a blocked address isn't
told in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from matcher.domain.decision import Decided
from matcher.domain.frozen import Frozen
from matcher.domain.ids_only import IdsOnly
from matcher.domain.plan import CasePlan, Plan, Suggestion
from matcher.domain.roster import Roster
from matcher.domain.wording import sentence, written
from matcher.exchange.meeting_list import on_the_list, settled
from matcher.explain.in_short import in_short
from matcher.letters.language import Language
from matcher.letters.press import MEETING, press

HEADINGS = ("Sak", "Rolle", "Forslag", "Kort begrunnelse", "Merknader", "Avgjørelse")
PARTS = ("Uten koordinator", "Med merknad", "Uten merknad")

Called = Callable[[str], str]


class MeetingRow(Frozen):
    """A case on the list; ``decided`` is empty for the meeting to fill in."""

    case: str
    role: str
    suggestion: str
    reason: str
    warnings: tuple[str, ...]
    decided: str


class MeetingPart(Frozen):
    """Cases that the meeting takes together."""

    heading: str
    rows: tuple[MeetingRow, ...]


class MeetingList(Frozen):
    """The whole list as it is printed, on A4 across."""

    language: Language = Language.BOKMAL
    author: str
    day: date
    title: str
    note: str
    headings: tuple[str, ...] = HEADINGS
    parts: tuple[MeetingPart, ...]

    @property
    def pdf(self) -> bytes:
        """PDF/UA-1 and PDF/A-2a. Raises ``LetterError`` where a sign can't be printed."""
        return press(self, MEETING)


def meeting_list(
    plan: Plan,
    roster: Roster,
    decided: Mapping[str, Decided],
    on: date,
    *,
    number: int | None = None,
    ids_only: bool = False,
) -> MeetingList:
    """The cases that are owed somebody or have somebody, by id in each part.

    ``decided`` are the last decisions by case, ``on`` the day it is printed, ``number`` that of
    the round where it is kept.
    """
    said: Called = IdsOnly(roster) if ids_only else str

    def row(told: CasePlan) -> MeetingRow:
        return _row(told, roster, settled(decided.get(told.case), roster), said)

    facts = plan.round
    which = f"runde {number} " if number is not None else "runden "
    return MeetingList(
        author=facts.municipality,
        day=on,
        title=f"Møteliste: {facts.municipality}, {which}per {written(facts.date)}",
        note="Programmet foreslår. En navngitt person avgjør.",
        parts=tuple(
            MeetingPart(heading=f"{heading} ({len(cases)})", rows=tuple(map(row, cases)))
            for heading, cases in _parted(plan).items()
            if cases
        ),
    )


def _parted(plan: Plan) -> dict[str, list[CasePlan]]:
    """What a meeting takes first: those without anybody, then those with something to look at."""
    parts: dict[str, list[CasePlan]] = {heading: [] for heading in PARTS}
    without, remarked, others = parts.values()
    for told in on_the_list(plan):
        chosen = _chosen(told)
        where = without if chosen is None else remarked if chosen.warnings else others
        where.append(told)
    return parts


def _chosen(told: CasePlan) -> Suggestion | None:
    return next((one for one in told.suggestions if one.coordinator == told.coordinator), None)


def _row(told: CasePlan, roster: Roster, decided: str | None, said: Called) -> MeetingRow:
    chosen = _chosen(told)
    return MeetingRow(
        case=told.case,
        role=sentence(told.entitlement.role),
        suggestion=said(_suggestion(told, roster)),
        reason=said(_reason(told, chosen)),
        warnings=tuple(said(warning.message) for warning in chosen.warnings) if chosen else (),
        decided=said(sentence(decided or "")),
    )


def _suggestion(told: CasePlan, roster: Roster) -> str:
    if told.coordinator is None:
        return "Ingen"
    change = "beholdes" if told.kept else "ny"
    return f"{roster.called(told.coordinator)}, {change}"


def _reason(told: CasePlan, chosen: Suggestion | None) -> str:
    """Why this one; for a case without anybody, why nobody."""
    if chosen is None:
        return " ".join(finding.message for finding in told.unplaced_because[:1])
    return in_short(chosen)
