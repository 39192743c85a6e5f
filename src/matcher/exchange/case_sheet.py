"""One case as it is typed into DIPS Samspill (S151, S155) or SamPro (S168) after the appointment.

What the program doesn't keep, as national identity number and phone, stands as a cell to fill in.
Nobody is listed whom the consent doesn't reach (S011, S012).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decision
from matcher.domain.roster import Roster
from matcher.domain.running_services import running
from matcher.domain.vocabulary import Consent, IndividualPlan, Service
from matcher.domain.wording import listed, written
from matcher.exchange.book import Book
from matcher.profiles.profile import Profile

TO_FILL_IN = "fylles inn"
COLUMNS = {
    "Navn": 28,
    "Rolle": 18,
    "Tjeneste": 28,
    "Fødselsnummer eller HPR-nummer": 32,
    "Mobil": 16,
    "E-post": 28,
}
NO_CONSENT = (
    "Samtykke er ikke notert, så bare koordinator og stedfortreder er ført opp. "
    "Andre legges inn når samtykket er på plass."
)


@dataclass(frozen=True)
class Participant:
    """Somebody who is entered in the tool."""

    name: str
    part: str
    service: str | None


@dataclass(frozen=True)
class CaseSheet:
    """What is typed in of a case: facts with their labels, and who takes part."""

    title: str
    facts: tuple[tuple[str, str], ...]
    participants: tuple[Participant, ...]
    note: str | None

    @property
    def text(self) -> str:
        """As plain text, to have beside the tool."""
        lines = [self.title, ""]
        lines += [f"{label}: {value}" for label, value in self.facts]
        lines += ["", "Deltakere"]
        missing = ", ".join(list(COLUMNS)[3:]).lower()
        lines += [
            f"- {one.name} ({one.part}{f', {one.service}' if one.service else ''}); "
            f"{missing}: {TO_FILL_IN}"
            for one in self.participants
        ]
        return "\n".join([*lines, *(["", self.note] if self.note else [])]) + "\n"

    @property
    def workbook(self) -> bytes:
        """As a spreadsheet."""
        book = Book(self.title)
        page = book.page("Til innlegging")
        page.headings(["Felt", "Verdi"], [36, 60])
        for label, value in self.facts:
            page.row([label, value])
        if self.note:
            page.row(["Merk", self.note])
        people = book.page("Deltakere")
        people.headings(list(COLUMNS), list(COLUMNS.values()))
        for one in self.participants:
            people.row([one.name, one.part, one.service, *[TO_FILL_IN] * 3])
        return book.content()


def case_sheet(
    decision: Decision,
    roster: Roster,
    profile: Profile,
    group: Ansvarsgruppe | None,
    on: date,
) -> CaseSheet:
    """What is typed in of a case that is decided. Its address must not be blocked."""
    case = roster.case_by_id[decision.case]
    tool = profile.words.ip_tool
    shares = case.consent in (Consent.GIVEN, Consent.PARTIAL)
    return CaseSheet(
        title=f"Til innlegging{f' i {tool}' if tool else ''}: {case.id}",
        facts=tuple(_facts(case, decision, roster, profile)),
        participants=tuple(_participants(case, decision, roster, group if shares else None, on)),
        note=None if shares else NO_CONSENT,
    )


def _facts(
    case: Case, decision: Decision, roster: Roster, profile: Profile
) -> Iterator[tuple[str, str]]:
    yield "Opprettes", _created(case, profile)
    yield "Sak", case.id
    yield "Navn og fødselsnummer på tjenestemottaker", TO_FILL_IN
    yield "Koordinator", _name(decision.coordinator, roster)
    yield "Fra", written(decision.starts_on) if decision.starts_on else TO_FILL_IN
    yield "Stedfortreder", _name(decision.stand_in, roster)
    yield "Individuell plan", case.individual_plan or IndividualPlan.UNSETTLED
    yield "Samtykke", _consent(case)
    yield "Samtykket omfatter", listed(case.consent_scope) or "ikke notert"
    yield "Hva er viktig", case.what_matters or "ikke notert"


def _created(case: Case, profile: Profile) -> str:
    """DIPS Samspill has two forms; the simple one where no plan is granted (S152, S153)."""
    if case.individual_plan is IndividualPlan.GRANTED:
        return "Individuell plan"
    has_simple_form = profile.tasks is not None and profile.tasks.enkelt_samspill is not None
    return "Enkelt samspill" if has_simple_form else "Ikke opprettet ennå: planen er ikke innvilget"


def _consent(case: Case) -> str:
    if case.consent is None:
        return "ikke notert"
    return f"{case.consent}, {written(case.consent_date)}" if case.consent_date else case.consent


def _participants(
    case: Case,
    decision: Decision,
    roster: Roster,
    group: Ansvarsgruppe | None,
    on: date,
) -> Iterator[Participant]:
    people = roster.coordinator_by_id
    named = {decision.coordinator, decision.stand_in}
    for who, part in ((decision.coordinator, "koordinator"), (decision.stand_in, "stedfortreder")):
        if who is not None:
            yield Participant(_name(who, roster), part, _service(people.get(who)))
    if case.consent not in (Consent.GIVEN, Consent.PARTIAL):
        return
    for member in group.members if group else ():
        if member.coordinator not in named and _reached(case, member.service):
            yield Participant(member.name, "deltaker", member.service)
    if group is None or not group.members:
        for row in running(case, on):
            if row.contact not in named and _reached(case, row.service):
                yield Participant(_name(row.contact, roster), "deltaker", row.service)
            elif row.contact is None and _reached(case, row.service):
                yield Participant(TO_FILL_IN, "deltaker", row.service)


def _reached(case: Case, service: Service | None) -> bool:
    """Whether the consent reaches a service; one that says nothing of services reaches all."""
    if case.consent is Consent.GIVEN and not case.consent_scope:
        return True
    return service in case.consent_scope


def _service(person: Coordinator | None) -> str | None:
    """Where somebody works, unless their address is blocked."""
    if person is None or person.service is None:
        return None
    return "skjult" if person.has_blocked_address else person.service


def _name(who: str | None, roster: Roster) -> str:
    person = roster.coordinator_by_id.get(who or "")
    return (person.name if person else None) or who or TO_FILL_IN
