import pytest

from matcher.ui.chart import load_in_words, percent
from matcher.ui.load import Load, load_per_person, load_per_unit
from matcher.ui.texts import say
from tests.ui.hand_made import HIDDEN_AREA, plan, roster


def test_a_person_carries_what_is_bound_before_and_what_the_round_adds() -> None:
    loads = {load.name: load for load in load_per_person(plan(), roster())}
    kari = loads["Kari Nes (K-01)"]
    assert (kari.cases, kari.bound_hours, kari.round_hours, kari.used_hours) == (1, 2.5, 4.5, 7)
    assert kari.share == pytest.approx(0.7)


def test_the_heaviest_in_proportion_to_agreed_hours_comes_first() -> None:
    assert [load.name for load in load_per_person(plan(), roster())] == [
        "Per *Li* (K-02)",
        "Kari Nes (K-01)",
        "Eva Strand (K-03)",
    ]


def test_without_agreed_hours_there_is_no_share_rather_than_a_zero() -> None:
    eva = load_per_person(plan(), roster())[-1]
    assert eva.agreed_hours is None
    assert percent(eva.share) == "mangler avtale"


def test_a_blocked_address_hides_the_unit_of_the_person() -> None:
    assert HIDDEN_AREA not in {load.unit for load in load_per_person(plan(), roster())}


def test_units_and_persons_add_up_to_the_same() -> None:
    persons, units = load_per_person(plan(), roster()), load_per_unit(plan(), roster())
    for hours in ("round_hours", "bound_hours", "cases"):
        total = sum(getattr(load, hours) for load in persons)
        assert sum(getattr(load, hours) for load in units) == total


def test_a_unit_where_somebody_carries_without_agreed_hours_has_no_share() -> None:
    given_to_eva = plan().model_copy(
        update={
            "cases": tuple(
                case.model_copy(update={"coordinator": "K-03"}) for case in plan().cases[:1]
            )
        }
    )
    units = {load.name: load for load in load_per_unit(given_to_eva, roster())}
    assert units[say("load.hidden_unit")].share is None
    assert HIDDEN_AREA not in units
    assert units["Barnevernet"].share == 0


def test_the_words_for_the_picture_name_those_above_their_hours() -> None:
    heavy = Load("Kari", "Enhet", cases=3, round_hours=9, bound_hours=3, agreed_hours=10)
    assert "Over avtalte timer: Kari." in load_in_words((heavy,))
    light = Load("Per", "Enhet", cases=1, round_hours=1, bound_hours=0, agreed_hours=10)
    assert "Ingen er over avtalte timer." in load_in_words((light,))
