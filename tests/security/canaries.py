"""A small roster with marked words in it, and all that the program tells of a round on it.

A marked word is one that stands nowhere else, so that it is found wherever it leaks.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from pydantic import BaseModel
from pypdf import PdfReader

from matcher.domain.case import Case, Relation, ServiceInCase, Wish
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import (
    AddressBlock,
    Consent,
    RelationKind,
    Service,
    Subject,
    WishAbout,
)
from matcher.exchange.roster_writing import write_roster
from matcher.explain.solved_round import RoundRequest, SolvedRound
from matcher.letters import LetterKind
from matcher.services import LetterError, Services

ON = date(2026, 11, 23)
PROFILES = ("farsund", "lyngdal", "lyngdal-2021", "as", "rakkestad")
AREA, OTHER_AREA, WORDS, TONGUE, UNIT = (
    "Kvitbrakkvika",
    "Nordskrenten",
    "Fjosboltveien",
    "zaghawa",
    "Skjulestedet",
)
"""Where the case is, where the employee lives, the family's own words, a language that one
family speaks, and where an employee with a blocked address works."""


def roster(block: AddressBlock = AddressBlock.CONFIDENTIAL) -> Roster:
    """A case with a blocked address, an employee with one, and three others of each."""
    hidden = Case(
        id="S-1",
        received=date(2026, 9, 1),
        subject=Subject.CHILD,
        birth_month=date(2017, 5, 1),
        serious_condition=True,
        long_term_need=True,
        consent=Consent.GIVEN,
        area=AREA,
        languages=("norsk", TONGUE),
        what_matters=f"At ingen får vite at vi bor i {WORDS} 7.",
        address_block=block,
        services=_services("K-1"),
        wishes=(
            Wish(wanted=True, about=WishAbout.LANGUAGE, value=TONGUE),
            Wish(wanted=True, about=WishAbout.COORDINATOR, value="K-2"),
        ),
        relations=(Relation(coordinator="K-2", kind=RelationKind.KNOWS_FAMILY),),
    )
    others = [
        hidden.model_copy(
            update={
                "id": f"S-{number}",
                "area": "Sentrum",
                "languages": ("norsk",),
                "what_matters": "Færre møter.",
                "address_block": AddressBlock.NONE,
                "services": _services("K-3"),
                "wishes": (),
                "relations": (),
            }
        )
        for number in (2, 3, 4)
    ]
    people = [_coordinator("K-1", area=OTHER_AREA, unit=UNIT, address_block=block)]
    people += [_coordinator(f"K-{n}", area="Sentrum") for n in (2, 3, 4)]
    units = [Unit(name=UNIT, service=Service.HABILITATION), Unit(name="Helsehuset")]
    return Roster.of(ON, [hidden, *others], people, units)


def raw_workbook(folder: Path) -> Path:
    """A workbook as the municipality wrote it: the places stand in it."""
    made = roster(AddressBlock.NONE)
    book = openpyxl.load_workbook(io.BytesIO(write_roster(made)))
    for sheet, row_id in (("Saker", "S-1"), ("Koordinatorer", "K-1")):
        page = book[sheet]
        headings = [str(cell.value) for cell in page[1]]
        column = next(i for i, name in enumerate(headings, 1) if name.startswith("Adressesperre"))
        row = next(r for r in range(2, page.max_row + 1) if page.cell(r, 1).value == row_id)
        page.cell(row, column).value = "strengt fortrolig"
    file = folder / "inn.xlsx"
    book.save(file)
    return file


def _services(contact: str) -> tuple[ServiceInCase, ...]:
    begun, until = date(2025, 1, 1), date(2030, 1, 1)
    kinds = (Service.HABILITATION, Service.SCHOOL)
    return tuple(
        ServiceInCase(
            service=kind, since=begun, expected_end=until, beyond_ordinary=True, contact=contact
        )
        for kind in kinds
    )


def _coordinator(id_: str, **more: object) -> Coordinator:
    facts: dict[str, object] = {
        "id": id_,
        "name": f"Person {id_}",
        "service": Service.HABILITATION,
        "unit": "Helsehuset",
        "employer": "kommune",
        "agreed_hours_per_month": 20,
        "training_date": date(2025, 1, 1),
        "languages": ("norsk", TONGUE) if id_ == "K-2" else ("norsk",),
    }
    return Coordinator.model_validate(facts | more)


def told(services: Services, request: RoundRequest) -> Iterator[tuple[str, str]]:
    """All that is told of a round, each with where."""
    plan = services.run_round(request)
    yield "plan.json", plan.to_json()
    yield "plan.xlsx", text_of_zip(services.plan_workbook(plan, request.roster))
    yield from _letters(services, request, plan)
    yield from _answers(services, services.resume(request, plan), plan)


def _letters(services: Services, request: RoundRequest, plan: Plan) -> Iterator[tuple[str, str]]:
    for case in plan.cases:
        for kind in (LetterKind.FAMILY, LetterKind.COORDINATOR):
            for language in ("nb", "nn", "en"):
                try:
                    letter = services.letter(
                        plan, request.roster, request.profile, case.case, language, kind=kind
                    )
                except LetterError as fault:
                    yield f"brevfeil {kind} {case.case}", str(fault.findings)
                else:
                    yield f"brev {kind} {case.case} {language}", letter.text


def _answers(services: Services, round_: SolvedRound, plan: Plan) -> Iterator[tuple[str, str]]:
    for case in plan.cases:
        for coordinator in round_.request.roster.coordinators:
            answer = services.why_not(round_, case.case, coordinator.id)
            yield f"hvorfor ikke {case.case} {coordinator.id}", answer.model_dump_json()
        if case.coordinator is None:
            yield (
                f"hvorfor ingen {case.case}",
                services.why_nobody(round_, case.case).model_dump_json(),
            )


def text_of_zip(content: bytes) -> str:
    """Every part of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(part).decode("utf-8", "replace") for part in archive.namelist()
        )


def text_of_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file under a folder as text, workbooks unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            is_zip = content.startswith(b"PK\x03\x04")
            yield path.name, text_of_zip(content) if is_zip else content.decode("utf-8", "replace")


def found_in(places: Iterator[tuple[str, str]], *marked: str) -> list[tuple[str, str]]:
    """Where a marked word stands, whatever its case."""
    return [
        (where, word)
        for where, text in places
        for word in marked
        if word.casefold() in text.casefold()
    ]


def text_of(answer: Any) -> str:
    """Everything an answer tells, also inside the files that it is."""
    parts: list[Any]
    match answer:
        case bytes():
            return _text_of_file(answer)
        case BaseModel():
            return answer.model_dump_json()
        case Mapping():
            parts = [part for pair in answer.items() for part in pair]
        case list() | tuple():
            parts = [*answer]
        case _ if is_dataclass(answer):
            parts = [getattr(answer, each.name) for each in fields(answer) if each.repr]
        case _:
            return repr(answer)
    return "\n".join(map(text_of, parts))


def _text_of_file(content: bytes) -> str:
    if content.startswith(b"PK"):
        return text_of_zip(content)
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return content.decode("utf-8", "replace")
