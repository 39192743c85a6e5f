"""Facts of one row that can't all be true, or that someone should look at again."""

from __future__ import annotations

from datetime import date

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.coordinator import Absence, Coordinator
from matcher.domain.vocabulary import Service, Subject
from matcher.domain.wording import written
from matcher.exchange.row import Row

AGE_OF_MAJORITY = 18
"""Vergemålsloven § 8."""
MONTHS_A_PREGNANCY_LASTS = 10
MOST_HOURS_PER_MONTH = 200
"""More than a full post's working hours: more likely a slip than a fact."""


def weigh(row: Row, on: date) -> None:
    """Refuse what can't be true and warn of what is unlikely, on the day of the round."""
    match row.item:
        case Case():
            _weigh_case(row, row.item, on)
        case ServiceInCase():
            _weigh_service(row, row.item, on)
        case Coordinator():
            _weigh_coordinator(row, row.item)
        case Absence():
            if row.item.last_day and row.item.last_day < row.item.first_day:
                row.refuse("dates_reversed", "fraværet slutter før det begynner.", "last_day")


def _weigh_case(row: Row, case: Case, on: date) -> None:
    _weigh_birth(row, case, on)
    for field in ("received", "consent_date", "coordinator_since", "user_heard", "child_heard"):
        _warn_of_future(row, field, on)
    if case.transition_date and case.transition_date < on:
        what = f"{written(case.transition_date)} er passert. Kanskje er en ny overgang den neste."
        row.warn("date_passed", what, "transition_date")
    _warn_of_many_hours(row, "workload_hours_per_month", case.workload_hours_per_month)
    if case.has_blocked_address and case.area:
        row.warn(
            "blocked_address_has_area",
            "saken har adressesperre, men området er fylt ut. Det brukes ikke. "
            "Kanskje bør det fjernes fra filen.",
            "area",
        )
    if case.coordinator_since and not case.current_coordinator:
        what = "dagen er fylt ut, men ikke hvem som er koordinator."
        row.warn("coordinator_absent", what, "coordinator_since")


def _weigh_birth(row: Row, case: Case, on: date) -> None:
    if case.birth_month is None:
        return
    months = (on.year - case.birth_month.year) * 12 + on.month - case.birth_month.month
    shown = f"{case.birth_month:%m.%Y}"
    if case.subject is Subject.UNBORN:
        if months > 0:
            what = f"barnet står som ufødt, men terminen {shown} er passert. Kanskje er det født."
            row.warn("birth_passed", what, "birth_month")
        elif months < -MONTHS_A_PREGNANCY_LASTS:
            row.refuse(
                "birth_in_future", f"terminen {shown} er for langt fram i tid.", "birth_month"
            )
    elif months < 0:
        what = f"{shown} er fram i tid. Kanskje er året feil, eller saken gjelder et ufødt barn."
        row.refuse("birth_in_future", what, "birth_month")
    elif case.subject is Subject.CHILD and months >= 12 * AGE_OF_MAJORITY + 1:
        what = f"saken gjelder barn, men personen er over {AGE_OF_MAJORITY} år ({shown})."
        row.warn("age_and_subject", what, "subject")
    elif case.subject is Subject.ADULT and months < 12 * AGE_OF_MAJORITY:
        what = f"saken gjelder voksen, men personen er under {AGE_OF_MAJORITY} år ({shown})."
        row.warn("age_and_subject", what, "subject")


def _weigh_service(row: Row, service: ServiceInCase, on: date) -> None:
    if service.expected_end and service.since and service.expected_end < service.since:
        row.refuse("dates_reversed", "tjenesten slutter før den begynner.", "expected_end")
    elif service.expected_end and service.expected_end < on:
        what = f"tjenesten sluttet {written(service.expected_end)}. Kanskje skal raden bort."
        row.warn("date_passed", what, "expected_end")
    if service.phase and service.service is not Service.BARNEVERN:
        what = f"fasen «{service.phase}» gjelder bare barnevern, ikke {service.service}."
        row.warn("phase_without_barnevern", what, "phase")
    _warn_of_future(row, "phase_since", on)


def _weigh_coordinator(row: Row, person: Coordinator) -> None:
    if person.employed_from and person.employed_to and person.employed_to < person.employed_from:
        row.refuse("dates_reversed", "ansettelsen slutter før den begynner.", "employed_to")
    agreed, bound = person.agreed_hours_per_month, person.bound_hours_per_month
    if agreed is not None and bound is not None and bound > agreed:
        what = "flere timer er bundet enn avtalt; koordinatoren har ingen ledige timer."
        row.warn("bound_more_than_agreed", what, "bound_hours_per_month")
    _warn_of_many_hours(row, "agreed_hours_per_month", agreed)
    if person.position_percent is not None and 0 < person.position_percent <= 1:
        what = "stillingen er på høyst én prosent. Kanskje er det en andel: 0,5 skrives 50."
        row.warn("percent_or_share", what, "position_percent")
    if person.has_blocked_address and person.area:
        row.warn(
            "blocked_address_has_area",
            "koordinatoren har adressesperre, men området er fylt ut. Det brukes ikke. "
            "Kanskje bør det fjernes fra filen.",
            "area",
        )


def _warn_of_future(row: Row, field: str, on: date) -> None:
    day = row.values.get(field)
    if isinstance(day, date) and day > on:
        row.warn("date_in_future", f"{written(day)} er etter dagen for runden.", field)


def _warn_of_many_hours(row: Row, field: str, hours: float | None) -> None:
    if hours is not None and hours > MOST_HOURS_PER_MONTH:
        what = f"over {MOST_HOURS_PER_MONTH} timer i måneden. Kanskje mangler et komma."
        row.warn("many_hours", what, field)
