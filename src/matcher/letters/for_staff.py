"""The letters to the coordinator and to the leader, and the agenda of a meeting.

What the work is in this case: tasks, time, stand-in, meetings, a checklist for the start.
"""

from __future__ import annotations

from matcher.domain.case import ServiceInCase
from matcher.domain.coordinator import Coordinator, Unit
from matcher.domain.running_services import running
from matcher.domain.vocabulary import Consent, IndividualPlan, Subject
from matcher.domain.wording import sentence
from matcher.explain.own_facts import called
from matcher.letters.consent import consent_in_words
from matcher.letters.document import (
    Block,
    Document,
    Fact,
    Kind,
    listing,
    paragraph,
    section,
)
from matcher.letters.ground import Ground, chosen_one


def to_coordinator(ground: Ground) -> Document:
    """The content of the coordinator's letter."""
    one, texts = chosen_one(ground), ground.texts
    say = texts.say
    return _work_letter(
        ground,
        to=called(one),
        blocks=(
            *section(
                say("work.heading"),
                paragraph(
                    say(f"coordinator.{_state(ground)}", role=ground.role, case=ground.case.id)
                ),
                paragraph(say("coordinator.change")) if _is_change(ground) else None,
                listing(_terms(ground)),
            ),
            *_services(ground),
            *section(
                say("coordinator.tasks_heading"),
                listing(texts.own_lines(texts.own.tasks)),
                paragraph(say(f"coordinator.chair_{ground.profile.meetings.chair}")),
                paragraph(say("coordinator.no_time"), say("coordinator.toolbox")),
            ),
            *section(
                say("coordinator.start_heading"),
                listing(texts.own_lines(texts.own.start), Kind.CHECKLIST),
            ),
        ),
    )


def to_leader(ground: Ground) -> Document:
    """The content of the leader's letter."""
    one, texts = chosen_one(ground), ground.texts
    say = texts.say
    leader = _leader(ground, one)
    stand_in = _stand_in(ground)
    is_stand_in = stand_in and leader and stand_in in (leader.leader_id, leader.leader_name)
    return _work_letter(
        ground,
        to=(leader and leader.leader_name) or say("leader.unknown"),
        blocks=(
            *section(
                say("work.heading"),
                paragraph(
                    say(
                        f"leader.{_state(ground)}",
                        name=called(one),
                        role=ground.role,
                        case=ground.case.id,
                    ),
                    say("leader.you_stand_in") if is_stand_in else "",
                ),
                listing(_terms(ground)),
            ),
            *section(
                say("leader.tasks_heading"),
                listing(texts.own_lines(texts.own.leader), Kind.CHECKLIST),
            ),
        ),
    )


def agenda(ground: Ground) -> Document:
    """The content of the agenda for a meeting of the ansvarsgruppe (S110)."""
    one, texts = chosen_one(ground), ground.texts
    say = texts.say
    is_child = ground.case.subject in (Subject.CHILD, Subject.YOUTH)
    return Document(
        language=texts.language,
        author=ground.profile.words.municipality,
        day=ground.day,
        title=say("agenda.title"),
        facts=(
            *ground.head(),
            Fact(label=say("facts.when"), value=say("facts.to_fill_in")),
        ),
        note="" if ground.decided else say("agenda.draft"),
        blocks=(
            *section(
                say("agenda.items_heading"),
                paragraph(say(f"agenda.chair_{ground.profile.meetings.chair}", name=called(one))),
                listing(texts.own_lines(texts.own.agenda), Kind.NUMBERED),
                paragraph(say("agenda.child")) if is_child else None,
            ),
            *section(
                say("agenda.first_heading"),
                listing(texts.own_lines(texts.own.first_meeting)),
            ),
        ),
    )


def _work_letter(ground: Ground, to: str, blocks: tuple[Block, ...]) -> Document:
    say = ground.texts.say
    key = "work.title_decided" if ground.decided else "work.title"
    return Document(
        language=ground.texts.language,
        author=ground.profile.words.municipality,
        day=ground.day,
        title=say(key, role=ground.role, case=ground.case.id),
        facts=ground.head(("to", to)),
        note=ground.note(),
        blocks=blocks,
    )


