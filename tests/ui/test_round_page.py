import json

from matcher.ui.state import Source
from tests.ui.hand_made import HIDDEN_AREA, HandMade
from tests.ui.pages import after_round, parts, shown, text


def test_without_data_the_page_says_what_to_do_first(hand_made: HandMade) -> None:
    read = text(shown("round", hand_made))
    assert "Det er ikke valgt noen data ennå" in read
    assert "Gå til datagrunnlag" in read


def test_each_case_is_shown_with_its_suggestion(hand_made: HandMade) -> None:
    read = text(shown("round", hand_made, after_round(hand_made)))
    assert "av 3 saker har fått forslag" in read
    assert "Kari Nes (K-01)" in read
    assert "Beholder" in read
    assert "Må ta opplæringen før start." in read
    assert "Skal ikke ha koordinator" in read


def test_the_unplaced_come_first_with_why(hand_made: HandMade) -> None:
    app = shown("round", hand_made, after_round(hand_made))
    links = [link.label for link in parts(app, "page_link")]
    assert links == ["Åpne S\\-003", "S\\-003", "S\\-002", "S\\-001", "S\\-004"]
    assert "1 sak er uten koordinator" in text(app)
    assert "Ingen har 12 ledige timer" in text(app)


def test_a_link_opens_the_case_by_its_address(hand_made: HandMade) -> None:
    app = shown("round", hand_made, after_round(hand_made))
    link = parts(app, "page_link")[0]
    assert link.proto.page == "sak"
    assert "S-003" in link.proto.query_string


def test_the_list_can_be_narrowed_by_kind_and_by_search(hand_made: HandMade) -> None:
    app = shown("round", hand_made, after_round(hand_made))
    app.text_input[0].set_value("kari").run()
    assert [link.label for link in parts(app, "page_link")][1:] == ["S\\-001"]
    app.text_input[0].set_value("finnes ikke").run()
    assert "Ingen saker passer med valget." in text(app)


def test_a_number_is_never_shown_without_how_sure_it_is(hand_made: HandMade) -> None:
    read = text(shown("round", hand_made, after_round(hand_made), fane="Hvor god planen er"))
    assert "Bevist best mulig" in read
    assert "Best funnet, høyst 4,5\N{NO-BREAK SPACE}poeng fra det beste" in read
    assert "Best funnet</div>" in read


def test_the_draw_between_equal_plans_is_told_but_is_no_goal(hand_made: HandMade) -> None:
    read = text(shown("round", hand_made, after_round(hand_made), fane="Hvor god planen er"))
    assert "4711" not in read
    assert "lodd nummer 7" in read


def test_changed_data_marks_the_answer_as_outdated_and_offers_a_new_run(
    hand_made: HandMade,
) -> None:
    session = after_round(hand_made)
    session.read(hand_made, Source("tom.xlsx", b"empty"))
    read = text(shown("round", hand_made, session))
    assert "Svaret her er utdatert." in read
    assert "Kari Nes (K-01)" in read


def test_the_answer_can_be_downloaded(hand_made: HandMade) -> None:
    app = shown("round", hand_made, after_round(hand_made), fane="Hvor god planen er")
    assert {button.label for button in parts(app, "download_button")} == {
        "Last ned planen som regneark (plan.xlsx)",
        "Last ned for maskiner (plan.json)",
    }


def test_the_load_is_a_picture_with_words_and_a_table(hand_made: HandMade) -> None:
    app = shown("round", hand_made, after_round(hand_made), fane="Belastning")
    chart = parts(app, "vega_lite_chart")[0].proto
    assert "Mest belastet er Barnevernet med 75" in chart.alt
    assert json.loads(chart.spec)["config"]["locale"]["number"]["decimal"] == ","
    assert "Av avtalt" in text(app)


def test_the_unit_of_someone_with_a_blocked_address_is_not_shown_beside_the_name(
    hand_made: HandMade,
) -> None:
    app = shown("round", hand_made, after_round(hand_made), fane="Belastning")
    parts(app, "button_group")[-1].set_value("load.per_person").run()
    read = text(app)
    assert "Eva Strand (K-03)" in read
    assert HIDDEN_AREA not in read
    assert HIDDEN_AREA not in app.selectbox[0].options
