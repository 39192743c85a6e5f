"""A decision with all its groundwork done, from which a test takes something away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.plan import CasePlan, Consequence, Entitlement, Says, Suggestion
from matcher.domain.vocabulary import Role, Subject
from matcher.gates.gate import Gate, Settling
from matcher.profiles.gate_lines import BarnetHort, GateLine, GateLines, Godkjent, Stedfortreder
from matcher.profiles.line import Mode

ON = date(2026, 11, 23)
BEFORE = ON - timedelta(days=7)
AFTER = ON + timedelta(days=1)
CHECKED = date(2026, 11, 21)


def _line(*statements: str) -> GateLine:
    return GateLine(mode=Mode.REFUSE, statements=statements, checked=CHECKED)


LINES = GateLines(
    begrunnelse=_line("S025", "S077"),
    fravik=_line("S115"),
    bruker_hort=_line("S078", "S101"),
    barnet_hort=BarnetHort(mode=Mode.REFUSE, from_years=7, law="pbrl. § 3-1", checked=CHECKED),
    kandidat_spurt=_line("S100"),
    timer_avklart=_line("S074"),
    stedfortreder=Stedfortreder(mode=Mode.REFUSE, statements=("S033",), checked=CHECKED),
    faglig_vurdering=_line("S077"),
    godkjent=Godkjent(
        mode=Mode.REFUSE,
        approvers=("Servicesenteret", "virksomhetsleder"),
        statements=("S024",),
        checked=CHECKED,
    ),
)

CHILD = Case(id="S-1", subject=Subject.CHILD, birth_month=date(2016, 5, 1))
KARI = Coordinator(id="K-1", name="Kari Nes")
OLA = Coordinator(id="K-2", name="Ola Vik")
DONE = Groundwork(
    user_heard_on=BEFORE,
    child_heard_on=BEFORE,
    candidate_asked_on=BEFORE,
    candidate_accepts=True,
    hours_confirmed_on=BEFORE,
    assessment="Kari kjenner hjelpeapparatet rundt barnet.",
    approvals=(
        Approval(by="Servicesenteret", person="anne", on=BEFORE),
        Approval(by="virksomhetsleder", person="bjorn", on=ON),
    ),
)


def suggested(first: str) -> CasePlan:
    """What a round said: one suggestion."""
    consequence = Consequence(loss=(), moved=(), exact=True, says=Says.EXACT)
    return CasePlan(
        case="S-1",
        entitlement=Entitlement(role=Role.KOORDINATOR, because=()),
        coordinator=first,
        kept=False,
        stand_in=None,
        workload_hours_per_month=4,
        workload_is_estimate=False,
        suggestions=(Suggestion(coordinator=first, rank=1, fit=80, consequence=consequence),),
        refused=(),
        unplaced_because=(),
    )


WHOLE = Settling(
    decision=Decision(
        case="S-1",
        outcome=Outcome.ACCEPTED,
        coordinator="K-1",
        stand_in="K-2",
        groundwork=DONE,
        is_final=True,
    ),
    case=CHILD,
    coordinator=KARI,
    suggested=suggested("K-1"),
    on=ON,
    stand_in=OLA,
)
OPEN = replace(
    WHOLE,
    decision=Decision(case="S-1", outcome=Outcome.OPEN, reason="Familien vil vente til jul."),
    coordinator=None,
)


def noted(**facts: object) -> Settling:
    """The whole decision with other facts noted of the groundwork."""
    groundwork = DONE.model_copy(update=facts)
    return replace(WHOLE, decision=WHOLE.decision.model_copy(update={"groundwork": groundwork}))


def of_case(settling: Settling, **facts: object) -> Settling:
    """The same decision in a case with other facts."""
    return replace(settling, case=settling.case.model_copy(update=facts))


def decided(settling: Settling, **facts: object) -> Settling:
    """Another decision."""
    return replace(settling, decision=settling.decision.model_copy(update=facts))


def lacks(gate: Gate, settling: Settling, lines: GateLines = LINES) -> str:
    """What the gate says is missing; empty where nothing is."""
    return gate.missing(settling, lines) or ""
