"""A plan: what a round suggests, with every reason. Its JSON is the contract of ``plan.json``."""

from datetime import date
from enum import StrEnum

from pydantic import ConfigDict, Field

from matcher.domain.certificate import Certificate
from matcher.domain.choice import Choice
from matcher.domain.finding import Finding
from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Role


class Status(StrEnum):
    """Whether every goal is proven, or the plan is the best found."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


class Says(StrEnum):
    """What a number is: exact, an upper value from a plan that was found, or an estimate."""

    EXACT = "nøyaktig"
    AT_MOST = "høyst"
    ESTIMATE = "anslag"


class GoalResult(Frozen):
    """What the plan reaches of one goal, and how good any plan can be. Less is better."""

    id: str
    title: str
    unit: str
    value: float
    bound: float
    optimal: bool


class RoundFacts(Frozen):
    """What the round stood on: enough to run it again."""

    municipality: str
    profile: str
    date: date
    status: Status
    seed: int
    input_sha256: str
    profile_sha256: str
    versions: dict[str, str]
    goals: tuple[GoalResult, ...]
    locks: tuple[Choice, ...] = ()
    """The pairs that KE had locked, by case."""
    bans: tuple[Choice, ...] = ()
    """The pairs that KE had banned, by case."""
    preferences: tuple[Choice, ...] = ()
    """The pairs that KE preferred, by case; each has the profile's extra points of fit."""
    certificate: Certificate | None = None
    """Prices that show the bounds; ``None`` in a plan that was kept before there were any."""


class Entitlement(Frozen):
    """The role a case is owed, and why."""

    role: Role
    because: tuple[Finding, ...]


class CriterionScore(Frozen):
    """One criterion of one pair; ``score`` is ``None`` where it has nothing to say."""

    id: str
    title: str
    score: int | None = Field(ge=0, le=100)
    weight: int
    because: str


class Move(Frozen):
    """Another case whose coordinator would change; ``None`` is nobody."""

    model_config = ConfigDict(populate_by_name=True)

    case: str
    from_: str | None = Field(alias="from")
    to: str | None


class Consequence(Frozen):
    """What forcing a pair does to the whole round: a loss a goal, and who would move."""

    loss: tuple[float, ...]
    """Where the plan may shift: the others move as is best for the round with this pair."""
    moved: tuple[Move, ...]
    exact: bool
    says: Says
    alone: tuple[float, ...] | None = None
    """The loss, always exact, where nobody else moves; ``None`` where that doesn't fit."""


class Suggestion(Frozen):
    """A coordinator who may have the case, ranked by the consequence for the round."""

    coordinator: str
    rank: int
    fit: int = Field(ge=0, le=100)
    criteria: tuple[CriterionScore, ...] = ()
    """Told for the best ten; empty further down."""
    warnings: tuple[Finding, ...] = ()
    consequence: Consequence


class BrokenRule(Frozen):
    """A rule that stops a pair."""

    id: str
    title: str
    source: str
    because: str


class Refusal(Frozen):
    """A coordinator who may not have the case."""

    coordinator: str
    rules: tuple[BrokenRule, ...]


class CasePlan(Frozen):
    """What the round says of one case."""

    case: str
    entitlement: Entitlement
    coordinator: str | None
    kept: bool
    """The case keeps the coordinator it has."""
    stand_in: str | None
    workload_hours_per_month: float
    workload_is_estimate: bool
    suggestions: tuple[Suggestion, ...]
    refused: tuple[Refusal, ...]
    unplaced_because: tuple[Finding, ...]


class Plan(Frozen):
    """The answer of a round. It suggests; a named person decides."""

    round: RoundFacts
    cases: tuple[CasePlan, ...]
    findings: tuple[Finding, ...]

    def to_json(self) -> str:
        """The text of ``plan.json``: stable order, readable, ends with a newline."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"
