"""What a family says of whom it wants."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from matcher.domain.case import Wish
from matcher.domain.vocabulary import WishAbout
from matcher.domain.wishes import is_about
from matcher.explain.changes.change import Change, called, with_case
from matcher.explain.solved_round import RoundRequest


@dataclass(frozen=True)
class Wished(Change):
    """The family wants the coordinator as its first choice (S032, S051, S128)."""

    EFFORT = 4
    case: str
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        kept = [
            _one_later(wish)
            for wish in request.roster.case_by_id[self.case].wishes
            if (wish.about, wish.value) != (WishAbout.COORDINATOR, self.coordinator)
        ]
        first = Wish(wanted=True, about=WishAbout.COORDINATOR, value=self.coordinator, order=1)
        return with_case(request, self.case, wishes=(*kept, first))

    @override
    def says(self, before: RoundRequest) -> str:
        return f"familien ønsker {called(self.coordinator, before)} som førstevalg"


@dataclass(frozen=True)
class WishLetGo(Change):
    """The family no longer says no to what the coordinator is."""

    EFFORT = 4
    case: str
    coordinator: str

    @override
    def made(self, request: RoundRequest) -> RoundRequest:
        person = request.roster.coordinator_by_id[self.coordinator]
        wishes = request.roster.case_by_id[self.case].wishes
        kept = tuple(w for w in wishes if w.wanted or not is_about(w, person))
        return with_case(request, self.case, wishes=kept)

    @override
    def says(self, before: RoundRequest) -> str:
        who = called(self.coordinator, before)
        return f"familien ikke lenger sier nei til det som gjelder {who}"


def _one_later(wish: Wish) -> Wish:
    is_ranked = wish.wanted and wish.about is WishAbout.COORDINATOR and wish.order is not None
    return wish.model_copy(update={"order": (wish.order or 0) + 1}) if is_ranked else wish
