"""The alert lines of a profile, one field a kind of alert: the field's name is the kind's id.

A municipality that doesn't want an alert leaves its line out.
"""

from pydantic import Field

from matcher.domain.frozen import Frozen
from matcher.profiles.line import Line


class Ahead(Line):
    """Told so many days before."""

    days_ahead: int = Field(ge=0, le=730, title="Varsles så mange dager før")


class TooOld(Line):
    """Told where something is older than so many months."""

    months: int = Field(ge=1, le=120, title="Varsles når det er eldre enn så mange måneder")


class TooMany(Line):
    """Told from so many on."""

    at_least: int = Field(ge=1, le=20, title="Varsles fra så mange")


class AlertLines(Frozen):
    """Every kind of alert, in the order they are told."""

    overtakelse: Ahead | None = Field(default=None, title="Venter på ja fra den som er valgt")
    stedfortreder: Ahead | None = Field(default=None, title="Ingen stedfortreder")
    slutter: Ahead | None = Field(default=None, title="Koordinatoren slutter")
    belastning: Line | None = Field(default=None, title="Flere timer enn avtalt")
    opplaering: Line | None = Field(default=None, title="Mangler opplæring")
    timer: TooOld | None = Field(default=None, title="Timene er avtalt for lenge siden")
    mote: Ahead | None = Field(default=None, title="Møte på overtid")
    overgang: Ahead | None = Field(default=None, title="Overgang")
    fyller_18: Ahead | None = Field(default=None, title="Fyller 18 år")
    barnevern: Ahead | None = Field(default=None, title="Barnevernets fase")
    bytter: TooMany | None = Field(default=None, title="Mange bytter")
    datagrunnlag: Line | None = Field(default=None, title="Datagrunnlaget sier noe annet")
