"""Exports: what is typed into another system, and lists for a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.domain.decision import Outcome
from matcher.domain.finding import Finding, Severity
from matcher.exchange.case_sheet import CaseSheet, case_sheet
from matcher.exchange.meeting_list import write_meeting_list
from matcher.exchange.round_folder import OpenedRound
from matcher.letters.meeting_list import meeting_list
from matcher.services.desk import NotInPlace
from matcher.services.ground import Ground
from matcher.storage.errors import NotKept


@dataclass(frozen=True)
class Exports(Ground):
    """What leaves the program; that it was read, is written."""

    def case_sheet(self, round_: OpenedRound, case: str, *, who: str, on: date) -> CaseSheet:
        """A decided case to type into the municipality's tool: ``.text`` and ``.workbook``.

        Raises ``NotInPlace`` where nothing is final yet, or the address is blocked: such a case
        is not taken out of the program. Raises ``NotKept``.
        """
        known = round_.roster.case_by_id.get(case)
        if known is None:
            raise NotKept(f"Saken {case}")
        final = [one for one in self.store.decisions_of(case, who=who) if one.decision.is_final]
        if known.has_blocked_address:
            raise NotInPlace([_fault(case, BLOCKED)])
        if not final or final[-1].decision.outcome is Outcome.OPEN:
            raise NotInPlace([_fault(case, f"{case} har ingen endelig avgjørelse å legge inn.")])
        group = self.store.group_of(case, who=who)
        return case_sheet(final[-1].decision, round_.roster, round_.profile, group, on)

    def meeting_list(self, round_: OpenedRound, *, who: str, on: date) -> bytes:
        """The list for the meeting as a spreadsheet made to be printed (A4 across)."""
        decided = {one.decision.case: one for one in self.store.decisions(who=who)}
        return write_meeting_list(round_.plan, round_.roster, decided, on)

    def meeting_list_pdf(
        self, round_: OpenedRound, *, who: str, on: date, ids_only: bool = False
    ) -> bytes:
        """The same list as a PDF, with short reasons and room to write; ``ids_only`` names nobody.

        A round from a folder has no decisions. Raises ``LetterError`` where a sign of a name
        can't be printed.
        """
        kept = () if round_.id is None else self.store.decisions(who=who)
        decided = {one.decision.case: one for one in kept}
        return meeting_list(
            round_.plan, round_.roster, decided, on, number=round_.id, ids_only=ids_only
        ).pdf


BLOCKED = "Saken har adressesperre og hentes ikke ut. Legg den inn direkte, av en som har tilgang."


def _fault(case: str, message: str) -> Finding:
    return Finding(code="export", severity=Severity.ERROR, subject=case, message=message)
