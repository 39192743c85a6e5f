"""Where somebody with a blocked address is: for named people, shown when they ask, never before."""

import streamlit as st

from matcher.domain.without_place import HiddenPlace
from matcher.services import NotKept, SealedOff, Services, StorageUnavailable
from matcher.ui.frame import note
from matcher.ui.markup import facts
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.who import who


def show_place(services: Services, case: str, run: Run) -> None:
    """The button that shows it to somebody who is named; nothing for anybody else."""
    person = who()
    if person is None or not run.roster.case_by_id[case].has_blocked_address:
        return
    if not (services.may("blocked_place") and services.seals_places()):
        return
    with st.expander(say("place.title")):
        note(say("place.is_written"), "quiet")
        if not st.button(say("place.show"), key=f"place {case}"):
            return
        try:
            place = services.blocked_place(case, who=person.id)
        except (SealedOff, StorageUnavailable, NotKept) as fault:
            note(str(fault), "bad")
        else:
            _show(place)


def _show(place: HiddenPlace | None) -> None:
    """It stands until the next click, and is kept nowhere."""
    if place is None:
        note(say("place.not_told"), "quiet")
        return
    rows = {
        "place.area": place.area,
        "place.languages": ", ".join(place.languages),
        "place.what_matters": place.what_matters,
    }
    st.html(facts((say(key), value) for key, value in rows.items() if value))
