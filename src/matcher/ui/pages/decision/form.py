"""The fields of a decision, what it still lacks, and the buttons: a draft, and the final word."""

from datetime import date

import streamlit as st

from matcher.domain.decision import Decision
from matcher.domain.finding import Finding, Severity
from matcher.services import NotKept, OpenedRound, Services, Stale, StorageUnavailable
from matcher.services.desk import Desk, NotInPlace
from matcher.ui.decision_state import Begun, begun, forget, key, note_written
from matcher.ui.decision_words import outcome
from matcher.ui.frame import beside, note
from matcher.ui.pages.decision.choice import ask_choice
from matcher.ui.pages.decision.groundwork import ask_groundwork
from matcher.ui.pages.decision.stale import settle_difference
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.words import reasons


def show_form(services: Services, desk: Desk, run: Run, person: str) -> int | None:
    """All that can be said in a decision, and live beside it what is missing: how many things.

    ``None`` where it isn't said yet whom it is about.
    """
    round_ = run.opened
    start = settle_difference(services, desk, begun(desk), run)
    left, right = beside("decision", 7, 4)
    with left:
        decision = _ask(services, round_, desk, start, person)
    if decision is None:
        return None
    note_written(decision)
    with right:
        found = services.missing(round_, decision, who=person, on=date.today())
        _show_missing(found)
    with left:
        _offer_to_save(services, round_, decision, start, person, found)
    return sum(one.severity is Severity.ERROR for one in found)


def _ask(
    services: Services, round_: OpenedRound, desk: Desk, start: Begun, person: str
) -> Decision | None:
    """The decision as the fields say it now."""
    chosen = ask_choice(services, round_, desk, person)
    if chosen is None:
        return None
    return Decision(
        case=desk.case.id,
        round=start.draft.round,
        takes_over_from=start.draft.takes_over_from,
        groundwork=ask_groundwork(round_, desk, chosen),
        **vars(chosen),
    )


def _show_missing(found: tuple[Finding, ...]) -> None:
    stops = tuple(one for one in found if one.severity is Severity.ERROR)
    others = tuple(one for one in found if one.severity is not Severity.ERROR)
    if stops:
        st.subheader(say_count("decision.lacks", len(stops)), anchor=False)
        st.html(reasons(stops))
    else:
        note(say("decision.all_in_place"), "good")
    if others:
        st.subheader(say("decision.think_of"), anchor=False)
        st.html(reasons(others))


def _offer_to_save(
    services: Services,
    round_: OpenedRound,
    decision: Decision,
    start: Begun,
    person: str,
    found: tuple[Finding, ...],
) -> None:
    """A draft at once; the final word only when everything is in place, and asked once more."""
    asked = key(decision.case, "asked")
    with st.container(horizontal=True):
        if st.button(say("decision.save_draft"), key=key(decision.case, "save")):
            _save(services, round_, decision, start, person)
        if st.button(say("decision.decide"), type="primary", key=key(decision.case, "decide")):
            st.session_state[asked] = decision
    if st.session_state.get(asked) != decision:
        return
    if any(one.severity is Severity.ERROR for one in found):
        note(say("decision.cannot_yet"), "bad")
        return
    note(say("decision.sure", case=decision.case, what=outcome(decision, round_.roster)))
    if st.button(say("decision.yes_decide"), type="primary", key=key(decision.case, "yes")):
        final_one = decision.model_copy(update={"is_final": True})
        _save(services, round_, final_one, start, person)


def _save(
    services: Services, round_: OpenedRound, decision: Decision, start: Begun, person: str
) -> None:
    """Write it. Where that can't be done, say why; what was typed stays in the fields."""
    try:
        services.settle(round_, decision, seen=start.seen, who=person, on=date.today())
    except NotInPlace as lacking:
        note(say("decision.cannot_yet"), "bad")
        st.html(reasons(lacking.findings))
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
    except Stale:
        st.rerun()  # the desk now has what the other wrote, and both are shown
    else:
        forget(decision.case)
        st.rerun()
