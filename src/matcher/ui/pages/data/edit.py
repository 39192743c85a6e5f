"""Se og rett: the rows of the data, changed here with the same checks as a file gets."""

import streamlit as st

from matcher.domain.finding import Severity
from matcher.exchange.editing import EditableRow
from matcher.exchange.sheet import Sheet
from matcher.services import Imported, Services
from matcher.ui.edits import Edits
from matcher.ui.files import hand_out
from matcher.ui.frame import note
from matcher.ui.markup import bullets
from matcher.ui.pages.data.form import filled_form
from matcher.ui.pages.data.rows import chosen_row, chosen_sheet, faults_of_row
from matcher.ui.state import Session
from matcher.ui.texts import say, say_count

_SAID = "edit_said"


def show_editing(services: Services, now: Session, imported: Imported) -> None:
    """A sheet, its rows, and the form of one row."""
    st.header(say("edit.title"), anchor=False)
    if now.edits is None:
        st.markdown(say("edit.intro"))
        if st.button(say("edit.begin")):
            now.begin_editing(services)
            st.rerun()
        return
    _show_changes(services, now, now.edits)
    sheet = chosen_sheet(imported)
    rows = services.rows(now.edits.tables, sheet)
    number = chosen_row(sheet, rows, imported)
    if number is not None:
        _show_row(services, now, sheet, next((r for r in rows if r.number == number), None))


def _show_changes(services: Services, now: Session, edits: Edits) -> None:
    if said := st.session_state.pop(_SAID, None):
        note(*said)
    if not edits.count:
        return
    st.markdown(f"{say_count('edit.count', edits.count)} {say('edit.not_in_file')}")
    with st.container(horizontal=True):
        is_undone = st.button(say("edit.undo"))
        content = services.edited_workbook(edits.tables)
        hand_out(say("edit.download"), content, "datagrunnlag.xlsx")
    if is_undone:
        edits.undo()
        now.read_edits(services)
        st.session_state[_SAID] = (say("edit.undone"), "note")
        st.rerun()


def _show_row(services: Services, now: Session, sheet: Sheet, row: EditableRow | None) -> None:
    edits, imported = now.edits, now.imported
    if edits is None or imported is None:
        return
    if row is not None and (faults := faults_of_row(imported, sheet, row.number)):
        st.html(bullets(fault.message for fault in faults))
    is_sent, texts = filled_form(sheet, row, edits.count)
    if is_sent:
        tables, number = services.change_row(
            edits.tables, sheet, row.number if row else None, texts
        )
        edits.change(tables)
        _tell_saved(now.read_edits(services), sheet, number)
        st.rerun()
    if row is not None and st.button(say("edit.delete")):
        edits.change(services.delete_row(edits.tables, sheet, row.number))
        now.read_edits(services)
        st.session_state[_SAID] = (say("edit.deleted"), "note")
        st.rerun()


def _tell_saved(imported: Imported, sheet: Sheet, number: int) -> None:
    said = {fault.severity for fault in faults_of_row(imported, sheet, number)}
    if Severity.ERROR in said:
        st.session_state[_SAID] = (say("edit.saved_faulty"), "bad")
    elif said:
        st.session_state[_SAID] = (say("edit.saved_noted"), "note")
    else:
        st.session_state[_SAID] = (say("edit.saved_whole"), "good")
