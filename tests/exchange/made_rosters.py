"""Rosters for hypothesis with whatever text a person might write in a cell.

Texts are as the import leaves them: composed Unicode without space around it. Days are such that
nothing contradicts another; parts are in order.
"""

import unicodedata
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from matcher.domain.case import Case, Relation, ServiceInCase, Wish
from matcher.domain.coordinator import Absence, Coordinator, Unit
from matcher.domain.focus import FocusLevels
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import (
    AddressBlock,
    Arena,
    BarnevernPhase,
    Consent,
    Employer,
    IndividualPlan,
    Service,
    Subject,
    Transition,
    WishAbout,
    WishBy,
)

ON = date(2026, 11, 15)


def _cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


_ODD = [
    "=1+1",
    "+47 22",
    "-",
    "@a",
    "'x'",
    "'=1",
    "a;b",
    'si "hei"',
    "to\nlinjer",
    "007",
    "1,5",
    "x",
]
free_texts = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
    .map(_cleaned)
    .filter(lambda text: text and "_x" not in text)
) | st.sampled_from(_ODD)
listed_texts = free_texts.filter(lambda text: ";" not in text)
ids = st.text("ABCæøå0123456789-_/ '+@.", min_size=1, max_size=8).map(_cleaned)
ids = ids.filter(bool)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
past_days = st.dates(date(1900, 1, 1), ON)
hours = st.integers(0, 20_000).map(lambda n: n / 100)
whole_numbers = st.integers(0, 10**6)
levels = st.none() | st.integers(0, 3)
yes_no = st.none() | st.booleans()


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def _lists(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=2).map(tuple)


focus_levels = st.builds(FocusLevels, **dict.fromkeys(FocusLevels.model_fields, levels))


@st.composite
def _services(draw: st.DrawFn, contacts: st.SearchStrategy[str | None]) -> ServiceInCase:
    return ServiceInCase(
        service=draw(st.sampled_from(Service)),
        since=draw(_maybe(past_days)),
        expected_end=draw(_maybe(st.dates(ON, date(2200, 12, 31)))),
        beyond_ordinary=draw(yes_no),
        phase=draw(_maybe(st.sampled_from(BarnevernPhase))),
        phase_since=draw(_maybe(days)),
        contact=draw(contacts),
    )


@st.composite
def _wishes(draw: st.DrawFn) -> Wish:
    about = draw(st.sampled_from(WishAbout))
    value = st.sampled_from(Service).map(str) if about is WishAbout.SERVICE else free_texts
    return Wish(
        wanted=draw(st.booleans()),
        about=about,
        value=draw(value),
        order=draw(_maybe(st.integers(1, 9))),
        by=draw(_maybe(st.sampled_from(WishBy))),
    )


@st.composite
def _absences(draw: st.DrawFn) -> Absence:
    first = draw(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
    length = draw(_maybe(st.integers(0, 400)))
    last = None if length is None else first + timedelta(days=length)
    return Absence(first_day=first, last_day=last)


def _cases(case_id: str, coordinators: list[str]) -> st.SearchStrategy[Case]:
    anyone = st.sampled_from(coordinators) if coordinators else st.nothing()
    somebody = _maybe(anyone) if coordinators else st.none()
    relations = st.builds(Relation, coordinator=anyone) if coordinators else st.nothing()
    return st.builds(
        Case,
        id=st.just(case_id),
        received=_maybe(days),
        subject=_maybe(st.sampled_from(Subject)),
        serious_condition=yes_no,
        long_term_need=yes_no,
        found_early=yes_no,
        individual_plan=_maybe(st.sampled_from(IndividualPlan)),
        consent=_maybe(st.sampled_from(Consent)),
        consent_scope=_lists(st.sampled_from(Service)),
        arenas=_lists(st.sampled_from(Arena)),
        reconsider=yes_no,
        next_transition=_maybe(st.sampled_from(Transition)),
        address_block=_maybe(st.sampled_from(AddressBlock)),
        birth_month=_maybe(st.dates(date(1900, 1, 1), ON).map(lambda day: day.replace(day=1))),
        bti_level=levels,
        consent_date=_maybe(days),
        focus=focus_levels,
        languages=_lists(listed_texts),
        area=_maybe(free_texts),
        current_coordinator=somebody,
        coordinator_since=_maybe(days),
        earlier_changes=_maybe(whole_numbers),
        transition_date=_maybe(days),
        meetings_per_year=_maybe(whole_numbers),
        workload_hours_per_month=_maybe(hours),
        family=_maybe(free_texts),
        user_heard=_maybe(days),
        child_heard=_maybe(days),
        what_matters=_maybe(free_texts),
        services=_lists(_services(somebody)),
        wishes=_lists(_wishes()),
        relations=_lists(relations) if coordinators else st.just(()),
    )


def _coordinators(coordinator_id: str) -> st.SearchStrategy[Coordinator]:
    return st.builds(
        Coordinator,
        id=st.just(coordinator_id),
        name=_maybe(free_texts),
        service=_maybe(st.sampled_from(Service)),
        unit=_maybe(free_texts),
        employer=_maybe(st.sampled_from(Employer)),
        journal_access=yes_no,
        ip_tool=yes_no,
        superuser=yes_no,
        address_block=_maybe(st.sampled_from(AddressBlock)),
        position_percent=_maybe(st.integers(0, 1000).map(lambda n: n / 10)),
        agreed_hours_per_month=_maybe(hours),
        agreed_date=_maybe(days),
        bound_hours_per_month=_maybe(hours),
        employed_from=_maybe(past_days),
        employed_to=_maybe(st.dates(ON, date(2200, 12, 31))),
        training_date=_maybe(days),
        bti_competence=levels,
        meeting_skill=levels,
        competence=focus_levels,
        languages=_lists(listed_texts),
        gender=_maybe(free_texts),
        area=_maybe(free_texts),
        absences=st.lists(_absences(), max_size=3).map(
            lambda some: tuple(sorted(some, key=lambda one: one.model_dump_json()))
        ),
    )


@st.composite
def whole_rosters(draw: st.DrawFn) -> Roster:
    """At least one case and one coordinator, and every field now and then filled."""
    some_ids = st.lists(ids, min_size=1, max_size=3, unique=True)
    coordinator_ids = draw(some_ids)
    unit = st.builds(Unit, name=free_texts, leader_name=_maybe(free_texts), leader_id=_maybe(ids))
    names = draw(st.lists(free_texts, max_size=3, unique=True))
    return Roster.of(
        ON,
        [draw(_cases(case_id, coordinator_ids)) for case_id in draw(some_ids)],
        [draw(_coordinators(coordinator_id)) for coordinator_id in coordinator_ids],
        [draw(unit).model_copy(update={"name": name}) for name in names],
    )
