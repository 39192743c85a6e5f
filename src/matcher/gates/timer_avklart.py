"""The time for coordination is settled with the leader (S074).

Hours that were agreed before are enough while the case fits into them; one case more asks anew.
"""

from matcher.domain.wording import number
from matcher.gates.gate import Gate, Settling
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """The leader's yes: noted with the decision, or as agreed hours with their day."""
    if not settling.chooses or settling.groundwork.hours_confirmed_on is not None:
        return None
    chosen = settling.coordinator
    if settling.hours_over:
        return (
            f"{settling.name} får {number(settling.hours_over)} timer i måneden mer enn avtalt. "
            "Det er ikke notert at lederen har sagt ja til det."
        )
    if chosen and chosen.agreed_hours_per_month is not None and chosen.agreed_date is not None:
        return None
    return f"Det er ikke notert at lederen har avklart timene til {settling.name}."


GATE = Gate(id="timer_avklart", missing=missing)
