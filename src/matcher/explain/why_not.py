"""Why not that one? What keeps a coordinator from a case, or what it would cost the round."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from matcher.criteria.evaluate import criterion_scores
from matcher.domain.frozen import Frozen
from matcher.domain.plan import BrokenRule, Consequence, CriterionScore
from matcher.domain.roster import Roster
from matcher.domain.wording import listed, sentence
from matcher.explain.impossible import obstacles
from matcher.explain.loss_words import HOW_SURE, losses_in_words, moved_in_words
from matcher.explain.solved_round import SolvedRound
from matcher.explain.suggestions import consequence_of
from matcher.optimizer.consequence import Effect
from matcher.optimizer.program import UNPLACED
from matcher.rules.evaluate import refusal


class Answer(StrEnum):
    """What the answer is, in short."""

    SUGGESTED = "foreslått"
    REFUSED = "stoppet"
    """By a rule, or by a choice, hours or siblings that leave no such plan."""
    NO_ROOM = "ikke plass"
    """Nothing stops the pair itself, but what KE has locked leaves no plan with it."""
    EQUAL = "like godt"
    WORSE = "dårligere for runden"
    NOT_FOUND = "ikke funnet dårligere"
    """The round isn't proven the best, and a plan with the pair is no worse."""


class GoalLoss(Frozen):
    """How much worse a goal gets; less than nothing where it gets better."""

    id: str
    title: str
    unit: str
    loss: float


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


class WhyNot(Frozen):
    """Why a coordinator isn't suggested for a case."""

    case: str
    coordinator: str
    suggested: str | None
    answer: Answer
    blocked_by: tuple[BrokenRule, ...]
    consequence: Consequence | None
    """``None`` where no plan holds the pair."""
    losses: tuple[GoalLoss, ...]
    """The goals that change, the most important first."""
    alone: tuple[GoalLoss, ...] | None
    """The same where nobody else moves; ``None`` where that doesn't fit."""
    comparison: tuple[Comparison, ...]
    """The criteria, those that speak most against first."""
    says: tuple[str, ...]

    @property
    def known(self) -> tuple[Comparison, ...]:
        """The criteria that are known of one of the two at least."""
        return tuple(row for row in self.comparison if not row.is_silent)

    @property
    def silent(self) -> tuple[str, ...]:
        """The titles of the others: facts are missing, or it isn't about this case."""
        return tuple(row.title for row in self.comparison if row.is_silent)


def why_not(round_: SolvedRound, case_id: str, coordinator_id: str) -> WhyNot:
    """Answer for one pair. Raises ``NotInRound`` for a case or coordinator that isn't there."""
    case, coordinator = round_.case(case_id), round_.coordinator(coordinator_id)
    blocked = blocked_by(round_, case, coordinator)
    effect = None if blocked else _effect(round_, case, coordinator)
    consequence = (
        None if effect is None else consequence_of(round_.posed, round_.consequences, case, effect)
    )
    losses = () if consequence is None else _losses(round_, consequence.loss)
    alone = None if consequence is None else consequence.alone
    told = WhyNot(
        case=case_id,
        coordinator=coordinator_id,
        suggested=round_.chosen(case),
        answer=_answer(round_, case, coordinator, blocked, effect),
        blocked_by=blocked,
        consequence=consequence,
        losses=losses,
        alone=None if alone is None else _losses(round_, alone),
        comparison=compared(round_, case, coordinator),
        says=(),
    )
    return told.model_copy(update={"says": tuple(_says(told, round_.request.roster))})


def blocked_by(round_: SolvedRound, case: int, coordinator: int) -> tuple[BrokenRule, ...]:
    """Everything that keeps the pair out of any plan: rules first, then choices and hours."""
    posed = round_.posed
    if posed.problem.allowed[case, coordinator]:
        return ()
    ids = posed.problem.case_ids[case], posed.problem.coordinator_ids[coordinator]
    broken = refusal(posed.rules, posed.profile, *ids).rules
    return (*broken, *obstacles(posed, case, coordinator))


