"""Writing from a page: a button changes what stood on the page when it was drawn.

Its work is done before the page is drawn anew, on what the user saw when they pressed. So what
another wrote meanwhile is never written over unseen: both are shown, and nothing typed is lost.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from matcher.domain.frozen import Frozen
from matcher.services import NotAllowed, NotKept, Stale, StorageUnavailable
from matcher.services.desk import NotInPlace
from matcher.ui.frame import note
from matcher.ui.markup import table
from matcher.ui.texts import say

Told = tuple[tuple[str, str], ...]
"""What a thing says, field by field, in words."""

_CAME = "came of it"


@dataclass(frozen=True)
class _Came:
    """What came of a change, until it has been told."""

    place: str | None
    told: str
    tone: str
    both: tuple[tuple[str, str, str], ...] = ()


def write(
    place: str,
    change: Callable[[], str | None],
    in_words: Callable[[Frozen], Told] = lambda _: (),
    forget: Iterable[str] = (),
) -> None:
    """Make a change, as the work of a button (``on_click``), and remember what came of it.

    What can't be done is told at ``place``, with theirs and yours side by side where another was
    first. ``change`` may give words of what was done; then the fields in ``forget`` are emptied.
    """
    try:
        told = change()
    except Stale as stale:
        st.session_state[_CAME] = _Came(place, str(stale), "bad", _both(stale, in_words))
    except (StorageUnavailable, NotAllowed, NotKept, NotInPlace) as fault:
        st.session_state[_CAME] = _Came(place, str(fault), "bad")
    else:
        for field in forget:
            st.session_state.pop(field, None)
        if told:
            st.session_state[_CAME] = _Came(None, told, "good")


def tell(place: str | None = None) -> None:
    """What came of the last change, told once: what was done on top, a fault where it was met."""
    came: _Came | None = st.session_state.get(_CAME)
    if came is None or came.place != place:
        return
    del st.session_state[_CAME]
    note(came.told, came.tone)
    if came.both:
        headings = [say("stale.what"), say("stale.kept"), say("stale.yours")]
        st.html(table(say("stale.two"), headings, came.both))


def follow(field: str, kept: object) -> None:
    """Let a field show what is kept, for as long as nobody has typed another thing in it."""
    last = f"{field} as kept"
    if field not in st.session_state or st.session_state[field] == st.session_state.get(last):
        st.session_state[field] = kept
    st.session_state[last] = kept


def _both(stale: Stale, in_words: Callable[[Frozen], Told]) -> tuple[tuple[str, str, str], ...]:
    """Where theirs and yours say different things; nothing where theirs was taken away."""
    if stale.theirs is None:
        return ()
    theirs, yours = dict(in_words(stale.theirs)), dict(in_words(stale.yours))
    return tuple(
        (name, theirs.get(name, ""), yours.get(name, ""))
        for name in dict.fromkeys([*theirs, *yours])
        if theirs.get(name) != yours.get(name)
    )
