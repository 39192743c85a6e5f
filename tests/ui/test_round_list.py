"""The list of a round is chosen, sorted and walked through; the address keeps the place."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.ui.case_order import FILTERS, SORTS, Known, in_order, is_of, units_of
from matcher.ui.standing import Standing
from matcher.ui.state import Run, Session
from tests.ui.hand_made import HIDDEN_AREA, HandMade, plan, roster
from tests.ui.pages import after_round, kept_round, parts, press, shown, text


def listed(app: AppTest) -> list[str]:
    """The cases in the list, in order; the first links on the page lead to the unplaced."""
    links = [link.label.replace("\\", "") for link in parts(app, "page_link")]
    return [label for label in links if not label.startswith("Åpne")]


def known(hand_made: HandMade, **stands: Standing) -> Known:
    run = Run(plan(), roster(), hand_made.profile("farsund"), "x")
    each = {told.case: Standing.SUGGESTED for told in run.plan.cases}
    return Known(run, each | {case.replace("_", "-"): one for case, one in stands.items()})


@pytest.mark.parametrize(
    ("kind", "cases"),
    [
        ("list.all", ["S-001", "S-002", "S-003", "S-004"]),
        ("list.needs", ["S-002", "S-003"]),
        ("list.unplaced", ["S-003"]),
        ("list.marked", ["S-002"]),
        ("list.changed", []),
        ("list.new", ["S-002"]),
        ("list.not_sure", ["S-002", "S-003"]),
        ("list.outside", ["S-004"]),
    ],
)
def test_each_filter_leaves_the_cases_it_says(
    hand_made: HandMade, kind: str, cases: list[str]
) -> None:
    of = replace(known(hand_made), firm={"S-001": "sikkert", "S-002": "delt", "S-003": "jevnt"})
    assert [told.case for told in of.run.plan.cases if is_of(kind, told, of)] == cases


def test_what_is_decided_needs_nobody_and_a_draft_does(hand_made: HandMade) -> None:
    of = known(hand_made, S_003=Standing.DECIDED, S_001=Standing.DRAFT)
    needs = [told.case for told in of.run.plan.cases if is_of("list.needs", told, of)]
    assert needs == ["S-001", "S-002"]


def test_changed_is_another_suggestion_or_a_new_case(hand_made: HandMade) -> None:
    before = {"S-001": "K-01", "S-002": "K-01", "S-003": None}
    of = replace(known(hand_made), before=before)
    changed = [told.case for told in of.run.plan.cases if is_of("list.changed", told, of)]
    assert changed == ["S-002", "S-004"]


@pytest.mark.parametrize(
    ("by", "cases"),
    [
        ("list.by_need", ["S-003", "S-002", "S-001", "S-004"]),
        ("list.by_case", ["S-001", "S-002", "S-003", "S-004"]),
        ("list.by_fit", ["S-002", "S-001", "S-003", "S-004"]),
        ("list.by_wait", ["S-001", "S-002", "S-003", "S-004"]),
        ("list.by_coordinator", ["S-001", "S-002", "S-003", "S-004"]),
        ("list.by_firmness", ["S-002", "S-001", "S-003", "S-004"]),
    ],
)
def test_each_way_of_sorting_puts_first_what_it_says(
    hand_made: HandMade, by: str, cases: list[str]
) -> None:
    of = replace(known(hand_made), firm={"S-001": "sikkert", "S-002": "delt"})
    assert [told.case for told in in_order(list(of.run.plan.cases), by, of)] == cases


def test_every_filter_and_sorting_is_tested() -> None:
    assert len(FILTERS) == 8
    assert len(SORTS) == 6


def test_no_unit_of_somebody_with_a_blocked_address_can_be_chosen(hand_made: HandMade) -> None:
    first, *others = plan().cases
    cases = (first.model_copy(update={"coordinator": "K-03"}), *others)
    run = replace(known(hand_made).run, plan=plan().model_copy(update={"cases": cases}))
    assert units_of(run) == ["Barnevernet"]
    assert HIDDEN_AREA not in units_of(run)


def test_the_address_says_what_is_listed(hand_made: HandMade) -> None:
    by_unit = shown("round", hand_made, after_round(hand_made), enhet="Helsestasjonen")
    assert listed(by_unit) == ["S-001"]
    assert "Viser 1 av 4 saker." in text(by_unit)
    session = after_round(hand_made)
    app = shown("round", hand_made, session, vis="Med merknad", sorter="Saksnummer", sok="s-00")
    assert listed(app) == ["S-002"]


def test_changed_since_last_is_offered_only_where_there_is_a_last(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    kinds = parts(shown("round", hand_made, session, anne), "button_group")[0].options
    assert "Endret siden sist" not in kinds
    later = kept_round(hand_made, anne)
    app = shown("round", hand_made, later, anne, vis="Endret siden sist")
    assert "Ingen saker passer med valget." in text(app)
    assert "Viser 0 av 4 saker." in text(app)


def test_one_case_at_a_time_shows_why_and_goes_on_in_the_order_of_the_list(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("round", hand_made, session, anne, som="Én sak om gangen")
    assert "Sak 1 av 4 i lista" in text(app)
    assert "Ingen har 12 ledige timer" in text(app)
    read = text(press(app, "Neste sak"))
    assert "Sak 2 av 4 i lista" in read
    assert "Egnethet 70 av 100. For: ønske." in read
    assert "Må ta opplæringen før start." in read
    assert app.query_params["ved"] in ("S-002", ["S-002"])
    assert "Sak 1 av 4 i lista" in text(press(app, "Forrige sak"))
    assert "Sak 4 av 4 i lista" in text(press(app, "Forrige sak"))


def test_only_a_clear_suggestion_can_be_agreed_to_there(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    one = "Én sak om gangen"
    clear = shown("round", hand_made, session, anne, ved="S-001", som=one)
    assert [box.label for box in clear.checkbox] == [
        "Enig i forslaget for S-001: ta det med når de klare godtas"
    ]
    other = shown("round", hand_made, session, anne, ved="S-002", som=one)
    assert list(other.checkbox) == []


def test_on_the_wall_there_is_no_name_of_anybody(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    names = [one.name for one in roster().coordinators if one.name] + [anne.name]
    for shape in ("Liste", "Én sak om gangen"):
        app = shown("round", hand_made, session, anne, prosjektor="true", som=shape, ved="S-001")
        read = text(app)
        assert [name for name in names if name in read] == []
        assert "K-01" in read
        assert listed(app) == []


def test_the_next_case_on_its_own_page_is_the_next_of_the_list(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("case", hand_made, session, anne, sak="S-002")
    app.session_state["listed cases"] = ("S-002", "S-001")
    assert "Sak 1 av 2 i lista" in text(app.run())
    assert "Forslag til sak S-001" in text(press(app, "Neste sak"))
    assert "Forslag til sak S-002" in text(press(app, "Neste sak"))
