"""Somebody is chosen and hasn't said yes: nobody lets go before they have (S100, S164)."""

from matcher.alerts.alert_kind import AlertKind, Found, View
from matcher.domain.alert import Alert
from matcher.domain.wording import written
from matcher.profiles.alert_lines import Ahead


def find(view: View, line: Ahead) -> Found:
    """Each case whose last decision waits for the answer of the one chosen."""
    last = {one.decision.case: one for one in view.decided}
    for case in view.roster.cases:
        decided = last.get(case.id)
        if decided is None or decided.decision.groundwork.candidate_accepts:
            continue
        decision, now = decided.decision, view.now.get(case.id)
        chosen, starts = decision.coordinator, decision.starts_on or decided.day
        if chosen is None or chosen == decision.takes_over_from:
            continue
        if starts > view.by(line.days_ahead):
            continue
        said_no = decision.groundwork.candidate_accepts is False
        answer = "har sagt nei" if said_no else "har ikke svart ja"
        so_long = (
            f"{view.called(now.coordinator)} har ansvaret så lenge."
            if now
            else "Ingen har ansvaret ennå."
        )
        yield Alert(
            kind=KIND.id,
            case=case.id,
            coordinator=chosen,
            day=starts,
            message=f"{case.id}: {view.called(chosen)} er valgt fra {written(starts)}, men "
            f"{answer}. {so_long}",
            source=line.source,
        )


KIND = AlertKind(id="overtakelse", find=find)
