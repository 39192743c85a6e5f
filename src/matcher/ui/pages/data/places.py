"""Where blocked addresses are, as a file told it: never taken in, and put under seal if asked."""

import streamlit as st

from matcher.services import Imported, SealedOff, Services, StorageUnavailable
from matcher.ui.frame import note
from matcher.ui.texts import say, say_count
from matcher.ui.who import who


def show_places(services: Services, imported: Imported) -> None:
    """That the places aren't in the data, and the offer to seal them."""
    if not imported.places:
        return
    note(say_count("place.left_out", len(imported.places)))
    person = who()
    if person is None or not (services.may("keep_places") and services.seals_places()):
        return
    if not st.button(say("place.seal")):
        return
    try:
        count = services.keep_places(imported.places, who=person.id)
    except (SealedOff, StorageUnavailable) as fault:
        note(str(fault), "bad")
    else:
        note(say_count("place.sealed", count), "good")
