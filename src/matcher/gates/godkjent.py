"""Those who are to choose together, have all said yes (S024)."""

from matcher.domain.wording import folded, listed
from matcher.gates.gate import Gate, Settling
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """The approvers of the profile who haven't said yes by the day."""
    if not settling.chooses:
        return None
    given = {folded(one.by) for one in settling.groundwork.approvals if one.on <= settling.on}
    lacking = [one for one in lines.godkjent.approvers if folded(one) not in given]
    return f"Godkjenning mangler fra {listed(lacking)}." if lacking else None


GATE = Gate(id="godkjent", missing=missing)
