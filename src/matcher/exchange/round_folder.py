"""The folder of a round: what was answered, beside what it was answered from.

``matcher round`` writes it, and the commands that ask a round anything afterwards open it. The
roster and the profile lie in it as they were, so a folder can be asked wherever it is moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from typing_extensions import override

from matcher.domain.choice import Choice
from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.exchange.plan_writing import write_plan
from matcher.exchange.reading import read
from matcher.exchange.roster_writing import write_roster
from matcher.profiles.load import ProfileError, parse, sha256
from matcher.profiles.profile import Profile

PLAN, PLAN_BOOK = "plan.json", "plan.xlsx"
ROSTER, PROFILE = "grunnlag.xlsx", "profil.toml"
REJECTED = "avvist.xlsx"

LARGEST_BYTES = 400_000_000
"""Of one file; the plan of a round of 300 cases and 80 coordinators is some 20 million."""
MOST_PLACES = 5
"""So many places in a broken plan are named."""


class UnusableRound(Exception):
    """A folder that can't be used as a round. ``findings`` holds every fault."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))

    @override
    def __reduce__(self) -> tuple[type[UnusableRound], tuple[tuple[Finding, ...]]]:
        """Made again from its findings, where it comes from another process."""
        return type(self), (self.findings,)


@dataclass(frozen=True)
class OpenedRound:
    """A round as it was run: the answer, and all that it stood on."""

    plan: Plan
    roster: Roster
    profile: Profile
    profile_text: str
    id: int | None = None
    """Its number where it is kept in the database; ``None`` for a folder."""
    erased_cases: int = 0
    """How many cases have been deleted from it since; then it can't be run again."""

    @property
    def locks(self) -> tuple[Choice, ...]:
        """The pairs that KE had locked."""
        return self.plan.round.locks

    @property
    def bans(self) -> tuple[Choice, ...]:
        """The pairs that KE had banned."""
        return self.plan.round.bans


def round_files(
    plan: Plan, roster: Roster, profile_text: str, rejected: bytes | None = None
) -> dict[str, bytes | None]:
    """The files of a round by name; ``None`` for one that this round doesn't have.

    The plan comes last, so that a folder is never left with a new plan beside an old roster.
    """
    return {
        ROSTER: write_roster(roster),
        PROFILE: profile_text.encode(),
        PLAN_BOOK: write_plan(plan, roster),
        REJECTED: rejected,
        PLAN: plan.to_json().encode(),
    }


def open_round(folder: Path) -> OpenedRound:
    """Open the folder of a round, and make sure that its parts belong together.

    Raises ``UnusableRound`` with every fault: no such folder, a file that is missing or broken,
    a roster that was changed, or another profile than the plan was made with.
    """
    if not folder.is_dir():
        raise UnusableRound(
            [
                _fault(
                    "round_missing",
                    str(folder),
                    f"Mappa {folder} finnes ikke. Kanskje er stien skrevet feil, eller runden "
                    "ikke kjørt ennå?",
                )
            ]
        )
    faults: list[Finding] = []
    files = {name: _content(folder, name, faults) for name in (PLAN, ROSTER, PROFILE)}
    plan = _plan(files[PLAN], faults)
    profile_text, profile = _profile(files[PROFILE], faults)
    roster = _roster(files[ROSTER], plan, faults)
    if plan and roster and roster.sha256 != plan.round.input_sha256:
        faults.append(_changed(ROSTER, "Datagrunnlaget er et annet enn det planen ble laget av"))
    if plan and profile and sha256(profile) != plan.round.profile_sha256:
        faults.append(_changed(PROFILE, "Profilen er en annen enn den planen ble laget med"))
    if faults or plan is None or roster is None or profile is None:
        raise UnusableRound(faults)
    return OpenedRound(plan, roster, profile, profile_text)


def _content(folder: Path, name: str, faults: list[Finding]) -> bytes | None:
    path = folder / name
    try:
        if path.stat().st_size > LARGEST_BYTES:
            faults.append(_fault("file_too_large", name, f"{name} er for stor til å leses."))
            return None
        return path.read_bytes()
    except FileNotFoundError:
        text = f"{name} mangler i mappa {folder}. Kanskje kan runden kjøres på nytt?"
        faults.append(_fault("file_missing", name, text))
    except OSError:
        text = f"{name} kan ikke leses. Kanskje er fila åpen i et annet program, eller låst?"
        faults.append(_fault("file_unreadable", name, text))
    return None


def _plan(content: bytes | None, faults: list[Finding]) -> Plan | None:
    if content is None:
        return None
    try:
        return Plan.model_validate_json(content)
    except ValidationError as broken:
        places = [".".join(map(str, e["loc"])) for e in broken.errors(include_url=False)]
        named = sorted({place for place in places if place})[:MOST_PLACES]
        where = f" Det er feil ved {', '.join(named)}." if named else ""
        text = (
            f"{PLAN} er ikke en plan slik programmet skriver den.{where} "
            "Kanskje er fila endret eller bare delvis kopiert?"
        )
        faults.append(_fault("plan_broken", PLAN, text))
        return None


def _profile(content: bytes | None, faults: list[Finding]) -> tuple[str, Profile | None]:
    if content is None:
        return "", None
    try:
        text = content.decode()
        return text, parse(text, PROFILE)
    except UnicodeDecodeError:
        wrong = f"{PROFILE} er ikke tekst i UTF-8. Kanskje er den lagret på nytt på en annen måte?"
        faults.append(_fault("profile_unreadable", PROFILE, wrong))
    except ProfileError as broken:
        faults += broken.findings
    return "", None


def _roster(content: bytes | None, plan: Plan | None, faults: list[Finding]) -> Roster | None:
    """The roster on the day of the round; without a plan the day isn't known."""
    if content is None or plan is None:
        return None
    imported = read(ROSTER, content, plan.round.date)
    errors = [found for found in imported.findings if found.severity is Severity.ERROR]
    faults += errors
    return None if errors else imported.roster


def _changed(name: str, what: str) -> Finding:
    text = (
        f"{what}: {name} er endret etter at runden ble kjørt. "
        "Kanskje kan runden kjøres på nytt med de nye opplysningene?"
    )
    return _fault("round_changed", name, text)


def _fault(code: str, subject: str, message: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, subject=subject, message=message)
