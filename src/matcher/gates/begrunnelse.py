"""A choice other than the first suggestion says why, and so does leaving a case open (S025, S077).

The one who writes to the family a year later must be able to find the reason
(the new forvaltningslov § 57).
"""

from matcher.gates.gate import Gate, Settling, is_blank
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """A reason, unless the first suggestion is taken as it is."""
    if settling.is_first_suggestion or not is_blank(settling.decision.reason):
        return None
    if not settling.chooses:
        return "Saken blir stående åpen. Skriv hvorfor."
    if settling.suggested is None:
        return f"{settling.name} er valgt uten en runde. Skriv hvorfor."
    return f"{settling.name} er ikke det første forslaget. Skriv hvorfor."


GATE = Gate(id="begrunnelse", missing=missing)
