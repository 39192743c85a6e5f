"""The people a scenario touches, the gravest first: what happens to each, and whom it then has."""

from __future__ import annotations

from matcher.domain.roster import Roster
from matcher.domain.wording import sentence
from matcher.scenarios.compare import Comparison, Touch, TouchedCase
from matcher.ui.frame import note
from matcher.ui.markup import badge
from matcher.ui.texts import say
from matcher.ui.what_if_table import show_table

TONES = {Touch.LOSES: "bad", Touch.NEW_WITHOUT: "bad", Touch.CHANGES: "note", Touch.OUT: "quiet"}


def show_people(told: Comparison, roster: Roster) -> None:
    """A row for each case that is touched."""
    if not told.touched:
        note(say("what_if.nobody_touched"), "good")
        return
    nobody = say("what_if.nobody")
    rows = [
        (
            row.case,
            sentence(row.role),
            badge(sentence(row.says), _tone(row)),
            *(roster.called(id_) if id_ else nobody for id_ in (row.before, row.after)),
        )
        for row in told.touched
    ]
    columns = (
        "what_if.col_case",
        "what_if.col_role",
        "what_if.col_touch",
        "what_if.col_plan_now",
        "what_if.col_after",
    )
    show_table("what_if.part_people", columns, rows)


def _tone(row: TouchedCase) -> str:
    """Another suggestion is no more than that; to lose or change whom one has is graver."""
    is_quiet = row.touch is Touch.CHANGES and not row.has_today
    return "quiet" if is_quiet else TONES.get(row.touch, "good")
