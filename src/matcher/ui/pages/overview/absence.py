"""Absences that are registered here: who answers for the cases meanwhile is shown at once."""

from datetime import date

import streamlit as st

from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.overview import Covered
from matcher.domain.responsibility import Bearer
from matcher.services import Services
from matcher.ui.days import ask_day, days
from matcher.ui.frame import note
from matcher.ui.markup import badge, element, html, joined, table
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.writing import tell, write

PLACE = "absences"


def show_absences(services: Services, run: Run, person: str) -> None:
    """Those that stand, and a new one with who would stand in."""
    known = services.absences(who=person)
    st.header(say_count("absence.title", len(known)), anchor=False)
    tell(PLACE)
    for absence in known:
        _show(services, absence, run, person)
    if services.may("register_absence"):
        st.header(say("absence.new"), anchor=False)
        _ask_new(services, run, person)


def _show(services: Services, absence: KeptAbsence, run: Run, person: str) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    name = element("strong", run.roster.called(absence.coordinator))
    left.html(joined([name, html(days(absence.first_day, absence.last_day))], ": "))
    if services.may("remove_absence"):
        right.button(
            say("absence.remove"),
            key=f"absence {absence.id}",
            on_click=write,
            args=(PLACE, lambda: services.remove_absence(absence, who=person)),
        )


def _ask_new(services: Services, run: Run, person: str) -> None:
    who, first, last = st.columns([2, 1, 1], gap="medium")
    with who:
        coordinator = st.selectbox(
            say("overview.coordinator"),
            [one.id for one in services.coordinators(run.opened)],
            index=None,
            placeholder=say("decision.who_hint"),
            format_func=run.roster.called,
            key="absence who",
            persist_state="session",
        )
    with first:
        first_day = ask_day(say("absence.first"), "absence first")
    with last:
        last_day = ask_day(say("absence.last"), "absence last")
    if coordinator is None or first_day is None:
        return
    if last_day is not None and last_day < first_day:
        note(say("absence.backwards"), "bad")
        return
    absence = KeptAbsence(coordinator=coordinator, first_day=first_day, last_day=last_day)
    covered = services.covered(run.opened, absence, who=person, on=date.today())
    _show_covered(covered, run)
    st.button(
        say("absence.register"),
        type="primary",
        on_click=write,
        args=(PLACE, lambda: _registered(services, absence, person)),
        kwargs={"forget": [f"absence {field}" for field in ("who", "first", "last")]},
    )


def _registered(services: Services, absence: KeptAbsence, person: str) -> None:
    services.register_absence(absence, who=person)


def _show_covered(covered: tuple[Covered, ...], run: Run) -> None:
    if not covered:
        note(say("absence.no_cases"), "quiet")
        return
    headings = [say("list.case"), say("absence.answers"), say("absence.when")]
    st.html(table(say("absence.meanwhile"), headings, [_row(one, run) for one in covered]))


def _row(one: Covered, run: Run) -> tuple[str, str, str]:
    stretch = one.stretch
    if stretch.bearer is Bearer.KE or stretch.who is None:
        name = badge(say("absence.nobody"), "bad")
    else:
        name = html(run.roster.called(stretch.who))
    return one.case, name, days(stretch.first_day, stretch.last_day)
