"""What the user has asked of the round at hand: kept until another round is shown."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, cast

import streamlit as st

from matcher.services import Apart, Services, SolvedRound, UnusableRound
from matcher.ui.apart_line import is_going_on, show_going_on
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
    so_far: dict[Question, object] = field(default_factory=dict)
    """What was found before somebody stopped it: shown, and the question can be asked again."""
    going_on: dict[str, Apart] = field(default_factory=dict)
    """What is being worked out apart, by question in one word."""

    @cached_property
    def round(self) -> SolvedRound:
        """The round, ready for questions. Raises ``UnusableRound``."""
        request = self.services.request_of(self.run.opened)
        return self.services.resume(request, self.run.plan)


def asked(services: Services, run: Run) -> Asked:
    """What has been asked of this round; nothing yet where it is another than the last one."""
    kept: Asked | None = st.session_state.get(_KEY)
    if kept is None or kept.run.plan is not run.plan:
        for work in kept.going_on.values() if kept else ():
            work.cancel()
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
    service: str,
    *given: object,
    **named: object,
) -> object | None:
    """The answer of a service on the round, once it is asked for by a button; ``None`` before.

    It is worked out apart: the page stays free, tells how far it has come, and can stop it. What
    was found by then is the answer until it is asked for again.
    """

    def with_round() -> tuple[object, ...]:
        round_ = asked(services, run).round
        return replace(round_), *given  # as it was solved, without what it was asked

    return worked_out(services, run, label, question, service, with_round, **named)


def worked_out(
    services: Services,
    run: Run,
    label: str,
    question: Question,
    service: str,
    given: Callable[[], tuple[object, ...]],
    **named: object,
) -> object | None:
    """As ``on_asking``, of what is given the service once the button is pressed."""
    at_hand, name = asked(services, run), "-".join(map(str, question))
    if question not in at_hand.answers:
        place = st.empty()
        is_idle = not is_going_on(at_hand.going_on, name)
        if is_idle and place.button(label, key=f"ask-{name}"):
            place.empty()
            try:
                values = given()
            except UnusableRound as fault:
                note(str(fault))
                return None
            at_hand.going_on[name] = Apart.begin(services, service, *values, **named)
        show_going_on(
            at_hand.going_on,
            name,
            done=lambda answer: at_hand.answers.update({question: answer}),
            stopped=lambda found: at_hand.so_far.update({question: found}),
        )
    return at_hand.answers.get(question, at_hand.so_far.get(question))
