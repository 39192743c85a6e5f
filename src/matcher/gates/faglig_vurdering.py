"""A professional assessment lies behind the choice, and is written down (S025, S077)."""

from matcher.gates.gate import Gate, Settling, is_blank
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """The assessment in words. The program's points are no assessment."""
    if not settling.chooses or not is_blank(settling.groundwork.assessment):
        return None
    return "Den faglige vurderingen er ikke skrevet. Poengene fra programmet er ingen vurdering."


GATE = Gate(id="faglig_vurdering", missing=missing)
