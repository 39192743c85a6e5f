"""The answer of *what if* as files: hva-hvis.json for programs, a workbook, and charts."""

from __future__ import annotations

import json
from datetime import date

from matcher.domain.frozen import Frozen
from matcher.domain.plan import GoalResult
from matcher.exchange.book import Book
from matcher.scenarios.absence import WithoutOne
from matcher.scenarios.compare import Comparison
from matcher.scenarios.drawing import Bar, Span, band, bars
from matcher.scenarios.fair import FairRow
from matcher.scenarios.files import text_of
from matcher.scenarios.over_time import MonthBand
from matcher.scenarios.scenario import Scenario
from matcher.scenarios.sheets import write_sheets
from matcher.scenarios.sweep import SweepRow
from matcher.scenarios.worth import BestUse, HourWorth

MOST_BARS = 30
JSON, BOOK, SCENARIO = "hva-hvis.json", "hva-hvis.xlsx", "scenario.toml"
CHARTS = ("enheter.svg", "maal.svg", "fravaer.svg", "sveip.svg", "timer.svg", "maaneder.svg")


class Report(Frozen):
    """What was asked, answered; a part that wasn't asked is ``None`` or empty."""

    municipality: str
    profile: str
    date: date
    input_sha256: str
    base_is_proven: bool
    scenario: Scenario | None = None
    comparison: Comparison | None = None
    fairness: tuple[FairRow, ...] = ()
    absences: tuple[WithoutOne, ...] = ()
    sweep: tuple[SweepRow, ...] = ()
    hours: tuple[HourWorth, ...] = ()
    best_use: BestUse | None = None
    months: tuple[MonthBand, ...] = ()


def report_files(report: Report) -> dict[str, bytes | None]:
    """The files by name; ``None`` for a chart that this report doesn't have."""
    told = report.model_dump(mode="json", by_alias=True, exclude={"scenario"})
    scenario = text_of(report.scenario) if report.scenario else None
    book = Book("Hva hvis")
    write_sheets(book, report)
    charts = _charts(report)
    return {
        SCENARIO: scenario.encode() if scenario else None,
        BOOK: book.content(),
        **{name: charts[name].encode() if name in charts else None for name in CHARTS},
        JSON: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(),
    }


def _charts(report: Report) -> dict[str, str]:
    names = ("I dag", "Med endringen")
    charts = {}
    if report.comparison is not None:
        loads = report.comparison.loads
        rows = [Bar(load.unit, load.used_before, load.used_after) for load in loads]
        charts["enheter.svg"] = bars("Brukte timer per enhet", "timer i måneden", rows, names)
        goals = [
            Bar(f"{goal.title} ({goal.unit})", _value(goal.before), _value(goal.after))
            for goal in report.comparison.goals
        ]
        charts["maal.svg"] = bars("Mål, lavere er bedre", "i målets enhet", goals, names)
    if report.absences:
        rows = [
            Bar(
                f"{row.name or ''} ({row.coordinator})".strip(),
                float(len(row.cases)),
                float(len(row.others_keep.unplaced)),
            )
            for row in report.absences[:MOST_BARS]
        ]
        kinds = ("Saker", "Uten koordinator")
        charts["fravaer.svg"] = bars("Hvis én er borte", "saker", rows, kinds)
    if report.sweep:
        rows = [Bar(r.title, float(r.placed), float(r.loses)) for r in report.sweep[:MOST_BARS]]
        kinds = ("Har koordinator", "Mister sin")
        charts["sveip.svg"] = bars("Scenarier side om side", "saker", rows, kinds)
    if report.hours:
        charts["timer.svg"] = _hours(report)
    if report.months:
        spans = [
            Span(f"{m.month:%m.%Y}", m.waiting.low, m.waiting.middle, m.waiting.high)
            for m in report.months
        ]
        kinds = ("Fire av fem trekninger", "Midt")
        charts["maaneder.svg"] = band("Saker som venter, måned for måned", "saker", spans, kinds)
    return charts


def _value(goal: GoalResult | None) -> float | None:
    return None if goal is None else goal.value


def _hours(report: Report) -> str:
    """The gain of the fewest and the most hours that were tried, for each group."""
    tried = sorted({row.hours for row in report.hours})
    of_group: dict[str, dict[float, float]] = {}
    for row in report.hours:
        of_group.setdefault(row.group, {})[row.hours] = float(row.more_placed)
    rows = [
        Bar(name, gains.get(tried[0]), gains.get(tried[-1])) for name, gains in of_group.items()
    ][:MOST_BARS]
    kinds = (f"{tried[0]:g} timer mer", f"{tried[-1]:g} timer mer")
    return bars("Flere saker med koordinator", "saker", rows, kinds)
