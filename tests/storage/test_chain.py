"""A changed, missing or reordered entry is found. The chain knows no database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.history import Entry, Happening, Head
from matcher.storage.chain import START, content_sha256, entry_sha256, verify

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def chain(contents: list[str | None]) -> list[Entry]:
    """A whole chain, an entry for each content; every entry is about case mark «a» or «b»."""
    entries: list[Entry] = []
    for number, content in enumerate(contents, 1):
        salt = None if content is None else f"salt{number}"
        entry = Entry(
            number=number,
            at=AT + timedelta(minutes=number),
            who="anne",
            what=Happening.DECIDED,
            subject="ab"[number % 2],
            about=None,
            content_sha256=content_sha256(salt, content) if salt and content else None,
            previous_sha256=entries[-1].sha256 if entries else START.sha256,
            sha256="",
            salt=salt,
            content=content,
        )
        entries.append(sealed(entry))
    return entries


def sealed(entry: Entry) -> Entry:
    return entry.model_copy(update={"sha256": entry_sha256(entry)})


def head_of(entries: list[Entry]) -> Head:
    return Head(number=entries[-1].number, sha256=entries[-1].sha256) if entries else START


def codes(entries: list[Entry], head: Head | None, noted: Head | None = None) -> list[str]:
    return [finding.code for finding in verify(entries, head, noted)]


contents = st.lists(st.none() | st.just("{}") | st.text(min_size=1), min_size=1, max_size=6)


@given(contents)
def test_a_whole_chain_has_no_fault(texts: list[str | None]) -> None:
    entries = chain(texts)
    assert verify(entries, head_of(entries)) == ()


def test_an_empty_history_is_whole() -> None:
    assert verify([], START) == ()


TAMPERINGS: dict[str, object] = {
    "at": AT,
    "who": "bjorn",
    "what": Happening.READ,
    "subject": "c",
    "about": "noe",
    "content_sha256": "0" * 64,
    "previous_sha256": "1" * 64,
    "sha256": "2" * 64,
    "content": "noe annet",
    "salt": "noe annet",
}


@given(contents, st.data())
@pytest.mark.parametrize("field", TAMPERINGS)
def test_any_changed_field_is_found(
    field: str, texts: list[str | None], data: st.DataObject
) -> None:
    entries = chain(texts)
    place = data.draw(st.integers(0, len(entries) - 1))
    if field == "salt" and entries[place].content is None:
        return
    changed = entries[place].model_copy(update={field: TAMPERINGS[field]})
    tampered = [*entries[:place], changed, *entries[place + 1 :]]
    assert codes(tampered, head_of(entries)) != []


@given(contents, st.data())
def test_a_change_that_is_sealed_anew_shows_in_the_next_entry_or_the_end(
    texts: list[str | None], data: st.DataObject
) -> None:
    entries = chain(texts)
    place = data.draw(st.integers(0, len(entries) - 1))
    changed = sealed(entries[place].model_copy(update={"who": "bjorn"}))
    tampered = [*entries[:place], changed, *entries[place + 1 :]]
    expected = "history.head_differs" if place == len(entries) - 1 else "history.out_of_order"
    assert codes(tampered, head_of(entries)) == [expected]


@given(contents, st.data())
def test_missing_entries_are_found_also_the_last_ones(
    texts: list[str | None], data: st.DataObject
) -> None:
    entries = chain(texts)
    first = data.draw(st.integers(0, len(entries) - 1))
    last = data.draw(st.integers(first, len(entries) - 1))
    found = verify([*entries[:first], *entries[last + 1 :]], head_of(entries))
    assert [finding.code for finding in found] == ["history.missing"]
    assert str(first + 1) in found[0].message
    assert str(last + 1) in found[0].message


@given(contents.filter(lambda texts: len(texts) > 1), st.data())
def test_two_entries_that_changed_places_are_found(
    texts: list[str | None], data: st.DataObject
) -> None:
    entries = chain(texts)
    one, other = data.draw(
        st.lists(st.integers(0, len(entries) - 1), min_size=2, max_size=2, unique=True)
    )
    first, second = entries[one], entries[other]
    swapped = list(entries)
    swapped[one] = second.model_copy(update={"number": first.number})
    swapped[other] = first.model_copy(update={"number": second.number})
    assert "history.changed" in codes(swapped, head_of(entries))


def test_a_lost_head_is_told() -> None:
    assert codes(chain(["a"]), None) == ["history.head_missing"]


def test_a_history_rewritten_whole_is_found_by_an_end_that_was_noted() -> None:
    entries = chain(["a", "b", "c"])
    noted = Head(number=2, sha256=entries[1].sha256[:12])
    assert codes(entries, head_of(entries), noted) == []
    rewritten = chain(["a", "x", "c"])
    assert codes(rewritten, head_of(rewritten)) == []
    assert codes(rewritten, head_of(rewritten), noted) == ["history.noted_differs"]
    shorter = rewritten[:1]
    assert codes(shorter, head_of(shorter), noted) == ["history.noted_missing"]


def test_contents_may_only_be_gone_where_their_case_was_deleted_later() -> None:
    entries = chain(["om b", "om a", None])
    deletion = sealed(entries[2].model_copy(update={"what": Happening.DELETED, "subject": "b"}))
    erased = [entry.model_copy(update={"content": None, "salt": None}) for entry in entries]
    head = head_of([deletion])
    assert codes([erased[0], entries[1], deletion], head) == []
    assert codes([entries[0], erased[1], deletion], head) == ["history.content_missing"]
    assert codes([erased[0], entries[1], entries[2]], head_of(entries)) == [
        "history.content_missing"
    ]
