"""What differs from one municipality's list to the next: its places and where its staff work."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domain.vocabulary import Employer, Service

S = Service

STAFF: Mapping[Service, float] = {
    S.HEALTH_STATION: 0.15,
    S.SCHOOL_HEALTH: 0.1,
    S.MENTAL_HEALTH: 0.07,
    S.SUBSTANCE_USE: 0.03,
    S.HOME_CARE: 0.1,
    S.HABILITATION: 0.06,
    S.DISABILITY: 0.1,
    S.PHYSIOTHERAPY: 0.06,
    S.OCCUPATIONAL_THERAPY: 0.04,
    S.BARNEVERN: 0.08,
    S.PPT: 0.06,
    S.SCHOOL: 0.06,
    S.KINDERGARTEN: 0.06,
    S.UPPER_SECONDARY: 0.02,
    S.NAV: 0.05,
    S.SERVICE_OFFICE: 0.03,
    S.SPECIALIST_HEALTH: 0.01,
}
"""Where coordinators work, by share. Psykisk helse is scarce beside the need for it."""

HEALTH_AND_CARE = frozenset(
    {
        S.HEALTH_STATION,
        S.SCHOOL_HEALTH,
        S.MENTAL_HEALTH,
        S.SUBSTANCE_USE,
        S.HOME_CARE,
        S.HABILITATION,
        S.DISABILITY,
        S.PHYSIOTHERAPY,
        S.OCCUPATIONAL_THERAPY,
        S.SERVICE_OFFICE,
    }
)


@dataclass(frozen=True)
class Municipality:
    """Invented in all but name: the areas are compass points."""

    areas: tuple[str, ...]
    health_and_care: float = 1.0
    """How much more of the staff than usual work in health and care."""
    intermunicipal: frozenset[Service] = frozenset()

    @property
    def staff(self) -> Mapping[Service, float]:
        """Where coordinators work in this municipality, by share."""
        return {
            service: share * (self.health_and_care if service in HEALTH_AND_CARE else 1.0)
            for service, share in STAFF.items()
        }

    def employers(self, service: Service) -> Mapping[Employer, float]:
        """Who employs the people of a service here, by share."""
        if service in self.intermunicipal:
            return {Employer.INTERMUNICIPAL: 1.0}
        return _EMPLOYERS.get(service, {Employer.MUNICIPALITY: 1.0})


_EMPLOYERS: Mapping[Service, Mapping[Employer, float]] = {
    S.UPPER_SECONDARY: {Employer.COUNTY: 1.0},
    S.SPECIALIST_HEALTH: {Employer.STATE: 1.0},
    S.NAV: {Employer.MUNICIPALITY: 0.6, Employer.STATE: 0.4},
}

_SMALL = ("Sentrum", "Nord", "Sør", "Ytre")
_LARGER = ("Sentrum", "Nord", "Sør", "Øst", "Vest")
_SHARED = frozenset({S.BARNEVERN, S.PPT})

_BY_PROFILE: Mapping[str, Municipality] = {
    "farsund": Municipality(_SMALL, intermunicipal=frozenset({S.PPT})),
    "lyngdal": Municipality(_SMALL, health_and_care=1.6, intermunicipal=_SHARED),
    "lyngdal-2021": Municipality(_SMALL, health_and_care=1.3, intermunicipal=_SHARED),
    "as": Municipality(_LARGER, intermunicipal=frozenset({S.PPT})),
    "rakkestad": Municipality(_SMALL, health_and_care=1.2, intermunicipal=frozenset({S.PPT})),
}
_ANY = Municipality(_LARGER)


def municipality_of(profile_id: str) -> Municipality:
    """The sample's municipality for a profile; one of no particular kind for any other id."""
    return _BY_PROFILE.get(profile_id, _ANY)
