"""What was wrong with a file: where, what, and what to do about it."""

import streamlit as st

from matcher.domain.finding import Finding, Severity
from matcher.services import Imported
from matcher.ui.files import hand_out
from matcher.ui.frame import note
from matcher.ui.markup import badge, table
from matcher.ui.texts import say, say_count

SHOWN_FAULTS = 200
TONES = {
    Severity.ERROR: ("bad", "data.error"),
    Severity.WARNING: ("note", "data.warning"),
    Severity.INFO: ("quiet", "data.info"),
}


def show_faults(imported: Imported) -> None:
    """All that was found, what was refused first, and the refused rows to take away."""
    faults = sorted(imported.findings, key=lambda fault: list(TONES).index(fault.severity))
    st.header(say_count("data.faults", len(faults)), anchor=False)
    if imported.rejected_workbook is not None:
        hand_out(say("data.download_rejected"), imported.rejected_workbook, "avvist.xlsx")
    headings = [say("data.where"), say("data.what"), say("data.how_bad")]
    st.html(table(say("data.title"), headings, map(_fault_row, faults[:SHOWN_FAULTS])))
    if len(faults) > SHOWN_FAULTS:
        note(say("data.more_faults", shown=SHOWN_FAULTS, count=len(faults)))


def _fault_row(fault: Finding) -> tuple[str, str, str]:
    tone, key = TONES[fault.severity]
    return fault.source or fault.subject, fault.message, badge(say(key), tone)
