"""A small round that was run, and the folder it is written to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matcher.cli.writing import write_folder
from matcher.domain.plan import Plan
from matcher.profiles.load import text_of
from matcher.services import RoundRequest, Services
from tests.services.made_rounds import ROSTER


@cache
def small_plan() -> Plan:
    """Its answer."""
    services = Services()
    return services.run_round(RoundRequest(ROSTER, services.profile("farsund"), seed=7))


def folder_of(plan: Plan, folder: Path) -> Path:
    """The folder as ``matcher round`` writes it."""
    write_folder(folder, Services().round_files(plan, ROSTER, text_of("farsund")))
    return folder
