"""The cases of the round: chosen and sorted, as a list or one at a time."""

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.services import Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.case_list import Said, show_rows
from matcher.ui.case_order import CHANGED, Known, in_order, is_of, matches, note_listed
from matcher.ui.firm import firmness_words
from matcher.ui.frame import note
from matcher.ui.kept_rounds import coordinators_before, is_after_another
from matcher.ui.markup import div
from matcher.ui.pages.round.fields import Asked, ask
from matcher.ui.pages.round.one import show_one
from matcher.ui.round_address import PAGE, projecting
from matcher.ui.standing import last_decisions, standing
from matcher.ui.state import Run, Session
from matcher.ui.texts import say

PAGE_LENGTH = 20


def show_list(services: Services, now: Session, run: Run, said: Said) -> None:
    """The fields, and the cases that they leave."""
    firm = firmness_words(services, run)
    try:
        asked = ask(run, has_before=is_after_another(services, now), has_firmness=bool(firm))
        before = coordinators_before(services, now, wanted=asked.kind == CHANGED)
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    last = last_decisions(services, run)
    stands = {told.case: standing(told, last.get(told.case), run) for told in run.plan.cases}
    known = Known(run, stands, before, firm)
    found = _found(asked, known)
    note_listed(found)
    counts = {"shown": norwegian.number(len(found)), "count": norwegian.number(len(run.plan.cases))}
    st.html(div(say("list.shown", **counts), "km-sub", role="status"))
    if not found:
        note(say("list.nothing"), "quiet")
    elif asked.is_one_by_one:
        show_one(services, found, known, last, said)
    else:
        below = st.container()
        some = _page(found)
        with below:
            show_rows(some, known, last, said, are_links=not projecting())


def _found(asked: Asked, known: Known) -> list[CasePlan]:
    cases = [
        told
        for told in known.run.plan.cases
        if is_of(asked.kind, told, known) and matches(told, asked.wanted, asked.unit, known.run)
    ]
    return in_order(cases, asked.by, known)


def _page(found: list[CasePlan]) -> list[CasePlan]:
    pages = -(-len(found) // PAGE_LENGTH)
    if pages == 1:
        return found
    page = min(st.pagination(pages, key=PAGE, bind="query-params"), pages)
    return found[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]
