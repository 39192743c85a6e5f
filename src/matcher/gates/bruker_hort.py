"""The person or the guardians are heard in the choice (S027, S078, S101)."""

from matcher.gates.gate import Gate, Settling
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """The day they were heard: noted with the decision, or in the case."""
    heard = settling.groundwork.user_heard_on or settling.case.user_heard
    if not settling.chooses or (heard is not None and heard <= settling.on):
        return None
    return "Det er ikke notert at bruker eller foresatte er hørt i valget."


GATE = Gate(id="bruker_hort", missing=missing)
