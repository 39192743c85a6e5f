"""Ask every gate: what is missing before the decision is final, and whether it may be."""

from __future__ import annotations

from matcher.domain.finding import Finding, Severity
from matcher.gates import GATES
from matcher.gates.gate import Settling
from matcher.profiles.gate_lines import GateLine, GateLines
from matcher.profiles.line import Mode

SEVERITY = {Mode.REFUSE: Severity.ERROR, Mode.WARN: Severity.WARNING}


def missing(settling: Settling, lines: GateLines) -> tuple[Finding, ...]:
    """Everything that isn't in place, with its source: an error stops, a warning is read."""
    findings = []
    for gate in GATES:
        line: GateLine | None = getattr(lines, gate.id)
        if line is None or line.mode is Mode.OFF:
            continue
        if (lacks := gate.missing(settling, lines)) is not None:
            findings.append(
                Finding(
                    code=f"gate.{gate.id}",
                    severity=SEVERITY[line.mode],
                    subject=settling.case.id,
                    message=lacks,
                    source=line.source,
                )
            )
    return tuple(findings)


def may_be_final(settling: Settling, lines: GateLines) -> bool:
    """Whether no gate that stops lacks anything."""
    return all(found.severity is not Severity.ERROR for found in missing(settling, lines))
