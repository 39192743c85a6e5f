"""Somebody stands in whenever the coordinator is away (S033, S036, S055, S057, S141)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.responsibility import Bearer, holder
from matcher.domain.wording import written
from matcher.profiles.alert_lines import Ahead


def find(view: View, line: Ahead) -> Found:
    """Each case without a stand-in, and each stretch ahead when KE would have to answer itself."""
    for case, time in view.held():
        ahead = [
            one
            for one in view.stretches[case.id]
            if one.bearer is Bearer.KE
            and one.first_day <= view.by(line.days_ahead)
            and (one.last_day is None or one.last_day >= view.on)
        ]
        for one in ahead:
            first = max(one.first_day, view.on)
            away = holder(view.times[case.id], first) or time
            until = f"til {written(one.last_day)}" if one.last_day else "uten kjent slutt"
            yield Alert(
                kind=KIND.id,
                case=case.id,
                coordinator=away.coordinator,
                day=first,
                message=f"{case.id}: {view.called(away.coordinator)} er borte fra "
                f"{written(one.first_day)} {until}, og ingen står inn. Koordinerende enhet har "
                "ansvaret så lenge.",
                source=line.source,
            )
        if time.stand_in is None and not ahead:
            yield Alert(
                kind=KIND.id,
                case=case.id,
                coordinator=time.coordinator,
                message=f"{case.id}: ingen er satt opp som stedfortreder for "
                f"{view.called(time.coordinator)}.",
                source=line.source,
            )


KIND = AlertKind(id="stedfortreder", find=find)
