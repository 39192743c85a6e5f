"""A plan as a workbook (plan.xlsx), for the meeting where the suggestions are decided.

Nothing that locates is written of a case or a coordinator with a blocked address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from matcher.domain.coordinator import Coordinator
from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import CasePlan, Plan, Suggestion
from matcher.domain.roster import Roster
from matcher.exchange.book import Book, Page
from matcher.exchange.cell import Raw
from matcher.exchange.load import write_load
from matcher.exchange.round_facts import write_round_facts

BEST_ALTERNATIVES = 10
"""Those told in detail; the rest are in plan.json."""
REASONS_IN_SHORT = 3
MOST_ROWS_WRITTEN = 200_000
"""A sheet holds a million; nobody reads this many."""
SEVERITY_WORD = {Severity.ERROR: "feil", Severity.WARNING: "merk", Severity.INFO: "opplysning"}


def write_plan(plan: Plan, roster: Roster) -> bytes:
    """The plan as an .xlsx; coordinators' names and load are from the roster it was made for."""
    book = Book("Forslag til koordinatorer")
    shown = _Shown(roster)
    _write_suggestions(book.page("Forslag"), plan, shown)
    _write_alternatives(book.page("Alternativer"), plan, shown)
    _write_refused(book.page("Avslått"), plan, shown)
    _write_unplaced(book.page("Uplassert"), plan)
    write_load(book, plan, roster)
    _write_notes(book.page("Merknader"), plan)
    write_round_facts(book.page("Om runden"), plan.round)
    return book.content()


class _Shown:
    """What may be shown of the people in the roster."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def name(self, coordinator: str | None) -> str | None:
        """The coordinator's name, where it is known."""
        person = self._coordinator(coordinator)
        return person.name if person else None

    def reason(self, case: str, coordinator: str, text: str) -> str:
        """A sentence on a pair; withheld where it would tell where somebody with a block is."""
        about = self._roster.case_by_id.get(case)
        person = self._coordinator(coordinator)
        is_blocked = any(one.has_blocked_address for one in (about, person) if one)
        places = [one.area for one in (about, person) if one]
        places += [person.unit] if person and person.has_blocked_address else []
        if is_blocked and any(place and place.casefold() in text.casefold() for place in places):
            return "Begrunnelsen vises ikke på grunn av adressesperre."
        return text

    def _coordinator(self, coordinator: str | None) -> Coordinator | None:
        return self._roster.coordinator_by_id.get(coordinator or "")


def _write_suggestions(page: Page, plan: Plan, shown: _Shown) -> None:
    widths = {
        "Sak": 14,
        "Rolle": 26,
        "Forslag": 14,
        "Navn": 26,
        "Beholdt": 9,
        "Egnethet (0–100)": 16,
        "Timer per måned": 16,
        "Timene er": 10,
        "Stedfortreder": 14,
        "Begrunnelse i kort": 110,
    }
    page.headings(list(widths), list(widths.values()))
    for case in plan.cases:
        chosen = next((s for s in case.suggestions if s.coordinator == case.coordinator), None)
        page.row(
            [
                case.case,
                case.entitlement.role.value,
                case.coordinator or "ingen",
                shown.name(case.coordinator),
                "ja" if case.kept else "nei",
                chosen.fit if chosen else None,
                case.workload_hours_per_month,
                "anslag" if case.workload_is_estimate else "oppgitt",
                case.stand_in,
                _in_short(case, chosen, shown),
            ]
        )


def _in_short(case: CasePlan, chosen: Suggestion | None, shown: _Shown) -> str:
    """The few criteria that weigh most for the choice, or why nobody was found."""
    if case.coordinator is None:
        return " ".join(finding.message for finding in case.unplaced_because)
    heard = [c for c in chosen.criteria if c.score is not None] if chosen else []
    heaviest = sorted(heard, key=lambda c: (-c.weight * (c.score or 0), c.id))[:REASONS_IN_SHORT]
    return " ".join(
        f"{c.title}: {shown.reason(case.case, case.coordinator, c.because)}" for c in heaviest
    )


def _write_alternatives(page: Page, plan: Plan, shown: _Shown) -> None:
    pair = ("Sak", "Rang", "Koordinator", "Navn", "Valgt", "Egnethet (0–100)", "Tallene er")
    goals = (f"Tap: {goal.title} ({goal.unit})" for goal in plan.round.goals)
    page.headings([*pair, *goals, "Andre som får ny koordinator", "Merk"])
    rows = (
        _alternative(case, suggestion, shown)
        for case in plan.cases
        for suggestion in case.suggestions[:BEST_ALTERNATIVES]
    )
    _fill(page, rows)


def _alternative(case: CasePlan, suggestion: Suggestion, shown: _Shown) -> list[Raw]:
    consequence = suggestion.consequence
    moved = (f"{m.case}: {m.from_ or 'ingen'} → {m.to or 'ingen'}" for m in consequence.moved)
    return [
        case.case,
        suggestion.rank,
        suggestion.coordinator,
        shown.name(suggestion.coordinator),
        "ja" if suggestion.coordinator == case.coordinator else "nei",
        suggestion.fit,
        consequence.says.value,
        *consequence.loss,
        "; ".join(moved),
        " ".join(finding.message for finding in suggestion.warnings),
    ]


def _write_refused(page: Page, plan: Plan, shown: _Shown) -> None:
    """A row for each case and reason, with all the coordinators that it stops."""
    page.headings(
        ["Sak", "Regel", "Hvorfor", "Kilde", "Antall", "Koordinatorer"],
        [14, 34, 90, 30, 9, 60],
    )
    _fill(page, (row for case in plan.cases for row in _refusals(case, shown)))


def _refusals(case: CasePlan, shown: _Shown) -> Iterator[list[Raw]]:
    stopped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for refusal in case.refused:
        for rule in refusal.rules:
            because = shown.reason(case.case, refusal.coordinator, rule.because)
            stopped[rule.title, because, rule.source].append(refusal.coordinator)
    for (title, because, source), ids in stopped.items():
        yield [case.case, title, because, source, len(ids), "; ".join(ids)]


def _write_unplaced(page: Page, plan: Plan) -> None:
    page.headings(["Sak", "Rolle", "Hvorfor", "Kilde"], [14, 26, 110, 30])
    for case in plan.cases:
        if case.coordinator is None:
            for because in case.unplaced_because or (None,):
                told = [because.message, because.source] if because else [None, None]
                page.row([case.case, case.entitlement.role.value, *told])


def _write_notes(page: Page, plan: Plan) -> None:
    page.headings(["Gjelder", "Alvor", "Merknad", "Kilde"], [20, 12, 110, 30])
    _fill(page, (_note(finding.subject, finding) for finding in plan.findings))
    for case in plan.cases:
        for suggestion in case.suggestions:
            if suggestion.coordinator == case.coordinator:
                _fill(page, (_note(case.case, finding) for finding in suggestion.warnings))


def _note(subject: str, finding: Finding) -> list[Raw]:
    return [subject, SEVERITY_WORD[finding.severity], finding.message, finding.source]


def _fill(page: Page, rows: Iterable[list[Raw]]) -> None:
    """Write the rows; where there are too many, the last one says so."""
    rows = iter(rows)
    for row in islice(rows, MOST_ROWS_WRITTEN):
        page.row(row)
    if next(rows, None) is not None:
        page.row(["Flere rader står i plan.json."])
