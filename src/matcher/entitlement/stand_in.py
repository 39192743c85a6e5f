"""Who stands in (stedfortreder) when the coordinator of a case is away, by the profile."""

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.presence import away_together
from matcher.domain.roster import Roster
from matcher.profiles.profile import Profile, StandIn


def stand_in(case: Case, coordinator: Coordinator, roster: Roster, profile: Profile) -> str | None:
    """A coordinator's id, or a leader's name where the leader has none; ``None``: nobody.

    Nearest leader as secondary (S033, S055), or another provider who knows the person (S141).
    Never the coordinator, and never somebody who is away at the same time from the roster's day on.
    """
    if profile.stand_in.who is StandIn.NEAREST_LEADER:
        return _leader(coordinator, roster)
    others = sorted(case.known_by - {coordinator.id})
    return next(
        (
            id_
            for id_ in others
            if not away_together(roster.coordinator_by_id[id_], coordinator, roster.on)
        ),
        None,
    )


def _leader(coordinator: Coordinator, roster: Roster) -> str | None:
    unit = roster.unit_by_name.get(coordinator.unit or "")
    if unit is None or unit.leader_id == coordinator.id:
        return None
    leader = roster.coordinator_by_id.get(unit.leader_id or "")
    if leader is None:
        return unit.leader_name
    return None if away_together(leader, coordinator, roster.on) else leader.id
