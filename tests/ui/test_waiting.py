"""How many have waited for a coordinator, month by month."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from matcher.domain.overview import CaseLine
from matcher.domain.person import Person
from matcher.domain.vocabulary import Role
from matcher.ui.pages.overview.waiting import in_words
from matcher.ui.state import Session
from matcher.ui.waiting import waiting_over_time
from tests.ui.hand_made import HandMade
from tests.ui.pages import shown, text

ON = date(2026, 11, 22)
DAYS = st.none() | st.dates(date(2025, 1, 1), ON)


def line(**facts: Any) -> CaseLine:
    """A case that is owed a coordinator and has none, but for these facts."""
    empty = dict.fromkeys(CaseLine.model_fields)
    plain = {"case": "S-1", "role": Role.BARNEKOORDINATOR, "changes": 0, "is_decided": False}
    counts = {"has_draft": False, "open_tasks": 0, "overdue_tasks": 0, "is_blocked": False}
    return CaseLine.model_validate(empty | plain | counts | facts)


def test_a_case_waits_from_the_day_it_came_until_somebody_had_it() -> None:
    case = line(received=date(2026, 3, 15), first_had=date(2026, 6, 1), coordinator="K-1")
    waited = {one.on: one.days for one in waiting_over_time([case], ON).days if one.days}
    assert waited == {date(2026, 4, 1): (17,), date(2026, 5, 1): (47,)}


def test_whoever_has_nobody_waits_still() -> None:
    today = waiting_over_time([line(received=ON - timedelta(days=10))], ON).days[-1]
    assert (today.on, today.days, today.median_days, today.longest_days) == (ON, (10,), 10, 10)


def test_what_is_not_known_is_told_and_never_counted_as_waiting() -> None:
    unknown = [line(), line(received=date(2026, 1, 1), coordinator="K-1")]
    told = waiting_over_time(unknown, ON)
    assert told.unknown == 2
    assert not any(one.days for one in told.days)


def test_a_case_that_is_owed_nobody_waits_for_nobody() -> None:
    told = waiting_over_time([line(role=Role.NONE, received=date(2026, 1, 1))], ON)
    assert (told.unknown, told.days[-1].days) == (0, ())


def test_the_first_of_each_of_twelve_months_and_today() -> None:
    days = [one.on for one in waiting_over_time([], ON).days]
    assert (days[0], days[-2], days[-1], len(days)) == (
        date(2025, 12, 1), date(2026, 11, 1), ON, 13,
    )  # fmt: skip
    first = date(2026, 11, 1)
    assert len({one.on for one in waiting_over_time([], first).days}) == 12


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8))
def test_nobody_waits_before_they_came_and_all_are_counted_or_told(
    times: list[tuple[date | None, date | None]],
) -> None:
    cases = [
        line(received=came, first_had=had, coordinator="K-1" if had else None)
        for came, had in times
    ]
    told = waiting_over_time(cases, ON)
    for one in told.days:
        assert all(days >= 0 for days in one.days)
        assert len(one.days) <= len(cases) - told.unknown
    never_had = sum(came is not None and had is None for came, had in times)
    assert len(told.days[-1].days) == never_had


def test_the_words_say_what_the_picture_shows() -> None:
    cases = [line(received=date(2026, 9, day)) for day in (1, 15)]
    told = waiting_over_time([*cases, line(received=date(2026, 10, 1), first_had=ON)], ON)
    assert "Saker som venter i dag: 2. Flest var det 01.10.2026: 3." in in_words(told)


def test_the_page_says_who_is_counted(hand_made: HandMade, session: Session, anne: Person) -> None:
    read = text(shown("overview", hand_made, session, anne, fane="Ventetid"))
    assert "avsluttede saker er ikke med" in read
    assert "Ingen har ventet på koordinator det siste året." in read


def test_the_picture_has_words_and_a_table() -> None:
    app = AppTest.from_function(_a_page_of_one_case).run()
    (picture,) = app.get("vega_lite_chart")
    assert picture.proto.alt.startswith("Stolper for det siste året. Saker som venter i dag: 1.")
    read = text(app)
    assert "Halvparten har ventet i minst" in read
    assert read.count("<tr>") == 14


def _a_page_of_one_case() -> None:
    """Run by the harness as text of its own, so it imports what it needs."""
    from datetime import date  # noqa: PLC0415

    from matcher.domain.overview import Overview  # noqa: PLC0415
    from matcher.ui.pages.overview.waiting import show_waiting  # noqa: PLC0415
    from tests.ui.test_waiting import ON, line  # noqa: PLC0415

    nothing = dict.fromkeys(("coordinators", "units", "alerts", "due"), ())
    cases = (line(received=date(2026, 11, 2)),)
    show_waiting(Overview.model_validate({"on": ON, "cases": cases, **nothing}))
