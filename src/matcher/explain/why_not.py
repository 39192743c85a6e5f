"""Why not that one? What keeps a coordinator from a case, or what it would cost the round."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from matcher.domain.frozen import Frozen
from matcher.domain.plan import BrokenRule, Consequence, Says
from matcher.domain.roster import Roster
from matcher.domain.wording import listed, sentence
from matcher.explain.comparison import Comparison, against, compared
from matcher.explain.impossible import obstacles
from matcher.explain.loss_words import HOW_SURE, losses_in_words, moved_in_words
from matcher.explain.solved_round import SolvedRound
from matcher.explain.suggestions import consequence_of
from matcher.explain.under_way import Told, place_of
from matcher.explain.under_way import told as under_way_told
from matcher.optimizer.consequence import Effect
from matcher.optimizer.under_way import UnderWay
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
    """How much worse a goal gets; less than nothing where it gets better.

    Of a round that isn't proven to the last goal, the first goals may be exact all the same.
    """

    id: str
    title: str
    unit: str
    loss: float
    says: Says


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
    can_be_closer: bool
    """Whether a closer answer can be worked out, and takes a while."""
    says: tuple[str, ...]
    """In sentences; who else moves is the one that is ``says_who_moves``."""
    says_who_moves: str | None

    @property
    def known(self) -> tuple[Comparison, ...]:
        """The criteria that are known of one of the two at least."""
        return tuple(row for row in self.comparison if not row.is_silent)

    @property
    def silent(self) -> tuple[str, ...]:
        """The titles of the others: facts are missing, or it isn't about this case."""
        return tuple(row.title for row in self.comparison if row.is_silent)


def why_not(
    round_: SolvedRound,
    case_id: str,
    coordinator_id: str,
    *,
    thoroughly: bool = False,
    told: Told = lambda step, share: None,
) -> WhyNot:
    """Answer for one pair. Raises ``NotInRound`` for a case or coordinator that isn't there.

    A small round is answered exactly at once. In a large one the loss is an upper value, unless
    it is to be worked out ``thoroughly``: then the round is solved again with the pair, and
    ``told`` hears the goal that is on and the share of the goals that are done.
    """
    case, coordinator = round_.case(case_id), round_.coordinator(coordinator_id)
    blocked = blocked_by(round_, case, coordinator)
    effect = None
    if not blocked:
        effect = _effect(round_, case, coordinator, told, thoroughly=thoroughly)
    consequence = (
        None if effect is None else consequence_of(round_.posed, round_.consequences, case, effect)
    )
    losses = () if consequence is None else _losses(round_, consequence.loss, effect)
    alone = None if consequence is None else consequence.alone
    is_quick = round_.consequences.is_large and not thoroughly
    answer = WhyNot(
        case=case_id,
        coordinator=coordinator_id,
        suggested=round_.chosen(case),
        answer=_answer(round_, case, coordinator, blocked, effect),
        blocked_by=blocked,
        consequence=consequence,
        losses=losses,
        alone=None if alone is None else _losses(round_, alone),
        comparison=compared(round_, case, coordinator),
        can_be_closer=is_quick and effect is not None and not effect.is_exact,
        says=(),
        says_who_moves=_who_moves(consequence, round_.request.roster),
    )
    return answer.model_copy(update={"says": tuple(_says(answer, round_.request.roster))})


def blocked_by(round_: SolvedRound, case: int, coordinator: int) -> tuple[BrokenRule, ...]:
    """Everything that keeps the pair out of any plan: rules first, then choices and hours."""
    posed = round_.posed
    if posed.problem.allowed[case, coordinator]:
        return ()
    ids = posed.problem.case_ids[case], posed.problem.coordinator_ids[coordinator]
    broken = refusal(posed.rules, posed.profile, *ids).rules
    return (*broken, *obstacles(posed, case, coordinator))


def _effect(
    round_: SolvedRound, case: int, coordinator: int, told: Told, *, thoroughly: bool
) -> Effect | None:
    asked = round_.consequences
    goals = [tier.goal for tier in asked.tiers]

    def notice(under_way: UnderWay) -> None:
        told(under_way_told(under_way, goals), place_of(under_way, goals) / len(goals))

    known = asked.closely(case, coordinator, asked.at_most(case, coordinator))
    if known is not None and asked.is_large and not thoroughly:
        return known
    return asked.exact(case, coordinator, known, notice)


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


def _losses(
    round_: SolvedRound, lost: tuple[float, ...], effect: Effect | None = None
) -> tuple[GoalLoss, ...]:
    """The goals that change; exact without an ``effect``, else as far as that is proven."""
    goals = (tier.goal for tier in round_.consequences.tiers)
    proven = len(lost) if effect is None else effect.proven
    return tuple(
        GoalLoss(
            id=goal.id,
            title=goal.title,
            unit=goal.unit,
            loss=loss,
            says=Says.EXACT if t < proven else Says.AT_MOST,
        )
        for t, (goal, loss) in enumerate(zip(goals, lost, strict=True))
        if loss
    )


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
                *_moves(told),
            ]
        case Answer.NOT_FOUND:
            return [
                f"Det er ikke bevist at planen er best, og en plan med {who} er minst like god. "
                "Kanskje kan dere låse valget og kjøre runden på nytt.",
                *_moves(told),
            ]
        case Answer.WORSE:
            than = "" if told.suggested is None else f" enn med {roster.called(told.suggested)}"
            return [
                f"{who} kan ha saken, men da blir runden dårligere{than}.",
                _cost(told),
                *_moves(told),
                *_criteria(told, roster),
            ]


def _cost(told: WhyNot) -> str:
    """Every goal that changes, with what the numbers are: the proven ones first."""
    exact = _in_words(loss for loss in told.losses if loss.says is Says.EXACT)
    rest = _in_words(loss for loss in told.losses if loss.says is not Says.EXACT)
    parts = ((exact, Says.EXACT), (rest, Says.AT_MOST))
    named = "; ".join(f"{words} ({HOW_SURE[says]})" for words, says in parts if words)
    return f"{sentence(named)}."


def _in_words(losses: Iterable[GoalLoss]) -> str:
    return losses_in_words((loss.id, loss.title, loss.unit, loss.loss) for loss in losses)


def _who_moves(consequence: Consequence | None, roster: Roster) -> str | None:
    if consequence is None or not consequence.moved:
        return None
    moved = listed(moved_in_words(move, roster) for move in consequence.moved)
    return f"Da endres også andre saker: {moved}."


def _moves(told: WhyNot) -> list[str]:
    """Who else would move; and what it would cost where nobody else did."""
    if told.says_who_moves is None:
        return ["Ingen andre saker trenger å bytte koordinator."]
    if told.alone is None:
        alone = "Uten at noen andre bytter, går det ikke."
    else:
        alone = f"Bytter ingen andre: {_in_words(told.alone) or 'ikke dårligere'} (nøyaktig)."
    return [told.says_who_moves, alone]


def _criteria(told: WhyNot, roster: Roster) -> list[str]:
    worse = [c for c in told.comparison if against(c) > 0]
    if told.suggested is None or not worse:
        return []
    named = listed(f"{c.title} ({c.score} mot {c.suggested_score})" for c in worse)
    asked, chosen = roster.called(told.coordinator), roster.called(told.suggested)
    return [f"I denne saken står {asked} svakere enn {chosen} på {named}."]
