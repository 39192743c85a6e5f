"""The cases of a round with their suggestion: those that need somebody's eyes first."""

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.domain.wording import sentence
from matcher.services import Services
from matcher.ui import norwegian
from matcher.ui.firm import firmness_of
from matcher.ui.frame import note
from matcher.ui.markup import Html, badge, bar, div, element, joined, only_read_aloud, span
from matcher.ui.places import link_to_case
from matcher.ui.standing import last_decisions, shown
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import chosen, lacks_coordinator, workplace

PAGE_LENGTH = 20
COLUMNS = ["role", "suggestion", "fit", "change", "hours", "marks"]
FILTERS = ["list.all", "list.unplaced", "list.new", "list.marked", "list.outside"]


def cases_in_order(run: Run) -> list[CasePlan]:
    """Unplaced first, then those with something to look at, then the others; by id in each."""
    return sorted(run.plan.cases, key=lambda told: (_urgency(told), told.case))


def show_cases(services: Services, run: Run) -> None:
    """The list, a page at a time, with a filter and a search."""
    told = cases_in_order(run)
    left, right = st.columns([3, 2], gap="large")
    with left:
        kind = st.segmented_control(
            say("list.filter"),
            FILTERS,
            default=FILTERS[0],
            required=True,
            format_func=lambda key: f"{say(key)} ({sum(_is(key, each) for each in told)})",
        )
    with right:
        wanted = st.text_input(say("list.search"), placeholder=say("list.search_hint"))
    found = [each for each in told if _is(kind, each) and _matches(each, wanted, run)]
    if not found:
        note(say("list.nothing"), "quiet")
        return
    pages = -(-len(found) // PAGE_LENGTH)
    first = 0
    below = st.container()
    if pages > 1:
        first = (st.pagination(pages, key="list_page") - 1) * PAGE_LENGTH
    last = last_decisions(services, run)
    with below.container(key="km-cases", gap=None):
        _show_headings()
        for each in found[first : first + PAGE_LENGTH]:
            firm = firmness_of(services, run, each.case)
            marks = [badge(firm.firm, firm.tone)] if firm else []
            decided = shown(each, last.get(each.case), run)
            _show_row(each, run, [*marks, *([decided] if decided else [])])


def _show_headings() -> None:
    left, right = st.columns([1, 11], gap="small")
    headings = (span(say(f"list.{name}"), f"km-{name}") for name in COLUMNS)
    left.html(div(say("list.case"), "km-row-head"))
    right.html(div(joined(headings), "km-row km-row-head"))


def _show_row(told: CasePlan, run: Run, standing: list[Html]) -> None:
    left, right = st.columns([1, 11], gap="small", vertical_alignment="center")
    with left:
        link_to_case(told.case)
    cells = [
        sentence(told.entitlement.role),
        _who(told, run),
        _fit(told),
        joined([_change(told), *standing], " "),
        _hours(told),
        _marks(told),
    ]
    named = (
        div(joined([only_read_aloud(say(f"list.{name}") + ":"), cell]), f"km-{name}")
        for name, cell in zip(COLUMNS, cells, strict=True)
    )
    right.html(div(joined(named), "km-row"))


def _who(told: CasePlan, run: Run) -> Html:
    if lacks_coordinator(told):
        why = (div(finding.message, "km-sub") for finding in told.unplaced_because[:1])
        return joined([element("strong", say("list.nobody")), *why])
    if told.coordinator is None:
        return span(say("list.none_owed"), "km-sub")
    where = workplace(run.roster.coordinator_by_id.get(told.coordinator))
    name = element("strong", run.roster.called(told.coordinator))
    return joined([name, div(where, "km-sub")])


def _fit(told: CasePlan) -> str:
    suggestion = chosen(told)
    if suggestion is None:
        return ""
    return div(joined([span(str(suggestion.fit), "km-score"), bar(suggestion.fit)]), "km-fit-cell")


def _change(told: CasePlan) -> str:
    if told.coordinator is None:
        return badge(say("list.is_unplaced"), "bad") if lacks_coordinator(told) else ""
    return badge(say("list.is_kept"), "quiet") if told.kept else badge(say("list.is_new"), "good")


def _hours(told: CasePlan) -> str:
    is_owed = told.coordinator is not None or lacks_coordinator(told)
    return norwegian.hours(told.workload_hours_per_month) if is_owed else ""


def _marks(told: CasePlan) -> str:
    suggestion = chosen(told)
    warnings = suggestion.warnings if suggestion else ()
    more = [div(say("list.more_marks", count=len(warnings) - 1), "km-sub")]
    first = [div(warning.message, "km-warning") for warning in warnings[:1]]
    return joined(first + more if len(warnings) > 1 else first)


def _urgency(told: CasePlan) -> int:
    if lacks_coordinator(told):
        return 0
    if told.coordinator is None:
        return 3
    return 1 if _is("list.marked", told) else 2


def _is(key: str, told: CasePlan) -> bool:
    suggestion = chosen(told)
    answers = {
        "list.all": True,
        "list.unplaced": lacks_coordinator(told),
        "list.new": told.coordinator is not None and not told.kept,
        "list.marked": bool(suggestion and suggestion.warnings),
        "list.outside": told.coordinator is None and not lacks_coordinator(told),
    }
    return answers[key]


def _matches(told: CasePlan, wanted: str, run: Run) -> bool:
    name = run.roster.called(told.coordinator) if told.coordinator else ""
    return wanted.strip().casefold() in f"{told.case} {name} {told.entitlement.role}".casefold()
