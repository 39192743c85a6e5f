"""The letters of a case: chosen by reader and language, read as text, and taken away as PDF."""

import streamlit as st

from matcher.domain.plan import CasePlan
from matcher.letters.document import Document
from matcher.services import LetterError, LetterKind, Services
from matcher.ui.asked import once
from matcher.ui.files import hand_out
from matcher.ui.frame import beside, note
from matcher.ui.letter_text import letter_text
from matcher.ui.state import Run
from matcher.ui.texts import say

KINDS = {
    LetterKind.FAMILY: "letter.family",
    LetterKind.COORDINATOR: "letter.coordinator",
    LetterKind.LEADER: "letter.leader",
    LetterKind.AGENDA: "letter.agenda",
}
LANGUAGES = {"nb": "letter.bokmal", "nn": "letter.nynorsk", "en": "letter.english"}


def show_letter(services: Services, told: CasePlan, run: Run) -> None:
    """The letter as it would be sent; a suggestion until the case is decided."""
    if not services.may("letter"):
        note(say("letter.not_for_you"), "quiet")
        return
    left, right = beside("letter", 1, 1)
    with left:
        kind = st.segmented_control(
            say("letter.kind"),
            list(KINDS),
            format_func=lambda each: say(KINDS[each]),
            default=LetterKind.FAMILY,
            required=True,
        )
    with right:
        language = st.segmented_control(
            say("letter.language"),
            list(LANGUAGES),
            format_func=lambda each: say(LANGUAGES[each]),
            default="nb",
            required=True,
        )
    question = ("letter", told.case, kind, language)
    try:
        document, pdf = once(
            services, run, question, lambda: _written(services, told.case, run, kind, language)
        )
    except LetterError as fault:
        note(str(fault))
        return
    hand_out(say("letter.download"), pdf, f"{told.case}-{kind}-{language}.pdf")
    st.html(letter_text(document))


def _written(
    services: Services, case: str, run: Run, kind: LetterKind, language: str
) -> tuple[Document, bytes]:
    letter = services.letter(run.plan, run.roster, run.profile, case, language, kind=kind)
    return letter.document, letter.pdf
