"""A database that is locked, full or gone: said in words on every page, and on it goes."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from matcher.domain.history import DeletionGround
from matcher.domain.person import Person
from matcher.domain.task import Task, TaskOwner
from matcher.storage.engine import WRITES, open_engine
from matcher.storage.store import Store
from matcher.ui.state import Session
from tests.storage.databases import PostgreSQL
from tests.ui.deciding import field
from tests.ui.hand_made import HandMade
from tests.ui.pages import kept_round, press, shown, text

STORE_AT = "matcher.storage.store.store_at"
TODAY = date.today()
BUSY, FULL, GONE = "opptatt akkurat nå", "Disken er full", "Får ikke kontakt med databasen"


@contextmanager
def busy(address: str) -> Iterator[None]:
    """Another program holds the database; ours gives up soon."""
    store, other = Store.open(address, wait_s=0.05), open_engine(address)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(STORE_AT, lambda _: store)
        with other.connect().execution_options(**{WRITES: True}) as holder, holder.begin():
            yield
    store.close()
    other.dispose()


@contextmanager
def full(address: str) -> Iterator[None]:
    """The disk has no room for one page more."""
    engine = open_engine(address)

    @event.listens_for(engine, "connect")
    def _small_disk(connection: Any, record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1").close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(STORE_AT, lambda _: Store(engine))
        yield
    engine.dispose()


@contextmanager
def gone(folder: Path) -> Iterator[None]:
    """A server that nobody answers for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(STORE_AT, lambda _: Store.open(f"postgresql://postgres@/tests?host={folder}"))
        yield


@pytest.mark.parametrize(
    ("page", "there"),
    [
        ("overview", "Varsler ("),
        ("tasks", "Ring skolen"),
        ("history", "Skrev oppgave"),
        ("case", "Ikke avgjort ennå"),
        ("round", "Lagrede runder ("),
    ],
)
def test_every_page_says_that_the_database_is_gone_and_is_whole_when_it_is_back(
    hand_made: HandMade, session: Session, anne: Person, tmp_path: Path, page: str, there: str
) -> None:
    hand_made.add_task(a_task(), who=anne.id)
    app = shown(page, hand_made, session, anne, sak="S-001")
    with gone(tmp_path):
        read = text(app.run())
    assert GONE in read
    assert there not in read
    read = text(app.run())
    assert there in read
    assert GONE not in read


def a_task() -> Task:
    return Task(case="S-001", kind="egen", title="Ring skolen", owner=TaskOwner.KE, due=TODAY)


def draft(app: AppTest) -> None:
    field(app, "assessment").set_value("Lang vurdering. " * 2_000)


def lock(app: AppTest) -> None:
    app.selectbox(key="choice who S-001").select("K-02").run()
    app.text_area(key="choice reason S-001").set_value("Avtalt på møtet.")


def group(app: AppTest) -> None:
    app.text_area(key="group S-001 members").set_value("Mor")


def nothing(app: AppTest) -> None:
    """The button alone says it all."""


def new_task(app: AppTest) -> None:
    app.text_input(key="task title").set_value("Ring barnehagen")
    app.selectbox(key="task case").select("S-002").run()


def absence(app: AppTest) -> None:
    app.selectbox(key="absence who").select("K-01").run()
    app.date_input(key="absence first").set_value(TODAY + timedelta(days=7)).run()


def deletion(app: AppTest) -> None:
    app.selectbox(key="deletion case").select("S-001").run()
    app.selectbox(key="deletion ground").select(DeletionGround.MISTAKE)
    app.checkbox(key="deletion sure S-001").check()


Form = tuple[str, Callable[[AppTest], None], str, Callable[[HandMade, str], int]]
FORMS: dict[str, Form] = {
    "draft": ("case", draft, "Lagre utkast", lambda s, who: len(s.decisions(who=who))),
    "choice": ("case", lock, "Lagre valget", lambda s, who: len(s.choices(who=who))),
    "group": ("case", group, "Lagre ansvarsgruppa", lambda s, who: bool(s.group("S-001", who=who))),
    "task": ("tasks", nothing, "Gjort", lambda s, who: 1 - len(s.tasks(who=who))),
    "new task": ("tasks", new_task, "Lagre oppgaven", lambda s, who: len(s.tasks(who=who)) - 1),
    "absence": (
        "overview",
        absence,
        "Registrer fraværet",
        lambda s, who: len(s.absences(who=who)),
    ),
    "deletion": (
        "overview",
        deletion,
        "Slett saken",
        lambda s, who: "S-001" not in s.open_kept_round(1, who=who).roster.case_by_id,
    ),
}

TABS = {"absence": "Fravær", "deletion": "Sletting"}


def keeps_the_text(
    services: HandMade,
    session: Session,
    who: Person,
    form: str,
    fault: AbstractContextManager[None],
    told: str,
) -> None:
    """Told of the fault, nothing half kept; the same button does it when the fault is over."""
    page, fill, button, kept = FORMS[form]
    services.add_task(a_task(), who=who.id)
    app = shown(page, services, session, who, sak="S-001", fane=TABS.get(form, ""))
    fill(app)
    with fault:
        assert told in text(press(app, button))
    assert not kept(services, who.id)
    press(app.run(), button)
    assert told not in text(app)
    assert kept(services, who.id)
    assert services.verify_history() == ()


@pytest.mark.parametrize("form", FORMS)
def test_a_busy_database_costs_no_text_in_any_form(
    hand_made: HandMade, session: Session, anne: Person, form: str
) -> None:
    keeps_the_text(hand_made, session, anne, form, busy(hand_made.database_url), BUSY)


def test_a_full_disk_costs_no_text(hand_made: HandMade, session: Session, anne: Person) -> None:
    keeps_the_text(hand_made, session, anne, "draft", full(hand_made.database_url), FULL)


def test_a_server_that_goes_away_costs_no_text(
    hand_made: HandMade, session: Session, anne: Person, tmp_path: Path
) -> None:
    keeps_the_text(hand_made, session, anne, "choice", gone(tmp_path), GONE)


@pytest.mark.soak
@pytest.mark.parametrize("form", sorted(FORMS.keys() - {"deletion"}))
def test_a_connection_to_postgresql_that_is_lost_costs_no_text_in_any_form(
    hand_made: HandMade, server: PostgreSQL, form: str
) -> None:
    """But a deletion can't be undone: what it takes to be sure, is asked for anew."""
    address = server.new_database()
    services = replace(hand_made, database_url=address)
    anne = services.enter("Anne Lie")
    session = kept_round(services, anne)
    keeps_the_text(services, session, anne, form, server.lost_for(address), GONE)
