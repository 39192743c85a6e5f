"""``matcher explain``: why this one, why not that one, why nobody, and what would change it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.domain.frozen import Frozen
from matcher.domain.plan import CasePlan, CriterionScore, Plan, Suggestion
from matcher.domain.roster import Roster
from matcher.domain.wording import listed, sentence
from matcher.explain.loss_words import losses_in_words
from matcher.explain.trials import Way
from matcher.services import (
    Firmness,
    Services,
    SolvedRound,
    WhatWouldChange,
    WhatWouldPlace,
    WhyNobody,
    WhyNot,
)

HELP = "Forklar en sak i en runde: hvorfor denne, hvorfor ikke en annen, og hva som skal til."
MOST_ALTERNATIVES = 10
WRONG_USAGE = 2


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="explain", cls=Command, help=HELP)(explain)


def explain(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappa som matcher round skrev.")],
    case: Annotated[
        str | None, typer.Option("--case", metavar="SAK", help="Saken det gjelder.")
    ] = None,
    other: Annotated[
        str | None,
        typer.Option("--why-not", metavar="KOORD", help="Hvorfor ikke denne koordinatoren?"),
    ] = None,
    firm: Annotated[
        bool, typer.Option("--firm", help="Vis også hvor sikkert forslaget er; tar litt tid.")
    ] = False,
    demand: Annotated[
        bool,
        typer.Option("--demand", help="Hvilke tjenester runden har mest bruk for; bare for KE."),
    ] = False,
    minutes: Annotated[
        float | None,
        typer.Option(
            "--minutes",
            metavar="N",
            min=0,
            help="Så lenge kan det prøves hva som skal til, i hele runder. "
            "Ellers ett minutt i en liten runde og ti i en stor.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")] = False,
) -> None:
    """Explain a case of a round that was run before, or what the round as a whole lacks."""
    if wrong := _wrong_usage(case=case, other=other, firm=firm, demand=demand):
        output.say_fault(wrong)
        raise typer.Exit(WRONG_USAGE)
    services = Services()
    opened = services.open_round(folder)
    round_ = services.resume(services.request_of(opened), opened.plan)
    seconds = None if minutes is None else 60 * minutes
    if case is None:
        _demand(services, round_, seconds, as_json=as_json)
        return
    if other is not None:
        _why_not(services, round_, case, other, seconds, as_json=as_json)
        return
    round_.case(case)
    told = next(row for row in opened.plan.cases if row.case == case)
    if told.coordinator is None:
        _why_nobody(services, round_, told, seconds, as_json=as_json)
        return
    how_firm = {"firmness": _firmness(services, round_, opened.plan, case)} if firm else {}
    if as_json:
        _print_json(case=told, **how_firm)
        return
    _say_chosen(told, opened.plan, opened.roster)
    for row in how_firm.values():
        _heading("Hvor sikkert er det?")
        _line(row.says)


def _wrong_usage(*, case: str | None, other: str | None, firm: bool, demand: bool) -> str | None:
    """What to say where the words don't make one question; ``None`` where they do."""
    if case is None and not demand:
        return "Si hvilken sak det gjelder med --case, eller spør om hele med --demand."
    if demand and (case is not None or other is not None or firm):
        return "--demand gjelder hele runden. Kanskje kan du spørre om saken for seg?"
    if firm and other is not None:
        return "--firm gjelder den som er foreslått. Kanskje kan du spørre om --why-not for seg?"
    return None


def _demand(
    services: Services, round_: SolvedRound, seconds: float | None, *, as_json: bool
) -> None:
    with output.progress() as tell:
        told = services.demand(round_, tell, most_seconds=seconds)
    if as_json:
        _print_json(demand=told)
        return
    _heading("Hvilke tjenester er det mest bruk for?")
    for row in told.services:
        _line(f"- {row.says} ({row.says_of_numbers})")
    _line(told.says)


def _firmness(services: Services, round_: SolvedRound, plan: Plan, case: str) -> Firmness:
    with output.progress() as tell:
        told = services.firmness(round_, plan, tell)
    return next(row for row in told if row.case == case)


def _why_not(
    services: Services,
    round_: SolvedRound,
    case: str,
    other: str,
    seconds: float | None,
    *,
    as_json: bool,
) -> None:
    with output.progress() as tell:
        answer = services.why_not(round_, case, other, thoroughly=True, progress=tell)
    with output.progress() as tell:
        change = services.what_would_change(round_, case, other, tell, most_seconds=seconds)
    if as_json:
        _print_json(why_not=answer, what_would_change=change)
        return
    roster = round_.request.roster
    _heading(f"{case}: hvorfor ikke {roster.called(other)}?")
    _lines(answer.says)
    for rule in answer.blocked_by:
        _line(f"- {rule.title}: {rule.because} [{rule.source}]")
    _say_criteria(answer, roster)
    _heading("Hva må til?")
    _say_ways(change)


