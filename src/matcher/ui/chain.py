"""Who moves where, as a picture; the same in words for those who listen, and as a table."""

from collections.abc import Iterable

from matcher.domain.plan import Move
from matcher.domain.roster import Roster
from matcher.explain.chain import Chain, chains
from matcher.ui.markup import Html, div, html, joined, span, table
from matcher.ui.texts import say
from matcher.ui.words import moves


def moves_picture(first: Move, moved: tuple[Move, ...], roster: Roster) -> Html:
    """A line a chain: from whom to whom each case goes, ``first`` being the one asked about."""
    rows = joined(_row(chain, first, roster) for chain in chains(first, moved))
    told = ". ".join(str(html(text)) for text in moves((first, *moved), roster))
    return div(rows, "km-chains", role="img", aria_label=say("chain.told", moves=told))


def moves_table(first: Move, moved: tuple[Move, ...], roster: Roster) -> Html:
    """The same, a row a case, in the order of the picture."""
    rows = [
        (move.case, _called(move.from_, roster), _called(move.to, roster))
        for chain in chains(first, moved)
        for move in chain
    ]
    headings = [say("chain.case"), say("chain.from"), say("chain.to")]
    return table(say("chain.title"), headings, rows)


def _row(chain: Chain, first: Move, roster: Roster) -> Html:
    return div(joined(_parts(chain, first, roster)), "km-chain")


def _parts(chain: Chain, first: Move, roster: Roster) -> Iterable[Html]:
    yield span(_called(chain[0].from_, roster), "km-chain-who")
    for move in chain:
        asked = " km-chain-asked" if move is first else ""
        yield span(move.case, f"km-chain-case{asked}")
        yield span(_called(move.to, roster), "km-chain-who")


def _called(id_: str | None, roster: Roster) -> str:
    return say("chain.nobody") if id_ is None else roster.called(id_)
