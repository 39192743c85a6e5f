"""The list for the meeting where cases are settled: one row a case, made to be printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from matcher.domain.decision import Decided, Outcome
from matcher.domain.plan import CasePlan, Plan
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.domain.wording import written
from matcher.exchange.book import Book, Page
from matcher.exchange.cell import Raw

A4 = 9
COLUMNS = {
    "Sak": 12,
    "Rolle": 22,
    "Har saken i dag": 24,
    "Forslag": 24,
    "Egnethet": 10,
    "Timer per måned": 10,
    "Neste forslag": 40,
    "Avgjort": 34,
    "Notat": 44,
}
NEXT = 2
"""So many of the next suggestions are named."""


def write_meeting_list(
    plan: Plan, roster: Roster, decided: Mapping[str, Decided], on: date
) -> bytes:
    """The cases that are owed somebody or have somebody, by id, on A4 across.

    ``decided`` are the last decisions by case. A blocked address hides nothing here: the list has
    no place, and is for the meeting alone.
    """
    book = Book("Møteliste")
    page = book.page("Møteliste")
    page.headings(list(COLUMNS), list(COLUMNS.values()))
    for told in on_the_list(plan):
        page.row(_row(told, roster, decided.get(told.case)))
    _made_to_be_printed(page, f"{plan.round.municipality}, runde {written(plan.round.date)}", on)
    return book.content()


def on_the_list(plan: Plan) -> tuple[CasePlan, ...]:
    """The cases of a meeting: those that are owed somebody or have somebody, by id."""
    return tuple(
        told
        for told in plan.cases
        if told.entitlement.role is not Role.NONE or told.coordinator is not None
    )


def _row(told: CasePlan, roster: Roster, decided: Decided | None) -> list[Raw]:
    case = roster.case_by_id.get(told.case)
    others = [one for one in told.suggestions if one.coordinator != told.coordinator]
    fit = next((s.fit for s in told.suggestions if s.coordinator == told.coordinator), None)
    now = case.current_coordinator if case else None
    return [
        told.case,
        told.entitlement.role.value,
        roster.called(now) if now else "ingen",
        roster.called(told.coordinator) if told.coordinator else "ingen",
        fit,
        told.workload_hours_per_month,
        "; ".join(f"{roster.called(one.coordinator)} {one.fit}" for one in others[:NEXT]),
        settled(decided, roster),
        None,
    ]


def settled(decided: Decided | None, roster: Roster) -> str | None:
    """What was settled, and when; empty for the meeting to fill in."""
    if decided is None:
        return None
    decision, day = decided.decision, written(decided.day)
    if not decision.is_final:
        return f"utkast {day}"
    if decision.outcome is Outcome.OPEN or decision.coordinator is None:
        return f"{day}: står åpen"
    return f"{day}: {roster.called(decision.coordinator)}"


def _made_to_be_printed(page: Page, title: str, on: date) -> None:
    sheet = page.worksheet
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{title.replace('&', '&&')}&R{written(on)}")
    sheet.set_footer("&LForslag. En navngitt person avgjør.&RSide &P av &N")
