"""Other weights: what they would mean for the round at hand, and keeping them with a reason."""

from typing import cast

import streamlit as st

from matcher.explain.other_weights import OtherWeights
from matcher.profiles.criterion_lines import CriterionLines
from matcher.profiles.own import shared_out, weights_of
from matcher.profiles.profile import Profile
from matcher.services import Services
from matcher.ui.asked import worked_out
from matcher.ui.frame import note
from matcher.ui.markup import table
from matcher.ui.pages.rules.own import keep_weights
from matcher.ui.state import Run, Session
from matcher.ui.texts import say, say_count, translated

ACROSS = 3


def show_weights(services: Services, now: Session) -> None:
    """A field a criterion; the round tried with them; and a profile of one's own."""
    st.markdown(say("weights.intro"))
    before = weights_of(now.profile)
    weights = _fields(now.profile, before)
    if sum(weights.values()) != 100:
        note(say("weights.sum_wrong", sum=sum(weights.values())), "bad")
        if any(weights.values()):
            scaled = shared_out(weights, 100)
            st.button(say("weights.to_hundred"), on_click=_set, args=(now.profile, scaled))
        return
    if weights == before:
        note(say("weights.unchanged"), "quiet")
        return
    st.button(say("weights.reset"), on_click=_set, args=(now.profile, before))
    _try(services, now, weights)
    if services.may("save_profile"):
        keep_weights(services, now, weights)


def _fields(profile: Profile, before: dict[str, int]) -> dict[str, int]:
    titles = {
        name: translated(field.title or "") for name, field in CriterionLines.model_fields.items()
    }
    columns = st.columns(ACROSS, gap="medium")
    weights = {}
    for place, name in enumerate(before):
        key = _key(profile, name)
        st.session_state.setdefault(key, before[name])
        with columns[place % ACROSS]:
            weights[name] = int(
                st.number_input(
                    titles[name], 0, 100, step=1, key=key, help=_why(profile, name),
                    persist_state="session",
                )
            )  # fmt: skip
    return weights


def _why(profile: Profile, name: str) -> str:
    line = getattr(profile.criteria, name)
    return f"{line.why} ({line.source})"


def _key(profile: Profile, name: str) -> str:
    return f"weight-{profile.id}-{name}"


def _set(profile: Profile, weights: dict[str, int]) -> None:
    for name, weight in weights.items():
        st.session_state[_key(profile, name)] = weight


def _try(services: Services, now: Session, weights: dict[str, int]) -> None:
    if now.run is None or now.is_outdated:
        note(say("weights.no_round" if now.run is None else "weights.outdated"), "quiet")
        return
    if not services.may("under_other_weights"):
        return
    run = now.run
    question = ("weights", *sorted(weights.items()))
    tried = worked_out(
        services, run, say("weights.try"), question, "under_other_weights",
        lambda: (services.request_of(run.opened), run.plan, weights),
    )  # fmt: skip
    if tried is not None:
        _show_tried(cast("OtherWeights", tried), run)


def _show_tried(tried: OtherWeights, run: Run) -> None:
    if not tried.is_proven:
        note(say("weights.not_proven"))
    if not tried.moved:
        note(say("weights.none_moved"), "good")
        return
    note(say_count("weights.moved", len(tried.moved)))
    st.html(
        table(
            say("weights.try"),
            [say("weights.case"), say("weights.before"), say("weights.after")],
            ((move.case, _name(move.from_, run), _name(move.to, run)) for move in tried.moved),
        )
    )


def _name(coordinator: str | None, run: Run) -> str:
    return run.roster.called(coordinator) if coordinator else say("weights.nobody")
