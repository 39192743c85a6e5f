"""A whole roster from a seed."""

from datetime import date

from matcher.domain.roster import Roster
from matcher.sample.bonds import Bonds
from matcher.sample.cases import draw_cases
from matcher.sample.chance import Chance
from matcher.sample.desk import Desk
from matcher.sample.hours import agree_hours
from matcher.sample.municipalities import municipality_of
from matcher.sample.names import Names
from matcher.sample.staff import draw_staff
from matcher.sample.units import draw_units


def generate(
    *,
    municipality: str,
    cases: int,
    coordinators: int,
    seed: int,
    on: date,
    slack: float = 1.15,
) -> Roster:
    """Make an invented roster that looks like a Norwegian municipality's list.

    ``municipality`` is a profile's id: it decides the areas, who employs whom, and how much
    of the staff works in health and care. ``slack`` is the free hours of those who can work,
    over the hours of the cases where two or more help services work together: 1.15 is roomy,
    1.03 tight, 0.9 short. The same arguments give the same roster.

    Raises ``ValueError`` for fewer than one case or coordinator, or a slack below zero.
    """
    if cases < 1 or coordinators < 1 or slack < 0:
        raise ValueError("a roster needs at least one case and one coordinator, and slack >= 0")
    place = municipality_of(municipality)
    names = Names(Chance(seed, "names"))
    drawn_cases = draw_cases(Chance(seed, "cases"), cases, place.areas, on)
    drawn_staff = draw_staff(Chance(seed, "staff"), names, coordinators, place, on)
    needed = slack * sum(d.hours_per_month for d in drawn_cases if d.needs_coordination)
    staff = agree_hours(Chance(seed, "hours"), drawn_staff, needed, on)
    units = draw_units(Chance(seed, "units"), names, staff)
    bonds = Bonds(Chance(seed, "bonds"), Desk(staff), on)
    return Roster.of(on, [bonds.tie(drawn) for drawn in drawn_cases], staff, units)