def _terms(ground: Ground) -> tuple[str, ...]:
    """What the work is in this case: time, meetings, stand-in, transition, plan and consent."""
    say, told, case = ground.texts.say, ground.told, ground.case
    hours = ground.texts.amount(told.workload_hours_per_month)
    plan = case.individual_plan or IndividualPlan.UNSETTLED
    return (
        say("work.hours_estimate" if told.workload_is_estimate else "work.hours", hours=hours),
        _meetings(ground),
        _stand_in_told(ground),
        _transition(ground),
        say(f"plan_status.{plan}"),
        " ".join(consent_in_words(case, ground.texts, "work.consent_")),
        say("work.blocked_address") if ground.hides_place else "",
    )


def _services(ground: Ground) -> tuple[Block, ...]:
    """The measures of the case (S094) and how many they are (S180), as far as consent reaches."""
    case, say = ground.case, ground.texts.say
    rows = [
        row
        for row in running(case, ground.day)
        if case.consent is Consent.GIVEN
        or (case.consent is Consent.PARTIAL and row.service in case.consent_scope)
    ]
    if not rows:
        return ()
    return section(
        say("coordinator.services_heading"),
        listing(_service(row, ground) for row in rows),
        paragraph(say("coordinator.services_count", count=str(len(rows)))),
    )


def _service(row: ServiceInCase, ground: Ground) -> str:
    """A service with its days and its contact, as far as they are known."""
    texts, contact = ground.texts, ground.roster.coordinator_by_id.get(row.contact or "")
    told = [sentence(texts.say(f"service.{row.service}"))]
    if row.since:
        told.append(texts.say("coordinator.service_from", date=texts.day(row.since)))
    if row.expected_end:
        told.append(texts.say("coordinator.service_until", date=texts.day(row.expected_end)))
    if contact:
        told.append(texts.say("coordinator.service_contact", name=called(contact)))
    return f"{', '.join(told)}."


def _meetings(ground: Ground) -> str:
    """Meetings a year; where the case doesn't say, what is usual in the municipality (S148)."""
    meetings, usual = ground.case.meetings_per_year, ground.profile.workload.usual_meetings_per_year
    if meetings is None:
        return ground.texts.say("work.meetings_usual", meetings=str(usual))
    return ground.texts.say("work.meetings", meetings=str(meetings))


def _leader(ground: Ground, coordinator: Coordinator) -> Unit | None:
    """The unit with its leader; ``None`` where it isn't known, or the coordinator leads it."""
    unit = ground.roster.unit_by_name.get(coordinator.unit or "")
    return None if unit is None or unit.leader_id == coordinator.id else unit


def _stand_in(ground: Ground) -> str | None:
    """Who stands in, as in the plan. Where another than the suggested is decided, it is open."""
    if ground.decided and ground.decided.stand_in:
        return ground.decided.stand_in
    is_suggested = ground.coordinator and ground.coordinator.id == ground.told.coordinator
    return ground.told.stand_in if is_suggested else None


def _stand_in_told(ground: Ground) -> str:
    stand_in = _stand_in(ground)
    if stand_in is None:
        return ground.texts.say("work.no_stand_in")
    known = ground.roster.coordinator_by_id.get(stand_in)
    return ground.texts.say("work.stand_in", stand_in=called(known) if known else stand_in)


def _transition(ground: Ground) -> str:
    case, texts = ground.case, ground.texts
    if case.next_transition is None:
        return ""
    transition = texts.say(f"transition.{case.next_transition}")
    if case.transition_date is None:
        return texts.say("work.transition_undated", transition=transition)
    return texts.say("work.transition", transition=transition, date=texts.day(case.transition_date))


def _state(ground: Ground) -> str:
    if ground.decided:
        return "decided"
    return "suggested_current" if ground.is_current else "suggested"


def _is_change(ground: Ground) -> bool:
    return ground.case.current_coordinator is not None and not ground.is_current
