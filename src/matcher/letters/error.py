"""Why a letter can't be written."""

from collections.abc import Iterable

from matcher.domain.finding import Finding, Severity


class LetterError(Exception):
    """A letter that can't be written. ``findings`` holds every fault; the message tells them all.

    Nothing is written when it is raised.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))


def fault(code: str, subject: str, message: str) -> Finding:
    """A finding that stops a letter; ``code`` without its first part."""
    return Finding(code=f"letter.{code}", severity=Severity.ERROR, subject=subject, message=message)
