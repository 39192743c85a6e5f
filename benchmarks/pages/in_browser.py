"""How long each thing that a person does takes to be seen in a browser, in a round of 300 × 80.

python -m benchmarks.pages.in_browser [CASES COORDINATORS] [--pairs N] [--out FILE]

From the click until nothing more is drawn: the program, the way between, and the browser. The
round is stopped early, for what counts here is what it holds and not how good it is.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count, cycle
from pathlib import Path
from typing import Literal

from playwright.sync_api import expect

from benchmarks.machine import described, load, peak_mib
from matcher.optimizer.program import Limits
from matcher.services import RoundRequest, Services
from tests.browser.deciding import begin_as, fill_groundwork, unfold
from tests.browser.pages_server import ANNE, chromium_path, running_chromium, running_pages
from tests.browser.visit import ROUND_TIMEOUT_MS, Visit

ON = date(2026, 11, 23)
GOAL_S = 1.0
"""Each interaction is to take less, by the median."""
GOAL_MIB = 500
EFFORT = 0.05
TICKS_A_S = os.sysconf("SC_CLK_TCK")
TABLE = """# Sidene i nettleseren

Skrevet av `make bench`. Fra klikket til ingenting mer blir tegnet, i en oppdiktet runde på
{cases} × {coordinators}: medianer i sekunder. *Regnetid* er programmets og nettleserens til sammen.
Det som tar et sekund eller mer, er uthevet.

{machine}
- Last på maskinen før og etter: {busy}
- Mest minne programmet brukte: {peak} MiB (målet er under {goal} MiB)

| hva en person gjør | s | regnetid |
|---|--:|--:|
{rows}
"""

Act = Callable[[Visit], object]


@dataclass(frozen=True)
class Step:
    """What is done again and again; what comes before each time isn't timed."""

    does: str
    act: Act
    before: Act = lambda visit: None
    at_most: int | None = None


def go(title: str) -> Act:
    """To another page by the list."""
    return lambda visit: visit.page.get_by_role(
        "link", name=visit.says(title), exact=True
    ).first.click()


def by_turns(role: Literal["button", "radio", "tab"], *keys: str) -> Act:
    """Press what is called so, another each time."""
    turns = cycle(keys)
    return lambda visit: visit.page.get_by_role(
        role, name=visit.says(next(turns)), exact=True
    ).first.click()


def open_list(key: str) -> Act:
    """A list to choose from."""
    return lambda visit: visit.page.get_by_role("combobox", name=visit.says(key)).first.click()


def take_place(places: count[int]) -> Act:
    """What stands in a place of an open list, further down each time."""
    return lambda visit: visit.page.get_by_role("option").nth(next(places)).click()


def open_case(visit: Visit) -> None:
    """The first of the list."""
    visit.page.locator(".st-key-km-cases a").first.click()


def open_colleagues(visit: Visit) -> None:
    """The list of those whom one can ask about."""
    visit.open_tab("case.tab_why_not")
    open_list("why_not.pick")(visit)


def write(key: str, text: str) -> Act:
    """The text, and nothing the next time, and leave the field."""
    texts = cycle([text, ""])

    def written(visit: Visit) -> None:
        field = visit.page.get_by_role("textbox", name=visit.says(key), exact=True)
        field.fill(next(texts))
        field.press("Tab")

    return written


def switch(key: str) -> Act:
    """A switch, on and off by turns."""
    return lambda visit: visit.page.get_by_text(visit.says(key), exact=True).first.click()


def make_ready(visit: Visit) -> None:
    """The next case with all that is asked for before it is decided, and the question."""
    visit.press("case.next")
    visit.settled()
    unfold(visit, visit.says("decision.make"))
    fill_groundwork(visit)
    visit.press("decision.decide")


AWAY = go("settings.title")
STEPS = (
    Step("Oversikt", go("overview.title"), AWAY),
    Step("Runde", go("round.title"), AWAY),
    Step("Runde: velg hva som vises", by_turns("radio", "list.marked", "list.all")),
    Step("Runde: sorter", take_place(count(0)), open_list("list.sort"), at_most=5),
    Step("Runde: søk", write("list.search", "S-01")),
    Step("Runde: prosjektor av og på", switch("round.projector")),
    Step("Runde: liste, og én om gangen", by_turns("radio", "list.one_by_one", "list.as_list")),
    Step("Runde: avgjørelser, og saker",
         by_turns("tab", "round.tab_decisions", "round.tab_cases")),
    Step("Runde: belastning, og saker", by_turns("tab", "round.tab_load", "round.tab_cases")),
    Step("Sak, fra lista i runden", open_case, go("round.title")),
    Step("Sak: neste sak", by_turns("button", "case.next")),
    Step("Sak: fanene", by_turns("tab", "case.tab_letter", "case.tab_suggestion")),
    Step("Sak: skriv i avgjørelsen", write("decision.reason", "Avtalt på møtet."),
         lambda visit: unfold(visit, visit.says("decision.make"))),
    Step("Sak: hvorfor ikke …?", take_place(count(1)), open_colleagues),
    Step("Sak: avgjør", by_turns("button", "decision.yes_decide"), make_ready, at_most=3),
    Step("Oppgaver", go("tasks.title"), AWAY),
    Step("Oppgaver: gjort", by_turns("button", "tasks.finish"), at_most=3),
    Step("Regler", go("rules.title"), AWAY),
    Step("Historikk", go("history.title"), AWAY),
    Step("Datagrunnlag", go("data.title"), AWAY),
    Step("Hva hvis", go("what_if.title"), AWAY),
)  # fmt: skip


