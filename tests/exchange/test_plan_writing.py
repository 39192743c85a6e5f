"""plan.xlsx says what the plan says, and nothing that locates somebody with a blocked address."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import (
    BrokenRule,
    CasePlan,
    Consequence,
    CriterionScore,
    Entitlement,
    GoalResult,
    Move,
    Plan,
    Refusal,
    RoundFacts,
    Says,
    Status,
    Suggestion,
)
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock, Role
from matcher.exchange import plan_writing, write_plan

ON = date(2026, 11, 15)
FACTS = RoundFacts(
    municipality="Farsund",
    profile="farsund",
    date=ON,
    status=Status.FEASIBLE,
    seed=7,
    input_sha256="aa",
    profile_sha256="bb",
    versions={"koordinatormatch": "0.1.0"},
    goals=(
        GoalResult(id="placed", title="Uplasserte", unit="saker", value=1, bound=1, optimal=True),
        GoalResult(id="fit", title="Egnethet", unit="poeng", value=40, bound=30, optimal=False),
    ),
)
NOBODY = Finding(
    code="no_hours", severity=Severity.INFO, subject="S2", message="Ingen har timer.", source="S074"
)
WARNED = Finding(
    code="opplaering", severity=Severity.WARNING, subject="K1", message="Mangler opplæring."
)


def consequence(*loss: float, moved: tuple[Move, ...] = ()) -> Consequence:
    return Consequence(loss=loss, moved=moved, exact=True, says=Says.EXACT)


def criterion(title: str, because: str, score: int | None = 100, weight: int = 1) -> CriterionScore:
    return CriterionScore(
        id=title.lower(), title=title, score=score, weight=weight, because=because
    )


def refusal(coordinator: str, rule: BrokenRule) -> Refusal:
    return Refusal(coordinator=coordinator, rules=(rule,))


KIN = BrokenRule(id="inhabil", title="Inhabil", source="fvl. § 6", because="Er i slekt.")
PLACED = CasePlan(
    case="S1",
    entitlement=Entitlement(role=Role.BARNEKOORDINATOR, because=()),
    coordinator="K1",
    kept=True,
    stand_in="K2",
    workload_hours_per_month=7.5,
    workload_is_estimate=True,
    suggestions=(
        Suggestion(
            coordinator="K1",
            rank=1,
            fit=80,
            criteria=(
                criterion("Lett", "Veier lite.", weight=1),
                criterion("Ønske", "Familien ønsker K1.", weight=30),
                criterion("Ukjent", "Vet ikke.", score=None, weight=50),
                criterion("Område", "Begge er i Nordbygda.", weight=10),
                criterion("Faglig fokus", "Kan rus.", weight=20),
            ),
            warnings=(WARNED,),
            consequence=consequence(0, 0),
        ),
        Suggestion(
            coordinator="K2",
            rank=2,
            fit=60,
            consequence=consequence(
                0, 20, moved=(Move.model_validate({"case": "S3", "from": "K2", "to": None}),)
            ),
        ),
    ),
    refused=(
        refusal("K3", KIN),
        refusal("K4", BrokenRule(id="e", title="Enhet", source="S079", because="Krisesenteret.")),
        refusal("K5", KIN),
    ),
    unplaced_because=(),
)
UNPLACED = CasePlan(
    case="S2",
    entitlement=Entitlement(role=Role.KOORDINATOR, because=()),
    coordinator=None,
    kept=False,
    stand_in=None,
    workload_hours_per_month=2,
    workload_is_estimate=False,
    suggestions=(),
    refused=(),
    unplaced_because=(NOBODY,),
)
PLAN = Plan(round=FACTS, cases=(PLACED, UNPLACED), findings=(NOBODY,))


def roster(**of_case: Any) -> Roster:
    """Not ``Roster.of``, which would leave the area of a blocked address out."""
    return Roster(
        on=ON,
        cases=(Case(id="S1", **of_case), Case(id="S2"), Case(id="S3")),
        coordinators=(
            Coordinator(
                id="K1",
                name="Kari Berg",
                unit="Helsestasjonen",
                agreed_hours_per_month=20,
                bound_hours_per_month=5,
            ),
            Coordinator(id="K2", unit="Helsestasjonen", agreed_hours_per_month=10),
            Coordinator(id="K3"),
            Coordinator(id="K4", unit="Krisesenteret", address_block=AddressBlock.CONFIDENTIAL),
        ),
    )


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = load_workbook(BytesIO(content))
    return {page.title: [[cell.value for cell in row] for row in page.rows] for page in book}


SHEETS = sheets(write_plan(PLAN, roster(area="Nordbygda")))


def as_dict(sheet: str, row: int) -> dict[str, Any]:
    return dict(zip(SHEETS[sheet][0], SHEETS[sheet][row], strict=True))


def test_each_case_has_its_suggestion_with_the_reasons_that_weigh_most() -> None:
    assert as_dict("Forslag", 1) == {
        "Sak": "S1",
        "Rolle": "barnekoordinator",
        "Forslag": "K1",
        "Navn": "Kari Berg",
        "Beholdt": "ja",
        "Egnethet (0–100)": 80,
        "Timer per måned": 7.5,
        "Timene er": "anslag",
        "Stedfortreder": "K2",
        "Begrunnelse i kort": "Ønske: Familien ønsker K1. Faglig fokus: Kan rus. "
        "Område: Begge er i Nordbygda.",
    }


def test_a_case_that_nobody_got_says_why() -> None:
    assert as_dict("Forslag", 2)["Forslag"] == "ingen"
    assert as_dict("Forslag", 2)["Begrunnelse i kort"] == "Ingen har timer."
    assert as_dict("Forslag", 2)["Timene er"] == "oppgitt"
    assert SHEETS["Uplassert"][1:] == [["S2", "koordinator", "Ingen har timer.", "S074"]]


def test_alternatives_tell_what_they_would_do_to_the_round_and_what_the_numbers_are() -> None:
    first, second = as_dict("Alternativer", 1), as_dict("Alternativer", 2)
    assert (first["Valgt"], second["Valgt"]) == ("ja", "nei")
    assert first["Merk"] == "Mangler opplæring."
    assert second["Tap: Egnethet (poeng)"] == 20
    assert second["Tallene er"] == "nøyaktig"
    assert second["Andre som får ny koordinator"] == "S3: K2 → ingen"


def test_those_stopped_by_the_same_reason_stand_together_with_the_source() -> None:
    assert SHEETS["Avslått"][1] == ["S1", "Inhabil", "Er i slekt.", "fvl. § 6", 2, "K3; K5"]
    hidden = "Begrunnelsen vises ikke på grunn av adressesperre."
    assert SHEETS["Avslått"][2:] == [["S1", "Enhet", hidden, "S079", 1, "K4"]]


def test_load_is_hours_beside_what_is_agreed_and_unknown_stays_empty() -> None:
    of = {row[0]: row[4:] for row in SHEETS["Belastning koordinatorer"][1:]}
    assert of["K1"] == [1, 20, 5, 7.5, 7.5, 62]
    assert of["K2"] == [0, 10, 0, 0, 10, 0]
    assert of["K3"] == [0, None, 0, 0, None, None]
    units = {row[0]: row[1:] for row in SHEETS["Belastning enheter"][1:]}
    assert units["Helsestasjonen"] == [2, 1, 30, 5, 7.5, 17.5, 42]


def test_notes_hold_the_findings_and_the_warnings_of_the_chosen() -> None:
    assert SHEETS["Merknader"][1:] == [
        ["S2", "opplysning", "Ingen har timer.", "S074"],
        ["S1", "merk", "Mangler opplæring.", None],
    ]


def test_the_round_says_that_it_suggests_and_what_is_proven() -> None:
    rows = [[cell for cell in row if cell is not None] for row in SHEETS["Om runden"]]
    assert ["Dette er et forslag. En navngitt person avgjør hver sak."] in rows
    assert ["Uplasserte", "saker", 1, 1, "ja"] in rows
    assert ["Egnethet", "poeng", 40, 30, "nei"] in rows
    assert ["Trekningsfrø", 7] in rows


@pytest.mark.parametrize("block", [AddressBlock.CONFIDENTIAL, AddressBlock.STRICTLY_CONFIDENTIAL])
def test_nothing_tells_where_somebody_with_a_blocked_address_is(block: AddressBlock) -> None:
    written = str(sheets(write_plan(PLAN, roster(area="Nordbygda", address_block=block))))
    assert "Nordbygda" not in written
    assert "Krisesenteret" not in written
    assert "Familien ønsker K1." in written


def test_a_sheet_that_grows_too_long_says_where_the_rest_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plan_writing, "MOST_ROWS_WRITTEN", 1)
    written = sheets(write_plan(PLAN, roster()))["Alternativer"]
    assert [row[0] for row in written] == ["Sak", "S1", "Flere rader står i plan.json."]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert write_plan(PLAN, roster()) == write_plan(PLAN, roster())
