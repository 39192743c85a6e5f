"""What has been said of sharing information (S011, S012), in the words of a letter."""

from matcher.domain.case import Case
from matcher.domain.vocabulary import Consent
from matcher.letters.texts import Texts

STATE = {
    None: "unknown",
    Consent.NOT_ASKED: "not_asked",
    Consent.REFUSED: "refused",
    Consent.PARTIAL: "partial",
    Consent.GIVEN: "given",
}
"""The last part of a text's key."""


def consent_in_words(case: Case, texts: Texts, key: str) -> tuple[str, ...]:
    """The answer, from the texts that begin with ``key``, and the services that a yes is about."""
    said = texts.say(f"{key}{STATE[case.consent]}")
    if case.consent not in (Consent.GIVEN, Consent.PARTIAL) or not case.consent_scope:
        return (said,)
    services = texts.listed(texts.say(f"service.{service}") for service in case.consent_scope)
    return said, texts.say("consent.scope", services=services)
