"""What a scenario does: the people it touches first, then goals, units, and how fair it is."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.domain.plan import GoalResult
from matcher.scenarios.compare import Comparison, Touch
from matcher.scenarios.fair import FairRow
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.files import hand_out
from matcher.ui.frame import note, tally
from matcher.ui.markup import bullets
from matcher.ui.pages.what_if.fair import show_fairness
from matcher.ui.pages.what_if.people import show_people
from matcher.ui.pages.what_if.saved import show_save
from matcher.ui.pages.what_if.units import show_units
from matcher.ui.texts import say, translated
from matcher.ui.what_if_state import WORK, Building
from matcher.ui.what_if_table import show_table

SHORT = 2
"""So many changes are told in a heading."""
COUNTED = {
    Touch.LOSES: "what_if.count_loses",
    Touch.CHANGES: "what_if.count_changes",
    Touch.GETS: "what_if.count_gets",
    Touch.NEW_WITHOUT: "what_if.count_new_without",
}


def show_answer(services: Services, built: Building) -> None:
    """The answer, where there is one; said to be old where the scenario was changed since."""
    answer = built.answers.get(WORK)
    if answer is None or built.tried is None:
        return
    told, fairness = cast("tuple[Comparison, tuple[FairRow, ...]]", answer)
    st.divider()
    st.header(_title(told), anchor=False)
    if built.tried != built.scenario:
        note(say("what_if.changed_since"))
    tally([(say(key), norwegian.number(told.count(touch))) for touch, key in COUNTED.items()])
    st.html(bullets(told.says))
    people, goals, units, fair = st.tabs(
        [
            say("what_if.part_people"),
            say("what_if.part_goals"),
            say("what_if.part_units"),
            say("what_if.part_fair"),
        ]
    )
    with people:
        show_people(told, built.tried.made(built.base(services).request).roster)
    with goals:
        _show_goals(told)
    with units:
        show_units(told)
    with fair:
        show_fairness(fairness)
    _show_download(services, built, told, fairness)
    show_save(services, built, told)


def _title(told: Comparison) -> str:
    """The name of the scenario; where it was given none, what it changes, if that is short."""
    is_told = told.title != say("what_if.untitled") or len(told.changes) > SHORT
    return told.title if is_told else " ".join(map(translated, told.changes))


def _show_goals(told: Comparison) -> None:
    rows = [
        (goal.title, goal.unit, _value(goal.before), _value(goal.after), goal.says)
        for goal in told.goals
    ]
    columns = (
        "what_if.col_goal",
        "what_if.col_measure",
        "what_if.col_before",
        "what_if.col_after",
        "what_if.col_sure",
    )
    show_table("what_if.part_goals", columns, rows, numeric=(2, 3))
    before, after = told.wishes_before, told.wishes_after
    facts = {"before": before.met, "of": before.of, "after": after.met, "of_then": after.of}
    wishes = say("what_if.wishes", **facts)
    st.html(bullets([wishes]))


def _show_download(
    services: Services, built: Building, told: Comparison, fairness: tuple[FairRow, ...]
) -> None:
    report = services.report(
        built.base(services), built.run.profile, scenario=built.tried, comparison=told,
        fairness=fairness,
    )  # fmt: skip
    content = services.report_files(report)["hva-hvis.xlsx"]
    if content is not None:
        hand_out(say("what_if.download"), content, "hva-hvis.xlsx")


def _value(goal: GoalResult | None) -> str:
    return "" if goal is None else norwegian.number(goal.value, 2)
