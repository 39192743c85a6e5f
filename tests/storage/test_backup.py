"""A backup is taken while others write, opens only with its phrase, and comes back whole."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.actor import AccessRole
from matcher.services import BadBackup, Services
from matcher.storage import backup_file
from matcher.storage.access_store import AccessStore
from matcher.storage.backup_file import MAGIC, opened, sealed
from matcher.storage.store import Store, store_at
from tests.cli.running import matcher
from tests.storage.databases import PostgreSQL
from tests.storage.made import Clock, decision, roster, task
from tests.storage.release import dump, fill, fill_doors

PHRASE = "fire helt tilfeldige ord"


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of a guess is tested once; elsewhere it would only be waited for."""
    monkeypatch.setattr(backup_file, "COST", {"n": 2, "r": 8, "p": 1})


@pytest.fixture
def filled(address: str) -> Iterator[AccessStore]:
    store = AccessStore.open(address, clock=Clock())
    fill(store)
    fill_doors(store)
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of the database that is restored into."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ny.db'}"
    server: PostgreSQL = request.getfixturevalue("server")
    return server.new_database()


def test_what_comes_back_is_what_was_there_on_either_database(
    filled: AccessStore, address: str, empty: str, tmp_path: Path
) -> None:
    file = tmp_path / "kopi"
    rows = Services(database_url=address).backup(file, PHRASE)
    assert Services(database_url=empty).restore(file, PHRASE) == (rows, ())
    back = AccessStore.open(empty)
    before, after = in_utc(dump(filled._engine)), in_utc(dump(back._engine))
    assert after.pop("sessions") == after.pop("sign_ins") == [], "everybody logs in anew"
    assert {name: before[name] for name in after} == after
    assert [account.roles for account in back.accounts()] == [(), (AccessRole.LESER,)]

    assert back.save_roster(roster("S-1", "S-9"), who="anne") == 2, "and it goes on from there"
    back.decide(decision("S-9"), seen=0, who="bjorn", new_tasks=[task("S-9")])
    assert back.verify_history() == ()
    back.close()


def in_utc(tables: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    """SQLite keeps moments without their zone, which is always UTC."""
    return {
        name: [
            {key: str(value).removesuffix("+00:00") for key, value in row.items()} for row in rows
        ]
        for name, rows in tables.items()
    }


def test_a_backup_taken_while_others_write_is_one_moment_of_it(
    filled: AccessStore, address: str, tmp_path: Path
) -> None:
    done = threading.Event()

    def write_on() -> None:
        for number in range(100, 400):
            if done.is_set():
                return
            filled.save_roster(roster(f"S-{number}"), who="anne")

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        Services(database_url=address).backup(tmp_path / "kopi", PHRASE)
    finally:
        done.set()
        writer.join()
    new = f"sqlite:///{tmp_path / 'ny.db'}"
    _, faults = Services(database_url=new).restore(tmp_path / "kopi", PHRASE)
    assert faults == ()


def test_a_database_that_is_in_use_is_never_written_over(
    filled: AccessStore, address: str, tmp_path: Path
) -> None:
    services = Services(database_url=address)
    services.backup(tmp_path / "kopi", PHRASE)
    with pytest.raises(BadBackup, match="ikke tom"):
        services.restore(tmp_path / "kopi", PHRASE)
    assert store_at(address).verify_history() == ()


@pytest.fixture(scope="module")
def a_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("kopi")
    address = f"sqlite:///{folder / 'base.db'}"
    store = Store.open(address, clock=Clock())
    fill(store)
    store.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup_file, "COST", {"n": 2, "r": 8, "p": 1})
        Services(database_url=address).backup(folder / "kopi", PHRASE)
    return (folder / "kopi").read_bytes()


def restored(content: bytes, phrase: str, folder: Path) -> None:
    (folder / "kopi").write_bytes(content)
    (folder / "ny.db").unlink(missing_ok=True)
    services = Services(database_url=f"sqlite:///{folder / 'ny.db'}")
    services.restore(folder / "kopi", phrase)


