"""A profile that can't be used says everything that is wrong with it, in Norwegian, at once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.profiles.load import ProfileError, builtin, load, parse, sha256, text_of

FARSUND = text_of("farsund")


def changed(*changes: tuple[str, str]) -> str:
    """Farsund's profile with pieces of text exchanged, each where it first stands."""
    text = FARSUND
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def faults(text: str) -> dict[str, str]:
    with pytest.raises(ProfileError) as caught:
        parse(text, "min.toml")
    assert all(finding.message in str(caught.value) for finding in caught.value.findings)
    told = {finding.subject: finding.message for finding in caught.value.findings}
    assert len(told) == len(caught.value.findings), "a fault is told twice"
    return told


@pytest.mark.parametrize("name", builtin())
def test_a_profile_is_the_same_by_name_and_from_a_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / "kopi.toml"
    file.write_text(text_of(name), encoding="utf-8")
    assert load(str(file)) == load(name)
    assert parse(text_of(str(file))) == load(name)


def test_the_fingerprint_is_of_the_choices_not_of_the_layout() -> None:
    same = "# en merknad\n\n" + FARSUND
    other = changed(("need_months = 24", "need_months = 25"))
    assert sha256(parse(same)) == sha256(load("farsund")) != sha256(parse(other))


def test_the_fingerprint_does_not_hang_on_the_order_in_the_file() -> None:
    head, *tables = re.split(r"(?m)^(?=\[)", re.sub(r"(?m)^#.*\n", "", FARSUND))
    turned = head
    for table in reversed(tables):
        name, *rows = table.strip().split("\n")
        is_on_one_line = not any(row.endswith("[") for row in rows)
        turned += "\n".join([name, *(reversed(rows) if is_on_one_line else rows), ""])
    assert sha256(parse(turned)) == sha256(load("farsund"))


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Notepad writes one."""
    file = tmp_path / "min.toml"
    file.write_text(FARSUND, encoding="utf-8-sig")
    assert load(str(file)).id == "farsund"


def test_an_unknown_key_is_named_with_the_likely_one() -> None:
    told = faults(changed(("review_after_months", "review_after_month")))
    assert "ikke kjent" in told["rules.barnevern_undersokelse.review_after_month"]
    assert "«review_after_months»" in told["rules.barnevern_undersokelse.review_after_month"]
    assert told["rules.barnevern_undersokelse.review_after_months"].endswith("mangler")


def test_a_line_without_a_source_is_named() -> None:
    told = faults(changed(('statements = ["S117"]\nlaw = "hol. § 7-1, pbrl. § 2-5"\n', "")))
    assert list(told) == ["entitlement.right_to_individual_plan.practice"]
    assert "mangler kilde" in told["entitlement.right_to_individual_plan.practice"]


def test_weights_that_do_not_add_up_are_listed() -> None:
    told = faults(changed(("weight = 20", "weight = 21")))
    assert told["criteria"].startswith("criteria: vektene blir 101, ikke 100: onske 21, ")


def test_a_statement_that_is_not_in_the_documents_is_named() -> None:
    assert "«S185»" in faults(changed(('"S108"', '"S185"')))["rules.kommunalt_ansatt.statements.0"]


def test_every_fault_is_told_at_once_also_those_that_another_would_hide() -> None:
    """Unknown key and wrong weight in one line, a line without a source, a wrong choice."""
    told = faults(
        changed(
            ("weight = 20\n", "weight = 19\nvekt = 20\n"),
            ('mode = "refuse"', 'mode = "kanskje"'),
            ('statements = ["S070"]\nlaw = "hol. § 7-2"\n', ""),
            ("checked = 2026-11-21", 'checked = "i fjor"'),
        )
    )
    assert list(told) == [
        "criteria",
        "criteria.onske.vekt",
        "entitlement.individual_plan_changes_nothing.practice",
        "rules.barnevern_undersokelse.mode",
        "words.checked",
    ]


def test_a_threshold_that_cannot_be_reached_is_refused() -> None:
    one = re.sub(r"counted = \[\n.*?\n\]", 'counted = ["skolehelsetjeneste"]', FARSUND, flags=re.S)
    told = faults(one)["entitlement.koordinator"]
    assert told == "entitlement.koordinator: at_least er 2, men counted har bare 1"


def test_a_forbidden_profession_filter_is_named() -> None:
    text = text_of("as").replace('[rules.fagkrav]\nmode = "off"', '[rules.fagkrav]\nmode = "warn"')
    assert "rules.fagkrav" in faults(text)[""]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("farsnd", "Kanskje mente du «farsund»?"),
        ("Farsund", "Kanskje mente du «farsund»?"),
        ("bergen", "as, farsund, lyngdal, lyngdal-2021, rakkestad"),
        ("", "ingen profil"),
        ("finnes-ikke.toml", "Finner ikke profilfilen"),
    ],
)
def test_an_unknown_profile_is_met_with_the_ones_there_are(name: str, says: str) -> None:
    with pytest.raises(ProfileError, match=re.escape(says)):
        load(name)


def folder(path: Path) -> None:
    path.mkdir()


def latin(path: Path) -> None:
    path.write_bytes('title = "Ås"'.encode("latin-1"))


def huge(path: Path) -> None:
    path.write_bytes(b"#" * 1_000_001)


@pytest.mark.parametrize("make", [folder, latin, huge])
def test_a_file_that_is_no_profile_is_refused_with_a_word(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "min.toml")
    with pytest.raises(ProfileError, match=r"min\.toml"):
        load(str(tmp_path / "min.toml"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a = ", "slutten"),
        ('id = "x"\nb c', "linje 2"),
        ("a=" + "[" * 5000, "lister står i lister"),
    ],
)
def test_text_that_is_not_toml_is_told_with_the_place(text: str, where: str) -> None:
    with pytest.raises(ProfileError, match=where):
        parse(text)


KEYS = re.findall(r"^(\w+) = ", FARSUND, re.M)
ODD = [
    '"tull"',
    "-1",
    "1e9",
    "nan",
    "true",
    "[]",
    "[7]",
    "{}",
    "1979-05-27T07:32:00",
    '""',
    "99999",
]


def message(text: str) -> str:
    try:
        parse(text)
    except ProfileError as error:
        return str(error)
    return ""


@given(st.integers(0, len(KEYS) - 1), st.sampled_from(ODD))
def test_any_value_put_anywhere_is_accepted_or_told_in_norwegian(place: int, odd: str) -> None:
    lines = FARSUND.split("\n")
    rows = [n for n, line in enumerate(lines) if re.match(r"\w+ = ", line)]
    row = rows[place]
    last = row
    if lines[row].endswith("["):
        last = lines.index("]", row)
    lines[row : last + 1] = [f"{KEYS[place]} = {odd}"]
    told = re.sub("«[^»]*»", "", message("\n".join(lines)))
    assert not re.search(r"\b(input|should|valid|expected|or|must|field)\b", told, re.I)
    assert "kan ikke leses" not in told
