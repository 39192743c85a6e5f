"""What a letter stands on, checked before a word is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.finding import Finding
from matcher.domain.frozen import Frozen
from matcher.domain.plan import CasePlan, Plan
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.entitlement import placed_in_round
from matcher.exchange.likeness import closest
from matcher.explain.own_facts import hides_place
from matcher.letters.document import Fact
from matcher.letters.error import LetterError, fault
from matcher.letters.language import Language
from matcher.letters.texts import Texts, texts_of
from matcher.profiles.load import sha256
from matcher.profiles.profile import Profile


class DecidedBy(Frozen):
    """The named person who has decided, and when; with what became another than suggested."""

    by: str = Field(min_length=1)
    on: date
    coordinator: str | None = None
    """Coordinator id; ``None``: the suggested one."""
    stand_in: str | None = None
    """Coordinator id, or a leader's name; ``None``: the suggested one, if the coordinator is."""


@dataclass(frozen=True)
class Ground:
    """A plan, its roster and profile, one case of it, and the texts to write in."""

    plan: Plan
    roster: Roster
    profile: Profile
    told: CasePlan
    case: Case
    coordinator: Coordinator | None
    """The decided one, or else the suggested; ``None``: nobody."""
    decided: DecidedBy | None
    texts: Texts

    @property
    def day(self) -> date:
        """The day of the letter: of the decision, or else of the round."""
        return self.decided.on if self.decided else self.plan.round.date

    @property
    def is_current(self) -> bool:
        """Whether the coordinator is the one the case has."""
        coordinator = self.coordinator
        return coordinator is not None and coordinator.id == self.case.current_coordinator

    @property
    def hides_place(self) -> bool:
        """Whether nothing that locates may be told."""
        return hides_place(self.case, self.coordinator)

    @property
    def role(self) -> str:
        """The role in the words of the letter."""
        return self.texts.say(f"role.{self.told.entitlement.role}")

    def head(self, *more: tuple[str, str]) -> tuple[Fact, ...]:
        """Who writes, when, about which case, and what else the letter says at its head."""
        say = self.texts.say
        sender = f"{self.profile.words.municipality}, {self.texts.common['ke']}"
        rows = (
            ("from", sender),
            *more,
            ("date", self.texts.day(self.day)),
            ("case", self.case.id),
        )
        return tuple(Fact(label=say(f"facts.{key}"), value=value) for key, value in rows)

    def note(self) -> str:
        """Whether this is a suggestion, or who has decided and when."""
        if self.decided is None:
            return self.texts.say("letter.draft" if self.coordinator else "letter.nobody")
        return self.texts.say(
            "letter.decided", by=self.decided.by, date=self.texts.day(self.decided.on)
        )


def ground(
    plan: Plan,
    roster: Roster,
    profile: Profile,
    case: str,
    language: Language | str,
    *,
    decided: DecidedBy | None = None,
    words: Path | None = None,
) -> Ground:
    """The ground of a letter. Raises ``LetterError`` with everything that is wrong with it."""
    told = next((row for row in plan.cases if row.case == case), None)
    found = [
        *_case_faults(case, told, plan, profile),
        *_language_faults(language),
        *_origin_faults(plan, roster, profile),
        *_decision_faults(decided, told, roster),
    ]
    if found or told is None:
        raise LetterError(found)
    chosen = (decided and decided.coordinator) or told.coordinator
    return Ground(
        plan=plan,
        roster=roster,
        profile=profile,
        told=told,
        case=roster.case_by_id[case],
        coordinator=None if chosen is None else roster.coordinator_by_id[chosen],
        decided=decided,
        texts=texts_of(Language(language), profile, words),
    )


def chosen_one(ground: Ground) -> Coordinator:
    """The coordinator; raises ``LetterError`` where nobody is suggested or decided."""
    if ground.coordinator is None:
        raise LetterError(
            [
                fault(
                    "no_coordinator",
                    ground.case.id,
                    f"{ground.case.id} har ingen koordinator i planen, så det er ingen å skrive "
                    "til. Kanskje ser du på saken først: der står det hvorfor.",
                )
            ]
        )
    return ground.coordinator


def _case_faults(
    case: str, told: CasePlan | None, plan: Plan, profile: Profile
) -> Iterator[Finding]:
    if told is None:
        near = closest(case, sorted(row.case for row in plan.cases))
        perhaps = f"Kanskje mente du {near}?" if near else "Kanskje er id-en skrevet feil?"
        yield fault("unknown_case", case, f"Planen har ingen sak som heter {case}. {perhaps}")
    elif told.coordinator is None and not placed_in_round(role := told.entitlement.role, profile):
        owed = "ikke ha koordinator" if role is Role.NONE else f"ha en {role} som andre oppnevner"
        yield fault(
            "outside_round",
            case,
            f"{case} er ikke med i runden: saken skal {owed}. "
            "Kanskje mangler det opplysninger i saken?",
        )


def _language_faults(language: Language | str) -> Iterator[Finding]:
    if language not in tuple(Language):
        yield fault(
            "unknown_language",
            language,
            f"Det finnes ingen brev på «{language}». Kanskje en av disse: nb (bokmål), "
            "nn (nynorsk), en (engelsk)",
        )


def _origin_faults(plan: Plan, roster: Roster, profile: Profile) -> Iterator[Finding]:
    if plan.round.profile_sha256 != sha256(profile):
        yield fault(
            "other_profile",
            profile.id,
            f"Planen er laget med en annen profil enn «{profile.id}» slik den er nå. "
            "Kanskje må runden kjøres på nytt?",
        )
    if plan.round.input_sha256 != roster.sha256:
        yield fault(
            "other_roster",
            plan.round.municipality,
            "Datagrunnlaget er et annet enn det planen er laget av. "
            "Kanskje er det endret, og runden må kjøres på nytt?",
        )


def _decision_faults(
    decided: DecidedBy | None, told: CasePlan | None, roster: Roster
) -> Iterator[Finding]:
    if decided is None or told is None:
        return
    if decided.coordinator is None and told.coordinator is None:
        yield fault(
            "no_coordinator",
            told.case,
            f"{told.case} har ingen koordinator i planen. "
            "Kanskje mangler det hvem som ble bestemt?",
        )
    if decided.coordinator is not None and decided.coordinator not in roster.coordinator_by_id:
        yield fault(
            "unknown_coordinator",
            decided.coordinator,
            f"Datagrunnlaget har ingen koordinator som heter {decided.coordinator}.",
        )
