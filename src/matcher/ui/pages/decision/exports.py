"""A decided case, ready to be typed into the municipality's tool for individual plans."""

from datetime import date

import streamlit as st

from matcher.services import Services, StorageUnavailable
from matcher.services.desk import Desk, NotInPlace
from matcher.ui.files import hand_out
from matcher.ui.frame import note
from matcher.ui.markup import element, facts
from matcher.ui.state import Run
from matcher.ui.texts import say


def offer_export(services: Services, desk: Desk, run: Run, person: str) -> None:
    """What to type, on the page and to take along; a blocked address never leaves the program."""
    case = desk.case.id
    if not services.may("case_sheet"):
        return
    with st.expander(say("exports.title")):
        if not st.toggle(say("exports.show"), key=f"export {case}"):
            return
        try:
            sheet = services.case_sheet(run.opened, case, who=person, on=date.today())
        except (NotInPlace, StorageUnavailable) as fault:
            note(str(fault), "quiet")
            return
        st.html(element("p", sheet.title))
        people = [(one.name, one.part) for one in sheet.participants]
        st.html(facts([*sheet.facts, *people]))
        if sheet.note:
            note(sheet.note)
        with st.container(horizontal=True):
            text, book = f"sak-{case}.txt", f"sak-{case}.xlsx"
            label = "exports.download"
            hand_out(say(label, name=text), sheet.text, text)
            hand_out(say(label, name=book), sheet.workbook, book)
