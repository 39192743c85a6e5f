"""Oversight: everybody with a coordinator, who answers when somebody is away, and what is ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from matcher.alerts.alert_kind import View
from matcher.alerts.raised import raised
from matcher.domain.alert import Alert
from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.history import DeletionGround
from matcher.domain.kept_absence import KeptAbsence, with_absences
from matcher.domain.months import months_after
from matcher.domain.overview import Covered, DueForDeletion, Overview
from matcher.domain.responsibility import Stretch
from matcher.entitlement.stand_in import stand_in
from matcher.entitlement.workload import workload
from matcher.exchange.round_folder import OpenedRound
from matcher.services.ground import Ground
from matcher.services.overview import case_lines, coordinator_lines, unit_lines
from matcher.storage.errors import NotKept

SOON_DAYS = 14
"""So many days ahead a task counts as due soon. A choice of the page, not a norm."""


@dataclass(frozen=True)
class Oversight(Ground):
    """What KE answers for. ``round_`` gives the newest roster and the profile."""

    def overview(self, round_: OpenedRound, *, who: str, on: date) -> Overview:
        """Every case, load and task of a day; that it was read, is written."""
        view = self._view(round_, who, on)
        groups = {group.case: group for group in self.store.groups(who=who)}
        drafts = {
            one.decision.case for one in self.store.decisions(who=who) if not one.decision.is_final
        }
        people = coordinator_lines(view)
        return Overview(
            on=on,
            cases=case_lines(view, groups, drafts),
            coordinators=people,
            units=unit_lines(view, people),
            alerts=raised(view),
            due=tuple(
                task
                for task in view.tasks
                if task.done_on is None and task.due and task.due <= on + timedelta(SOON_DAYS)
            ),
        )

    def alerts(self, round_: OpenedRound, *, who: str, on: date) -> tuple[Alert, ...]:
        """What is ahead, what is so now first."""
        return raised(self._view(round_, who, on))

    def responsibility(
        self, round_: OpenedRound, case: str, *, who: str, on: date
    ) -> tuple[Stretch, ...]:
        """Who answers for a case, day by day, without a gap. Raises ``NotKept``."""
        if case not in round_.roster.case_by_id:
            raise NotKept(f"Saken {case}")
        self.store.note_reading(case, who=who)
        return self._view(round_, who, on).stretches[case]

    # Absences

    def absences(self, *, who: str) -> tuple[KeptAbsence, ...]:
        """The absences that are registered here, by coordinator and day."""
        return self.store.absences(who=who)

    def covered(
        self, round_: OpenedRound, absence: KeptAbsence, *, who: str, on: date
    ) -> tuple[Covered, ...]:
        """Who would answer for each of the coordinator's cases while they are away."""
        view = self._view(round_, who, on)
        others = [one for one in self.store.absences(who=who) if one.id != absence.id]
        view = replace(view, roster=with_absences(round_.roster, [*others, absence]))
        end = absence.last_day or date.max
        return tuple(
            Covered(case=case, stretch=stretch)
            for case in view.cases_of(absence.coordinator)
            for stretch in view.stretches[case]
            if stretch.first_day <= end
            and (stretch.last_day is None or stretch.last_day >= absence.first_day)
            and stretch.who != absence.coordinator
        )

    def register_absence(self, absence: KeptAbsence, *, who: str) -> KeptAbsence:
        """Register an absence, or change one: the stand-in steps in from its first day.

        Raises ``Stale`` where somebody changed it meanwhile, and ``NotKept``.
        """
        return self.store.save_absence(absence, who=who)

    def remove_absence(self, absence: KeptAbsence, *, who: str) -> None:
        """Take away an absence that was registered here. Raises ``Stale`` and ``NotKept``."""
        self.store.remove_absence(absence, who=who)

    # Ansvarsgrupper

    def group(self, case: str, *, who: str) -> Ansvarsgruppe | None:
        """The ansvarsgruppe of a case, if there is one. Raises ``NotKept``."""
        return self.store.group_of(case, who=who)

    def save_group(self, group: Ansvarsgruppe, *, who: str) -> Ansvarsgruppe:
        """Keep who is in a group, and that it is set up. Raises ``Stale`` and ``NotKept``."""
        return self.store.save_group(group, who=who)

    # Keeping and deleting

    def due_for_deletion(
        self, round_: OpenedRound, *, who: str, on: date
    ) -> tuple[DueForDeletion, ...]:
        """The cases kept as long as the profile says; none where it says nothing."""
        line = round_.profile.retention
        if line is None:
            return ()
        uses = self.store.last_uses(who=who).items()
        found = (
            DueForDeletion(
                case=case, last_used=used, due=months_after(used, line.months_after_last_use)
            )
            for case, used in uses
        )
        return tuple(one for one in found if one.due <= on)

    def delete_case(self, case: str, *, ground: DeletionGround, who: str) -> None:
        """Erase a case everywhere; the history keeps a mark of it. Raises ``NotKept``."""
        self.store.delete_case(case, ground=ground, who=who)

    def _view(self, round_: OpenedRound, who: str, on: date) -> View:
        """All that an alert may look at, with the absences registered since the roster."""
        roster = with_absences(round_.roster, self.store.absences(who=who))
        return View(
            roster=roster,
            profile=round_.profile,
            on=on,
            decided=self.store.final_decisions(who=who),
            tasks=tuple(
                task for task in self.store.tasks(who=who) if task.case in roster.case_by_id
            ),
            hours_per_month={
                case.id: workload(case, round_.profile, roster.on).hours_per_month
                for case in roster.cases
            },
            stand_ins={
                case.id: stand_in(case, person, roster, round_.profile)
                for case in roster.cases
                if (person := roster.coordinator_by_id.get(case.current_coordinator or ""))
            },
        )
