"""How good the plan is, goal by goal, and the whole answer to take away."""

import streamlit as st

from matcher.domain.plan import GoalResult
from matcher.domain.wording import sentence
from matcher.services import Services
from matcher.ui.files import hand_out
from matcher.ui.frame import note
from matcher.ui.markup import table
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import TIE_BREAK, amount, how_sure, reasons


def show_goals(services: Services, run: Run) -> None:
    """Each goal with its value, the best possible, and how sure that is."""
    goals = [goal for goal in run.plan.round.goals if goal.id != TIE_BREAK]
    headings = [say("goal.title"), say("goal.value"), say("goal.bound"), say("goal.sure")]
    st.html(table(say("round.tab_goals"), headings, map(_row, goals), numeric=(1, 2)))
    note(say("goal.less_is_better", seed=run.plan.round.seed), "quiet")
    if run.plan.findings:
        st.header(say("round.findings"), anchor=False)
        st.html(reasons(run.plan.findings))
    if not services.may("round_files"):
        return
    with st.container(horizontal=True):
        hand_out(
            say("round.download_workbook"),
            lambda: services.plan_workbook(run.plan, run.roster),
            "plan.xlsx",
        )
        hand_out(say("round.download"), run.plan.to_json, "plan.json")


def _row(goal: GoalResult) -> tuple[str, str, str, str]:
    value, bound = amount(goal.value, goal.unit), amount(goal.bound, goal.unit)
    return goal.title, value, bound, sentence(how_sure(goal))
