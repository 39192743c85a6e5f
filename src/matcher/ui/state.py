"""What one user has chosen and been shown, for as long as the tab is open."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import streamlit as st

from matcher.domain.plan import CasePlan, Plan
from matcher.domain.roster import Roster
from matcher.profiles.profile import Profile
from matcher.services import Imported, OpenedRound, Services
from matcher.ui.edits import Edits
from matcher.ui.texts import say

_KEY = "session"


@dataclass(frozen=True)
class Source:
    """The file the data came from."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Run:
    """A round that was run, with what it stood on."""

    plan: Plan
    roster: Roster
    profile: Profile
    source_name: str
    profile_text: str = ""
    id: int | None = None
    """Its number where it is kept; ``None`` before that."""
    erased_cases: int = 0
    """How many cases have been deleted from it since it was run."""

    @classmethod
    def of(cls, opened: OpenedRound) -> "Run":
        """A round that is kept."""
        name = say("kept.round", id=opened.id)
        facts = (opened.plan, opened.roster, opened.profile, name, opened.profile_text, opened.id)
        return cls(*facts, erased_cases=opened.erased_cases)

    @property
    def opened(self) -> OpenedRound:
        """The round as the services take it."""
        return OpenedRound(
            self.plan, self.roster, self.profile, self.profile_text, self.id, self.erased_cases
        )

    @cached_property
    def by_case(self) -> dict[str, CasePlan]:
        """What the plan says of each case."""
        return {case.case: case for case in self.plan.cases}

    def rule_title(self, case: str, rule: str) -> str:
        """What a rule that stops somebody in a case is called; its id where it stops nobody."""
        refused = self.by_case[case].refused
        titles = (each.title for one in refused for each in one.rules if each.id == rule)
        return next(titles, rule)


@dataclass
class Session:
    """The user's choices, the data that was read, and the round that was run."""

    profile: Profile
    on: date = field(default_factory=date.today)
    source: Source | None = None
    imported: Imported | None = None
    edits: Edits | None = None
    """What was changed here since; ``None`` until the user asks to change something."""
    run: Run | None = None
    before: Run | None = None
    """The round that was on the page before this one was run."""

    def read(self, services: Services, source: Source) -> None:
        """Read a file as of the day of the round."""
        self.imported = services.import_file(source.name, source.content, self.on)
        self.source, self.edits = source, None

    def begin_editing(self, services: Services) -> None:
        """Make the rows changeable; nothing happens where the file can't be opened at all."""
        tables = None
        if self.source is not None:
            tables = services.editable_file(self.source.content)
        elif self.imported is not None:
            tables = services.editable_roster(self.imported.roster)
        self.edits = None if tables is None else Edits(tables)

    def read_edits(self, services: Services) -> Imported:
        """Read the data as it was changed here. Raises ``ValueError`` where nothing was."""
        if self.edits is None:
            raise ValueError("nothing has been changed")
        self.imported = services.import_tables(self.edits.tables, self.on)
        return self.imported

    def move_to(self, services: Services, on: date) -> None:
        """Choose another day for the round; the file is read again for that day."""
        if on == self.on:
            return
        self.on = on
        if self.edits is not None:
            self.read_edits(services)
        elif self.source is not None:
            self.read(services, self.source)

    def open(self, opened: OpenedRound) -> None:
        """Go back to a round that is kept, and to the data it stood on."""
        self.profile, self.on, self.source = opened.profile, opened.roster.on, None
        self.imported, self.edits = Imported(opened.roster, (), 0, None), None
        self.run = Run.of(opened)

    @property
    def has_cases(self) -> bool:
        """Whether there is something to run a round on."""
        return self.imported is not None and bool(self.imported.roster.cases)

    @property
    def is_outdated(self) -> bool:
        """Whether data, municipality or day have changed since the round was run."""
        if self.run is None or self.imported is None:
            return False
        before = (self.run.roster.sha256, self.run.profile)
        return before != (self.imported.roster.sha256, self.profile)


def session(services: Services) -> Session:
    """The session of the user who looks at the page."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session(profile=services.profiles()[0])
    kept: Session = st.session_state[_KEY]
    return kept
