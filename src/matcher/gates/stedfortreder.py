"""Somebody stands in when the coordinator is away (S033, S036, S055, S057, S141).

Never somebody who is away at the same time; where the profile asks, somebody who knows the person.
"""

from matcher.domain.presence import away_together
from matcher.domain.wording import written
from matcher.gates.gate import Gate, Settling
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """A stand-in, one who is there while the coordinator is away, and who knows the person."""
    named = settling.decision.stand_in
    if not settling.chooses:
        return None
    if named is None:
        return f"Det er ikke satt opp noen stedfortreder for {settling.name}."
    chosen, second = settling.coordinator, settling.stand_in
    name = (second.name if second else None) or named
    both = away_together(chosen, second, settling.on) if chosen and second else None
    if both:
        until = f"til {written(both.last_day)}" if both.last_day else "uten kjent slutt"
        return (
            f"Stedfortrederen {name} er borte samtidig med {settling.name}: fra "
            f"{written(both.first_day)} {until}. Kanskje kan en annen stå inn?"
        )
    line = lines.stedfortreder
    if line and line.must_know_the_person and named not in settling.case.known_by:
        return f"Det er ikke notert at stedfortrederen {name} kjenner personen."
    return None


GATE = Gate(id="stedfortreder", missing=missing)
