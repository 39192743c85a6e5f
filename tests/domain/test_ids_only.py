from datetime import date

from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.ids_only import IdsOnly
from matcher.domain.roster import Roster

ROSTER = Roster.of(
    date(2026, 11, 23),
    coordinators=[
        Coordinator(id="K-1", name="Kari Nes"),
        Coordinator(id="K-2", name="Kari Nes Olsen"),
        Coordinator(id="K-3", name="Per *Li*"),
        Coordinator(id="K-4"),
    ],
    units=[
        Unit(name="Nesset", leader_name="Liv Å"),
        Unit(name="Øst", leader_name="Siv", leader_id="K-4"),
    ],
)


def test_a_name_becomes_the_id_also_where_the_id_follows() -> None:
    without = IdsOnly(ROSTER)
    assert without("Kari Nes (K-1) er borte, Per *Li* er her.") == "K-1 er borte, K-3 er her."


def test_the_longest_name_is_taken_first() -> None:
    assert IdsOnly(ROSTER)("Kari Nes Olsen (K-2) og Kari Nes") == "K-2 og K-1"


def test_a_leader_is_an_id_or_only_the_leader() -> None:
    assert IdsOnly(ROSTER)("Liv Å og Siv står inn.") == "lederen og K-4 står inn."


def test_a_part_of_another_word_is_no_name() -> None:
    assert IdsOnly(ROSTER)("Siving ved Nesset") == "Siving ved Nesset"


def test_every_way_of_naming_somebody_is_without_the_name() -> None:
    without = IdsOnly(ROSTER)
    for person in ROSTER.coordinators:
        assert without(ROSTER.called(person.id)) == person.id


def test_a_roster_without_names_changes_nothing() -> None:
    nobody = Roster.of(date(2026, 11, 23))
    assert IdsOnly(nobody)("Kari Nes") == "Kari Nes"
