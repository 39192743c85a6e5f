"""Holding a worked case against the program: every way in which the two don't agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.criteria.evaluate import criterion_scores
from matcher.domain.finding import Finding, Severity
from matcher.domain.pairs import Pairs
from matcher.domain.plan import CasePlan, Plan, Suggestion
from matcher.domain.roster import Roster
from matcher.exchange.round_folder import OpenedRound
from matcher.profiles.profile import Profile
from matcher.services import DecidedBy, LetterKind, RoundRequest, Services
from matcher.services.desk import Pair, pair_of
from tests.worked_cases.deciding import gate_faults, task_faults
from tests.worked_cases.watching import alert_faults
from tests.worked_cases.worked_case import WorkedCase, is_cited, roster_of, table

LETTERS = {
    "familie": LetterKind.FAMILY,
    "koordinator": LetterKind.COORDINATOR,
    "leder": LetterKind.LEADER,
    "saksliste": LetterKind.AGENDA,
}
NOT_KNOWN = "–"
ANSWERED = "ingen"


@dataclass(frozen=True)
class Held:
    """A case of a round, beside what is expected of it."""

    plan: Plan
    roster: Roster
    profile: Profile
    told: CasePlan
    words: Path | None

    def suggestion(self, coordinator: str) -> Suggestion | None:
        """The coordinator among those who may have the case."""
        return next((s for s in self.told.suggestions if s.coordinator == coordinator), None)

    def pair(self, coordinator: str) -> Pair:
        """What the rules say of the case and the coordinator, as when one is chosen."""
        case = self.roster.case_by_id[self.told.case]
        return pair_of(case, coordinator, self.roster, self.profile)


def disagreements(
    case: WorkedCase, profile: Profile, roster: Roster | None = None, words: Path | None = None
) -> Iterator[str]:
    """Everything in which the program differs from the file, through the public services.

    ``roster`` and ``words`` stand in for the situation and for the municipality's own words where
    a test takes something away.
    """
    roster = roster or roster_of(case.id, case.profile)
    plan = Services().run_round(RoundRequest(roster, profile, preferences=case.preferences))
    told = {row.case: row for row in plan.cases}
    for id_, expected in case.expected.items():
        held = Held(plan, roster, profile, told[id_], words)
        for fault in _case_faults(held, expected):
            yield f"{id_}: {fault}"
    goals = {goal.id: goal.value for goal in plan.round.goals}
    for goal, value in case.goals.items():
        if goals.get(goal) != value:
            yield f"målet {goal}: {value} er ventet, ikke {goals.get(goal)}"
    yield from alert_faults(case, plan, roster, profile)
    messages = " ".join(finding.message for finding in plan.findings)
    yield from (f"runden sier ikke «{words}»" for words in case.notices if words not in messages)
    said = {
        f"{line.key}.{setting.key}": setting.says
        for line in Services().rules(profile)
        for setting in line.settings
    }
    for key, text in case.rules.items():
        if said.get(key) != text:
            yield f"{key}: «{text}» er ventet, ikke «{said.get(key)}»"


def _case_faults(held: Held, expected: Mapping[str, Any]) -> Iterator[str]:
    told, checks = held.told, dict(expected)
    facts = {
        "rolle": told.entitlement.role.value,
        "forslag": told.coordinator or ANSWERED,
        "stedfortreder": told.stand_in or ANSWERED,
        "timer": told.workload_hours_per_month,
    }
    for name, found in facts.items():
        if (wanted := checks.pop(name, found)) != found:
            yield f"{name}: {wanted} er ventet, ikke {found}"
    because = " ".join(f.message for f in (*told.entitlement.because, *told.unplaced_because))
    for words in checks.pop("fordi", ()):
        if words not in because:
            yield f"fordi: «{words}» er ventet i «{because}»"
    yield from _who_faults(held, checks.pop("hvem", ""))
    yield from _point_faults(held, checks.pop("poeng", ""))
    round_ = OpenedRound(held.plan, held.roster, held.profile, profile_text="")
    for decision in checks.pop("valg", ()):
        yield from gate_faults(round_, told, decision)
    for decision in checks.pop("oppgaver", ()):
        yield from task_faults(round_, told, decision)
    yield from _letter_faults(held, checks.pop("brev", {}))
    assert not checks, f"ukjent: {', '.join(checks)}"


def _who_faults(held: Held, text: str) -> Iterator[str]:
    """Who may have the case and who may not, each with its rules; everybody is to be named."""
    if not text:
        return
    rows = table(text)
    if {row["Koordinator"] for row in rows} != held.roster.coordinator_by_id.keys():
        yield "hvem: alle koordinatorene skal stå i tabellen"
    for row in rows:
        wanted = (row["Svar"], *_listed(row.get("Regel", "")))
        found = _answer(held, row["Koordinator"])
        if wanted[0] != found[0] or not _same(wanted[1:], found[1:]):
            yield f"{row['Koordinator']}: {_shown(wanted)} er ventet, ikke {_shown(found)}"
        if (words := row.get("Fordi", "")) not in _because(held, row["Koordinator"]):
            yield f"{row['Koordinator']}: «{words}» er ventet i grunnen"


def _answer(held: Held, coordinator: str) -> tuple[str, ...]:
    if held.suggestion(coordinator) is not None:
        return ("ja", *(_remark(warning) for warning in held.pair(coordinator).warnings))
    refused = next((r for r in held.told.refused if r.coordinator == coordinator), None)
    rules = refused.rules if refused else ()
    may = {rule.id for rule in rules} <= held.pair(coordinator).may_be_set_aside
    answer = "nei, kan fravikes" if rules and may else "nei"
    return answer, *(f"{rule.id} ({rule.source})" for rule in rules)


def _because(held: Held, coordinator: str) -> str:
    """The facts behind what was told of a coordinator."""
    pair = held.pair(coordinator)
    warned = [warning.message for warning in pair.warnings]
    return " ".join([*warned, *(rule.because for rule in pair.broken_rules)])


def _remark(warning: Finding) -> str:
    asks = "spør: " if warning.severity is Severity.INFO else ""
    return f"{asks}{warning.code} ({warning.source})"


def _same(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """The same rules, and the source that the file names among the program's."""
    if len(wanted) != len(found):
        return False
    return all(any(_is(one, other) for other in found) for one in wanted)


