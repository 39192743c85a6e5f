"""Who is served from where: every case counted once, and nothing that locates a blocked address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Case
from matcher.domain.coordinator import Coordinator
from matcher.domain.person import Person
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock, Service
from matcher.ui.grid_chart import grid_chart
from matcher.ui.pages.round.served import in_words
from matcher.ui.served import From, served
from matcher.ui.state import Session
from tests.ui.hand_made import HIDDEN_AREA, ON, HandMade, plan, roster
from tests.ui.pages import shown, text

AREAS = ("Nord", "Vanse", None)
PEOPLE = tuple(
    Coordinator(id=f"K-{number}", service=service, unit=unit, address_block=block)
    for number, (service, unit, block) in enumerate(
        [
            (Service.PPT, "PPT", None),
            (Service.BARNEVERN, "Barnevernet", AddressBlock.CONFIDENTIAL),
            (None, None, None),
        ]
    )
)
PLACED = st.lists(st.tuples(st.sampled_from(AREAS), st.integers(0, 2)), min_size=1, max_size=12)


@given(PLACED, st.sampled_from(From))
def test_every_case_with_a_suggestion_is_counted_once(
    placed: list[tuple[str | None, int]], from_: From
) -> None:
    cases = [Case(id=f"S-{n:03}", area=area) for n, (area, _) in enumerate(placed)]
    told = plan().cases[0]
    given_out = plan().model_copy(
        update={
            "cases": tuple(
                told.model_copy(update={"case": case.id, "coordinator": f"K-{who}"})
                for case, (_, who) in zip(cases, placed, strict=True)
            )
        }
    )
    found = served(given_out, Roster.of(ON, cases=cases, coordinators=PEOPLE), from_)
    assert sum(found.counts.values()) == len(placed)
    assert sum(map(found.cases_of, found.whence)) == len(placed)
    carried = [found.cases_of(whence) for whence in found.whence]
    assert carried == sorted(carried, reverse=True)


@pytest.mark.parametrize("from_", From)
def test_no_place_of_a_blocked_address_is_told(from_: From) -> None:
    found = served(plan(), roster(), from_)
    said = [*found.whence, *found.areas, in_words(found), grid_chart(found, 9).to_json()]
    assert HIDDEN_AREA not in "".join(said)
    assert found.areas == ("Vanse", "Ikke kjent")


def test_the_words_say_what_the_picture_shows() -> None:
    said = in_words(served(plan(), roster(), From.UNIT))
    assert "Rutenett med 2 saker" in said
    assert "Flest er 1 fra Vanse hos Helsestasjonen." in said


def test_the_page_shows_it_as_a_table_too(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("round", hand_made, session, anne, fane="Belastning")
    per = next(one for one in app.button_group if one.label == "Vis belastning")
    read = text(per.set_value("load.whence").run())
    assert "Hvor familiene bor" in read
    assert ">Vanse</th>" in read
