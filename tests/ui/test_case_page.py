from streamlit.testing.v1 import AppTest

from tests.ui.hand_made import HIDDEN_AREA, HandMade
from tests.ui.pages import after_round, before_round, shown, text


def opened(hand_made: HandMade, case: str) -> AppTest:
    return shown("case", hand_made, after_round(hand_made), sak=case)


def test_before_a_round_the_page_leads_to_it(hand_made: HandMade) -> None:
    assert "Gå til runden" in text(shown("case", hand_made, before_round(hand_made)))
    assert "Gå til datagrunnlag" in text(shown("case", hand_made))


def test_the_address_holds_the_case(hand_made: HandMade) -> None:
    assert "Forslag til sak S-002" in text(opened(hand_made, "S-002"))


def test_an_unknown_case_in_the_address_is_told_gently(hand_made: HandMade) -> None:
    assert "Fant ikke saken «S-999»" in text(opened(hand_made, "S-999"))


def test_the_case_shows_role_facts_and_the_plans_choice(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-001"))
    assert "Rolle: Koordinator" in read
    assert "To tjenester er inne i saken." in read
    assert "Kilde: S044" in read
    assert "Psykisk helse (svært mye) og sosialt (noe)" in read
    assert "4,5\N{NO-BREAK SPACE}timer (anslag)" in read
    assert "At noen svarer på telefonen" in read
    assert "Beholder koordinatoren sin · egnethet 84 av 100" in read
    assert "en navngitt person avgjør" in read


def test_the_plans_choice_is_not_called_best_where_that_is_not_proven(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-001"))
    assert "det beste som er funnet for runden" in read
    assert "bevist best" not in read


def test_each_criterion_has_a_bar_and_a_sentence(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-001"))
    assert "width:90%" in read
    assert "Er ønsket." in read
    assert "Ikke regnet med, fordi opplysninger mangler eller det ikke gjelder: Språk." in read


def test_a_consequence_is_told_in_words_with_what_the_number_is(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-001"))
    assert "Samlet egnethet går ned 7\N{NO-BREAK SPACE}poeng (høyst så mye)." in read
    assert "S-002 fra Per *Li* (K-02) til Kari Nes (K-01)" in read
    assert "S-003, som ellers er uten, får Kari Nes (K-01)" in read


def test_a_case_nobody_moves_for_is_told_with_what_it_costs_alone(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-001"))
    assert "Ikke plass</td>" in read


def test_an_equally_good_choice_is_said_to_be(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-002"))
    assert "Omtrent like godt for runden som planens valg (anslag)." in read


def test_an_unplaced_case_is_an_answer_with_its_reason(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-003"))
    assert "Sak S-003 er uten koordinator i planen" in read
    assert "Kanskje én kan få avtalt flere." in read


def test_a_case_that_is_owed_nobody_says_so(hand_made: HandMade) -> None:
    assert "skal ikke ha koordinator" in text(opened(hand_made, "S-004"))


def test_the_refused_are_gathered_by_rule_with_source_and_fact(hand_made: HandMade) -> None:
    read = text(opened(hand_made, "S-001"))
    assert "Opplæring gjennomført · 1 koordinator" in read
    assert "Kilde: S127" in read
    assert "Opplæringen er ikke gjennomført." in read


def test_nothing_that_locates_is_shown_of_a_case_with_a_blocked_address(
    hand_made: HandMade,
) -> None:
    read = text(opened(hand_made, "S-002"))
    assert HIDDEN_AREA not in read
    assert "Alt som kan vise hvor personen er, er skjult." in read


def test_the_next_case_is_one_press_away(hand_made: HandMade) -> None:
    app = opened(hand_made, "S-003")
    next(button for button in app.button if button.label == "Neste sak").click()
    assert "Forslag til sak S-002" in text(app.run())
