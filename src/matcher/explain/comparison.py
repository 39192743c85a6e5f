"""One coordinator beside the one suggested, criterion by criterion."""

from __future__ import annotations

from matcher.criteria.evaluate import criterion_scores
from matcher.domain.frozen import Frozen
from matcher.domain.plan import CriterionScore
from matcher.explain.solved_round import SolvedRound
from matcher.optimizer.program import UNPLACED


class Comparison(Frozen):
    """One criterion of the one asked about, beside the one suggested; ``None`` is not known."""

    id: str
    title: str
    weight: int
    score: int | None
    because: str
    suggested_score: int | None
    suggested_because: str | None

    @property
    def is_silent(self) -> bool:
        """Whether it says nothing of either."""
        return self.score is None and self.suggested_score is None


def compared(round_: SolvedRound, case: int, coordinator: int) -> tuple[Comparison, ...]:
    """Every criterion of both; those where the suggested one gains most by weight come first."""
    asked = _scores(round_, case, coordinator)
    chosen = int(round_.solved.plan[case])
    theirs = {} if chosen == UNPLACED else {s.id: s for s in _scores(round_, case, chosen)}
    rows = [
        Comparison(
            id=score.id,
            title=score.title,
            weight=score.weight,
            score=score.score,
            because=score.because,
            suggested_score=theirs[score.id].score if theirs else None,
            suggested_because=theirs[score.id].because if theirs else None,
        )
        for score in asked
    ]
    return tuple(sorted(rows, key=lambda row: (-against(row), row.id)))


def against(compared: Comparison) -> int:
    """How much a criterion speaks against the one asked about; 0 where one isn't known."""
    if compared.score is None or compared.suggested_score is None:
        return 0
    return compared.weight * (compared.suggested_score - compared.score)


def _scores(round_: SolvedRound, case: int, coordinator: int) -> tuple[CriterionScore, ...]:
    posed, problem = round_.posed, round_.problem
    pair = posed.pairs.only(problem.case_ids[case], problem.coordinator_ids[coordinator])
    return criterion_scores(pair, posed.profile, posed.fit.of_pair(case, coordinator))
