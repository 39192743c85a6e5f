"""The history (historikk): who did what, when and why. Written once, never changed."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from matcher.domain.frozen import Frozen


class Happening(StrEnum):
    """What happened."""

    IMPORTED = "importerte datagrunnlag"
    RAN = "kjørte runde"
    DRAFTED = "skrev utkast til avgjørelse"
    DECIDED = "avgjorde"
    CHOSE = "låste eller sperret"
    WITHDREW = "trakk tilbake lås eller sperring"
    WROTE_ABSENCE = "registrerte fravær"
    REMOVED_ABSENCE = "tok bort fravær"
    WROTE_GROUP = "skrev ansvarsgruppe"
    WROTE_TASK = "skrev oppgave"
    WROTE_PERSON = "skrev person"
    SAVED_SCENARIO = "lagret scenario"
    REMOVED_SCENARIO = "tok bort scenario"
    READ = "leste"
    DELETED = "slettet sak"
    ERASED = "tok slettet sak ut av"
    SIGNED_IN = "logget inn"
    SIGNED_OUT = "logget ut"
    SIGNED_OUT_EVERYWHERE = "logget ut overalt"
    GAVE_ROLE = "ga rolle"
    TOOK_ROLE = "tok rolle"
    GAVE_SIGHT = "ga innsyn"
    TOOK_SIGHT = "tok innsyn"
    WROTE_PLACE = "tok vare på sperret sted"
    SAW_PLACE = "så sperret sted"


class DeletionGround(StrEnum):
    """Why a case is deleted. Chosen, not written, since this word is never erased."""

    KEPT_LONG_ENOUGH = "oppbevaringstiden er ute"
    ASKED_FOR = "krav fra den saken gjelder"
    MISTAKE = "registrert ved en feil"


class Entry(Frozen):
    """One line of the history, chained to the one before by its fingerprint.

    What identifies somebody stands in ``content`` alone, which can be erased: the chain holds
    only ``content_sha256``, the fingerprint of the salt and the content.
    """

    number: int = Field(ge=1)
    at: datetime
    who: str
    """A person's id."""
    what: str
    """One of ``Happening``, unless somebody tampered with it."""
    subject: str | None
    """A random mark that stands for the case; which case, is erased with it."""
    about: str | None
    """What else it was about, such as ``runde 4``."""
    content_sha256: str | None
    previous_sha256: str
    sha256: str
    salt: str | None = None
    content: str | None = None
    """The erasable part, as JSON; ``None`` where there was none, or it has been erased."""


class Head(Frozen):
    """Where the history ends: the number of the last entry, and its fingerprint."""

    number: int = Field(ge=0)
    sha256: str


class HistoryLine(Frozen):
    """An entry as a person reads it."""

    number: int
    at: datetime
    who: str
    """The person's name."""
    what: str
    case: str | None
    """``None`` where no case is meant, or the case has been deleted."""
    about: str | None
    reason: str | None
