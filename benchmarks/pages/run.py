"""How long each thing that a person does on Runde and Sak takes, in a round of 300 × 80.

python -m benchmarks.pages.run [CASES COORDINATORS] [--times N]

The pages are drawn by Streamlit's own test harness: what the program does between a click and
the answer, without the browser's drawing. The round is run first, which takes a minute or two.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.services import RoundRequest, Services
from matcher.ui.state import Run, Session

ON = date(2026, 11, 23)
GOAL_S = 1.0
"""Each interaction is to take less, by the median."""


@dataclass(frozen=True)
class Step:
    """A page, the address it is opened at, and what is done there again and again."""

    does: str
    page: str
    address: dict[str, str]
    act: Callable[[AppTest], object] = lambda app: None


def press(label: str) -> Callable[[AppTest], object]:
    """Press a button by its label."""
    return lambda app: next(one for one in app.button if one.label == label).click()


def search(app: AppTest) -> object:
    """Search for another case than the last time."""
    field = next(one for one in app.text_input if one.label == "Søk")
    return field.set_value("S-10" if field.value != "S-10" else "S-11")


STEPS = (
    Step("Runde: lista", "round", {}),
    Step("Runde: velg «Med merknad»", "round", {"vis": "Med merknad"}),
    Step("Runde: sorter etter egnethet", "round", {"sorter": "Lavest egnethet først"}),
    Step("Runde: søk", "round", {}, search),
    Step("Runde: neste sak", "round", {"som": "Én sak om gangen"}, press("Neste sak")),
    Step("Runde: prosjektor", "round", {"prosjektor": "true"}),
    Step("Runde: avgjørelser, med møteliste", "round", {"fane": "Avgjørelser"}),
    Step("Runde: belastning", "round", {"fane": "Belastning"}),
    Step("Runde: hvor god planen er", "round", {"fane": "Hvor god planen er"}),
    Step("Sak: neste sak", "case", {"sak": "S-001"}, press("Neste sak")),
)


def kept_round(services: Services, anne: Person, cases: int, coordinators: int) -> Run:
    """A round that is run and kept."""
    profile, text = services.profile("farsund"), services.profile_text("farsund")
    content = services.sample(profile, cases=cases, coordinators=coordinators, seed=1, on=ON)
    roster = services.import_file("stor.xlsx", content, ON).roster
    ran = services.run_and_keep(RoundRequest(roster, profile), text, who=anne.id)
    return Run.of(ran.round)


def draw(page: str, services: "Services") -> None:
    """Run by the harness as text of its own, so it imports what it needs."""
    import importlib  # noqa: PLC0415

    importlib.import_module(f"matcher.ui.pages.{page}.page").render(services)


def measured(step: Step, services: Services, run: Run, anne: Person, times: int) -> list[float]:
    """Seconds of work from a click to the answer."""
    app = AppTest.from_function(draw, args=(step.page, services), default_timeout=120)
    session = Session(profile=run.profile, on=run.roster.on)
    session.open(run.opened)
    app.session_state["session"], app.session_state["who"] = session, anne
    for name, value in step.address.items():
        app.query_params[name] = value
    app.run()
    took = []
    for _ in range(times):
        step.act(app)
        began = time.process_time()
        app.run()
        took.append(time.process_time() - began)
        assert not app.exception, app.exception
    return took


def opening(services: Services, run: Run, anne: Person, times: int) -> list[float]:
    """Seconds of work to open a kept round."""
    took = []
    for _ in range(times):
        began = time.process_time()
        services.open_kept_round(run.id or 0, who=anne.id)
        took.append(time.process_time() - began)
    return took


def tell(what: str, took: list[float]) -> None:
    """A line of the answer."""
    middle, slowest = statistics.median(took), max(took)
    mark = "" if middle < GOAL_S else "  over ett sekund"
    print(f"{what:<38}{middle:6.2f} s, tregeste {slowest:.2f} s{mark}", flush=True)


def main() -> None:
    """Run a round, do each thing some times, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="*", default=[300, 80])
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        services = Services(database_url=f"sqlite:///{folder}/runder.db")
        anne = services.enter("Anne Lie")
        run = kept_round(services, anne, *asked.size)
        for step in STEPS:
            tell(step.does, measured(step, services, run, anne, asked.times))
        tell("Åpne en lagret runde", opening(services, run, anne, asked.times))


if __name__ == "__main__":
    main()