def _is(wanted: str, found: str) -> bool:
    rule, _, source = found.partition(" (")
    return wanted.split(" (", maxsplit=1)[0] == rule and is_cited(wanted, source)


def _point_faults(held: Held, text: str) -> Iterator[str]:
    """The points of each criterion, and the fit, as reckoned by hand."""
    for row in table(text) if text else ():
        name = row["Koordinator"]
        points = _points(held, name)
        for criterion, wanted in list(row.items())[1:]:
            found = points.get(criterion)
            shown = NOT_KNOWN if found is None else str(found)
            if wanted != shown:
                yield f"{name}: {criterion} {wanted} er ventet, ikke {shown}"


def _points(held: Held, coordinator: str) -> dict[str, int | None]:
    """Of each criterion, asked of the pair alone: also of one who may not have the case."""
    roles = {held.told.case: held.told.entitlement.role}
    pair = Pairs.of(held.roster, roles).only(held.told.case, coordinator)
    suggestion = held.suggestion(coordinator)
    scores = {one.id: one.score for one in criterion_scores(pair, held.profile)}
    return scores | {"egnethet": suggestion.fit if suggestion else None}


def _letter_faults(held: Held, letters: Mapping[str, list[str]]) -> Iterator[str]:
    """Sentences that a letter has, and with ``ikke_`` before the kind those it may not have."""
    for key, sentences in letters.items():
        kind = key.removeprefix("ikke_").removesuffix("_avgjort")
        decided = DecidedBy(by="Anne Berg", on=held.roster.on) if "_avgjort" in key else None
        text = " ".join(
            Services()
            .letter(
                held.plan,
                held.roster,
                held.profile,
                held.told.case,
                "nb",
                kind=LETTERS[kind],
                decided=decided,
                words=held.words,
            )
            .text.split()
        )
        for sentence in sentences:
            if (sentence in text) is key.startswith("ikke_"):
                yield f"brevet til {key}: «{sentence}»"


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _shown(answer: tuple[str, ...]) -> str:
    return f"{answer[0]} ({'; '.join(answer[1:])})"
