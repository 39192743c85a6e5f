"""Doing what an explanation says: from its words alone, by other code than what told it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from matcher.domain.case import Case, Wish
from matcher.domain.choice import Choice
from matcher.domain.coordinator import Coordinator
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import BarnevernPhase, RelationKind, WishAbout
from matcher.explain.changes import reweighed
from matcher.explain.solved_round import RoundRequest

Act = Callable[[RoundRequest, str, "re.Match[str]"], RoundRequest]


def acted(request: RoundRequest, case: str, says: str) -> RoundRequest:
    """The request where somebody has done what a clause says, in a case."""
    for pattern, act in ACTS.items():
        if found := re.match(pattern, says):
            return act(request, case, found)
    raise AssertionError(f"nobody could act upon this: {says}")


def hours(text: str) -> float:
    """A number as it is written in Norwegian."""
    return float(text.replace(",", "."))


def _unlock(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    kept = tuple(c for c in request.locks if (c.case, c.coordinator) != (found[1], found[2]))
    assert len(kept) < len(request.locks)
    return replace(request, locks=kept)


def _unban(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    kept = tuple(c for c in request.bans if (c.case, c.coordinator) != (found[2], found[1]))
    assert len(kept) < len(request.bans)
    return replace(request, bans=kept)


def _set_aside(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    lock = Choice(case=found[1], coordinator=found[2], reason="avtalt i møte")
    return replace(request, locks=(*request.locks, lock))


def _reconsider(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    return with_case(request, found[1], lambda c: {"reconsider": True})


def _wish(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    def first(before: Case) -> dict[str, object]:
        wanted = [w for w in before.wishes if w.wanted and w.about is WishAbout.COORDINATOR]
        others = [w for w in before.wishes if w not in wanted and w.value != found[1]]
        moved = [
            w.model_copy(update={"order": None if w.order is None else w.order + 1})
            for w in wanted
            if w.value != found[1]
        ]
        new = Wish(wanted=True, about=WishAbout.COORDINATOR, value=found[1], order=1)
        return {"wishes": (*others, *moved, new)}

    return with_case(request, case, first)


def _let_go(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    person = request.roster.coordinator_by_id[found[1]]
    is_theirs = {found[1], str(person.service), str(person.gender), *person.languages}

    def kept(before: Case) -> dict[str, object]:
        return {"wishes": tuple(w for w in before.wishes if w.wanted or w.value not in is_theirs)}

    return with_case(request, case, kept)


def _says_yes(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    def kept(before: Case) -> dict[str, object]:
        return {
            "relations": tuple(
                r
                for r in before.relations
                if not (r.coordinator == found[1] and r.kind is RelationKind.HAS_DECLINED)
            )
        }

    return with_case(request, case, kept)


def _train(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    return with_coordinator(request, found[1], training_date=request.roster.on)


def _agree(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    return with_coordinator(request, found[1], agreed_hours_per_month=hours(found[2]))


def _go_on(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    def after(before: Case) -> dict[str, object]:
        return {
            "services": tuple(
                s.model_copy(update={"phase": BarnevernPhase.MEASURES, "phase_since": None})
                if s.phase is BarnevernPhase.UNDERSOKELSE
                else s
                for s in before.services
            )
        }

    return with_case(request, found[1], after)


def _present(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    return with_coordinator(request, found[1], employed_from=None, employed_to=None, absences=())


def _weigh(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    lines = request.profile.criteria
    fields = type(lines).model_fields
    name = next(name for name, field in fields.items() if field.title == found[1])
    weights = {each: getattr(lines, each).weight for each in fields}
    new = reweighed(weights, name, int(found[2]))
    assert sum(new.values()) == 100
    changed = {e: getattr(lines, e).model_copy(update={"weight": new[e]}) for e in fields}
    profile = request.profile.model_copy(update={"criteria": lines.model_copy(update=changed)})
    return replace(request, profile=profile)


def _move_easier(request: RoundRequest, case: str, found: re.Match[str]) -> RoundRequest:
    goals = request.profile.goals
    moving = goals.moving.model_copy(update={"threshold_points": int(found[1])})
    profile = request.profile.model_copy(
        update={"goals": goals.model_copy(update={"moving": moving})}
    )
    return replace(request, profile=profile)


WHO = r"(?:[^()]+ \()?([^\s()]+)\)?"
"""A coordinator as one is told: the name, and the id in parentheses; or the id alone."""

ACTS: dict[str, Act] = {
    rf"KE opphever låsen av (\S+) til {WHO}$": _unlock,
    rf"KE opphever sperringen av {WHO} for (\S+)$": _unban,
    rf"KE fraviker regelen med en skriftlig begrunnelse og låser (\S+) til {WHO}$": _set_aside,
    r"det er bedt om at bytte av koordinator vurderes i (\S+)$": _reconsider,
    rf"familien ønsker {WHO} som førstevalg$": _wish,
    rf"familien ikke lenger sier nei til det som gjelder {WHO}$": _let_go,
    rf"{WHO} likevel sier ja til saken$": _says_yes,
    rf"{WHO} får opplæring i rollen før runden$": _train,
    rf"{WHO} har ([\d,]+) avtalte timer i måneden": _agree,
    r"barnevernet er ferdig med undersøkelsen i (\S+) og går over til tiltak$": _go_on,
    rf"{WHO} er ansatt og til stede ved oppstarten, og i tiden etter$": _present,
    r"kommunen lar «(.+)» veie (\d+) av 100": _weigh,
    r"kommunen krever at et bytte gir mer enn (\d+) poeng": _move_easier,
}


def with_case(
    request: RoundRequest, id_: str, change: Callable[[Case], dict[str, object]]
) -> RoundRequest:
    roster = request.roster
    cases = [
        Case.model_validate({**dict(c), **change(c)}) if c.id == id_ else c for c in roster.cases
    ]
    after = Roster.of(roster.on, cases, roster.coordinators, roster.units)
    return replace(request, roster=after)


def with_coordinator(request: RoundRequest, id_: str, **values: object) -> RoundRequest:
    roster = request.roster
    people = [
        Coordinator.model_validate({**dict(c), **values}) if c.id == id_ else c
        for c in roster.coordinators
    ]
    return replace(request, roster=Roster.of(roster.on, roster.cases, people, roster.units))
