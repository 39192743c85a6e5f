"""What if: scenarios tried beside the round, each absence, hours, sweeps and the time ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.profiles.profile import Profile
from matcher.scenarios import files
from matcher.scenarios.absence import WithoutOne
from matcher.scenarios.compare import Comparison, compare
from matcher.scenarios.fair import FairRow, how_fair
from matcher.scenarios.outcome import Outcome, outcome_of, outcome_with
from matcher.scenarios.over_time import Horizon, MonthBand, over_time
from matcher.scenarios.report import Report, report_files
from matcher.scenarios.scenario import Scenario
from matcher.scenarios.side_by_side import HERE, Where
from matcher.scenarios.sweep import SweepRow, each_absence, sweep
from matcher.scenarios.worth import HOURS, BestUse, HourWorth, best_use, worth_of_hours
from matcher.services.ground import Ground
from matcher.services.progress import Progress


@dataclass(frozen=True)
class Scenarios(Ground):
    """What if. Each answer is tried in a round; base is the round that all is held against."""

    def scenario(self, path: Path) -> Scenario:
        """A scenario from its file; raises ``ScenarioError`` with every fault."""
        return files.scenario_from(files.text_at(path), path.name)

    def scenario_from_text(self, text: str) -> Scenario:
        """A scenario from the text of its TOML; raises ``ScenarioError``."""
        return files.scenario_from(text)

    def scenario_text(self, scenario: Scenario) -> str:
        """The TOML of a scenario."""
        return files.text_of(scenario)

    def scenarios(self, path: Path) -> tuple[Scenario, ...]:
        """The scenarios of a sweep's file; raises ``ScenarioError`` with every fault."""
        return files.sweep_from(files.text_at(path), path.name)

    def sweep_from_text(self, text: str) -> tuple[Scenario, ...]:
        """The scenarios of a sweep from the text of its TOML; raises ``ScenarioError``."""
        return files.sweep_from(text)

    def base(self, request: RoundRequest, progress: Progress | None = None) -> Outcome:
        """The round that scenarios are held against, solved. Raises ``ChoicesClash``."""
        tell = progress or (lambda step, share: None)
        tell("Finner planen slik det er i dag", 0.0)
        return outcome_of(solve(request))

    def base_of(self, round_: SolvedRound) -> Outcome:
        """A round in hand as the base."""
        return outcome_of(round_)

    def what_if(
        self, base: Outcome, scenario: Scenario, progress: Progress | None = None
    ) -> tuple[Comparison, tuple[FairRow, ...]]:
        """What a scenario does to people, goals and loads, and how fair it is.

        Raises ``ScenarioError`` with every fault, and ``ChoicesClash``.
        """
        tell = progress or (lambda step, share: None)
        tell("Prøver endringene", 0.2)
        after = outcome_with(base, scenario)
        tell("Sammenligner", 0.9)
        return compare(base, after, scenario), how_fair(base, after)

    def each_absence(
        self,
        base: Outcome,
        progress: Progress | None = None,
        *,
        may_shift: bool = False,
        where: Where = HERE,
    ) -> tuple[WithoutOne, ...]:
        """Every coordinator away, one at a time. Raises ``Cancelled``, ``NoScheduler``."""
        at = _at(where, progress, "Prøver hvert fravær")
        return each_absence(base, at, may_shift=may_shift)

    def sweep(
        self,
        base: Outcome,
        scenarios: Sequence[Scenario],
        progress: Progress | None = None,
        *,
        where: Where = HERE,
    ) -> tuple[SweepRow, ...]:
        """Many scenarios side by side. Raises ``ScenarioError``, ``Cancelled``, ``NoScheduler``."""
        return sweep(base, scenarios, _at(where, progress, "Prøver scenariene"))

    def worth_of_hours(
        self,
        base: Outcome,
        progress: Progress | None = None,
        *,
        hours: Sequence[float] = HOURS,
        where: Where = HERE,
    ) -> tuple[HourWorth, ...]:
        """What more hours in each service and unit give. Raises ``Cancelled``, ``NoScheduler``."""
        return worth_of_hours(base, hours, _at(where, progress, "Prøver flere timer"))

    def best_use(self, base: Outcome, hours: float, progress: Progress | None = None) -> BestUse:
        """The best way to spend so many hours a month."""
        if progress is not None:
            progress("Finner den beste bruken", 0.1)
        return best_use(base, hours)

    def over_time(
        self,
        base: Outcome,
        horizon: Horizon,
        progress: Progress | None = None,
        *,
        where: Where = HERE,
    ) -> tuple[MonthBand, ...]:
        """The months ahead, with bands. Raises ``Cancelled``, ``NoScheduler``."""
        return over_time(base, horizon, _at(where, progress, "Regner måned for måned"))

    def report(self, base: Outcome, profile: Profile, **parts: object) -> Report:
        """What was asked and answered, to be written or shown."""
        facts = {
            "municipality": profile.words.municipality,
            "profile": profile.id,
            "date": base.request.roster.on,
            "input_sha256": base.request.roster.sha256,
            "base_is_proven": base.is_proven,
        }
        return Report.model_validate(facts | parts)

    def report_files(self, report: Report) -> dict[str, bytes | None]:
        """The files of an answer by name: the workbook, the charts, and JSON."""
        return report_files(report)


def _at(where: Where, progress: Progress | None, step: str) -> Where:
    return where if progress is None else replace(where, told=lambda share: progress(step, share))
