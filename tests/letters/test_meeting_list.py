"""The printed meeting list: every case that is to be settled, why in short, and nobody located."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pytest
from pypdf import PdfReader

from matcher.domain.coordinator import Coordinator
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.plan import CriterionScore
from matcher.domain.roster import Roster
from matcher.letters import LetterError
from matcher.letters.meeting_list import MeetingList, MeetingRow, meeting_list
from tests.ui.hand_made import HIDDEN_AREA, plan, roster

ON = date(2026, 11, 23)


def made(**facts: Any) -> MeetingList:
    return meeting_list(plan(), roster(), {}, ON, **facts)


def rows(made: MeetingList) -> dict[str, MeetingRow]:
    return {row.case: row for part in made.parts for row in part.rows}


def printed(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_cases_without_anybody_come_first_and_those_owed_nobody_not_at_all() -> None:
    told = [(part.heading, [row.case for row in part.rows]) for part in made().parts]
    assert told == [
        ("Uten koordinator (1)", ["S-003"]),
        ("Med merknad (1)", ["S-002"]),
        ("Uten merknad (1)", ["S-001"]),
    ]


def test_a_row_has_role_suggestion_short_reason_warnings_and_room() -> None:
    kept, new, unplaced = (rows(made())[case] for case in ("S-001", "S-002", "S-003"))
    assert (kept.role, kept.suggestion) == ("Koordinator", "Kari Nes (K-01), beholdes")
    assert kept.reason == "Egnethet 84 av 100. For: ønske."
    assert new.suggestion == "Per *Li* (K-02), ny"
    assert new.warnings == ("Må ta opplæringen før start.",)
    assert unplaced.suggestion == "Ingen"
    assert unplaced.reason.startswith("Ingen har 12 ledige timer.")
    assert {kept.decided, new.decided, unplaced.decided} == {""}


def test_what_counts_most_is_named_first_and_abbreviations_keep_their_capitals() -> None:
    first, *others = plan().cases
    chosen = first.suggestions[0].model_copy(
        update={
            "criteria": (
                CriterionScore(id="a", title="Språk", score=100, weight=5, because=""),
                CriterionScore(id="b", title="BTI-kompetanse", score=70, weight=10, because=""),
                CriterionScore(id="c", title="Område", score=0, weight=2, because=""),
                CriterionScore(id="d", title="Fosterhjem", score=100, weight=0, because=""),
            )
        }
    )
    changed = first.model_copy(update={"suggestions": (chosen,)})
    whole = plan().model_copy(update={"cases": (changed, *others)})
    reason = rows(meeting_list(whole, roster(), {}, ON))["S-001"].reason
    assert reason == "Egnethet 84 av 100. For: BTI-kompetanse, språk. Mot: område."


def test_what_is_settled_stands_in_its_place() -> None:
    decision = Decision(case="S-001", outcome=Outcome.ACCEPTED, coordinator="K-01", is_final=True)
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    last = Decided(decision=decision, number=1, who="anne", at=at)
    told = rows(meeting_list(plan(), roster(), {"S-001": last}, ON))
    assert told["S-001"].decided == "20.11.2026: Kari Nes (K-01)"


def test_with_ids_only_nobody_is_named_anywhere() -> None:
    text = made(ids_only=True).model_dump_json()
    assert [one.name for one in roster().coordinators if one.name and one.name in text] == []
    assert "K-01" in text


def test_nothing_locates_somebody_with_a_blocked_address() -> None:
    assert HIDDEN_AREA not in made().model_dump_json()


def test_the_pdf_says_what_it_is_and_passes_an_accessibility_check(tmp_path: Path) -> None:
    pdf = made(number=4).pdf
    assert made(number=4).pdf == pdf
    text = printed(pdf)
    assert "Møteliste: Farsund, runde 4 per 02.11.2026" in text
    assert "Programmet foreslår. En navngitt person avgjør." in text
    assert "Per *Li* (K-02), ny" in text
    root: Any = PdfReader(BytesIO(pdf)).root_object
    about = root["/Metadata"].get_data().decode()
    for fact in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert fact in about
    file = tmp_path / "liste.pdf"
    file.write_bytes(pdf)
    result = outloud.check(str(file))
    assert (result.verdict, result.findings) == ("pass", [])


def test_a_name_that_cannot_be_printed_is_told() -> None:
    known = roster()
    people = [*known.coordinators[1:], Coordinator(id="K-01", name="علي")]
    other = Roster.of(known.on, known.cases, people, known.units)
    with pytest.raises(LetterError, match="finnes ikke i skriften"):
        assert meeting_list(plan(), other, {}, ON).pdf
