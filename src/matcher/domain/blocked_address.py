"""Blocked address (adressesperre): whether geography may be used, said here and nowhere else.

Where the person or the employee has a blocked address (code 6 or 7), place and all that
locates stay unused (Normen, faktaark 55). Read by the rule that tells it and by every
criterion that locates.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.domain.pairs import Pairs


def may_use_geography(pairs: Pairs) -> NDArray[np.bool_]:
    """n × m: true where neither the case nor the coordinator has a blocked address.

    An empty cell counts as no block: municipalities mark those who have one.
    """
    case_blocked = np.array([[case.has_blocked_address] for case in pairs.cases], np.bool_)
    coordinator_blocked = np.array([[c.has_blocked_address for c in pairs.coordinators]], np.bool_)
    usable: NDArray[np.bool_] = ~(case_blocked.reshape(-1, 1) | coordinator_blocked.reshape(1, -1))
    return usable
