"""The workbook of *what if*: a sheet for each part that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.exchange.book import Book
from matcher.exchange.cell import Raw
from matcher.scenarios.compare import Comparison

if TYPE_CHECKING:
    from matcher.scenarios.report import Report


def write_sheets(book: Book, report: Report) -> None:
    """Write every part into the book."""
    _about(book, report)
    if report.comparison is not None:
        _compared(book, report.comparison)
    for name, write, asked in (
        ("Rettferdig fordelt", _fairness, report.fairness),
        ("Hvis én er borte", _absences, report.absences),
        ("Stedfortredere", _stand_ins, report.absences),
        ("Scenarier", _sweep, report.sweep),
        ("Hva en time er verdt", _hours, report.hours or report.best_use),
        ("Måned for måned", _months, report.months),
    ):
        if asked:
            write(book, name, report)


def _about(book: Book, report: Report) -> None:
    page = book.page("Hva hvis")
    page.headings(["Hva hvis", ""], [34, 100])
    page.row(["Dette er regnet ut for å vurdere. En navngitt person avgjør."])
    page.row(["Kommune", report.municipality])
    page.row(["Kommuneprofil", report.profile])
    page.row(["Dato for runden", report.date])
    page.row(["Fingeravtrykk av dataene (SHA-256)", report.input_sha256])
    page.row(["Planen i dag er bevist best", _yes(report.base_is_proven)])
    if report.comparison is not None:
        page.row(["Scenario", report.comparison.title])
        for text in report.comparison.changes:
            page.row(["Endring", text])
        for text in report.comparison.says:
            page.row(["Svar", text])


def _compared(book: Book, told: Comparison) -> None:
    page = book.page("Saker som berøres")
    page.headings(
        ["Sak", "Rolle", "Hva som skjer", "Planen nå", "Med endringen"], [14, 28, 34, 16, 16]
    )
    for row in told.touched:
        page.row([row.case, row.role.value, row.says, row.before, row.after])
    page = book.page("Mål")
    page.headings(["Mål (lavere er bedre)", "Enhet", "I dag", "Med endringen", "Hvor sikkert"])
    for goal in told.goals:
        before, after = (g.value if g else None for g in (goal.before, goal.after))
        page.row([goal.title, goal.unit, before, after, goal.says])
    page.row(
        ["Ønsker oppfylt", f"av {told.wishes_before.of} og {told.wishes_after.of}",
         told.wishes_before.met, told.wishes_after.met]
    )  # fmt: skip
    page = book.page("Enheter")
    page.headings(
        ["Enhet", "Avtalte timer i dag", "Brukt i dag", "Avtalte timer etter", "Brukt etter"]
    )
    for load in told.loads:
        page.row(
            [load.unit, load.agreed_before, load.used_before, load.agreed_after, load.used_after]
        )


def _fairness(book: Book, name: str, report: Report) -> None:
    page = book.page(name)
    page.headings(["Delt etter", "Gruppe", "Mål", "Saker", "I dag", "Med endringen"])
    for row in report.fairness:
        page.row([row.by, row.group, row.measure.value, row.cases, row.before, row.after])


def _absences(book: Book, name: str, report: Report) -> None:
    page = book.page(name)
    page.headings(
        ["Koordinator", "Navn", "Saker", "Timer per måned", "Uten koordinator", "Flyttet",
         "Uten koordinator når planen kan flytte seg", "Andre som da flytter",
         "Stedfortredere dekker (prosent)", "Med 10 prosent overtid",
         "Hvem som blir uten", "I kort"]
    )  # fmt: skip
    for row in report.absences:
        shift = row.may_shift
        cells: list[Raw] = [
            row.coordinator,
            row.name,
            len(row.cases),
            row.hours_per_month,
            len(row.others_keep.unplaced),
            len(row.others_keep.moved),
            len(shift.unplaced) if shift else None,
            len(shift.others_moved) if shift else None,
            _percent(row.covered),
            _percent(row.covered_with_overtime),
            "; ".join(row.others_keep.unplaced),
            row.says,
        ]
        page.row(cells)


def _stand_ins(book: Book, name: str, report: Report) -> None:
    page = book.page(name)
    page.headings(["Borte", "Sak", "Timer per måned", "Stedfortreder", "Får i planen"])
    for row in report.absences:
        to = {move.case: move.to for move in row.others_keep.moved}
        for each in row.stand_ins:
            page.row(
                [row.coordinator, each.case, each.hours_per_month,
                 each.stand_in or "ingen", to.get(each.case) or "ingen"]
            )  # fmt: skip


def _sweep(book: Book, name: str, report: Report) -> None:
    page = book.page(name)
    goals = report.sweep[0].goals
    page.headings(
        ["Scenario", "Har koordinator", "Mister", "Får", "Bytter", "Nye uten",
         *(f"{goal.title} ({goal.unit})" for goal in goals), "Ønsker oppfylt", "Bevist best"]
    )  # fmt: skip
    for row in report.sweep:
        values = {goal.id: goal.value for goal in row.goals}
        page.row(
            [row.title, row.placed, row.loses, row.gets, row.changes_coordinator, row.new_without,
             *(values.get(goal.id) for goal in goals), row.wishes.met, _yes(row.is_proven)]
        )  # fmt: skip


def _hours(book: Book, name: str, report: Report) -> None:
    page = book.page(name)
    page.headings(
        ["Tjeneste eller enhet", "Slag", "Timer mer i måneden", "Flere med koordinator",
         "Poeng bedre egnethet", "Hvem som bruker timene", "Bevist", "I kort"]
    )  # fmt: skip
    for row in report.hours:
        who = "; ".join(f"{g.coordinator}: {g.hours_per_month:g}" for g in row.given)
        page.row(
            [row.group, "enhet" if row.is_unit else "tjeneste", row.hours, row.more_placed,
             row.more_points, who, _yes(row.is_proven), row.says]
        )  # fmt: skip
    if report.best_use is not None:
        use = report.best_use
        who = "; ".join(f"{g.coordinator}: {g.hours_per_month:g}" for g in use.given)
        page.row(
            ["Alle", "best bruk", use.hours, use.more_placed, use.more_points, who,
             _yes(use.is_proven), use.says]
        )  # fmt: skip


def _months(book: Book, name: str, report: Report) -> None:
    page = book.page(name)
    kinds = ("Saker", "Venter", "Timer som mangler", "Bytter per familie")
    bands = ("10 prosent", "midt", "90 prosent")
    page.headings(["Måned", *(f"{kind}: {band}" for kind in kinds for band in bands)])
    for row in report.months:
        told = (row.cases, row.waiting, row.hours_short, row.changes_per_family)
        page.row([row.month, *(each for b in told for each in (b.low, b.middle, b.high))])


def _yes(fact: bool) -> str:
    return "ja" if fact else "nei"


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
