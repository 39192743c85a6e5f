"""A locked, full or lost database while somebody decides: a clear word, and on it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from matcher.services import OpenedRound, Services, StorageUnavailable
from matcher.storage.engine import WRITES, open_engine
from matcher.storage.store import Store
from tests.services.made_rounds import ON, final, kept_round
from tests.storage.databases import PostgreSQL, on_a_full_disk
from tests.storage.made import ANNE


@dataclass(frozen=True)
class On(Services):
    """The services on a store that a test has made."""

    kept: Store | None = None

    @property
    def store(self) -> Store:
        assert self.kept is not None
        return self.kept


def with_a_round(address: str) -> OpenedRound:
    """A database with a person and a round in it."""
    services = On(kept=Store.open(address))
    services.store.save_person(ANNE, who="anne")
    round_ = kept_round(services)
    services.store.close()
    return round_


def goes_on(address: str, round_: OpenedRound) -> None:
    """Nothing is half kept, and the same decision can be made now."""
    services = On(kept=Store.open(address))
    assert services.decisions(who="anne") == ()
    assert services.tasks(who="anne") == ()
    settled = services.settle(round_, final(), seen=0, who="anne", on=ON)
    assert services.tasks(who="anne") != ()
    assert settled.decided.number == 1
    assert services.verify_history() == ()
    services.store.close()


def test_a_database_that_another_holds_is_busy_and_then_free(address: str) -> None:
    round_ = with_a_round(address)
    other, services = open_engine(address), On(kept=Store.open(address, wait_s=0.1))
    with other.connect().execution_options(**{WRITES: True}) as holder, holder.begin():
        if holder.dialect.name == "postgresql":
            holder.execute(text("SELECT * FROM history_head FOR UPDATE"))
        with pytest.raises(StorageUnavailable, match="opptatt"):
            services.settle(round_, final(), seen=0, who="anne", on=ON)
    services.store.close()
    other.dispose()
    goes_on(address, round_)


def test_a_full_disk_keeps_no_half_decision(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'base.db'}"
    round_ = with_a_round(address)
    services = On(kept=Store(on_a_full_disk(address)))
    long = final(reason="Familien kjenner henne. " * 2_000)
    with pytest.raises(StorageUnavailable, match="Disken er full"):
        services.settle(round_, long, seen=0, who="anne", on=ON)
    services.store.close()
    goes_on(address, round_)


def test_a_connection_that_is_lost_while_deciding_keeps_no_half_decision(
    server: PostgreSQL,
) -> None:
    address = server.new_database()
    round_ = with_a_round(address)
    hangs_up = [False]

    def clock() -> datetime:
        """Looked at in the middle of every piece of work."""
        if hangs_up[0]:
            server.hang_up_on(address)
        return datetime.now(UTC)

    services = On(kept=Store.open(address, clock=clock))
    services.desk(round_, "S-1", who="anne", on=ON)
    hangs_up[0] = True
    with pytest.raises(StorageUnavailable, match="kontakt med databasen"):
        services.settle(round_, final(), seen=0, who="anne", on=ON)
    services.store.close()
    goes_on(address, round_)
