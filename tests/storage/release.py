"""A filled database as each version of the tables left it: written once, at its release.

``python -m tests.storage.release`` writes the file of the newest version, where there is none.
"""

from __future__ import annotations

import base64
import json
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, Table, insert, select, text, update

from matcher.domain.actor import AccessRole
from matcher.domain.history import DeletionGround
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.session import Identity, Lasting, SignIn
from matcher.domain.sight import Sight, SightOf
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.storage.access_store import AccessStore
from matcher.storage.engine import open_engine
from matcher.storage.migrate import VERSION_TABLE, migrate, versions
from matcher.storage.store import Store
from tests.storage.made import (
    ANNE,
    BJORN,
    ON,
    PROFILE_TEXT,
    Clock,
    decision,
    group,
    plan,
    roster,
    task,
)

FOLDER = Path(__file__).parent / "released"


def fill(store: Store) -> None:
    """One of everything, and a deleted case."""
    store.save_person(ANNE, who="anne")
    store.save_person(BJORN, who="anne")
    made = roster("S-1", "S-2", "S-3", matters="Ett nummer å ringe – hele døgnet")
    roster_id = store.save_roster(made, who="anne", file_name="november.xlsx")
    store.save_round(plan(made), roster_id=roster_id, profile_text=PROFILE_TEXT, who="bjorn")
    for case in ("S-1", "S-3"):
        store.decide(decision(case), seen=0, who="anne", new_tasks=[task(case)])
    lock = StandingChoice(kind=ChoiceKind.LOCK, case="S-2", coordinator="K-1", reason="Kjent")
    store.save_choice(lock, who="bjorn")
    store.save_absence(KeptAbsence(coordinator="K-1", first_day=ON), who="anne")
    for case in ("S-1", "S-3"):
        store.save_group(group(case), who="anne")
    tried = 'title = "-"\n\n[[change]]\nkind = "leaves"\ncoordinator = "K-1"\n'
    for title in ("Kari slutter", "S-3 og Kari"):
        store.save_scenario(1, title, tried, ("2 saker mister koordinatoren sin.",), who="anne")
    store.decisions_of("S-1", who="bjorn")
    store.delete_case("S-3", ground=DeletionGround.ASKED_FOR, who="anne")


def fill_doors(store: AccessStore) -> None:
    """A role that was given, somebody who is logged in, and a log-in on its way."""
    store.give_role("bjorn", AccessRole.LESER, who="anne")
    store.give_sight("bjorn", Sight(of=SightOf.UNIT, which="Helsestasjonen"), who="anne")
    store.keep_place("S-1", "forseglet", who="anne")
    store.begin_session(Identity(person="bjorn", name="Bjørn Dahl"), Lasting())
    store.begin_sign_in(SignIn(state="s" * 43, nonce="n" * 43, verifier="v" * 48))


def dump(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, as JSON can hold it."""
    with engine.connect() as connection:
        return {
            table.name: [
                {name: _plain(value) for name, value in row._mapping.items()}
                for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in _tables(engine)
        }


def load(engine: Engine, version: str) -> None:
    """Make the tables of a version, and put its rows into them."""
    rows = json.loads((FOLDER / f"{version}.json").read_text(encoding="utf-8"))
    migrate(engine, to=version)
    tables = {table.name: table for table in _tables(engine)}
    head = tables.pop("history_head")
    with engine.begin() as connection:
        for table in tables.values():
            if rows[table.name]:
                connection.execute(insert(table), [_typed(table, row) for row in rows[table.name]])
        for entry in rows["history"]:
            end = {"number": entry["number"], "sha256": entry["sha256"]}
            connection.execute(update(head).values(end))
        if engine.dialect.name == "postgresql":
            counted = {"rosters", "rounds", "tasks", "absences", "kept_scenarios"} & tables.keys()
            for name in sorted(counted):
                sequence = f"pg_get_serial_sequence('{name}', 'id')"
                connection.execute(text(f"SELECT setval({sequence}, max(id)) FROM {name}"))


def _tables(engine: Engine) -> list[Table]:
    """The tables as they are in the database, whatever the program thinks of them now."""
    metadata = MetaData()
    metadata.reflect(engine)
    return [table for table in metadata.sorted_tables if table.name != VERSION_TABLE]


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(table: Table, row: dict[str, Any]) -> dict[str, object]:
    return {name: _as(table.c[name].type.python_type, value) for name, value in row.items()}


def _as(kind: type, value: Any) -> object:
    if value is None:
        return None
    if kind is bytes:
        return base64.b64decode(value)
    return kind.fromisoformat(value) if kind in (date, datetime) else kind(value)


def main() -> None:
    """Write the file of the newest version."""
    file = FOLDER / f"{versions()[-1]}.json"
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/base.db"
        store = AccessStore.open(address, clock=Clock())
        fill(store)
        fill_doors(store)
        store.close()
        engine = open_engine(address)
        with file.open("x", encoding="utf-8") as out:
            json.dump(dump(engine), out, ensure_ascii=False, indent=1, sort_keys=True)
            out.write("\n")
        engine.dispose()


if __name__ == "__main__":
    main()
