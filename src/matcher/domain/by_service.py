"""What hangs on the case and the coordinator's service alone, spread over all pairs."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from matcher.domain.case import Case
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Service


def by_service(
    pairs: Pairs, answer: Callable[[Case, Service | None], int | np.int8]
) -> NDArray[np.int8]:
    """n × m: asked once a case and service, so a few dozen times a case at the most.

    The service is ``None`` for a coordinator whose service isn't known.
    """
    services = list(dict.fromkeys(c.service for c in pairs.coordinators))
    answers = np.array(
        [[answer(case, service) for service in services] for case in pairs.cases], np.int8
    ).reshape(len(pairs.cases), len(services))
    column_of = {service: k for k, service in enumerate(services)}
    return answers[:, [column_of[c.service] for c in pairs.coordinators]]
