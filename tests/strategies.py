"""Made-up cases, coordinators and rosters for hypothesis, with every fact now and then missing.

All within the rules of the domain types: ids are unique, references lead somewhere, days lie
close enough to ``ON`` for periods to overlap, touch and miss each other. A strategy is made once
and kept: hypothesis looks each new one through, and that takes longer than drawing from it.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from typing import ParamSpec, TypeVar

from hypothesis import strategies as st

from matcher.domain.case import Case, Relation, ServiceInCase, Wish
from matcher.domain.coordinator import Absence, Coordinator, Unit
from matcher.domain.focus import FocusLevels
from matcher.domain.pairs import Pairs
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import (
    AddressBlock,
    Arena,
    BarnevernPhase,
    Consent,
    Employer,
    IndividualPlan,
    RelationKind,
    Role,
    Service,
    Subject,
    Transition,
    WishAbout,
    WishBy,
)

ON = date(2026, 11, 15)
"""The day of every made-up roster."""

LANGUAGES = ("norsk", "arabisk", "tigrinja", "Somali")
GENDERS = ("kvinne", "mann")
AREAS = ("Sentrum", "Nord", "sentrum ")
FEW_SERVICES = (
    Service.BARNEVERN,
    Service.MENTAL_HEALTH,
    Service.SCHOOL,
    Service.SCHOOL_HEALTH,
    Service.PHYSIOTHERAPY,
    Service.SERVICE_OFFICE,
)
"""So few that cases and coordinators often share one."""

P = ParamSpec("P")
T = TypeVar("T")


def made_once(make: Callable[P, T]) -> Callable[P, T]:
    """The same strategy each time the same is asked for."""
    return cache(make)  # type: ignore[return-value]


@made_once
def one_of(values: Iterable[T]) -> st.SearchStrategy[T]:
    """One of them."""
    return st.sampled_from(list(values))


@made_once
def perhaps(values: Iterable[T]) -> st.SearchStrategy[T | None]:
    """One of them, or not known."""
    return st.none() | one_of(values)


@made_once
def number(at_most: int, at_least: int = 0) -> st.SearchStrategy[int | None]:
    """A whole number, or not known."""
    return st.none() | st.integers(at_least, at_most)


@made_once
def parts(most: int, parts_of_one: int = 4) -> st.SearchStrategy[float | None]:
    """Hours in quarters and the like, or not known."""
    return st.none() | st.integers(0, most * parts_of_one).map(lambda n: n / parts_of_one)


@made_once
def several(values: st.SearchStrategy[T], at_most: int) -> st.SearchStrategy[list[T]]:
    """So many of them, or none."""
    return st.lists(values, max_size=at_most)


days = st.integers(-400, 1500).map(lambda n: ON + timedelta(days=n))
some_day = st.none() | days
some_month = st.none() | st.dates(date(2005, 1, 1), ON).map(lambda day: day.replace(day=1))
levels = number(3)
services = st.sampled_from(FEW_SERVICES) | st.sampled_from(Service)
some_service = st.none() | services
yes_or_no = st.booleans()
yes_no_unknown = st.none() | yes_or_no
focus_levels = st.builds(FocusLevels, **dict.fromkeys(FocusLevels.model_fields, levels))


@made_once
def some(values: type | tuple[str, ...], at_most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    """A few different values, or none."""
    return st.lists(st.sampled_from(values), max_size=at_most, unique=True).map(tuple)


@made_once
def ids(prefix: str, at_least: int = 1, at_most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    """Ids in order, such as ``K-01``."""
    return st.integers(at_least, at_most).map(
        lambda n: tuple(f"{prefix}-{i:02}" for i in range(1, n + 1))
    )


@made_once
@st.composite
def services_in_case(draw: st.DrawFn, contacts: tuple[str, ...] = ()) -> ServiceInCase:
    service = draw(services)
    since = draw(some_day)
    lasts = draw(number(1500))
    return ServiceInCase(
        service=service,
        since=since,
        expected_end=None if lasts is None else (since or ON) + timedelta(days=lasts),
        beyond_ordinary=draw(yes_no_unknown),
        phase=draw(perhaps(BarnevernPhase)) if service is Service.BARNEVERN else None,
        phase_since=draw(some_day),
        contact=draw(perhaps(contacts)) if contacts else None,
    )


@made_once
@st.composite
def wishes(draw: st.DrawFn, coordinator_ids: tuple[str, ...] = ()) -> Wish:
    about = draw(one_of(WishAbout))
    values = {
        WishAbout.COORDINATOR: coordinator_ids or ("K-01",),
        WishAbout.SERVICE: FEW_SERVICES,
        WishAbout.LANGUAGE: (*LANGUAGES, " NORSK"),
        WishAbout.GENDER: (*GENDERS, "Kvinne"),
    }
    return Wish(
        wanted=draw(yes_or_no),
        about=about,
        value=draw(one_of(values[about])),
        order=draw(number(3, at_least=1)),
        by=draw(perhaps(WishBy)),
    )


@made_once
def relations(coordinator_ids: tuple[str, ...]) -> st.SearchStrategy[Relation]:
    """What somebody is to the family."""
    return st.builds(Relation, coordinator=one_of(coordinator_ids), kind=one_of(RelationKind))


@made_once
@st.composite
def cases(draw: st.DrawFn, case_id: str = "S-01", coordinator_ids: tuple[str, ...] = ()) -> Case:
    """A case that names none but these coordinators."""
    return Case(
        id=case_id,
        received=draw(some_day),
        subject=draw(perhaps(Subject)),
        birth_month=draw(some_month),
        bti_level=draw(levels),
        serious_condition=draw(yes_no_unknown),
        long_term_need=draw(yes_no_unknown),
        found_early=draw(yes_no_unknown),
        individual_plan=draw(perhaps(IndividualPlan)),
        consent=draw(perhaps(Consent)),
        consent_scope=draw(some(FEW_SERVICES)),
        focus=draw(focus_levels),
        arenas=draw(some(Arena, at_most=3)),
        languages=draw(some(LANGUAGES)),
        area=draw(perhaps(AREAS)),
        current_coordinator=draw(perhaps(coordinator_ids)) if coordinator_ids else None,
        coordinator_since=draw(some_day),
        earlier_changes=draw(number(4)),
        reconsider=draw(yes_no_unknown),
        next_transition=draw(perhaps(Transition)),
        transition_date=draw(some_day),
        meetings_per_year=draw(number(12)),
        workload_hours_per_month=draw(parts(20)),
        family=draw(perhaps(("familie A", "familie B"))),
        address_block=draw(perhaps(AddressBlock)),
        user_heard=draw(some_day),
        child_heard=draw(some_day),
        services=tuple(draw(several(services_in_case(coordinator_ids), 4))),
        wishes=tuple(draw(several(wishes(coordinator_ids), 4))),
        relations=tuple(draw(several(relations(coordinator_ids), 3))) if coordinator_ids else (),
    )


@made_once
@st.composite
def absences(draw: st.DrawFn) -> Absence:
    first = draw(days)
    lasts = draw(number(400))
    return Absence(
        first_day=first, last_day=None if lasts is None else first + timedelta(days=lasts)
    )


@made_once
@st.composite
def coordinators(draw: st.DrawFn, coordinator_id: str = "K-01") -> Coordinator:
    start = draw(some_day)
    lasts = draw(number(2000))
    return Coordinator(
        id=coordinator_id,
        service=draw(some_service),
        unit=draw(perhaps(("Enhet A", "Enhet B"))),
        employer=draw(perhaps(Employer)),
        position_percent=draw(parts(100, 10)),
        agreed_hours_per_month=draw(parts(40)),
        bound_hours_per_month=draw(parts(10)),
        employed_from=start,
        employed_to=None if lasts is None else (start or ON) + timedelta(days=lasts),
        training_date=draw(some_day),
        bti_competence=draw(levels),
        meeting_skill=draw(levels),
        competence=draw(focus_levels),
        languages=draw(some(LANGUAGES)),
        gender=draw(perhaps(GENDERS)),
        area=draw(perhaps(AREAS)),
        journal_access=draw(yes_no_unknown),
        ip_tool=draw(yes_no_unknown),
        superuser=draw(yes_no_unknown),
        address_block=draw(perhaps(AddressBlock)),
        absences=tuple(draw(several(absences(), 3))),
    )


@made_once
@st.composite
def rosters(draw: st.DrawFn, at_most: int = 3) -> Roster:
    """A roster of up to so many cases and coordinators, perhaps none of either."""
    coordinator_ids = draw(ids("K", 0, at_most))
    return Roster(
        on=ON,
        cases=tuple(draw(cases(i, coordinator_ids)) for i in draw(ids("S", 0, at_most))),
        coordinators=tuple(draw(coordinators(i)) for i in coordinator_ids),
        units=(Unit(name="Enhet A"), Unit(name="Enhet B")),
    )


@made_once
@st.composite
def all_pairs(draw: st.DrawFn, at_most: int = 3) -> Pairs:
    """All pairs of a roster, each case owed some role."""
    roster = draw(rosters(at_most))
    return Pairs.of(roster, {case.id: draw(one_of(Role)) for case in roster.cases})


@made_once
@st.composite
def one_pair(draw: st.DrawFn) -> Pairs:
    """A 1 × 1 slice."""
    return Pairs(
        on=ON,
        cases=(draw(cases(coordinator_ids=("K-01", "K-02"))),),
        roles=(draw(one_of(Role)),),
        coordinators=(draw(coordinators()),),
        units={},
    )
