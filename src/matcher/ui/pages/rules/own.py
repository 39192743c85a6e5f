"""The municipality's own profile: the weights it has set, kept with who set them and why."""

from datetime import date

import streamlit as st

from matcher.profiles.own import name_of
from matcher.services import ProfileError, Services
from matcher.ui import norwegian
from matcher.ui.files import hand_out
from matcher.ui.frame import note
from matcher.ui.state import Session
from matcher.ui.texts import say
from matcher.ui.who import needs_name, who


def keep_weights(services: Services, now: Session, weights: dict[str, int]) -> None:
    """Ask for a name and a reason, and keep the weights under them."""
    person = who()
    if person is None:
        needs_name()
        return
    with st.form("own_profile", border=True):
        st.header(say("weights.save"), anchor=False)
        hint = say("weights.own_title_hint", title=now.profile.title)
        asked = {
            "own_title": st.text_input(say("weights.own_title"), placeholder=hint, max_chars=60),
            "reason": st.text_area(say("weights.reason"), placeholder=say("weights.reason_hint")),
        }
        is_sent = st.form_submit_button(say("weights.save_button"))
    if not is_sent:
        return
    lacking = [say(f"weights.{name}") for name, text in asked.items() if not text.strip()]
    if lacking:
        note(say("weights.missing", what=", ".join(lacking)), "bad")
        return
    title, reason = asked["own_title"].strip(), asked["reason"].strip()
    if (text := _text(services, now, title, weights, person.name, reason)) is not None:
        _save(services, now, title, text)


def _text(
    services: Services, now: Session, title: str, weights: dict[str, int], by: str, reason: str
) -> str | None:
    """The profile's TOML; ``None`` where it can't be made, after saying why."""
    kept = next((one for one in services.profiles() if one.id == name_of(title)), None)
    if kept is not None and kept.origin is None:
        note(say("weights.taken"), "bad")
        return None
    if kept is not None and kept.origin is not None and kept != now.profile:
        made = {"who": kept.origin.by, "day": norwegian.day(kept.origin.on)}
        note(say("weights.by_another", title=title, **made), "bad")
        return None
    try:
        return services.own_profile(
            now.profile.id, title, weights, by=by, on=date.today(), reason=reason
        )
    except ProfileError as fault:
        note(str(fault), "bad")
        return None


def _save(services: Services, now: Session, title: str, text: str) -> None:
    try:
        path = services.save_profile(text, title)
    except OSError:
        note(say("weights.not_saved"), "bad")
    else:
        now.profile = services.profile(path.stem)
        st.session_state["profile"] = now.profile.id
        note(say("weights.saved", title=title), "good")
    hand_out(say("weights.download"), text, f"{name_of(title)}.toml")
