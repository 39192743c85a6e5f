"""What is typed into another system is what was decided, and no more than the consent reaches."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from matcher.domain.ansvarsgruppe import Ansvarsgruppe, Member
from matcher.domain.decision import Decision, Outcome
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock, Consent, IndividualPlan, Service
from matcher.services import NotInPlace, NotKept, OpenedRound, Services
from tests.services.made_rounds import BEFORE, ON, ROSTER, UNITS, case, final, kept_round


def decided_round(services: Services, profile: str = "rakkestad", **facts: object) -> OpenedRound:
    """A round with one case that is decided."""
    roster = Roster.of(ON, [case("S-1", **facts)], ROSTER.coordinators, UNITS)
    round_ = kept_round(services, profile, roster=roster)
    services.settle(round_, final(starts_on=date(2026, 12, 1)), seen=0, who="anne", on=ON)
    return round_


def cells(content: bytes, sheet: int = 0) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(content))
    return list(book.worksheets[sheet].iter_rows(values_only=True))


def test_a_decided_case_is_ready_to_be_typed_in(services: Services) -> None:
    round_ = decided_round(services, what_matters="Én å ringe.")
    sheet = services.case_sheet(round_, "S-1", who="anne", on=ON)
    assert sheet.title == "Til innlegging i SamPro: S-1"
    facts = dict(sheet.facts)
    assert facts["Koordinator"] == "Kari Nes"
    assert facts["Stedfortreder"] == "Siv Moen"
    assert facts["Fra"] == "01.12.2026"
    assert facts["Opprettes"] == "Individuell plan"
    assert facts["Hva er viktig"] == "Én å ringe."
    assert "Koordinator: Kari Nes" in sheet.text
    assert cells(sheet.workbook)[1:] == list(sheet.facts)
    people = cells(sheet.workbook, 1)
    assert people[1] == ("Kari Nes", "koordinator", "helsestasjon", *["fylles inn"] * 3)


def test_only_those_whom_the_consent_reaches_are_listed(services: Services) -> None:
    round_ = decided_round(services, consent_scope=(Service.MENTAL_HEALTH,))
    sheet = services.case_sheet(round_, "S-1", who="anne", on=ON)
    listed = [(one.name, one.part) for one in sheet.participants]
    assert listed == [
        ("Kari Nes", "koordinator"),
        ("Siv Moen", "stedfortreder"),
        ("Ola Vik", "deltaker"),
    ]


def test_a_group_that_is_written_down_is_listed_instead_of_the_services(
    services: Services,
) -> None:
    round_ = decided_round(services, consent_scope=(Service.SCHOOL,))
    members = (
        Member(name="Rektor Berg", service=Service.SCHOOL),
        Member(name="Lege Dahl", service=Service.GP),
    )
    services.save_group(Ansvarsgruppe(case="S-1", consent_on=BEFORE, members=members), who="anne")
    sheet = services.case_sheet(round_, "S-1", who="anne", on=ON)
    assert [one.name for one in sheet.participants][2:] == ["Rektor Berg"]


def test_without_consent_nobody_else_is_listed_and_it_is_said(services: Services) -> None:
    round_ = decided_round(services, consent=Consent.REFUSED)
    sheet = services.case_sheet(round_, "S-1", who="anne", on=ON)
    assert [one.part for one in sheet.participants] == ["koordinator", "stedfortreder"]
    assert "Samtykke er ikke notert" in sheet.text


def test_the_simple_form_is_used_where_no_plan_is_granted(services: Services) -> None:
    round_ = decided_round(services, "rakkestad", individual_plan=IndividualPlan.DECLINED)
    sheet = services.case_sheet(round_, "S-1", who="anne", on=ON)
    assert dict(sheet.facts)["Opprettes"].startswith("Ikke opprettet ennå")
    in_as = OpenedRound(
        round_.plan, round_.roster, services.profile("as"), round_.profile_text, id=round_.id
    )
    simple = services.case_sheet(in_as, "S-1", who="anne", on=ON)
    assert dict(simple.facts)["Opprettes"] == "Enkelt samspill"
    assert "DIPS Samspill" in simple.title


def test_a_case_with_a_blocked_address_does_not_leave_the_program(services: Services) -> None:
    round_ = decided_round(services, address_block=AddressBlock.CONFIDENTIAL)
    with pytest.raises(NotInPlace, match="adressesperre"):
        services.case_sheet(round_, "S-1", who="anne", on=ON)
    tasks = services.tasks(who="anne")
    assert tasks
    assert b"BEGIN:VEVENT" not in services.task_calendar(tasks, round_.roster, who="anne")
    rows = cells(services.task_workbook(tasks, round_.roster, who="anne"))
    told = f"{len(tasks)} oppgaver er utelatt på grunn av adressesperre."
    assert [row[3] for row in rows[1:]] == [told]


def test_nothing_is_typed_in_before_it_is_decided(services: Services) -> None:
    round_ = kept_round(services)
    with pytest.raises(NotInPlace, match="S-1 har ingen endelig avgjørelse"):
        services.case_sheet(round_, "S-1", who="anne", on=ON)
    open_ = Decision(case="S-1", outcome=Outcome.OPEN, reason="Venter.", is_final=True)
    services.settle(round_, open_, seen=0, who="anne", on=ON)
    with pytest.raises(NotInPlace, match="S-1 har ingen endelig avgjørelse"):
        services.case_sheet(round_, "S-1", who="anne", on=ON)
    with pytest.raises(NotKept, match="S-9"):
        services.case_sheet(round_, "S-9", who="anne", on=ON)


def test_the_meeting_list_has_a_row_a_case_with_what_is_settled_and_room_for_notes(
    services: Services,
) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(), seen=0, who="anne", on=ON)
    content = services.meeting_list(round_, who="anne", on=ON)
    headings, first, second = cells(content)
    row = dict(zip(headings, first, strict=True))
    assert row["Sak"] == "S-1"
    assert str(row["Avgjort"]).endswith(": Kari Nes (K-1)")
    assert row["Notat"] is None
    other = dict(zip(headings, second, strict=True))
    assert (other["Har saken i dag"], other["Avgjort"]) == ("Ola Vik (K-2)", None)
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet


def test_the_printed_list_has_what_is_settled_and_can_be_without_names(services: Services) -> None:
    round_ = kept_round(services)
    services.settle(round_, final(), seen=0, who="anne", on=ON)
    names = printed(services.meeting_list_pdf(round_, who="anne", on=ON))
    assert f"runde {round_.id} per 23.11.2026" in names
    assert ": Kari Nes (K-1)" in names
    ids = printed(services.meeting_list_pdf(round_, who="anne", on=ON, ids_only=True))
    assert ": K-1" in ids
    assert [one.name for one in ROSTER.coordinators if one.name and one.name in ids] == []


def printed(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
