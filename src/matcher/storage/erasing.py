"""Deleting a case: its personal data goes from everywhere, and a mark of it stays in the history.

The mark is random and stood for the case; nothing is left that says which case it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import delete, select, update

from matcher.domain.history import DeletionGround, Happening
from matcher.domain.part_of_round import plan_without, roster_without
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.storage import history as log
from matcher.storage import kept_scenarios
from matcher.storage.kept_whole import CONTENTS, ROSTER, ROUND, seen
from matcher.storage.marks import mark_of
from matcher.storage.tables import (
    ansvarsgrupper,
    blocked_places,
    cases,
    choices,
    decisions,
    history,
    history_contents,
    tasks,
)
from matcher.storage.work import Work

IN_ITS_PLACE = "slettet sak"


def delete_case(work: Work, case: str, ground: DeletionGround) -> None:
    """Erase a case from rosters, rounds, decisions, choices, tasks and the history's contents.

    Raises ``NotKept`` for a case that isn't known.
    """
    connection = work.connection
    mark = mark_of(connection, case)
    log.append(work, Happening.DELETED, mark=mark, about=ground.value)
    its_entries = select(history.c.number).where(history.c.subject == mark)
    for table in (decisions, choices, tasks, ansvarsgrupper, blocked_places):
        connection.execute(delete(table).where(table.c.case_id == case))
    connection.execute(delete(history_contents).where(history_contents.c.number.in_(its_entries)))
    for word, less in ((ROSTER, _roster_text_without), (ROUND, _plan_text_without)):
        _erase_from(work, word, case, less)
    kept_scenarios.forget(connection, case, IN_ITS_PLACE)
    connection.execute(delete(cases).where(cases.c.id == case))


def _erase_from(work: Work, word: str, case: str, less: Callable[[str, str], str]) -> None:
    """Put less in the place of every content that names the case, and write that it is less."""
    table, content = CONTENTS[word]
    named = json.dumps(case, ensure_ascii=False)[1:-1]
    for id_ in work.connection.scalars(select(table.c.id).order_by(table.c.id)).all():
        text = work.connection.scalars(select(content).where(table.c.id == id_)).one()
        if named not in text or (left := less(text, case)) == text:
            continue
        values = {content.name: left, "erased_cases": table.c.erased_cases + 1}
        work.connection.execute(update(table).where(table.c.id == id_).values(values))
        log.append(work, Happening.ERASED, about=seen(word, id_, left))


def _roster_text_without(text: str, case: str) -> str:
    return roster_without(Roster.model_validate_json(text), {case}).model_dump_json()


def _plan_text_without(text: str, case: str) -> str:
    return plan_without(Plan.model_validate_json(text), {case}, IN_ITS_PLACE).to_json()
