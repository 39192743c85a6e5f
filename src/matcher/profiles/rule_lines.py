"""The rule lines of a profile, one field a rule: the field's name is the rule's id."""

from pydantic import Field, field_validator

from matcher.domain.frozen import Frozen
from matcher.domain.vocabulary import Employer, Service, Transition
from matcher.profiles.line import Mode, RuleLine, Unknown


class BarnevernUndersokelse(RuleLine):
    """No barnevern coordinator while barnevern is in undersøkelse (S115)."""

    review_after_months: int = Field(ge=1, le=6, title="Se på nytt etter så mange måneder")
    """Months from the phase's start until the ban is looked at again (bvl. § 2-2: 3, at most 6)."""


class ByService(RuleLine):
    """A rule about which services coordinators come from."""

    services: tuple[Service, ...] = Field(default=(), title="Tjenester")
    employers: tuple[Employer, ...] = Field(
        default=(Employer.MUNICIPALITY, Employer.INTERMUNICIPAL), title="Arbeidsgivere"
    )


class AktuelleEnheter(RuleLine):
    """Farsund's units (S079), and those that may be more natural (S080)."""

    services: tuple[Service, ...] = Field(title="Tjenester")
    also_when_natural: tuple[Service, ...] = Field(default=(), title="Også når det er mer naturlig")


class KommunaltAnsatt(RuleLine):
    """Employed by the municipality from a transition on (S108)."""

    from_transition: Transition = Field(
        default=Transition.TO_UPPER_SECONDARY, title="Fra overgangen"
    )


class Tjenesteyter(RuleLine):
    """A coordinator is a service provider (S069, S125)."""

    not_providers: tuple[Service, ...] = Field(
        default=(Service.SERVICE_OFFICE,), title="Regnes ikke som tjenesteytere"
    )


class AnsattOgTilStede(RuleLine):
    """Employed and present over the start."""

    start_within_days: int = Field(ge=0, le=120, title="Til stede innen så mange dager")
    """The days from the round in which the coordinator must be there."""
    longest_absence_days: int = Field(ge=0, le=365, title="Lengste fravær i dager")
    """An absence at the start that lasts longer than this refuses."""


class NeverRefuses(RuleLine):
    """A rule that tells something and strikes nobody out (S011: matching goes on)."""

    @field_validator("mode", "unknown")
    @classmethod
    def _only_tells(cls, choice: Mode | Unknown) -> Mode | Unknown:
        if choice in (Mode.REFUSE, Unknown.REFUSE):
            raise ValueError("regelen kan bare varsle: bruk warn, ask eller off")
        return choice


class RuleLines(Frozen):
    """Every rule, in the order they are told."""

    barnevern_undersokelse: BarnevernUndersokelse = Field(
        title="Ikke barnevernet mens det undersøker"
    )
    helse_og_omsorg: ByService = Field(title="Ansatt i kommunens helse- og omsorgstjeneste")
    aktuelle_enheter: AktuelleEnheter = Field(title="Arbeider i en aktuell enhet")
    kommunalt_ansatt: KommunaltAnsatt = Field(title="Ansatt i kommunen fra overgangen")
    tjenesteyter: Tjenesteyter = Field(title="Koordinatoren er tjenesteyter")
    opplaering: RuleLine = Field(title="Har fått opplæring i rollen")
    ikke_onsket: RuleLine = Field(title="Ikke en familien har sagt nei til")
    inhabil: RuleLine = Field(title="Ikke inhabil")
    har_avslatt: RuleLine = Field(title="Har ikke sagt nei til saken")
    ansatt_og_til_stede: AnsattOgTilStede = Field(title="Ansatt og til stede ved oppstart")
    samtykke: NeverRefuses = Field(title="Samtykke til å dele opplysninger")
    adressesperre: NeverRefuses = Field(title="Adressesperre")
    fagkrav: ByService = Field(title="Krav om bestemt utdanning eller fag")
