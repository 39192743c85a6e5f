"""Rounds that are kept: the one just run is kept by name, and an earlier one can be opened."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import streamlit as st

from matcher.domain.kept import RoundLine
from matcher.domain.plan import Status
from matcher.services import NotKept, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.asked import known, once
from matcher.ui.frame import note
from matcher.ui.round_address import KEPT
from matcher.ui.state import Run, Session
from matcher.ui.texts import say, say_count
from matcher.ui.who import who

_OBEYED = "kept round of the address"
"""The round that the address has asked for, once it is opened."""


def resume(services: Services, now: Session) -> None:
    """Open the kept round that the address asks for; else the newest, where nothing is in hand."""
    asked = st.query_params.get(KEPT, "")
    is_new_word = asked.isdecimal() and asked != st.session_state.get(_OBEYED)
    is_open = now.run is not None and str(now.run.id) == asked
    if (is_open or not is_new_word) and (now.run is not None or now.imported is not None):
        return
    try:
        kept = [line.id for line in services.kept_rounds()]
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    if not kept:
        return
    if who() is None:
        note(say("kept.say_who"))
    elif is_new_word:
        st.session_state[_OBEYED] = asked
        _open(services, now, int(asked))
    else:
        _open(services, now, kept[0])


def leave_earlier() -> None:
    """The address asks for no kept round any more: what is shown is the newest."""
    st.query_params.pop(KEPT, None)
    st.session_state.pop(_OBEYED, None)


def show_whether_newest(services: Services, now: Session) -> None:
    """That there is a newer round of the municipality than the one on the page, and a way to it."""
    run = now.run
    if run is None or run.id is None or who() is None:
        return
    try:
        newest = next(
            line.id
            for line in services.kept_rounds()
            if line.municipality == run.plan.round.municipality
        )
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    if newest == run.id:
        return
    note(say("kept.is_newer", id=run.id, newest=newest))
    if st.button(say("kept.open_newest", newest=newest)) and _open(services, now, newest):
        leave_earlier()
        st.rerun()


def keep(services: Services, run: Run) -> Run:
    """The round with its number where it could be kept; where not, the reason is shown."""
    person = who()
    if person is None:
        return run
    try:
        id_ = services.keep_round(run.plan, run.roster, run.profile_text, who=person.id)
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return run
    return replace(run, id=id_)


def show_whether_kept(services: Services, now: Session) -> None:
    """Under which number the round is kept, or how to keep it."""
    if now.run is None or now.run.id is not None or not services.may("keep_round"):
        return
    if who() is None:
        note(say("kept.not_without_name"))
    elif st.button(say("kept.keep")):
        now.run = keep(services, now.run)
        if now.run.id is not None:
            st.rerun()


def is_after_another(services: Services, now: Session) -> bool:
    """Whether there is a round before this one of the municipality, to hold it against."""
    return now.before is not None or _kept_before(services, now.run) is not None


def coordinators_before(
    services: Services, now: Session, *, wanted: bool
) -> Mapping[str, str | None] | None:
    """Who each case had in the round before; ``None`` where none is known, or nobody has asked.

    A kept one is opened the first time that it is ``wanted``, for it takes a moment.
    """
    run, person = now.run, who()
    if now.before is not None:
        return {told.case: told.coordinator for told in now.before.plan.cases}
    if run is None or person is None or (id_ := _kept_before(services, run)) is None:
        return None
    question = ("round before", id_)
    if not wanted:
        return cast("Mapping[str, str | None] | None", known(services, run, question))

    def opened() -> Mapping[str, str | None]:
        plan = services.open_kept_round(id_, who=person.id).plan
        return {told.case: told.coordinator for told in plan.cases}

    return once(services, run, question, opened)


def _kept_before(services: Services, run: Run | None) -> int | None:
    """The newest kept round of the municipality that was run before this one."""
    if run is None or run.id is None or who() is None:
        return None
    place, last = run.plan.round.municipality, run.id
    kept = (line for line in services.kept_rounds() if line.municipality == place)
    return next((line.id for line in kept if line.id < last), None)


def show_earlier(services: Services, now: Session) -> None:
    """The rounds that are kept, and opening one of them."""
    if who() is None:
        return
    try:
        kept = {line.id: line for line in services.kept_rounds()}
        names = {person.id: person.name for person in services.people()}
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    if not kept:
        return
    with st.expander(say_count("kept.rounds", len(kept))):
        id_ = st.selectbox(
            say("kept.which"),
            list(kept),
            format_func=lambda id_: line_of(kept[id_], names),
            width=720,
        )
        if st.button(say("kept.open")) and _open(services, now, id_):
            st.query_params[KEPT] = st.session_state[_OBEYED] = str(id_)
            st.rerun()


def _open(services: Services, now: Session, id_: int) -> bool:
    """Open a round; where that can't be done, say why."""
    person = who()
    if person is None:
        return False
    try:
        opened = services.open_kept_round(id_, who=person.id)
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return False
    now.open(opened)
    st.session_state["profile"], st.session_state["day"] = opened.profile.id, opened.roster.on
    return True


def line_of(line: RoundLine, names: dict[str, str]) -> str:
    """A kept round in one line: what it is of, and who ran it when."""
    ran_at = line.ran_at.astimezone()
    proven = "round.proven" if line.status is Status.OPTIMAL else "round.best_found"
    return say(
        "kept.line",
        id=line.id,
        municipality=line.municipality,
        day=norwegian.day(line.on),
        by=names.get(line.ran_by, line.ran_by),
        at=f"{norwegian.day(ran_at.date())} kl. {ran_at:%H.%M}",
        quality=say(proven).lower(),
    )
