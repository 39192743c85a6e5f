"""Sak: what is said of the suggestion, why not another, the letter, and the decision."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from matcher.domain.plan import CasePlan, Plan
from matcher.ui.texts.sentences import in_language
from tests.browser.deciding import (
    choose,
    decide,
    fill_groundwork,
    open_case,
    press_until,
    unfold,
    write,
)
from tests.browser.visit import ROUND_TIMEOUT_MS, SLOW_MS, Visit


def new_and_weighed(plan: Plan) -> list[CasePlan]:
    """Cases that get another coordinator, and where there were several to choose among."""
    return [
        case
        for case in plan.cases
        if case.coordinator and not case.kept and len(case.suggestions) > 3
    ]


def clear_from_before(plan: Plan) -> CasePlan:
    """The first case that keeps its coordinator, and where nothing is remarked on."""
    return next(
        case
        for case in plan.cases
        if case.kept
        and not next(s for s in case.suggestions if s.coordinator == case.coordinator).warnings
    )


def read_the_suggestion(visit: Visit, told: CasePlan) -> None:
    """Who, in which place, and why: as the plan says."""
    page = visit.page
    expect(page.locator(".km-answer")).to_contain_text(f"({told.coordinator})")
    for suggestion in told.suggestions[:2]:
        expect(page.get_by_text(f"({suggestion.coordinator})").first).to_be_visible()
    first = told.suggestions[0]
    criterion = next(one for one in first.criteria if one.score is not None and one.weight)
    because = in_language(criterion.because, visit.language)
    expect(page.get_by_text(because).first).to_be_visible()
    visit.assert_usable()


def ask_why_not(visit: Visit, told: CasePlan) -> None:
    """Why it isn't the one who is next best for the round."""
    page = visit.page
    visit.open_tab("case.tab_why_not")
    other = next(one for one in told.suggestions if one.coordinator != told.coordinator)
    choose(visit, "why_not.pick", other.coordinator)
    asked = page.get_by_role("heading", name=visit.like("why_not.title"))
    expect(asked).to_contain_text(f"({other.coordinator})", timeout=SLOW_MS)
    expect(page.get_by_role("group", name=visit.says("why_not.comparison"))).to_be_visible()
    visit.assert_usable()


def ask_what_it_takes(visit: Visit) -> None:
    """Changes are tried in whole rounds, with a line that tells how far it has come."""
    visit.press("why_not.ask")
    expect(visit.page.get_by_test_id("stProgress")).to_be_visible()
    again = visit.page.get_by_role("button", name=visit.says("why_not.ask"), exact=True)
    expect(again).to_have_count(0)
    expect(visit.page.get_by_test_id("stProgress")).to_have_count(0, timeout=ROUND_TIMEOUT_MS)
    expect(visit.page.get_by_text(visit.says("why_not.takes_a_while"))).to_have_count(0)
    visit.assert_usable()


def take_the_letter(visit: Visit) -> None:
    """To the family, in another language than the page's; a suggestion as yet."""
    visit.open_tab("case.tab_letter")
    expect(visit.page.locator(".km-letter")).to_contain_text("Dette er et forslag.")
    visit.pick("letter.english")
    expect(visit.page.locator(".km-letter")).to_contain_text("suggestion")
    visit.assert_usable()
    name, content = visit.taken_away(visit.says("letter.download"))
    assert content.read_bytes().startswith(b"%PDF")
    assert name.endswith("-familie-en.pdf")


def accept_one(visit: Visit, told: CasePlan) -> None:
    """The draft from the meeting is filled in on the page of the case, and decided."""
    open_case(visit, told.case)
    unfold(visit, visit.says("decision.make"))
    accepts = visit.page.get_by_role("radio", name=visit.like("decision.accept"))
    expect(accepts).to_be_checked()
    fill_groundwork(visit)
    decide(visit)
    decided = visit.page.get_by_text(visit.like("decision.decided"))
    expect(decided).to_contain_text(f"({told.coordinator})")


def choose_another(visit: Visit, told: CasePlan) -> None:
    """Another than the suggested needs a reason, and is refused without."""
    page = visit.page
    other = told.suggestions[-1].coordinator
    unfold(visit, visit.says("decision.make"))
    page.get_by_role("radio", name=visit.says("decision.another")).click(force=True)
    visit.settled()
    choose(visit, "decision.who", other)
    cannot = page.get_by_text(visit.says("decision.cannot_yet"))
    press_until(visit, "decision.decide", cannot)
    visit.assert_usable()
    write(visit, visit.says("decision.reason"), "Familien kjenner henne.")
    fill_groundwork(visit)
    decide(visit)
    expect(page.get_by_text(visit.like("decision.decided"))).to_contain_text(f"({other})")


def take_what_follows(visit: Visit, case: str) -> None:
    """Tasks that wait, the letter to the coordinator, and the sheet for the tool of the office."""
    page = visit.page
    expect(page.get_by_role("heading", name=visit.like("decision.tasks"))).to_be_visible()
    page.get_by_role("radio", name=visit.says("decision.letter_coordinator"), exact=True).click()
    name, letter = visit.taken_away(visit.like("decision.download_letter"))
    assert name.endswith(f"-{case}.pdf")
    assert letter.read_bytes().startswith(b"%PDF-")
    unfold(visit, visit.says("exports.title"))
    page.get_by_text(visit.says("exports.show")).click()
    _, sheet = visit.taken_away(visit.says("exports.download", name=f"sak-{case}.txt"))
    assert case in sheet.read_text(encoding="utf-8")
    visit.assert_usable()


def lock_and_run_again(visit: Visit, told: CasePlan) -> None:
    """A pair is locked with a reason, and the next round says what it changed."""
    page, locked = visit.page, told.suggestions[1].coordinator
    open_case(visit, told.case)
    read_the_suggestion(visit, told)
    unfold(visit, re.compile(f"^{visit.says('choices.title.many', count=0)[:20]}"))
    choose(visit, "choices.who", locked)
    write(visit, visit.says("choices.reason"), "Avtalt på møtet.")
    kept = page.get_by_text(visit.says("choices.title.one"))
    press_until(visit, "choices.save", kept)
    visit.go_to("round.title")
    visit.press("round.run_again")
    locked_since = page.get_by_text(visit.like("again.added", case=told.case))
    expect(locked_since).to_be_visible(timeout=ROUND_TIMEOUT_MS)
    visit.assert_usable()