def _effect(round_: SolvedRound, case: int, coordinator: int) -> Effect | None:
    asked = round_.consequences
    known = asked.closely(case, coordinator, asked.at_most(case, coordinator))
    return asked.exact(case, coordinator, known)


def _answer(
    round_: SolvedRound,
    case: int,
    coordinator: int,
    blocked: tuple[BrokenRule, ...],
    effect: Effect | None,
) -> Answer:
    if round_.solved.plan[case] == coordinator:
        return Answer.SUGGESTED
    if blocked:
        return Answer.REFUSED
    if effect is None:
        return Answer.NO_ROOM
    if any(effect.loss) and effect.loss > (0,) * len(effect.loss):
        return Answer.WORSE
    return Answer.EQUAL if effect.is_exact else Answer.NOT_FOUND


def _losses(round_: SolvedRound, lost: tuple[float, ...]) -> tuple[GoalLoss, ...]:
    goals = (tier.goal for tier in round_.consequences.tiers)
    return tuple(
        GoalLoss(id=goal.id, title=goal.title, unit=goal.unit, loss=loss)
        for goal, loss in zip(goals, lost, strict=True)
        if loss
    )


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


def _says(told: WhyNot, roster: Roster) -> list[str]:
    who = roster.called(told.coordinator)
    match told.answer:
        case Answer.SUGGESTED:
            return [f"{who} er den som foreslås."]
        case Answer.REFUSED:
            return [f"{who} kan ikke ha saken i denne runden."]
        case Answer.NO_ROOM:
            return [
                f"Ingenting hindrer {who} i selve saken, men valgene KE har låst, gir ingen plan "
                "der det er plass."
            ]
        case Answer.EQUAL:
            return [
                f"{who} er like godt for runden. Mellom likeverdige planer er det trukket lodd. "
                "Kanskje kan dere låse valget hvis dere heller vil ha det slik.",
                *_moves(told, roster),
            ]
        case Answer.NOT_FOUND:
            return [
                f"Det er ikke bevist at planen er best, og en plan med {who} er minst like god. "
                "Kanskje kan dere låse valget og kjøre runden på nytt.",
                *_moves(told, roster),
            ]
        case Answer.WORSE:
            than = "" if told.suggested is None else f" enn med {roster.called(told.suggested)}"
            return [
                f"{who} kan ha saken, men da blir runden dårligere{than}.",
                _cost(told),
                *_moves(told, roster),
                *_criteria(told, roster),
            ]


def _cost(told: WhyNot) -> str:
    assert told.consequence is not None
    says = told.consequence.says
    return f"{sentence(_in_words(told.losses))} ({HOW_SURE[says]})."


def _in_words(losses: Iterable[GoalLoss]) -> str:
    return losses_in_words((loss.id, loss.title, loss.unit, loss.loss) for loss in losses)


def _moves(told: WhyNot, roster: Roster) -> list[str]:
    """Who else would move; and what it would cost where nobody else did."""
    if told.consequence is None or not told.consequence.moved:
        return ["Ingen andre saker trenger å bytte koordinator."]
    moved = listed(moved_in_words(move, roster) for move in told.consequence.moved)
    if told.alone is None:
        alone = "Uten at noen andre bytter, går det ikke."
    else:
        alone = f"Bytter ingen andre: {_in_words(told.alone) or 'ikke dårligere'} (nøyaktig)."
    return [f"Da endres også andre saker: {moved}.", alone]


def _criteria(told: WhyNot, roster: Roster) -> list[str]:
    worse = [c for c in told.comparison if against(c) > 0]
    if told.suggested is None or not worse:
        return []
    named = listed(f"{c.title} ({c.score} mot {c.suggested_score})" for c in worse)
    asked, chosen = roster.called(told.coordinator), roster.called(told.suggested)
    return [f"I denne saken står {asked} svakere enn {chosen} på {named}."]
