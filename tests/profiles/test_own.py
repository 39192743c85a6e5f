"""A municipality sets its own weights, and everything else stands as it stood."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.profiles.in_force import rules_in_force
from matcher.profiles.load import ProfileError, builtin, load, parse, text_of
from matcher.profiles.own import name_of, own_profile, shared_out, weights_of, with_weights

ON = date(2026, 11, 23)


def own(weights: dict[str, int], *, of: str = "farsund", reason: str = "Prøves i et år.") -> str:
    text = text_of(of)
    return own_profile(text, "Farsund, våren", weights, by="Kari Nes", on=ON, reason=reason)


def test_an_own_profile_has_the_new_weights_their_reason_and_the_day() -> None:
    before = load("farsund")
    after = parse(own({"onske": 25, "tidsaspekt": 8}))
    assert weights_of(after) == weights_of(before) | {"onske": 25, "tidsaspekt": 8}
    assert (after.criteria.onske.why, after.criteria.onske.checked) == ("Prøves i et år.", ON)
    assert after.criteria.onske.statements == before.criteria.onske.statements
    assert after.origin is not None
    assert (after.origin.of, after.origin.by) == ("farsund", "Kari Nes")
    assert (after.id, after.title) == ("farsund-varen", "Farsund, våren")


def test_what_isnt_weighed_anew_stands_word_for_word() -> None:
    before = Counter(text_of("farsund").splitlines())
    after = Counter(own({"onske": 25, "tidsaspekt": 8}).splitlines())
    gone = [line.partition(" ")[0] for line in (before - after).elements()]
    assert sorted(gone) == sorted(["id", "title", *["weight", "why", "checked"] * 2])


def test_an_own_profile_of_an_own_profile_still_knows_the_municipality() -> None:
    first = own({"onske": 25, "tidsaspekt": 8})
    second = own_profile(
        first, "Farsund, høsten", {"onske": 20, "tidsaspekt": 13}, by="Per Vik", on=ON, reason="Nei"
    )
    after = parse(second)
    assert after.based_on == "farsund"
    assert second.count("[origin]") == 1
    assert after.origin is not None
    assert after.origin.by == "Per Vik"


def test_weights_that_dont_add_up_are_refused_with_the_sum() -> None:
    with pytest.raises(ProfileError, match="vektene blir 105, ikke 100"):
        own({"onske": 25})
    with pytest.raises(ValueError, match="vektene blir 105, ikke 100"):
        with_weights(load("farsund"), {"onske": 25})


@pytest.mark.parametrize("name", builtin())
def test_the_same_weights_are_no_change_in_what_a_round_reads(name: str) -> None:
    before = load(name)
    after = with_weights(before, weights_of(before))
    assert after == before
    text = own_profile(text_of(name), before.title, {}, by="Kari Nes", on=ON, reason="Ingen")
    assert rules_in_force(parse(text)) == rules_in_force(before)


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 100), min_size=1).filter(
        lambda shares: any(shares.values())
    ),
    st.integers(0, 100),
)
def test_shares_add_up_and_keep_their_order(shares: dict[str, int], total: int) -> None:
    given_out = shared_out(shares, total)
    assert sum(given_out.values()) == total
    whole = sum(shares.values())
    for name, share in shares.items():
        assert abs(given_out[name] - share * total / whole) < 1


@pytest.mark.parametrize(
    ("title", "name"),
    [("Ås, vår egen", "as-var-egen"), ("Færder 2027", "faerder-2027"), ("!", "egen")],
)
def test_a_title_becomes_a_plain_file_name(title: str, name: str) -> None:
    assert name_of(title) == name
