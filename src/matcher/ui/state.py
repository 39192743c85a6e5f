"""What one user has chosen and been shown, for as long as the tab is open."""

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from matcher.domain.plan import CasePlan, Plan
from matcher.domain.roster import Roster
from matcher.profiles.profile import Profile
from matcher.services import Imported, Services

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

    @property
    def by_case(self) -> dict[str, CasePlan]:
        """What the plan says of each case."""
        return {case.case: case for case in self.plan.cases}


@dataclass
class Session:
    """The user's choices, the data that was read, and the round that was run."""

    profile: Profile
    on: date = field(default_factory=date.today)
    source: Source | None = None
    imported: Imported | None = None
    run: Run | None = None

    def read(self, services: Services, source: Source) -> None:
        """Read a file as of the day of the round."""
        self.imported = services.import_file(source.name, source.content, self.on)
        self.source = source

    def move_to(self, services: Services, on: date) -> None:
        """Choose another day for the round; the file is read again for that day."""
        if on == self.on:
            return
        self.on = on
        if self.source is not None:
            self.read(services, self.source)

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
