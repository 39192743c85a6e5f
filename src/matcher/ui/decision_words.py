"""What a decision says, in words: the same for a summary and for two texts side by side."""

from collections.abc import Iterator
from datetime import date

from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.groundwork import Groundwork
from matcher.domain.roster import Roster
from matcher.domain.wording import sentence
from matcher.ui import norwegian
from matcher.ui.state import Run
from matcher.ui.texts import say


def facts_of(decision: Decision, run: Run) -> list[tuple[str, str]]:
    """All that is said in a decision, by name; nothing of what isn't said."""
    stand_in, change, roster = decision.stand_in, decision.change_because, run.roster
    said: list[tuple[str, str | None]] = [
        (say("decision.chosen"), outcome(decision, roster)),
        (say("decision.starts_on"), _day(decision.starts_on)),
        (say("decision.stand_in"), roster.called(stand_in) if stand_in else None),
        (say("decision.reason"), decision.reason),
        (say("decision.change_because"), sentence(change) if change else None),
        *(
            (say("decision.override", rule=run.rule_title(decision.case, one.rule)), one.reason)
            for one in decision.overrides
        ),
        *_groundwork(decision.groundwork),
    ]
    return [(name, value) for name, value in said if value]


def differences(theirs: Decision, yours: Decision, run: Run) -> list[tuple[str, str, str]]:
    """Where two decisions say different things: what it is, theirs, yours."""
    their_facts, your_facts = dict(facts_of(theirs, run)), dict(facts_of(yours, run))
    empty = say("decision.nothing_written")
    return [
        (name, their_facts.get(name, empty), your_facts.get(name, empty))
        for name in dict.fromkeys([*their_facts, *your_facts])
        if their_facts.get(name) != your_facts.get(name)
    ]


def outcome(decision: Decision, roster: Roster) -> str:
    """Who has been chosen, or that the case stays open."""
    if decision.outcome is Outcome.OPEN or decision.coordinator is None:
        return say("decision.stays_open")
    return roster.called(decision.coordinator)


def moment(decided: Decided) -> str:
    """When a decision was written."""
    return f"{norwegian.day(decided.day)} kl. {decided.at.astimezone():%H.%M}"


def _groundwork(work: Groundwork) -> Iterator[tuple[str, str | None]]:
    answers = {True: say("decision.yes"), False: say("decision.no"), None: None}
    yield say("decision.user_heard_on"), _day(work.user_heard_on)
    yield say("decision.user_said"), work.user_said
    yield say("decision.child_heard_on"), _day(work.child_heard_on)
    yield say("decision.child_not_heard_because"), work.child_not_heard_because
    yield say("decision.candidate_asked_on"), _day(work.candidate_asked_on)
    yield say("decision.candidate_accepts"), answers[work.candidate_accepts]
    yield say("decision.hours_confirmed_on"), _day(work.hours_confirmed_on)
    yield say("decision.assessment"), work.assessment
    yield say("decision.outgoing_recommends"), work.outgoing_recommends
    for one in work.approvals:
        given = say("decision.approved", person=one.person, day=norwegian.day(one.on))
        yield say("decision.approval", by=one.by), given


def _day(day: date | None) -> str | None:
    return norwegian.day(day) if day else None
