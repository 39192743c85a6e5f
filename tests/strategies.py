"""Made-up cases, coordinators and rosters for hypothesis, with every fact now and then missing.

All within the rules of the domain types: ids are unique, references lead somewhere, days lie
close enough to ``ON`` for periods to overlap, touch and miss each other.
"""

from datetime import date, timedelta

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

days = st.integers(-400, 1500).map(lambda n: ON + timedelta(days=n))
levels = st.none() | st.integers(0, 3)
services = st.sampled_from(FEW_SERVICES) | st.sampled_from(Service)
yes_no_unknown = st.none() | st.booleans()
focus_levels = st.builds(FocusLevels, **dict.fromkeys(FocusLevels.model_fields, levels))


def some(values: type | tuple[str, ...], at_most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    """A few different values, or none."""
    return st.lists(st.sampled_from(values), max_size=at_most, unique=True).map(tuple)


def ids(prefix: str, at_least: int = 1, at_most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    """Ids in order, such as ``K-01``."""
    return st.integers(at_least, at_most).map(
        lambda n: tuple(f"{prefix}-{i:02}" for i in range(1, n + 1))
    )


@st.composite
def services_in_case(draw: st.DrawFn, contacts: tuple[str, ...] = ()) -> ServiceInCase:
    service = draw(services)
    since = draw(st.none() | days)
    lasts = draw(st.none() | st.integers(0, 1500))
    return ServiceInCase(
        service=service,
        since=since,
        expected_end=None if lasts is None else (since or ON) + timedelta(days=lasts),
        beyond_ordinary=draw(yes_no_unknown),
        phase=draw(st.none() | st.sampled_from(BarnevernPhase))
        if service is Service.BARNEVERN
        else None,
        phase_since=draw(st.none() | days),
        contact=draw(st.none() | st.sampled_from(contacts)) if contacts else None,
    )


@st.composite
def wishes(draw: st.DrawFn, coordinator_ids: tuple[str, ...] = ()) -> Wish:
    about = draw(st.sampled_from(WishAbout))
    values = {
        WishAbout.COORDINATOR: coordinator_ids or ("K-01",),
        WishAbout.SERVICE: FEW_SERVICES,
        WishAbout.LANGUAGE: (*LANGUAGES, " NORSK"),
        WishAbout.GENDER: (*GENDERS, "Kvinne"),
    }
    return Wish(
        wanted=draw(st.booleans()),
        about=about,
        value=draw(st.sampled_from(values[about])),
        order=draw(st.none() | st.integers(1, 3)),
        by=draw(st.none() | st.sampled_from(WishBy)),
    )


@st.composite
def cases(draw: st.DrawFn, case_id: str = "S-01", coordinator_ids: tuple[str, ...] = ()) -> Case:
    """A case that names none but these coordinators."""
    somebody = st.none() | st.sampled_from(coordinator_ids) if coordinator_ids else st.none()
    relation = st.builds(
        Relation,
        coordinator=st.sampled_from(coordinator_ids or ("-",)),
        kind=st.sampled_from(RelationKind),
    )
    return Case(
        id=case_id,
        received=draw(st.none() | days),
        subject=draw(st.none() | st.sampled_from(Subject)),
        birth_month=draw(
            st.none() | st.dates(date(2005, 1, 1), ON).map(lambda day: day.replace(day=1))
        ),
        bti_level=draw(levels),
        serious_condition=draw(yes_no_unknown),
        long_term_need=draw(yes_no_unknown),
        found_early=draw(yes_no_unknown),
        individual_plan=draw(st.none() | st.sampled_from(IndividualPlan)),
        consent=draw(st.none() | st.sampled_from(Consent)),
        consent_scope=draw(some(FEW_SERVICES)),
        focus=draw(focus_levels),
        arenas=draw(some(Arena, at_most=3)),
        languages=draw(some(LANGUAGES)),
        area=draw(st.none() | st.sampled_from(AREAS)),
        current_coordinator=draw(somebody),
        coordinator_since=draw(st.none() | days),
        earlier_changes=draw(st.none() | st.integers(0, 4)),
        reconsider=draw(yes_no_unknown),
        next_transition=draw(st.none() | st.sampled_from(Transition)),
        transition_date=draw(st.none() | days),
        meetings_per_year=draw(st.none() | st.integers(0, 12)),
        workload_hours_per_month=draw(st.none() | st.integers(0, 80).map(lambda n: n / 4)),
        family=draw(st.none() | st.sampled_from(["familie A", "familie B"])),
        address_block=draw(st.none() | st.sampled_from(AddressBlock)),
        user_heard=draw(st.none() | days),
        child_heard=draw(st.none() | days),
        services=tuple(draw(st.lists(services_in_case(coordinator_ids), max_size=4))),
        wishes=tuple(draw(st.lists(wishes(coordinator_ids), max_size=4))),
        relations=tuple(draw(st.lists(relation, max_size=3))) if coordinator_ids else (),
    )


@st.composite
def absences(draw: st.DrawFn) -> Absence:
    first = draw(days)
    lasts = draw(st.none() | st.integers(0, 400))
    return Absence(
        first_day=first, last_day=None if lasts is None else first + timedelta(days=lasts)
    )


@st.composite
def coordinators(draw: st.DrawFn, coordinator_id: str = "K-01") -> Coordinator:
    start = draw(st.none() | days)
    lasts = draw(st.none() | st.integers(0, 2000))
    return Coordinator(
        id=coordinator_id,
        service=draw(st.none() | services),
        unit=draw(st.none() | st.sampled_from(["Enhet A", "Enhet B"])),
        employer=draw(st.none() | st.sampled_from(Employer)),
        position_percent=draw(st.none() | st.integers(0, 1000).map(lambda n: n / 10)),
        agreed_hours_per_month=draw(st.none() | st.integers(0, 160).map(lambda n: n / 4)),
        bound_hours_per_month=draw(st.none() | st.integers(0, 40).map(lambda n: n / 4)),
        employed_from=start,
        employed_to=None if lasts is None else (start or ON) + timedelta(days=lasts),
        training_date=draw(st.none() | days),
        bti_competence=draw(levels),
        meeting_skill=draw(levels),
        competence=draw(focus_levels),
        languages=draw(some(LANGUAGES)),
        gender=draw(st.none() | st.sampled_from(GENDERS)),
        area=draw(st.none() | st.sampled_from(AREAS)),
        journal_access=draw(yes_no_unknown),
        ip_tool=draw(yes_no_unknown),
        superuser=draw(yes_no_unknown),
        address_block=draw(st.none() | st.sampled_from(AddressBlock)),
        absences=tuple(draw(st.lists(absences(), max_size=3))),
    )


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


@st.composite
def all_pairs(draw: st.DrawFn, at_most: int = 3) -> Pairs:
    """All pairs of a roster, each case owed some role."""
    roster = draw(rosters(at_most))
    return Pairs.of(roster, {case.id: draw(st.sampled_from(Role)) for case in roster.cases})


@st.composite
def one_pair(draw: st.DrawFn) -> Pairs:
    """A 1 × 1 slice."""
    return Pairs(
        on=ON,
        cases=(draw(cases(coordinator_ids=("K-01", "K-02"))),),
        roles=(draw(st.sampled_from(Role)),),
        coordinators=(draw(coordinators()),),
        units={},
    )
