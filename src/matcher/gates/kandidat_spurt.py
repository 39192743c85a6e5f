"""The candidate has been contacted, and has said yes (S100). Who goes on, isn't asked again."""

from matcher.domain.wording import written
from matcher.gates.gate import Gate, Settling
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """That the candidate was asked, the answer, or another answer than no."""
    if not settling.chooses or settling.keeps:
        return None
    asked, accepts = settling.groundwork.candidate_asked_on, settling.groundwork.candidate_accepts
    if accepts is False:
        return f"{settling.name} har sagt nei. Kanskje er neste forslag riktig?"
    if asked is None or asked > settling.on:
        return f"Det er ikke notert at {settling.name} er spurt."
    if accepts is None:
        return f"{settling.name} ble spurt {written(asked)}, men svaret er ikke notert."
    return None


GATE = Gate(id="kandidat_spurt", missing=missing)
