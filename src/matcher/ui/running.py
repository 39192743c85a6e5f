"""The round that somebody has asked for, found again from any tab: it goes on unseen."""

from __future__ import annotations

from dataclasses import dataclass, field

from matcher.exchange.imported import Imported
from matcher.services import Apart, Ran, RoundRequest, Services
from matcher.ui.state import Run, Session
from matcher.ui.who import who

WORK = "run_and_keep"
_RUNNING: dict[tuple[str, str], Running] = {}
"""By database and person, for as long as the program runs."""


@dataclass
class Running:
    """What is being run, and how far it has come."""

    request: RoundRequest
    source_name: str
    works: dict[str, Apart] = field(default_factory=dict)
    """Empty when the answer has been taken, or somebody stopped it."""


def begin(services: Services, request: RoundRequest, source_name: str) -> None:
    """Run a round apart, and keep it in the person's name where there is one."""
    person = who()
    text = services.profile_text(request.profile.id)
    work = Apart.begin(services, WORK, request, text, who=person.id if person else None)
    _RUNNING[_keys(services)[0]] = Running(request, source_name, {WORK: work})


def running(services: Services) -> Running | None:
    """The round that this person has asked for; also one begun before they said who they are."""
    return next((_RUNNING[key] for key in _keys(services) if key in _RUNNING), None)


def forget(services: Services) -> None:
    """It is over, and what came of it has been shown."""
    for key in _keys(services):
        _RUNNING.pop(key, None)


def take(now: Session, asked: Running, ran: Ran) -> None:
    """Show the answer in this tab, and the data it stood on where the tab has none."""
    done, before = ran.round, now.run
    facts = (done.plan, done.roster, done.profile, asked.source_name, done.profile_text, done.id)
    if now.imported is None:
        now.profile, now.on = done.profile, done.roster.on
        now.imported = Imported(done.roster, (), 0, None)
    now.run = Run(*facts)
    now.before = before


def _keys(services: Services) -> list[tuple[str, str]]:
    person = who()
    people = [person.id] if person else []
    return [(services.database_url, id_) for id_ in (*people, services.actor.person)]