def keep_round(cases: int, coordinators: int, database_url: str) -> None:
    """A round of that size, which Anne has run and kept."""
    services = Services(database_url=database_url)
    anne, profile = services.enter(ANNE, by=None), services.profile("farsund")
    content = services.sample(profile, cases=cases, coordinators=coordinators, seed=1, on=ON)
    roster = services.import_file("stor.xlsx", content, ON).roster
    request = RoundRequest(roster, profile, limits=Limits(effort=EFFORT))
    services.run_and_keep(request, services.profile_text(profile.id), who=anne.id)


def worked_s() -> float:
    """CPU seconds of the program and the browser: of all that was begun from here."""
    return sum(begun_by(os.getpid()).values()) / TICKS_A_S


def pages_peak_mib() -> float:
    """The most memory in use by the pages' program, with what it has begun itself."""
    (program,) = (number for number in begun_by(os.getpid()) if "serve(" in _command(number))
    return sum(peak_mib(number) or 0.0 for number in begun_by(program))


def begun_by(process: int) -> dict[int, int]:
    """The clock ticks that a process and all that it began have worked, each by its number."""
    parents, worked = {}, {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        rest = file.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        number = int(file.parent.name)
        parents[number], worked[number] = int(rest[1]), sum(map(int, rest[11:15]))

    def is_its(number: int) -> bool:
        return number == process or (number in parents and is_its(parents[number]))

    return {number: ticks for number, ticks in worked.items() if is_its(number)}


def _command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8", errors="replace")


def measured(step: Step, visit: Visit, times: int) -> list[tuple[float, float]]:
    """Seconds on the clock and of work, from a click until nothing more is drawn."""
    took = []
    for _ in range(min(times, step.at_most or times)):
        step.before(visit)
        visit.settled()
        clock, work = time.perf_counter(), worked_s()
        step.act(visit)
        visit.settled()
        took.append((time.perf_counter() - clock, worked_s() - work))
    return took


def row(what: str, took: list[tuple[float, float]]) -> str:
    """A line of the table; a median above the goal stands out."""
    clock, work = (statistics.median(column) for column in zip(*took, strict=True))
    seconds = f"{clock:.2f}".replace(".", ",")
    shown = f"**{seconds}**" if clock >= GOAL_S else seconds
    line = f"| {what} | {shown} | {work:.2f} |".replace(".", ",")
    print(line, flush=True)
    return line


def opened(visit: Visit) -> None:
    """The page from nothing, the name, and the kept round with it."""
    visit.open("/runde")
    begin_as(visit, ANNE)
    expect(visit.page.locator(".st-key-km-cases")).to_be_visible(timeout=ROUND_TIMEOUT_MS)


def told(size: list[int], pairs: int, path: str) -> str:
    """Keep a round, do each thing some times, and tell the medians as a table."""
    cases, coordinators = size
    machine = "\n".join(f"- {line}" for line in described())
    with (
        running_pages(made_ready=partial(keep_round, cases, coordinators)) as address,
        running_chromium(path) as browser,
    ):
        before = load() or 0
        visit = Visit.begin(browser, address)
        opened(visit)
        rows = [row("Åpne sidene, og den lagrede runden", measured(Step("", opened), visit, 2))]
        rows += [row(step.does, measured(step, visit, 2 * pairs)) for step in STEPS]
        visit.end()
        peak = pages_peak_mib()
    busy = f"{before:.1f} og {load() or 0:.1f}".replace(".", ",")
    return TABLE.format(
        cases=cases,
        coordinators=coordinators,
        machine=machine,
        busy=busy,
        peak=round(peak),
        goal=GOAL_MIB,
        rows="\n".join(rows),
    )


def main() -> None:
    """Measure, and write the table where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="*", default=[300, 80])
    parser.add_argument("--pairs", type=int, default=2, help="hver ting gjøres to ganger så ofte")
    parser.add_argument("--out", type=Path, help="en fil for tabellen")
    asked = parser.parse_args()
    path = chromium_path()
    if path is None:
        raise SystemExit("Fant ikke Chromium.")
    expect.set_options(timeout=60_000)
    text = told(asked.size, asked.pairs, path)
    if asked.out is not None:
        asked.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
