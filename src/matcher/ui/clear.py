"""Which suggestions are clear, and which cases somebody must look at themselves."""

from matcher.domain.finding import Severity
from matcher.domain.plan import CasePlan
from matcher.ui.standing import Standing
from matcher.ui.state import Run
from matcher.ui.words import chosen, lacks_coordinator


def is_owed(told: CasePlan) -> bool:
    """Whether somebody is to decide the case: it has a suggestion, or is owed one."""
    return told.coordinator is not None or lacks_coordinator(told)


def is_clear(told: CasePlan, run: Run) -> bool:
    """Whether somebody with an acceptable fit is suggested, and nothing is remarked on."""
    suggestion = chosen(told)
    if suggestion is None or suggestion.fit < run.profile.goals.poor_fit.levels[-1]:
        return False
    return all(warning.severity is Severity.INFO for warning in suggestion.warnings)


def needs_somebody(told: CasePlan, stands: Standing, run: Run) -> bool:
    """Whether a case waits for a person: not decided, and begun on or not clear."""
    if not is_owed(told) or stands is Standing.DECIDED:
        return False
    return stands is Standing.DRAFT or not is_clear(told, run)
