"""What surrounds every page: the look, the demo banner, and where the user stands."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.doors.places import LOG_OUT
from matcher.ui.markup import div, element, facts, html, joined
from matcher.ui.preferences import preferences
from matcher.ui.round_address import projecting
from matcher.ui.state import Session, session
from matcher.ui.texts import say

LOOK = Path(__file__).with_name("look.css")


def show_frame(services: Services) -> None:
    """The look, and the demo banner or who is logged in; shown before the page.

    What the user prefers is told to the script of the pages too (preferences.js).
    """
    st.html(f"<style>{LOOK.read_text(encoding='utf-8')}</style>")
    st.html(div("", "km-aloud", data_preferences=str(preferences())))
    if services.actor.is_operator:
        st.html(div(say("frame.demo"), "km-demo", role="note"))
        return
    if projecting():
        return
    with st.sidebar:
        out = element("a", say("door.log_out"), href=LOG_OUT, target="_self")
        st.html(div(joined([html(f"{say('door.logged_in_as')}: {services.actor.name} · "), out])))


def show_status(services: Services) -> None:
    """Where the user stands, in the side list; shown after the page, as it may have changed it."""
    with st.sidebar:
        st.html(_status(services))


def heading(title: str, introduction: str) -> None:
    """The page's heading and what the page is for."""
    st.title(title, anchor=False)
    st.html(element("p", introduction, "km-intro"))


def beside(name: str, *widths: int) -> list[DeltaGenerator]:
    """Columns that come under one another on a screen where they would be squeezed.

    ``name`` is one of its own on the page.
    """
    with st.container(key=f"km-beside-{name}"):
        return st.columns(widths, gap="large")


def note(text: str, tone: str = "note") -> None:
    """A message in a quiet box: note, good or bad."""
    st.html(div(text, f"km-note km-is-{tone}", role="status"))


def tally(numbers: list[tuple[str, str]]) -> None:
    """Key numbers side by side, each with its name."""
    cells = (
        div(joined([div(value, "km-value"), div(name, "km-name")]), "km-cell")
        for name, value in numbers
    )
    st.html(div(joined(cells), "km-tally"))


def _data(now: Session) -> str:
    """The file that the data came from, or the kept round."""
    if now.source is not None:
        return now.source.name
    if now.imported is not None and now.run is not None and now.run.id:
        return say("kept.round", id=now.run.id)
    return say("frame.no_data")


def _status(services: Services) -> str:
    now = session(services)
    rows = [
        (say("frame.municipality"), now.profile.words.municipality),
        (say("frame.day"), norwegian.day(now.on)),
        (say("frame.data"), _data(now)),
    ]
    if now.run is None:
        rows.append((say("frame.round"), say("frame.not_run")))
    else:
        standing = "frame.outdated" if now.is_outdated else "frame.run"
        number = say("kept.round", id=now.run.id) if now.run.id else say("frame.not_kept")
        rows.append((say("frame.round"), f"{say(standing)} · {number}"))
    return div(joined([element("h2", say("frame.stands"), "km-aloud"), facts(rows)]), "km-status")
