"""The child is heard too, where it is able to form a view (S027, S078; pbrl. § 3-1).

From which age is the profile's. A younger child may be heard; nobody is asked to say why not.
"""

from matcher.domain.months import whole_months_between
from matcher.domain.vocabulary import Subject
from matcher.gates.gate import Gate, Settling, is_blank
from matcher.profiles.gate_lines import GateLines

MAJORITY_YEARS = 18
"""The age the words *barn* and *voksen* part at (vergemålsloven § 8)."""


def missing(settling: Settling, lines: GateLines) -> str | None:
    """The day the child was heard, or why it wasn't; asked for too where the age isn't known."""
    heard = settling.groundwork.child_heard_on or settling.case.child_heard
    is_noted = heard is not None and heard <= settling.on
    if is_noted or not is_blank(settling.groundwork.child_not_heard_because):
        return None
    from_years = lines.barnet_hort.from_years
    if not settling.chooses or _is_to_be_heard(settling, from_years) is False:
        return None
    if _is_to_be_heard(settling, from_years) is None:
        return (
            "Alderen er ikke kjent, og det er ikke notert om barnet er hørt. "
            f"Fra fylte {from_years} år skal det høres. Skriv når, eller hvorfor ikke."
        )
    return "Det er ikke notert at barnet er hørt. Skriv når, eller hvorfor ikke."


def _is_to_be_heard(settling: Settling, from_years: int) -> bool | None:
    """Whether the case is about a child of that age; ``None`` where that isn't known."""
    case = settling.case
    if case.subject in (Subject.UNBORN, Subject.ADULT):
        return False
    if case.birth_month is None:
        return None
    years = whole_months_between(case.birth_month, settling.on) // 12
    return from_years <= years < MAJORITY_YEARS


GATE = Gate(id="barnet_hort", missing=missing)
