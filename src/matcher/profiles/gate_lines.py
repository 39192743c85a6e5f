"""The gate lines of a profile, one field a gate: the field's name is the gate's id."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from matcher.domain.frozen import Frozen
from matcher.profiles.line import Line, Mode

Approver = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class GateLine(Line):
    """What a municipality asks for before a decision is final."""

    mode: Mode = Field(title="Når noe mangler")


class BarnetHort(GateLine):
    """The child is heard from an age on; a younger one where it can form a view."""

    from_years: int = Field(ge=0, le=18, title="Barnet skal høres fra fylte år")


class Stedfortreder(GateLine):
    """Somebody stands in, and is there when the coordinator isn't (S033, S036, S141)."""

    must_know_the_person: bool = Field(default=False, title="Skal kjenne personen")


class Godkjent(GateLine):
    """Others than the one who decides say yes first (S024)."""

    approvers: tuple[Approver, ...] = Field(default=(), title="Godkjennes av")

    @model_validator(mode="after")
    def _somebody_approves(self) -> Self:
        if self.mode is not Mode.OFF and not self.approvers:
            raise ValueError("approvers mangler: oppgi hvem som godkjenner, eller bruk off")
        return self


class GateLines(Frozen):
    """Every gate, in the order they are told."""

    begrunnelse: GateLine = Field(title="Begrunnelse")
    fravik: GateLine = Field(title="Begrunnelse for å fravike en regel")
    bruker_hort: GateLine = Field(title="Bruker og foresatte er hørt")
    barnet_hort: BarnetHort = Field(title="Barnet er hørt")
    kandidat_spurt: GateLine = Field(title="Kandidaten er spurt og har sagt ja")
    timer_avklart: GateLine = Field(title="Timene er avklart med lederen")
    stedfortreder: Stedfortreder | None = Field(default=None, title="Stedfortreder er satt opp")
    faglig_vurdering: GateLine = Field(title="Faglig vurdering er skrevet")
    godkjent: Godkjent = Field(title="Godkjent av dem som skal")
