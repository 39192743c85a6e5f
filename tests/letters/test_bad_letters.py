"""A letter that can't be written: a clear word, all at once, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.letters import (
    DecidedBy,
    LetterError,
    coordinator_letter,
    family_letter,
    leader_letter,
    meeting_agenda,
)
from matcher.letters.letter import Letter
from matcher.profiles.load import load
from matcher.profiles.profile import Profile
from tests.explain.rounds import ON, plan, roster
from tests.letters.made_round import made

KINDS = (family_letter, coordinator_letter, leader_letter, meeting_agenda)


def codes(stopped: pytest.ExceptionInfo[LetterError]) -> list[str]:
    return [finding.code for finding in stopped.value.findings]


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_case_is_named_with_one_that_is_near(kind: Callable[..., Letter]) -> None:
    with pytest.raises(LetterError, match="Kanskje mente du S-501") as stopped:
        kind(*made()[:3], "S-51", "nb")
    assert codes(stopped) == ["letter.unknown_case"]


def test_a_case_outside_the_round_is_told_as_such() -> None:
    outside = next(
        row.case for row in plan().cases if row.entitlement.role == "ingen" and not row.coordinator
    )
    with pytest.raises(LetterError, match="ikke med i runden") as stopped:
        family_letter(plan(), roster(), load("farsund"), outside, "nb")
    assert codes(stopped) == ["letter.outside_round"]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    other = roster(seed=4)
    with pytest.raises(LetterError) as stopped:
        family_letter(plan(), other, load("as"), "S-999", "fr")
    assert codes(stopped) == [
        "letter.unknown_case",
        "letter.unknown_language",
        "letter.other_profile",
        "letter.other_roster",
    ]
    assert "nb (bokmål), nn (nynorsk), en (engelsk)" in str(stopped.value)


def nobody_suggested() -> tuple[Plan, Roster, Profile, str]:
    return made(coordinator=None)


@pytest.mark.parametrize("kind", KINDS[1:])
def test_with_nobody_suggested_there_is_nobody_in_the_staff_to_write_to(
    kind: Callable[..., Letter],
) -> None:
    with pytest.raises(LetterError) as stopped:
        kind(*nobody_suggested(), "nb")
    assert codes(stopped) == ["letter.no_coordinator"]


def test_with_nobody_suggested_the_family_is_told_that_the_search_goes_on() -> None:
    letter = family_letter(*nobody_suggested(), "nb")
    assert "Vi leter videre" in letter.text


@pytest.mark.parametrize(
    ("language", "word"), [("nb", "forslag"), ("nn", "framlegg"), ("en", "suggestion")]
)
def test_with_nobody_suggested_the_family_is_told_of_no_suggestion(
    language: str, word: str
) -> None:
    """And that being without is what they can complain about."""
    assert word in family_letter(*made(), language).text
    letter = family_letter(*nobody_suggested(), language)
    assert word not in letter.text.casefold()
    assert "Statsforval" in letter.text


def test_a_decision_for_nobody_or_for_a_stranger_is_not_written() -> None:
    nobody = DecidedBy(by="Kari Leder", on=ON)
    with pytest.raises(LetterError) as stopped:
        family_letter(*nobody_suggested(), "nb", decided=nobody)
    assert codes(stopped) == ["letter.no_coordinator"]
    stranger = DecidedBy(by="Kari Leder", on=date(2026, 12, 1), coordinator="K-99")
    with pytest.raises(LetterError, match="K-99"):
        family_letter(*made(), "nb", decided=stranger)
