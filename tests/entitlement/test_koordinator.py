"""Hol. § 7-2 by each municipality's own counting: Lyngdal's S044, Farsund's S071, S113, S114."""

from datetime import date
from typing import Any

import pytest

from matcher.domain.case import Case
from matcher.entitlement.condition import Answer
from matcher.entitlement.koordinator import koordinator
from matcher.profiles.load import load

ON = date(2026, 11, 21)


def asked(profile: str, *services: str | dict[str, Any], **facts: Any) -> Answer:
    """The answer for a case with these services and a long-term need, or facts as named."""
    rows = [{"service": s} if isinstance(s, str) else s for s in services]
    case = Case.model_validate({"id": "S-1", "long_term_need": True, "services": rows} | facts)
    return koordinator(case, load(profile), ON)


def school_health(beyond_ordinary: bool | None) -> dict[str, Any]:
    return {"service": "skolehelsetjeneste", "beyond_ordinary": beyond_ordinary}


@pytest.mark.parametrize("profile", ["lyngdal", "lyngdal-2021", "as", "rakkestad"])
def test_two_health_services_are_enough_and_one_is_not(profile: str) -> None:
    """S044: two or more. The law's own plural is read the same way where a text gives no number."""
    assert asked(profile, "fysioterapi", "rus").is_owed is True
    told = asked(profile, "fysioterapi", "skole", "barnevern")
    assert told.is_owed is False
    assert "fysioterapi" in told.because[0].message
    assert "minst 2" in told.because[0].message


def test_the_same_service_twice_is_one_service() -> None:
    assert asked("lyngdal", "rus", {"service": "rus", "since": ON}).is_owed is False


def test_a_health_service_that_has_ended_does_not_count() -> None:
    ended = {"service": "rus", "expected_end": date(2026, 11, 20)}
    assert asked("lyngdal", "fysioterapi", ended).is_owed is False


def test_only_ended_services_is_known_to_be_none() -> None:
    ended = {"service": "rus", "expected_end": date(2026, 11, 20)}
    assert asked("lyngdal", ended).is_owed is False


def test_no_service_given_is_not_known_rather_than_none() -> None:
    assert asked("lyngdal").is_owed is None


def test_a_need_that_is_not_long_term_gives_no_claim_in_lyngdal_and_unknown_is_asked() -> None:
    assert asked("lyngdal", "fysioterapi", "rus", long_term_need=False).is_owed is False
    assert asked("lyngdal", "fysioterapi", "rus", long_term_need=None).is_owed is None


def test_bti_level_three_means_a_long_term_need_in_older_lyngdal_only() -> None:
    """S001; the case's own word goes before the level."""
    facts: dict[str, Any] = {"bti_level": 3, "long_term_need": None}
    assert asked("lyngdal-2021", "fysioterapi", "rus", **facts).is_owed is True
    assert asked("lyngdal", "fysioterapi", "rus", **facts).is_owed is None
    said_no = facts | {"long_term_need": False}
    assert asked("lyngdal-2021", "fysioterapi", "rus", **said_no).is_owed is False


def test_farsund_counts_help_instances_whatever_the_need_lasts() -> None:
    """S071: in all cases with several help instances."""
    assert asked("farsund", "barnevern", "NAV", long_term_need=None).is_owed is True


def test_farsund_counts_neither_ppt_nor_school_nor_kindergarten() -> None:
    """S071, S113: one help instance beside them is not several."""
    told = asked("farsund", "fysioterapi", "PPT", "skole", "barnehage")
    assert told.is_owed is False
    assert "1 hjelpeinstans teller: fysioterapi" in told.because[0].message
    assert "ikke PPT, skole og barnehage" in told.because[0].message


@pytest.mark.parametrize(("beyond", "owed"), [(True, True), (False, False), (None, None)])
def test_farsund_counts_school_health_only_beyond_ordinary_checks(
    beyond: bool | None, owed: bool | None
) -> None:
    """S114: for instance with regular talks. Where nobody has said, KE must settle it."""
    assert asked("farsund", "fysioterapi", school_health(beyond)).is_owed is owed


def test_school_health_is_not_asked_about_where_the_role_does_not_hinge_on_it() -> None:
    assert asked("farsund", "rus", "fysioterapi", school_health(None)).is_owed is True
    assert asked("farsund", school_health(None), "skole").is_owed is False


def test_farsunds_counting_is_farsunds_own() -> None:
    """S114 is no national rule: Lyngdal counts school health as it stands."""
    assert asked("lyngdal", "fysioterapi", school_health(False)).is_owed is True