def test_another_phrase_opens_nothing(a_file: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadBackup, match="Passordfrasen er feil"):
        restored(a_file, "en annen lang frase", tmp_path)


def test_nothing_of_the_database_can_be_read_in_the_file(a_file: bytes) -> None:
    assert a_file.startswith(MAGIC)
    for word in ("anne", "Anne Lie", "farsund", "S-1", "Kari", PHRASE):
        assert word.encode() not in a_file


@given(st.data())
def test_a_file_that_was_changed_in_any_place_is_refused(
    a_file: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(a_file) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != a_file[place]))
    changed = a_file[:place] + bytes([other]) + a_file[place + 1 :]
    with pytest.raises(BadBackup):
        restored(changed, PHRASE, tmp_path_factory.mktemp("endret"))


@given(st.data())
def test_a_file_that_was_cut_is_refused(
    a_file: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    cut = a_file[: data.draw(st.integers(0, len(a_file) - 1))]
    with pytest.raises(BadBackup):
        restored(cut, PHRASE, tmp_path_factory.mktemp("kuttet"))


def pieces_of(content: bytes) -> list[bytes]:
    return list(sealed([content], PHRASE))


def test_pieces_cant_be_moved_left_out_or_added(tmp_path: Path) -> None:
    head, first, second, last = pieces_of(b"x" * (2 * backup_file.PIECE_BYTES + 5))
    whole = [head, first, second, last]
    wrong = [
        [head, second, first, last],
        [head, first, last],
        [head, first, second],
        [*whole, last],
    ]
    for number, parts in enumerate([whole, *wrong]):
        file = tmp_path / str(number)
        file.write_bytes(b"".join(parts))
        with file.open("rb") as written:
            if parts is whole:
                assert len(b"".join(opened(written, PHRASE))) == 2 * backup_file.PIECE_BYTES + 5
                continue
            with pytest.raises(BadBackup):
                b"".join(opened(written, PHRASE))


def test_a_head_that_would_tie_up_the_machine_is_refused_before_any_work(tmp_path: Path) -> None:
    file = tmp_path / "kopi"
    file.write_bytes(MAGIC + b'{"salt": "00", "n": 1099511627776, "r": 8, "p": 1}\n' + b"x" * 50)
    with file.open("rb") as written, pytest.raises(BadBackup, match="ødelagt"):
        list(opened(written, PHRASE))


def test_a_weak_phrase_is_refused_and_leaves_no_file(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "kopier"
    folder.mkdir()
    with pytest.raises(BadBackup, match="minst 12 tegn"):
        Services(database_url=address).backup(folder / "kopi", "kort")
    assert list(folder.iterdir()) == []


def test_each_guess_at_the_phrase_costs_what_is_advised(monkeypatch: pytest.MonkeyPatch) -> None:
    """OWASP Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1."""
    monkeypatch.undo()
    head = next(iter(sealed([b""], PHRASE))).removeprefix(MAGIC)
    assert b'"n": 131072, "r": 8, "p": 1' in head


def test_the_commands_take_a_backup_and_put_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrase = tmp_path / "frase"
    phrase.write_text(PHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("MATCHER_DATABASE_URL", f"sqlite:///{tmp_path / 'gammel.db'}")
    given = matcher("give-role", "kari", "leser", "--name", "Kari Nes")
    assert given.code == 0, given.err
    took = matcher("backup", tmp_path / "kopi", "--passphrase-file", phrase)
    assert took.code == 0, took.err
    assert "lest tilbake" in took.out
    again = matcher("backup", tmp_path / "kopi", "--passphrase-file", phrase)
    assert (again.code, "finnes allerede" in again.err) == (1, True)

    monkeypatch.setenv("MATCHER_DATABASE_URL", f"sqlite:///{tmp_path / 'ny.db'}")
    put = matcher("restore", tmp_path / "kopi", "--passphrase-file", phrase)
    assert put.code == 0, put.err
    assert "Historikken er hel" in put.out
    assert "Kari Nes" in matcher("access").out
    missing = matcher("restore", tmp_path / "finnes-ikke", "--passphrase-file", phrase)
    assert (missing.code, "Traceback" in missing.err) == (1, False)
