"""Requirements: what every plan must respect. Each is said to the model and, apart, to a plan."""

from matcher.optimizer.requirements import (
    agreed_hours,
    eligibility,
    locks,
    shared_hours,
    siblings_share,
)

REQUIREMENTS = (
    eligibility.REQUIREMENT,
    agreed_hours.REQUIREMENT,
    shared_hours.REQUIREMENT,
    locks.REQUIREMENT,
    siblings_share.REQUIREMENT,
)
