"""Where somebody with a blocked address is: kept under seal, and shown to named people alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from matcher.domain.without_place import HiddenPlace
from matcher.services.ground import Ground
from matcher.settings import from_environment

if TYPE_CHECKING:
    from matcher.storage.access_store import AccessStore


@dataclass(frozen=True)
class Blocked(Ground):
    """What locates a blocked address (Normen, faktaark 55). No other service knows it."""

    def keep_places(self, places: Iterable[HiddenPlace], *, who: str) -> int:
        """Keep the places that a file told, under seal, and give their number.

        Raises ``SealedOff`` without a key (``MATCHER_PLACES_KEY_FILE``) that can be used; then
        nothing is kept.
        """
        told = tuple(places)
        seal, keys = self._seal()
        for place in told:
            inside = seal.sealed(place.model_dump_json(), place.case, keys)
            self._doors.keep_place(place.case, inside, who=who)
        return len(told)

    def seals_places(self) -> bool:
        """Whether the municipality has set up a key, and so keeps such places at all."""
        return from_environment().places_key_file is not None

    def blocked_place(self, case: str, *, who: str) -> HiddenPlace | None:
        """Where a case is; ``None`` where it was never told. Each reading is written, by name.

        For named people alone, whatever their role; not for the machine's operator either. Raises
        ``SealedOff`` where it can't be opened, and ``NotKept``.
        """
        seal, keys = self._seal()
        kept = self._doors.see_place(case, who=who)
        if kept is None:
            return None
        return HiddenPlace.model_validate_json(seal.unsealed(kept, case, keys))

    def _seal(self) -> tuple[Any, Any]:
        """The seal, loaded at the first use, and its keys."""
        seal = import_module("matcher.storage.place_seal")
        return seal, seal.keys_in(from_environment().places_key_file)

    @property
    def _doors(self) -> AccessStore:
        opened: AccessStore = import_module("matcher.storage.access_store").access_at(
            self.database_url
        )
        return opened
