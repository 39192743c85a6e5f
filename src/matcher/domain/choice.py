"""A choice that KE has made before the round: a pair that is locked, or banned."""

from matcher.domain.frozen import Frozen


class Choice(Frozen):
    """A pair, with the reason where one was given; a reason is needed to set a rule aside."""

    case: str
    coordinator: str
    reason: str | None = None
