"""The store: every way in to what lasts. Each method is one piece of work, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.decision import Decided, Decision
from matcher.domain.finding import Finding
from matcher.domain.history import DeletionGround, Head, HistoryLine
from matcher.domain.kept import KeptRoster, KeptRound, RosterLine, RoundLine
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.person import Person
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.domain.standing_choice import StandingChoice
from matcher.domain.task import Task
from matcher.storage import (
    absences,
    ansvarsgrupper,
    choices,
    decisions,
    erasing,
    history,
    people,
    retention,
    rosters,
    rounds,
    tasks,
)
from matcher.storage.chain import unreadable, verify
from matcher.storage.faults import told_plainly
from matcher.storage.kept_whole import ROSTER, ROUND, faults_of_kept
from matcher.storage.marks import mark_of
from matcher.storage.scenario_store import ScenarioStore
from matcher.storage.work import Work

MakesTasks = Callable[[tuple[Task, ...]], Iterable[Task]]
"""Told a case's tasks as they are; gives those that are to be written."""


class Store(ScenarioStore):
    """Rosters, rounds, decisions, tasks and the history, in SQLite or PostgreSQL.

    ``who`` is a person's id everywhere. Every method raises ``StorageUnavailable`` where the
    database can't be used right now; the next call tries anew.
    """

    # People

    def save_person(self, person: Person, *, who: str) -> Person:
        """Keep a person; the very first one enters themself. Raises ``Stale`` and ``NotKept``."""
        with self._writing() as connection:
            if not (who == person.id and people.is_first(connection)):
                people.name(connection, who)
            return people.save(Work(connection, who, self._clock()), person)

    def people(self) -> tuple[Person, ...]:
        """Everybody who uses the program or has used it, by id."""
        with self._reading() as connection:
            return people.every(connection)

    # Rosters and rounds

    def save_roster(self, roster: Roster, *, who: str, file_name: str | None = None) -> int:
        """Keep an imported roster and give its id; the same one again keeps its id."""
        with self._working(who) as work:
            return rosters.save(work, roster, file_name)

    def rosters(self) -> tuple[RosterLine, ...]:
        """A line for every roster, newest first."""
        with self._reading() as connection:
            return rosters.lines(connection)

    def roster(self, id_: int, *, who: str) -> KeptRoster:
        """A roster; the reading is written down. Raises ``NotKept``."""
        with self._looking(who, about=f"{ROSTER} {id_}") as connection:
            return rosters.one(connection, id_)

    def save_round(
        self,
        plan: Plan,
        *,
        roster_id: int,
        profile_text: str,
        who: str,
        effort: float | None = None,
    ) -> int:
        """Keep a round and give its id. Raises ``NotKept`` where the roster isn't kept."""
        with self._working(who) as work:
            return rounds.save(
                work, plan, roster_id=roster_id, profile_text=profile_text, effort=effort
            )

    def rounds(self) -> tuple[RoundLine, ...]:
        """A line for every round, newest first."""
        with self._reading() as connection:
            return rounds.lines(connection)

    def round(self, id_: int, *, who: str) -> KeptRound:
        """A round with all it stood on; the reading is written down. Raises ``NotKept``."""
        with self._looking(who, about=f"{ROUND} {id_}") as connection:
            return rounds.one(connection, id_)

    # Decisions, locks and bans, tasks

    def decide(
        self, decision: Decision, *, seen: int, who: str, new_tasks: Iterable[Task] = ()
    ) -> Decided:
        """Write a decision and the tasks it makes, together or not at all.

        ``seen`` is the number of the decision that the person has seen, 0 for none. Raises
        ``Stale`` where another was written meanwhile, ``NotKept`` for an unknown case.
        """
        with self._working(who) as work:
            decided = decisions.decide(work, decision, seen=seen)
            for task in new_tasks:
                tasks.save(work, task)
            return decided

    def decide_and(
        self, decision: Decision, *, seen: int, who: str, makes: MakesTasks
    ) -> tuple[Decided, tuple[Task, ...]]:
        """Decide, and write the tasks that follow from how the case's tasks are at that moment.

        ``makes`` is asked while nobody else writes. Raises as ``decide``.
        """
        with self._working(who) as work:
            decided = decisions.decide(work, decision, seen=seen)
            return decided, _made(work, decision.case, makes)

    def decisions(self, *, who: str) -> tuple[Decided, ...]:
        """The last decision of every case; the reading is written down."""
        with self._looking(who, about="avgjørelser") as connection:
            return decisions.every_current(connection)

    def final_decisions(self, *, who: str) -> tuple[Decided, ...]:
        """Every final decision, by case and number; the reading is written down."""
        with self._looking(who, about="avgjørelser") as connection:
            return decisions.every_final(connection)

    def decision_of(self, case: str, *, who: str) -> Decided | None:
        """The last decision of a case, if there is one; the reading is written down."""
        with self._looking(who, case=case) as connection:
            return decisions.current(connection, case)

    def decisions_of(self, case: str, *, who: str) -> tuple[Decided, ...]:
        """Every decision of a case, the first one first; the reading is written down."""
        with self._looking(who, case=case) as connection:
            return decisions.of_case(connection, case)

    def save_choice(self, choice: StandingChoice, *, who: str) -> StandingChoice:
        """Lock, ban or prefer a pair, or change its reason. Raises ``Stale`` and ``NotKept``."""
        with self._working(who) as work:
            return choices.save(work, choice)

    def withdraw_choice(self, choice: StandingChoice, *, who: str, reason: str | None) -> None:
        """Take a lock, ban or preference away. Raises ``Stale`` and ``NotKept``."""
        with self._working(who) as work:
            choices.withdraw(work, choice, reason=reason)

    def choices(self, *, who: str) -> tuple[StandingChoice, ...]:
        """Every lock, ban and preference that stands; the reading is written down."""
        with self._looking(who, about="låser og sperringer") as connection:
            return choices.every(connection)

    def save_task(self, task: Task, *, who: str) -> Task:
        """Keep a task, new or changed. Raises ``Stale`` and ``NotKept``."""
        with self._working(who) as work:
            return tasks.save(work, task)

    def save_task_and(self, task: Task, *, who: str, makes: MakesTasks) -> tuple[Task, ...]:
        """Keep a task and those that follow from it, that one first, all of them or none.

        ``makes`` is asked as in ``decide_and``. Raises ``Stale`` and ``NotKept``.
        """
        with self._working(who) as work:
            return (tasks.save(work, task), *_made(work, task.case, makes))

    def tasks(self, *, who: str) -> tuple[Task, ...]:
        """Every task by due day; the reading is written down."""
        with self._looking(who, about="oppgaver") as connection:
            return tasks.every(connection)

    def tasks_of(self, case: str, *, who: str) -> tuple[Task, ...]:
        """The tasks of a case by due day; the reading is written down."""
        with self._looking(who, case=case) as connection:
            return tasks.every(connection, case=case)

    # Absences and ansvarsgrupper

    def save_absence(self, absence: KeptAbsence, *, who: str) -> KeptAbsence:
        """Register an absence, or change one. Raises ``Stale`` and ``NotKept``."""
        with self._working(who) as work:
            return absences.save(work, absence)

    def remove_absence(self, absence: KeptAbsence, *, who: str) -> None:
        """Take a registered absence away. Raises ``Stale`` and ``NotKept``."""
        with self._working(who) as work:
            absences.remove(work, absence)

    def absences(self, *, who: str) -> tuple[KeptAbsence, ...]:
        """Every registered absence; the reading is written down."""
        with self._looking(who, about="fravær") as connection:
            return absences.every(connection)

    def save_group(self, group: Ansvarsgruppe, *, who: str) -> Ansvarsgruppe:
        """Keep the ansvarsgruppe of a case. Raises ``Stale`` and ``NotKept``."""
        with self._working(who) as work:
            return ansvarsgrupper.save(work, group)

    def groups(self, *, who: str) -> tuple[Ansvarsgruppe, ...]:
        """Every ansvarsgruppe, by case; the reading is written down."""
        with self._looking(who, about="ansvarsgrupper") as connection:
            return ansvarsgrupper.every(connection)

    def group_of(self, case: str, *, who: str) -> Ansvarsgruppe | None:
        """The ansvarsgruppe of a case, if there is one; the reading is written down."""
        with self._looking(who, case=case) as connection:
            return ansvarsgrupper.of_case(connection, case)

    # History

    def note_reading(self, case: str, *, who: str) -> None:
        """Write that somebody looked at a case. Raises ``NotKept``."""
        with self._looking(who, case=case):
            pass

    def history(self, *, who: str, at_most: int = 500) -> tuple[HistoryLine, ...]:
        """The newest entries first; the reading is written down."""
        with self._looking(who, about="historikk") as connection:
            return history.lines(connection, at_most=at_most)

    def history_of(self, case: str, *, who: str) -> tuple[HistoryLine, ...]:
        """Every entry of a case, newest first; the reading is written down."""
        with self._looking(who, case=case) as connection:
            return history.lines(connection, mark=mark_of(connection, case), at_most=10_000)

    def head(self) -> Head | None:
        """Where the history ends: to be written down outside the database now and then."""
        with self._reading() as connection:
            return history.head(connection)

    def verify_history(self, noted: Head | None = None) -> tuple[Finding, ...]:
        """Every fault of the history, and of rosters and rounds held against it."""
        with self._reading() as connection:
            try:
                entries = tuple(history.entries(connection))
            except ValueError:
                return (unreadable(),)
            return (
                *verify(entries, history.head(connection), noted),
                *faults_of_kept(connection, entries),
            )

    # Keeping and deleting

    def last_uses(self, *, who: str) -> dict[str, date]:
        """The day each case was last used; the reading is written down."""
        with self._looking(who, about="oppbevaring") as connection:
            return retention.last_uses(connection)

    def delete_case(self, case: str, *, ground: DeletionGround, who: str) -> None:
        """Erase a case everywhere; a mark stays in the history. Raises ``NotKept``."""
        with self._working(who) as work:
            erasing.delete_case(work, case, ground)
        self._empty_the_log()

    def _empty_the_log(self) -> None:
        """SQLite's write-ahead log still holds what was deleted, until it is emptied."""
        if self._engine.dialect.name == "sqlite":
            with told_plainly(), self._engine.connect() as connection:
                driver = connection.connection.driver_connection
                if driver is not None:
                    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _made(work: Work, case: str, makes: MakesTasks) -> tuple[Task, ...]:
    kept = tasks.every(work.connection, case=case)
    return tuple(tasks.save(work, task) for task in makes(kept))


@cache
def store_at(address: str) -> Store:
    """The program's one store at an address, so that everybody in it waits in the same line."""
    return Store.open(address)
