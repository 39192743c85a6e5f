"""Which services are in high demand this round? For KE only; a family is told no load figures.

What a service's hours are worth is what the round would gain by some more of them. That is not
read off a solver's prices but tried: a whole round is run where everybody of the service has an
hour more a month, and the goals are compared. So it counts whole cases, and is exact where both
rounds are proven.
"""

from __future__ import annotations

from time import monotonic

from matcher.domain.coordinator import Coordinator
from matcher.domain.frozen import Frozen
from matcher.domain.plan import Says
from matcher.domain.vocabulary import Service
from matcher.domain.wording import sentence, with_unit
from matcher.explain.changes import Change, MoreHours
from matcher.explain.loss_words import losses_in_words
from matcher.explain.solved_round import SolvedRound, solve
from matcher.explain.trials import seconds_for
from matcher.explain.under_way import Told

HOURS = 1.0
"""So much more a month for each of the service's coordinators."""


class Demand(Frozen):
    """What some more hours in one service would do to the round."""

    service: Service
    coordinators: tuple[str, ...]
    more_placed: int
    """So many more cases would have a coordinator."""
    more_points: float
    """So many more points of fit, or fewer where more are placed and somebody fits poorly."""
    gain: tuple[float, ...]
    """One number a goal, in their order; positive where the round gets better."""
    says_of_numbers: Says
    says: str


class Demands(Frozen):
    """The services that are in demand, the most wanted first, and in a sentence what was tried."""

    services: tuple[Demand, ...]
    ran_out: bool
    """Whether the time was up before every service was tried."""
    says: str


def demand(
    round_: SolvedRound,
    *,
    most_seconds: float | None = None,
    told: Told = lambda step, share: None,
) -> Demands:
    """The services whose hours the round would gain by.

    One round is run for each service, those with the least to spare first, until the time is up;
    at least one. ``told`` hears which is on, and the share done.
    """
    found: list[Demand] = []
    services = _services(round_)
    until = monotonic() + (seconds_for(round_) if most_seconds is None else most_seconds)
    for service, people in services:
        if found and monotonic() >= until:
            break
        told(f"Prøver flere timer i tjenesten {service}.", len(found) / len(services))
        found.append(_demand(round_, service, people))
    wanted = [row for row in found if row.gain > (0.0,) * len(row.gain)]
    wanted.sort(key=lambda row: ([-gain for gain in row.gain], row.service))
    left = len(services) - len(found)
    says = _tried(len(found), left, gained=bool(wanted))
    return Demands(services=tuple(wanted), ran_out=left > 0, says=says)


def _tried(rounds: int, left: int, *, gained: bool) -> str:
    nothing = "" if gained else ": ingen av dem ville gjort runden bedre"
    tried = f"Prøvd i {with_unit(str(rounds), 'runder')}, én for hver tjeneste{nothing}."
    if not left:
        return tried
    rest = f"Tjenester som står igjen: {left}."
    return f"{tried} Tida var ute før alle var prøvd. {rest}"


def _services(round_: SolvedRound) -> list[tuple[Service, list[Coordinator]]]:
    """Those who have agreed to hours, by service; the service with the fullest hours first."""
    people: dict[Service, list[Coordinator]] = {}
    for person in round_.posed.pairs.coordinators:
        if person.service is not None and person.agreed_hours_per_month is not None:
            people.setdefault(person.service, []).append(person)
    hours = round_.problem.left(round_.solved.plan).tolist()
    left = dict(zip(round_.problem.coordinator_ids, hours, strict=True))

    def fullest(each: tuple[Service, list[Coordinator]]) -> tuple[float, str]:
        service, members = each
        return sum(left[person.id] for person in members) / len(members), service

    return sorted(people.items(), key=fullest)


def _demand(round_: SolvedRound, service: Service, people: list[Coordinator]) -> Demand:
    request = round_.request
    changes: list[Change] = [MoreHours(person.id, HOURS) for person in people]
    for change in changes:
        request = change.made(request)
    after = solve(request, start=round_.solved.plan)
    values = {tier.goal.id: tier.value / tier.goal.scale for tier in after.consequences.tiers}
    gain = {
        tier.goal.id: round(tier.value / tier.goal.scale - values[tier.goal.id], 6)
        for tier in round_.consequences.tiers
        if tier.goal.id != "even_load"  # the even share itself changes with the hours
    }
    placed = sum(value for id_, value in gain.items() if id_.startswith("place_"))
    proven = round_.consequences.is_proven and after.consequences.is_proven
    ids = tuple(person.id for person in people)
    return Demand(
        service=service,
        coordinators=ids,
        more_placed=int(placed),
        more_points=gain["total_fit"],
        gain=tuple(gain.values()),
        says_of_numbers=Says.EXACT if proven else Says.ESTIMATE,
        says=_says(round_, service, len(ids), gain),
    )


def _says(round_: SolvedRound, service: Service, people: int, gain: dict[str, float]) -> str:
    each = "hos koordinatoren" if people == 1 else f"hos hver av de {people} koordinatorene"
    begins = f"{sentence(service)}, med én time mer i måneden {each}"
    goals = (tier.goal for tier in round_.consequences.tiers)
    better = next((goal for goal in goals if gain.get(goal.id, 0.0) > 0), None)
    if better is None:
        return f"{begins} blir ikke runden bedre."
    won = [(better.id, better.title, better.unit, -gain[better.id])]
    return f"{begins}: {losses_in_words(won)}."
