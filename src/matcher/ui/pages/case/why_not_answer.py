"""The answer to «hvorfor ikke …?»: what is in the way, who would move, and both side by side."""

import streamlit as st

from matcher.domain.plan import Move
from matcher.services import WhyNot
from matcher.ui import norwegian
from matcher.ui.chain import moves_picture, moves_table
from matcher.ui.markup import Html, bar, bullets, div, element, html, joined, span, table
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import workplace


def show_answer(answer: WhyNot, run: Run) -> None:
    """In words first; then the chain of moves where others move; then the criteria of both."""
    st.header(say("why_not.title", name=run.roster.called(answer.coordinator)), anchor=False)
    person = run.roster.coordinator_by_id.get(answer.coordinator)
    told = (text for text in answer.says if text != answer.says_who_moves)  # is a picture below
    parts = [div(workplace(person), "km-sub"), *(element("p", text) for text in told)]
    if answer.blocked_by:
        parts.append(bullets(_rule(*row) for row in _blocks(answer)))
    st.html(joined(parts))
    if answer.consequence is not None and answer.consequence.moved:
        _show_moves(answer, answer.consequence.moved, run)
    if answer.known:
        _show_comparison(answer, run)


def _show_moves(answer: WhyNot, moved: tuple[Move, ...], run: Run) -> None:
    """The chain as a picture, and as a table for whoever asks for it."""
    first = Move(case=answer.case, from_=answer.suggested, to=answer.coordinator)
    st.html(
        joined(
            [
                element("h3", say("chain.title")),
                element("p", say("chain.intro"), "km-sub"),
                moves_picture(first, moved, run.roster),
            ]
        )
    )
    with st.expander(say("chain.as_table")):
        st.html(moves_table(first, moved, run.roster))


def _blocks(answer: WhyNot) -> list[tuple[str, str, str]]:
    return [(rule.title, rule.because, rule.source) for rule in answer.blocked_by]


def _rule(title: str, because: str, source: str) -> Html:
    told = joined([element("strong", f"{title}:"), html(because)], " ")
    return joined([told, span(say("case.rule_source", source=source), "km-sub")], " ")


def _show_comparison(answer: WhyNot, run: Run) -> None:
    """The criteria of both side by side, those that speak most against first."""
    beside = answer.suggested if answer.suggested != answer.coordinator else None
    headings = [say("why_not.criterion"), run.roster.called(answer.coordinator)]
    headings += [run.roster.called(beside)] if beside else []
    rows = []
    for row in answer.known:
        weight = span(say("case.weight", weight=row.weight), "km-sub")
        cells = [joined([html(row.title), weight], " "), _score(row.score, row.because)]
        cells += [_score(row.suggested_score, row.suggested_because or "")] if beside else []
        rows.append(cells)
    st.html(table(say("why_not.comparison"), headings, rows))
    if answer.silent:
        st.html(element("p", say("case.silent", names=norwegian.listed(answer.silent)), "km-sub"))


def _score(score: int | None, because: str) -> Html:
    if score is None:
        return joined([span(say("why_not.unknown"), "km-score"), html(because)], " ")
    number = span(str(score), "km-score")
    return joined([div(joined([number, bar(score)]), "km-fit-cell"), div(because, "km-sub")])
