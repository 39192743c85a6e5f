"""Scenarios saved with a round. They name staff, and no case but one that a title names."""

from __future__ import annotations

import json
import re

from sqlalchemy import Connection, delete, insert, select, update

from matcher.domain.history import Happening
from matcher.domain.kept_scenario import KeptScenario
from matcher.storage import history
from matcher.storage.errors import NotKept
from matcher.storage.tables import kept_scenarios, people, rounds
from matcher.storage.work import Work


def save(work: Work, round_id: int, title: str, content: str, says: tuple[str, ...]) -> int:
    """Save a scenario with a round and give its id. Raises ``NotKept`` for another round."""
    if work.connection.scalar(select(rounds.c.id).where(rounds.c.id == round_id)) is None:
        raise NotKept(f"Runde {round_id}")
    values = {
        "round_id": round_id,
        "title": title,
        "content": content,
        "says": json.dumps(says, ensure_ascii=False),
        "saved_at": work.at,
        "saved_by": work.who,
    }
    added = insert(kept_scenarios).values(values).returning(kept_scenarios.c.id)
    id_ = int(work.connection.execute(added).scalar_one())
    history.append(work, Happening.SAVED_SCENARIO, about=_about(id_, round_id))
    return id_


def remove(work: Work, id_: int) -> None:
    """Take a scenario away. Raises ``NotKept`` where it is gone already."""
    its_round = select(kept_scenarios.c.round_id).where(kept_scenarios.c.id == id_)
    round_id = work.connection.scalar(its_round)
    if round_id is None:
        raise NotKept(f"Scenario {id_}")
    work.connection.execute(delete(kept_scenarios).where(kept_scenarios.c.id == id_))
    history.append(work, Happening.REMOVED_SCENARIO, about=_about(id_, round_id))


def of_round(connection: Connection, round_id: int) -> tuple[KeptScenario, ...]:
    """The scenarios of a round, the first saved first."""
    query = (
        select(kept_scenarios, people.c.name)
        .join(people, people.c.id == kept_scenarios.c.saved_by)
        .where(kept_scenarios.c.round_id == round_id)
        .order_by(kept_scenarios.c.id)
    )
    return tuple(
        KeptScenario(
            id=row["id"],
            round_id=row["round_id"],
            title=row["title"],
            content=row["content"],
            says=tuple(json.loads(row["says"])),
            saved_at=row["saved_at"],
            saved_by=row["name"],
        )
        for row in connection.execute(query).mappings()
    )


def forget(connection: Connection, case: str, in_its_place: str) -> None:
    """Take a deleted case out of the titles that name it."""
    whole_word = re.compile(rf"(?<![\w-]){re.escape(case)}(?![\w-])")
    for id_, title in connection.execute(select(kept_scenarios.c.id, kept_scenarios.c.title)).all():
        without = whole_word.sub(in_its_place, title)
        if without != title:
            its = update(kept_scenarios).where(kept_scenarios.c.id == id_)
            connection.execute(its.values(title=without))


def _about(id_: int, round_id: int) -> str:
    return f"scenario {id_} til runde {round_id}"
