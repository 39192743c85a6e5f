"""Rounds that are kept: the one just run is kept by name, and an earlier one can be opened."""

from dataclasses import replace

import streamlit as st

from matcher.domain.kept import RoundLine
from matcher.domain.plan import Status
from matcher.services import NotKept, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.state import Run, Session
from matcher.ui.texts import say, say_count
from matcher.ui.who import who


def resume(services: Services, now: Session) -> None:
    """Open the newest round that is kept, where the user comes back with nothing in hand."""
    if now.run is not None or now.imported is not None:
        return
    try:
        kept = [line.id for line in services.kept_rounds()]
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    if kept and who() is None:
        note(say("kept.say_who"))
    elif kept:
        _open(services, now, kept[0])


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
    if now.run is None or now.run.id is not None:
        return
    if who() is None:
        note(say("kept.not_without_name"))
    elif st.button(say("kept.keep")):
        now.run = keep(services, now.run)
        if now.run.id is not None:
            st.rerun()


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
            format_func=lambda id_: _line(kept[id_], names),
            width=720,
        )
        if st.button(say("kept.open")) and _open(services, now, id_):
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


def _line(line: RoundLine, names: dict[str, str]) -> str:
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
