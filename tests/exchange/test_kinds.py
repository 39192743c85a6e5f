"""What a cell may hold, and the words told where it holds something else."""

from datetime import date, datetime, time
from typing import Any

import pytest

from matcher.domain.vocabulary import Consent, Service, Transition
from matcher.exchange.cell import Unreadable
from matcher.exchange.dates import Day, Month
from matcher.exchange.kinds import Id, Kind, NotUnderstood, Several, Text, Words, YesNo
from matcher.exchange.quantities import Decimal, Percent, Whole

SERVICES = Words(Service)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Day(), "03.10.2026", date(2026, 10, 3)),
        (Day(), " 3.1.2026 ", date(2026, 1, 3)),
        (Day(), "2026-10-03", date(2026, 10, 3)),
        (Day(), "2026-10-03 00:00:00", date(2026, 10, 3)),
        (Day(), datetime(2026, 10, 3, 12), date(2026, 10, 3)),
        (Month(), "03.2019", date(2019, 3, 1)),
        (Month(), "3/2019", date(2019, 3, 1)),
        (Month(), "2019-03", date(2019, 3, 1)),
        (Month(), datetime(2019, 3, 15), date(2019, 3, 1)),
        (Month(), 10.202, date(2020, 10, 1)),
        (Decimal(), "7,5", 7.5),
        (Decimal(), "7.5", 7.5),
        (Decimal(), "1 200,5", 1200.5),
        (Decimal(), "1\u00a0200", 1200.0),
        (Decimal(), 7, 7.0),
        (Whole(), 3.0, 3),
        (Whole(), "3", 3),
        (Percent(), "50 %", 50.0),
        (Percent(), "37,5", 37.5),
        (Text(), 101, "101"),
        (Text(), 101.0, "101"),
        (Text(), "  Sentrum ", "Sentrum"),
        (Text(), "A\u030asane", "Åsane"),
        (Id(), "2026.014/b", "2026.014/b"),
        (SERVICES, "ppt", Service.PPT),
        (SERVICES, " Psykisk  Helse", Service.MENTAL_HEALTH),
        (Words(Transition), "Barnehage – barneskole", Transition.KINDERGARTEN_TO_SCHOOL),
        (Words(Consent), True, Consent.GIVEN),
        (YesNo("ønsker", "ønsker ikke"), "Ønsker ikke", False),
        (Several(SERVICES), "rus; NAV;", (Service.SUBSTANCE_USE, Service.NAV)),
        (Several(Text()), "norsk", ("norsk",)),
    ],
)
def test_a_cell_is_read_as_people_write_it(kind: Kind, cell: Any, value: object) -> None:
    assert kind.read(cell) == value


@pytest.mark.parametrize("cell", ["ja", "Ja", "TRUE", "true", "1", 1, 1.0, True, "x", "X"])
def test_yes_in_all_its_forms(cell: Any) -> None:
    assert YesNo().read(cell) is True


@pytest.mark.parametrize("cell", ["nei", "NEI", "false", "0", 0, False])
def test_no_in_all_its_forms(cell: Any) -> None:
    assert YesNo().read(cell) is False


@pytest.mark.parametrize("kind", [Day(), Decimal(), YesNo(), SERVICES, Text(), Several(Text())])
@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0"])
def test_an_empty_cell_is_not_known(kind: Kind, cell: Any) -> None:
    assert kind.read(cell) is None


@pytest.mark.parametrize(
    ("kind", "cell", "told"),
    [
        (Day(), "31.02.2026", "finnes ikke"),
        (Day(), "neste sommer", "er ikke en dato (dd.mm.åååå)"),
        (Day(), "01.02.26", "Kanskje mangler de to første sifrene i året"),
        (Day(), 46_000, "Kanskje er cellen formatert som tall: 46000 som dato er 09.12.2025"),
        (Day(), "01.01.1805", "1900–2200"),
        (Day(), datetime(2926, 1, 1), "1900–2200"),
        (Day(), time(7, 30), "er ikke en dato"),
        (Month(), "13.2019", "finnes ikke"),
        (Decimal(), "ca. fire", "«ca. fire» er ikke et tall"),
        (Decimal(), "7,5 timer", "Kanskje «7,5»"),
        (Decimal(), -5, "«-5» er ikke et tall på minst 0"),
        (Decimal(), "1.200,5", "er ikke et tall på minst 0. Kanskje «1200,5»?"),
        (Decimal(), "1e999", "er ikke et tall"),
        (Decimal(), float("inf"), "er ikke et tall"),
        (Decimal(), True, "er ikke et tall"),
        (Decimal(), datetime(2026, 5, 7), "er ikke et tall"),
        (Percent(), 400, "fra 0 til 100 prosent. Kanskje «40»?"),
        (Whole(low=0, high=3), 7, "«7» er ikke et helt tall fra 0 til 3"),
        (Whole(), "2,5", "er ikke et helt tall"),
        (YesNo(), "kanskje", "er ikke ja eller nei"),
        (SERVICES, "fysioterapeut", "Kanskje «fysioterapi»?"),
        (SERVICES, "zzz", "helsestasjon, skolehelsetjeneste"),
        (Several(SERVICES), "rus; ppp; nam", "Kanskje «PPT»? «nam» er ikke"),
        (Id(), "S;1", "en id"),
        (Id(), "S=1", "en id"),
        (Id(), "S:1", "en id"),
        (Id(), "S\n1", "en id"),
        (Id(), "S" * 81, "en id"),
        (Id(), datetime(2026, 12, 3), "Kanskje har regnearket gjort teksten om til en dato"),
        (Text(), "a" * 10_001, "over 10000 tegn"),
        (Text(), Unreadable("#REF!", "Cellen viser regnearkfeilen #REF!."), "#REF!"),
    ],
)
def test_what_is_not_understood_is_told_with_what_was_expected(
    kind: Kind, cell: Any, told: str
) -> None:
    with pytest.raises(NotUnderstood) as fault:
        kind.read(cell)
    assert told in str(fault.value)


def test_a_listed_value_with_the_separator_in_it_is_never_written_wrongly() -> None:
    with pytest.raises(ValueError, match="semicolon"):
        Several(Text()).write(("norsk;samisk",))
