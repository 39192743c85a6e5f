"""How far each case of a round has come: suggested, a draft, or decided."""

from enum import StrEnum

from matcher.domain.decision import Decided
from matcher.domain.plan import CasePlan
from matcher.services import Services, StorageUnavailable
from matcher.ui.frame import note
from matcher.ui.markup import Html, badge
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.who import who


class Standing(StrEnum):
    """The value is the key of the words for it."""

    SUGGESTED = "standing.suggested"
    DRAFT = "standing.draft"
    DECIDED = "standing.decided"


MANY = {
    Standing.SUGGESTED: "standing.suggested_many",
    Standing.DRAFT: "standing.draft_many",
    Standing.DECIDED: "standing.decided_many",
}
TONES = {Standing.SUGGESTED: "quiet", Standing.DRAFT: "note", Standing.DECIDED: "good"}


def last_decisions(services: Services, run: Run) -> dict[str, Decided]:
    """The last decision of each case; nothing where the round isn't kept, or nobody asks."""
    person = who()
    if person is None or run.id is None:
        return {}
    try:
        return {last.decision.case: last for last in services.decisions(who=person.id)}
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return {}


def standing(told: CasePlan, last: Decided | None, run: Run) -> Standing:
    """A final word from an earlier round counts while this round suggests the same."""
    if last is None:
        return Standing.SUGGESTED
    if not last.decision.is_final:
        return Standing.DRAFT
    is_of_this = last.decision.round == run.id or last.decision.coordinator == told.coordinator
    return Standing.DECIDED if is_of_this else Standing.SUGGESTED


def shown(told: CasePlan, last: Decided | None, run: Run) -> Html | None:
    """A draft or a final word as a mark; a mere suggestion has none."""
    now = standing(told, last, run)
    return None if now is Standing.SUGGESTED else badge(say(now), TONES[now])
