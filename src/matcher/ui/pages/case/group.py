"""The ansvarsgruppe of a case: consent first, then when it was set up, and who is in it."""

from datetime import date

import streamlit as st

from matcher.domain.ansvarsgruppe import Ansvarsgruppe, Member
from matcher.services import NotKept, Services, Stale, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.days import ask_day
from matcher.ui.frame import note
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.who import who

CONSENT, SET_UP, MEMBERS = "consent", "set up", "members"


def show_group(services: Services, case: str, run: Run) -> None:
    """The group as it stands, and the fields to change it."""
    person = who()
    if person is None or run.id is None or not services.may("save_group"):
        return
    try:
        kept = services.group(case, who=person.id) or Ansvarsgruppe(case=case)
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    with st.expander(_standing(kept)):
        seen = _begun(kept)
        if seen.version != kept.version:
            _tell_of_other(kept)
        _ask(services, seen, person.id)


def _standing(group: Ansvarsgruppe) -> str:
    day = group.established_on
    return say("group.since", day=norwegian.day(day)) if day else say("group.none")


def _ask(services: Services, seen: Ansvarsgruppe, person: str) -> None:
    left, right = st.columns(2, gap="medium")
    with left:
        consent_on = _ask_day(seen, "group.consent", CONSENT)
    with right:
        established_on = _ask_day(seen, "group.established", SET_UP)
    field = _key(seen.case, MEMBERS)
    names = st.text_area(say("group.members"), key=field, height=110, persist_state="session")
    if not st.button(say("group.save"), key=_key(seen.case, "save")):
        return
    if established_on and (consent_on is None or consent_on > established_on):
        note(say("group.consent_first"), "bad")
        return
    yours = Ansvarsgruppe(
        case=seen.case,
        consent_on=consent_on,
        established_on=established_on,
        members=_members(names, seen),
        version=seen.version,
    )
    _save(services, yours, person)


def _save(services: Services, yours: Ansvarsgruppe, person: str) -> None:
    """Write it; what another wrote meanwhile is shown beside what stands in the fields."""
    try:
        services.save_group(yours, who=person)
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    except Stale:
        pass  # the next look finds the other's words, and tells
    else:
        st.session_state.pop(_key(yours.case, "seen"), None)
    st.rerun()


def _tell_of_other(kept: Ansvarsgruppe) -> None:
    """Another wrote meanwhile: what they wrote, and which of the two to go on with."""
    names = ", ".join(member.name for member in kept.members)
    note(say("group.meanwhile", standing=_standing(kept), names=names), "bad")
    with st.container(horizontal=True):
        if st.button(say("stale.go_on_with_mine"), key=_key(kept.case, "mine")):
            st.session_state[_key(kept.case, "seen")] = kept
            st.rerun()
        if st.button(say("group.take_theirs"), key=_key(kept.case, "theirs")):
            st.session_state.pop(_key(kept.case, "seen"), None)
            st.rerun()


def _begun(kept: Ansvarsgruppe) -> Ansvarsgruppe:
    """What was seen when the writing began; anew where nothing has been written since."""
    field = _key(kept.case, "seen")
    seen: Ansvarsgruppe | None = st.session_state.get(field)
    if seen is not None and (seen.version == kept.version or not _is_untouched(seen)):
        return seen
    st.session_state[field] = kept
    for name, value in _values(kept).items():
        st.session_state[_key(kept.case, name)] = value
    return kept


def _is_untouched(seen: Ansvarsgruppe) -> bool:
    stands = ((st.session_state.get(_key(seen.case, n)), v) for n, v in _values(seen).items())
    return all(now == before for now, before in stands)


def _values(group: Ansvarsgruppe) -> dict[str, object]:
    members = "\n".join(member.name for member in group.members)
    return {CONSENT: group.consent_on, SET_UP: group.established_on, MEMBERS: members}


def _members(names: str, seen: Ansvarsgruppe) -> tuple[Member, ...]:
    """A member a line; what is known of somebody already, is kept."""
    known = {member.name: member for member in seen.members}
    lines = (line.strip() for line in names.splitlines())
    return tuple(known.get(line, Member(name=line)) for line in lines if line)


def _ask_day(group: Ansvarsgruppe, label: str, field: str) -> date | None:
    return ask_day(say(label), _key(group.case, field))


def _key(case: str, field: str) -> str:
    return f"group {case} {field}"
