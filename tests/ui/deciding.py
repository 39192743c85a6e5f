"""What a test does to decide a case, on the page and outside of it."""

from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from matcher.domain.decision import Decision, Outcome
from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.person import Person
from matcher.profiles.profile import Profile
from matcher.services import OpenedRound
from matcher.services.decisions import Settled
from matcher.ui.decision_state import key
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import parts, shown

TODAY = date.today()


def opened(hand_made: HandMade, session: Session, who: Person, case: str = "S-001") -> AppTest:
    return shown("case", hand_made, session, who, sak=case)


def field(app: AppTest, name: str, case: str = "S-001") -> Any:
    """The field of a decision, whatever kind it is."""
    wanted = key(case, name)
    kinds = ["text_input", "text_area", "date_input", "selectbox", "radio", "button_group"]
    return next(part for kind in kinds for part in parts(app, kind) if part.key == wanted)


def round_of(session: Session) -> OpenedRound:
    assert session.run is not None
    return session.run.opened


def groundwork(profile: Profile) -> Groundwork:
    """All that any profile asks for."""
    by = profile.gates.godkjent.approvers
    return Groundwork(
        user_heard_on=TODAY,
        child_not_heard_because="For ung.",
        candidate_asked_on=TODAY,
        candidate_accepts=True,
        hours_confirmed_on=TODAY,
        assessment="Kjenner familien godt.",
        approvals=tuple(Approval(by=one, person="Ola Vik", on=TODAY) for one in by),
    )


def decided(hand_made: HandMade, session: Session, who: Person, **facts: Any) -> Settled:
    """A decision written outside of the page, as by somebody else."""
    said = {
        "case": "S-001",
        "outcome": Outcome.ACCEPTED,
        "coordinator": "K-01",
        "stand_in": "K-02",
        "groundwork": groundwork(session.profile),
        "is_final": True,
    } | facts
    seen = len(hand_made.decisions_of("S-001", who=who.id))
    return hand_made.settle(
        round_of(session), Decision.model_validate(said), seen=seen, who=who.id, on=TODAY
    )


def fill(app: AppTest, profile: Profile, coordinator: str) -> AppTest:
    """Write all the groundwork in the fields."""
    field(app, "user_heard_on").set_value(TODAY)
    field(app, "child_not_heard_because").set_value("For ung.")
    field(app, f"hours_confirmed_on {coordinator}").set_value(TODAY)
    field(app, "assessment").set_value("Kjenner familien godt.")
    field(app, f"stand_in {coordinator}").set_value("K-03")
    for by in profile.gates.godkjent.approvers:
        field(app, f"approval {coordinator} {by}").set_value("Ola Vik")
        field(app, f"approval_on {coordinator} {by}").set_value(TODAY)
    return app.run()
