"""Every statement of the documents is done somewhere real, or is out of scope with a reason."""

import pytest

from matcher.profiles.in_force import lines
from matcher.profiles.line import STATEMENT_IDS
from matcher.profiles.load import ProfileError, builtin, load, parse, text_of
from matcher.statements.statement import ActsAs, Statement, statements
from matcher.statements.trace import Kind, Trace, fault_of, traces

BY_ID = {statement.id: statement for statement in statements()}
HOW_MANY = {"lyngdal-2021": 39, "lyngdal": 29, "farsund": 54, "as": 43, "rakkestad": 19}


def test_every_statement_stands_once_in_order() -> None:
    assert [s.id for s in statements()] == [f"S{number:03}" for number in range(1, 185)]
    assert BY_ID.keys() == STATEMENT_IDS


def test_every_statement_has_one_trace() -> None:
    assert traces().keys() == BY_ID.keys()


def test_every_document_is_a_built_in_profile_with_all_its_statements() -> None:
    assert set(HOW_MANY) == set(builtin())
    found = {name: sum(s.profile == name for s in statements()) for name in HOW_MANY}
    assert found == HOW_MANY


@pytest.mark.parametrize("name", builtin())
def test_a_profile_names_the_document_its_statements_come_from(name: str) -> None:
    numbers = {s.document for s in statements() if s.profile == name}
    assert numbers == {load(name).document.split(":")[0]}


def test_statements_stand_in_the_order_of_their_documents() -> None:
    """A municipality's page reads from the top of its document to the bottom."""
    places = [(s.document, int(s.line.split("-")[0])) for s in statements()]
    assert places == sorted(places)


@pytest.mark.parametrize("statement", statements(), ids=lambda statement: statement.id)
def test_a_trace_leads_to_something_real(statement: Statement) -> None:
    assert fault_of(traces()[statement.id], statement) is None


@pytest.mark.parametrize("statement", statements(), ids=lambda statement: statement.id)
def test_a_trace_says_what_the_program_does(statement: Statement) -> None:
    assert traces()[statement.id].does.endswith(".")
    assert statement.says.endswith(".")


def test_every_statement_that_a_profile_cites_is_in_the_table() -> None:
    cited = {s for name in builtin() for _, _, line in lines(load(name)) for s in line.statements}
    assert cited <= BY_ID.keys()


def test_only_the_coordinators_own_work_and_a_wish_to_the_leaders_are_out_of_scope() -> None:
    outside = {id_ for id_, trace in traces().items() if trace.kind is Kind.OUT_OF_SCOPE}
    assert outside <= {id_ for id_, s in BY_ID.items() if s.acts_as is ActsAs.OUTSIDE}


@pytest.mark.parametrize(
    ("kind", "where", "fault"),
    [
        ("line", "rules.finnes_ikke", "has no line"),
        ("line", "rules.tjenesteyter", "doesn't cite S115"),
        ("line", "rules.fagkrav", "not in force"),
        ("field", "Case.finnes_ikke", "no field"),
        ("field", "Sak.id", "no field"),
        ("code", "matcher.finnes_ikke.her", "no module"),
        ("code", "os.path", "no module"),
        ("out of scope", "", "no reason"),
    ],
)
def test_a_trace_that_leads_nowhere_is_found(kind: str, where: str, fault: str) -> None:
    trace = Trace(id="S115", kind=Kind(kind), where=where, does="", test="")
    assert fault in (fault_of(trace, BY_ID["S115"]) or "")


def test_a_profile_that_cites_a_statement_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ProfileError, match="S190"):
        parse(text_of("farsund").replace('"S115"', '"S190"'))
