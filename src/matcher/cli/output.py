"""What the commands print: tables on standard output, faults on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import CasePlan, GoalResult, Plan
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.domain.wording import number, with_unit, written
from matcher.profiles.in_force import RuleInForce
from matcher.services import Progress as Tell

PIPED_WIDTH = 120
out = Console(highlight=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)
err = Console(stderr=True, highlight=False)

MARKS = {Severity.ERROR: "Feil", Severity.WARNING: "Obs", Severity.INFO: "Info"}


def say_findings(findings: Iterable[Finding]) -> None:
    """Every finding on a line of its own, on standard error."""
    for finding in findings:
        source = f" [{finding.source}]" if finding.source else ""
        is_named = finding.message.startswith(f"{finding.subject}: ")
        told = finding.message if is_named else f"{finding.subject}: {finding.message}"
        err.print(Text(f"{MARKS[finding.severity]}: {told}{source}"), soft_wrap=True)


def say_fault(message: str) -> None:
    """One fault, on standard error."""
    err.print(Text(message), soft_wrap=True)


def say_plan(plan: Plan, roster: Roster) -> None:
    """The suggestions as a table, who stays unplaced and why, and how good the plan is."""
    facts = plan.round
    table = Table(title=f"Tildelingsrunde i {facts.municipality} {written(facts.date)}")
    for heading in ("Sak", "Rolle", "Forslag", "Tjeneste", ""):
        table.add_column(heading, overflow="fold")
    for heading in ("Egnethet", "Timer/md."):
        table.add_column(heading, justify="right")
    for case in plan.cases:
        if case.entitlement.role is not Role.NONE or case.coordinator:
            table.add_row(*_row(case, roster))
    out.print(table)
    _say_unplaced(plan)
    out.print()
    for goal in facts.goals:
        out.print(f"{goal.title}: {with_unit(number(goal.value), goal.unit)} ({_proof(goal)})")
    out.print("Programmet foreslår. En navngitt person avgjør.", style="bold")


def _row(case: CasePlan, roster: Roster) -> tuple[str, ...]:
    role = str(case.entitlement.role)
    hours = number(case.workload_hours_per_month) + (" *" if case.workload_is_estimate else "")
    if case.coordinator is None:
        return case.case, role, "ingen", "", "uplassert", "", hours
    coordinator = roster.coordinator_by_id[case.coordinator]
    fit = next((str(s.fit) for s in case.suggestions if s.coordinator == case.coordinator), "")
    name = f"{coordinator.id} {coordinator.name or ''}".strip()
    return case.case, role, name, str(coordinator.service or ""), _state(case), fit, hours


def _state(case: CasePlan) -> str:
    return "beholdes" if case.kept else "ny"


def _say_unplaced(plan: Plan) -> None:
    unplaced = [
        case
        for case in plan.cases
        if case.coordinator is None and case.entitlement.role is not Role.NONE
    ]
    if any(case.workload_is_estimate for case in plan.cases):
        out.print("* anslått av profilen, ikke oppgitt")
    if unplaced:
        out.print()
        out.print(f"Uten koordinator: {len(unplaced)}", style="bold")
        for case in unplaced:
            for finding in case.unplaced_because:
                out.print(Text(f"  {case.case}: {finding.message}"), soft_wrap=True)


def _proof(goal: GoalResult) -> str:
    if goal.optimal:
        return "bevist best mulig"
    return f"best funnet; ikke lavere enn {number(goal.bound)}"


def say_rules(title: str, rules: Iterable[RuleInForce]) -> None:
    """Every rule, criterion and setting with its source."""
    table = Table(title=title)
    for heading in ("", "Regel eller innstilling", "Sier", "Kilde", "Kontrollert"):
        table.add_column(heading, overflow="fold")
    for rule in rules:
        says = "; ".join(f"{setting.title}: {setting.says}" for setting in rule.settings)
        style = None if rule.is_in_force else "dim"
        table.add_row(rule.group, rule.title, says, rule.source, written(rule.checked), style=style)
    out.print(table)


@contextmanager
def progress() -> Iterator[Tell]:
    """Progress on a terminal; silence when piped."""
    if not err.is_terminal:
        yield lambda step, share: None
        return
    columns = (TextColumn("{task.description}"), BarColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)
