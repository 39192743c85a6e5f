"""One shape for what an import, a rule, a check or a gate says."""

from enum import StrEnum

from matcher.domain.frozen import Frozen


class Severity(StrEnum):
    """How much a finding weighs: an error stops, a warning is read, an info explains."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Frozen):
    """Something a person should know, with what it is about and where it comes from.

    ``code`` is stable and machine-readable; ``subject`` names the case, coordinator or cell;
    ``message`` is Norwegian; ``source`` is a statement id, a law or a place in the file.
    """

    code: str
    severity: Severity
    subject: str
    message: str
    source: str | None = None