def _why_nobody(
    services: Services,
    round_: SolvedRound,
    told: CasePlan,
    seconds: float | None,
    *,
    as_json: bool,
) -> None:
    answer = services.why_nobody(round_, told.case)
    with output.progress() as tell:
        place = services.what_would_place(round_, told.case, tell, most_seconds=seconds)
    if as_json:
        _print_json(case=told, why_nobody=answer, what_would_place=place)
        return
    _say_nobody(told, answer, place)


def _say_nobody(told: CasePlan, answer: WhyNobody, place: WhatWouldPlace) -> None:
    _heading(f"{told.case}: hvorfor ingen?")
    _line(f"Rolle: {told.entitlement.role}")
    for finding in answer.struck_out:
        source = f" [{finding.source}]" if finding.source else ""
        _line(f"- {finding.message}{source}")
    _lines(answer.says)
    _heading("Hva må til?")
    _say_ways(place)


def _say_chosen(told: CasePlan, plan: Plan, roster: Roster) -> None:
    chosen = next(s for s in told.suggestions if s.coordinator == told.coordinator)
    _heading(f"{told.case}: hvorfor {roster.called(chosen.coordinator)}?")
    _line(f"Rolle: {told.entitlement.role}")
    for finding in told.entitlement.because:
        _line(f"- {finding.message}")
    _line(f"Egnethet: {chosen.fit} av 100" + (". Koordinatoren beholdes." if told.kept else ""))
    _say_scores(chosen.criteria)
    for finding in chosen.warnings:
        _line(f"Obs: {finding.message}")
    _say_alternatives(told, plan, roster)


def _say_scores(criteria: tuple[CriterionScore, ...]) -> None:
    table = Table()
    for heading in ("Kriterium", "Vekt", "Poeng", "Begrunnelse"):
        table.add_column(heading, overflow="fold")
    for row in criteria:
        if row.score is not None:
            table.add_row(row.title, str(row.weight), str(row.score), row.because)
    output.out.print(table)
    _say_silent(row.title for row in criteria if row.score is None)


def _say_silent(titles: Iterable[str]) -> None:
    if named := listed(titles):
        _line(f"Ikke regnet med, fordi opplysninger mangler eller det ikke gjelder: {named}.")


def _say_alternatives(told: CasePlan, plan: Plan, roster: Roster) -> None:
    others = [s for s in told.suggestions if s.coordinator != told.coordinator]
    if not others:
        _line("Ingen andre kan ha saken i denne runden.")
        return
    table = Table(title="Andre som kan ha saken, best for hele runden først")
    for heading in (
        "Koordinator",
        "Egnethet",
        "Hva det gjør med runden",
        "Tallene er",
        "Andre som bytter",
    ):
        table.add_column(heading, overflow="fold")
    for other in others[:MOST_ALTERNATIVES]:
        table.add_row(
            roster.called(other.coordinator),
            str(other.fit),
            _cost(other, plan),
            other.consequence.says.value,
            str(len(other.consequence.moved)),
        )
    output.out.print(table)


def _cost(other: Suggestion, plan: Plan) -> str:
    told = losses_in_words(
        (goal.id, goal.title, goal.unit, loss)
        for goal, loss in zip(plan.round.goals, other.consequence.loss, strict=True)
    )
    return sentence(told) or "Ingenting: et like godt valg"


def _say_criteria(answer: WhyNot, roster: Roster) -> None:
    beside = answer.suggested if answer.suggested != answer.coordinator else None
    people = [roster.called(id_) for id_ in (answer.coordinator, beside) if id_]
    table = Table()
    for heading in ("Kriterium", "Vekt", *people):
        table.add_column(heading, overflow="fold")
    for row in answer.known:
        cells = [_scored(row.score, row.because)]
        if beside:
            cells.append(_scored(row.suggested_score, row.suggested_because))
        table.add_row(row.title, str(row.weight), *cells)
    output.out.print(table)
    _say_silent(answer.silent)


def _scored(score: int | None, because: str | None) -> str:
    return f"{'ikke kjent' if score is None else score}: {because}"


def _say_ways(told: WhatWouldChange | WhatWouldPlace) -> None:
    _line(told.says)
    ways: tuple[Way, ...] = told.ways
    for way in ways:
        _line(f"- {way.says}")


def _heading(text: str) -> None:
    output.out.print()
    output.out.print(Text(text, style="bold"))


def _lines(texts: Iterable[str]) -> None:
    for text in texts:
        _line(text)


def _line(text: str) -> None:
    output.out.print(Text(text), soft_wrap=True)


def _print_json(**parts: Frozen) -> None:
    told = {name: part.model_dump(mode="json", by_alias=True) for name, part in parts.items()}
    print(json.dumps(told, ensure_ascii=False, indent=1))
