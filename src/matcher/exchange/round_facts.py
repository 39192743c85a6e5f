"""What a round stood on, as a sheet: enough to run it again, and how good the plan is."""

from __future__ import annotations

from matcher.domain.plan import RoundFacts, Status
from matcher.exchange.book import Page

STATUS_WORD = {
    Status.OPTIMAL: "bevist best: et mål kan bare bli bedre på bekostning av et viktigere",
    Status.FEASIBLE: "beste plan som ble funnet; at den er best, er ikke bevist",
}


def write_round_facts(page: Page, facts: RoundFacts) -> None:
    """The facts, then the goals in order of importance, then the versions."""
    page.headings(["Om runden", "", "", "", ""], [40, 66, 16, 16, 16])
    page.row(["Dette er et forslag. En navngitt person avgjør hver sak."])
    page.row(["Kommune", facts.municipality])
    page.row(["Kommuneprofil", facts.profile])
    page.row(["Dato", facts.date])
    page.row(["Status", STATUS_WORD[facts.status]])
    page.row(["Trekningsfrø", facts.seed])
    page.row(["Fingeravtrykk av dataene (SHA-256)", facts.input_sha256])
    page.row(["Fingeravtrykk av profilen (SHA-256)", facts.profile_sha256])
    page.row([])
    page.row(["Mål, i rekkefølge (mindre er bedre)", "Enhet", "Verdi", "Grense", "Bevist best"])
    for goal in facts.goals:
        proven = "ja" if goal.optimal else "nei"
        page.row([goal.title, goal.unit, goal.value, goal.bound, proven])
    page.row([])
    for word, choices in (
        ("Låst av KE", facts.locks),
        ("Sperret av KE", facts.bans),
        ("Foretrukket av KE", facts.preferences),
    ):
        for choice in choices:
            page.row([word, f"{choice.case} og {choice.coordinator}: {choice.reason or '–'}"])
    page.row([])
    for name, version in sorted(facts.versions.items()):
        page.row([f"Versjon av {name}", version])
