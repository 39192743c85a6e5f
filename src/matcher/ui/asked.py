"""What the user has asked of the round at hand: kept until another round is shown."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

import streamlit as st

from matcher.services import Progress, Services, SolvedRound, UnusableRound
from matcher.ui.frame import note
from matcher.ui.state import Run
from matcher.ui.texts import say

_KEY = "asked"
T = TypeVar("T")
Question = tuple[Hashable, ...]


@dataclass
class Asked:
    """A round put together again, and the answers it has given, by question."""

    services: Services
    run: Run
    answers: dict[Question, object] = field(default_factory=dict)

    @cached_property
    def round(self) -> SolvedRound:
        """The round, ready for questions. Raises ``UnusableRound``."""
        request = self.services.request_of(self.run.opened)
        return self.services.resume(request, self.run.plan)


def asked(services: Services, run: Run) -> Asked:
    """What has been asked of this round; nothing yet where it is another than the last one."""
    kept: Asked | None = st.session_state.get(_KEY)
    if kept is None or kept.run.plan is not run.plan:
        kept = st.session_state[_KEY] = Asked(services, run)
    return kept


def known(services: Services, run: Run, question: Question) -> object | None:
    """The answer, where it has been asked for."""
    return asked(services, run).answers.get(question)


def once(services: Services, run: Run, question: Question, make: Callable[[], T]) -> T:
    """What is made for a question the first time it is asked, with a word meanwhile."""
    answers = asked(services, run).answers
    if question not in answers:
        with st.spinner(say("asked.working")):
            answers[question] = make()
    return cast("T", answers[question])


def at_once(
    services: Services, run: Run, question: Question, ask: Callable[[SolvedRound], T]
) -> T | None:
    """The answer to a quick question; ``None`` where the round can't be asked."""
    try:
        return once(services, run, question, lambda: ask(asked(services, run).round))
    except UnusableRound as fault:
        note(str(fault))
        return None


def on_asking(
    services: Services,
    run: Run,
    label: str,
    question: Question,
    ask: Callable[[SolvedRound, Progress], T],
) -> T | None:
    """The answer once it is asked for by a button; a line tells how far it has come meanwhile."""
    at_hand = asked(services, run)
    if question not in at_hand.answers:
        place = st.empty()
        if not place.button(label, key=f"ask-{'-'.join(map(str, question))}"):
            return None
        line = place.progress(0.0, text=say("asked.working"))
        try:
            at_hand.answers[question] = ask(
                at_hand.round, lambda step, done: _told(line, step, done)
            )
        except UnusableRound as fault:
            place.empty()
            note(str(fault))
            return None
        place.empty()
    return cast("T", at_hand.answers[question])


def _told(line: st.delta_generator.DeltaGenerator, step: str, done: float) -> None:
    line.progress(min(max(done, 0.0), 1.0), text=step)
