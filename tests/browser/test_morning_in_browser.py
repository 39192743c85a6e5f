"""The walk of a whole morning, from a file with faults to the tasks that came of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize

from matcher.letters.language import Language
from tests.browser import pages_server
from tests.browser.afterwards import (
    look_over_it_all,
    read_the_history,
    work_with_tasks,
    write_at_the_same_time,
)
from tests.browser.at_the_case import (
    accept_one,
    ask_what_it_takes,
    ask_why_not,
    choose_another,
    clear_from_before,
    lock_and_run_again,
    new_and_weighed,
    read_the_suggestion,
    take_the_letter,
    take_what_follows,
)
from tests.browser.at_the_data import FAULTY, mend_one, read_with_faults
from tests.browser.at_the_round import (
    accept_together,
    come_back_to_the_place,
    downloaded_plan,
    look_at_the_load,
    look_at_the_wall,
    print_the_list,
    run_round,
    walk_by_keyboard,
)
from tests.browser.deciding import add_colleague, begin_as, open_case
from tests.browser.pages_server import ANNE
from tests.browser.visit import DESKTOP, Visit
from tests.storage.databases import PostgreSQL

pytestmark = pytest.mark.browser

TABLET: ViewportSize = {"width": 820, "height": 1180}
BJORN = "Bjørn Dahl"


@pytest.fixture
def unused(server: PostgreSQL) -> Iterator[str]:
    """Pages that nobody has used yet, on a database server of the office."""
    with pages_server.running_pages(server.new_database()) as address:
        yield address


def walk(visit: Visit) -> list[str]:
    """A morning of Anne's; the cases that she has not decided, but looked at."""
    visit.open()
    visit.assert_usable()
    begin_as(visit, ANNE)
    read_with_faults(visit)
    mend_one(visit)
    run_round(visit)
    visit.assert_usable()
    plan = downloaded_plan(visit)
    assert FAULTY in {told.case for told in plan.cases}
    look_at_the_load(visit)
    look_at_the_wall(visit, plan, ANNE)
    come_back_to_the_place(visit, plan)
    walk_by_keyboard(visit)
    accept_together(visit)
    print_the_list(visit)
    visit.open_tab("round.tab_cases")
    visit.pick("list.as_list")

    accept_one(visit, clear_from_before(plan))
    visit.go_to("round.title")
    first, second, *others = new_and_weighed(plan)
    open_case(visit, first.case)
    read_the_suggestion(visit, first)
    ask_why_not(visit, first)
    ask_what_it_takes(visit)
    take_the_letter(visit)
    choose_another(visit, first)
    take_what_follows(visit, first.case)
    visit.go_to("round.title")
    lock_and_run_again(visit, second)
    work_with_tasks(visit, ANNE)
    read_the_history(visit, first.case)
    look_over_it_all(visit)
    return [told.case for told in others]


def test_a_whole_morning(visit: Visit) -> None:
    walk(visit)


@pytest.mark.soak
@pytest.mark.parametrize("size", [TABLET, DESKTOP], ids=["tablet", "desktop"])
@pytest.mark.parametrize("language", [Language.NYNORSK, Language.BOKMAL])
def test_a_whole_morning_where_nobody_has_been_before(
    chromium: Browser, unused: str, language: Language, size: ViewportSize
) -> None:
    visit = Visit.begin(chromium, unused, language, size)
    left = walk(visit)
    add_colleague(visit, BJORN)
    visit.go_to("round.title")
    open_case(visit, left[0])
    write_at_the_same_time(visit, chromium, left[0], BJORN)
    visit.end()
