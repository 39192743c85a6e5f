"""Finding the way with the keyboard alone, and whether the focus is seen."""

from __future__ import annotations

import re
import string

from tests.browser.visit import Visit

FOCUSED = """() => {
    const one = document.activeElement;
    const label = one.labels && one.labels.length ? one.labels[0] : one;
    return one.getAttribute("aria-label") || label.innerText || "";
}"""
IS_SEEN = """() => {
    const near = [document.activeElement, document.activeElement.parentElement];
    return near.some(one => {
        const style = getComputedStyle(one);
        const ring = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
        return ring || style.boxShadow !== "none";
    });
}"""
FARTHEST = 120


def tab_to(visit: Visit, name: str, *, back: bool = False) -> None:
    """Tab until what is named has the focus, and be sure that it is seen there."""
    for _ in range(FARTHEST):
        visit.page.keyboard.press("Shift+Tab" if back else "Tab")
        if re.match(name, visit.page.evaluate(FOCUSED).strip()):
            assert visit.page.evaluate(IS_SEEN), f"the focus on {name} is not seen"
            return
    raise AssertionError(f"{name} can't be reached with the keyboard")


def press(visit: Visit, key: str) -> None:
    """Press a key, and wait until the page is drawn."""
    visit.page.keyboard.press(key)
    visit.settled()


def assert_no_key_acts_alone(visit: Visit) -> None:
    """No letter or digit does anything by itself where nothing is being written (WCAG 2.1.4)."""
    visit.settled()
    visit.page.evaluate("document.activeElement.blur()")
    before = visit.wire.asked, visit.page.url, _text(visit)
    for key in string.ascii_lowercase + string.digits:
        visit.page.keyboard.press(key)
    visit.settled()
    after = visit.wire.asked, visit.page.url, _text(visit)
    assert after == before, "a key does something by itself"
    assert visit.page.get_by_role("dialog").count() == 0


def _text(visit: Visit) -> str:
    return visit.page.get_by_test_id("stMain").inner_text()
