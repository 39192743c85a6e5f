"""Regler: what holds and why, what other weights would mean, and a profile of one's own."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.services import Services
from matcher.ui.state import Session
from tests.exchange.made_workbooks import workbook
from tests.ui.pages import after_round, shown, text, until_done

ON = date(2026, 11, 23)
PERSON = ["helsestasjon", 20, "01.01.2024"]
NEAR_OR_WISHED = workbook(
    {
        "Saker": [
            ["Sak", "Gjelder", "Alvorlig tilstand", "Langvarig behov", "Samtykke", "Område"],
            ["S1", "barn", "ja", "ja", "ja", "Nord"],
        ],
        "Tjenester": [["Sak", "Tjeneste"], ["S1", "helsestasjon"], ["S1", "PPT"]],
        "Koordinatorer": [
            ["Koordinator", "Tjeneste", "Avtalte timer per måned", "Opplæring dato", "Område"],
            ["K1", *PERSON, "Sør"],
            ["K2", *PERSON, "Nord"],
        ],
        "Ønsker": [["Sak", "Ønske", "Gjelder", "Verdi"], ["S1", "ønsker", "koordinator", "K1"]],
    }
)
"""The family wishes for K1, and K2 is near: the weights decide."""


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return Services(profile_folder=tmp_path / "profiler")


def of(services: Services, profile: str = "farsund") -> Session:
    return Session(profile=services.profile(profile), on=ON)


def field(app: AppTest, label: str) -> int:
    return next(place for place, each in enumerate(app.number_input) if each.label == label)


def set_weights(app: AppTest, **weights: int) -> AppTest:
    for label, weight in weights.items():
        app.number_input[field(app, label)].set_value(weight)
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def entered(app: AppTest) -> AppTest:
    app.session_state["who"] = Person(id="kari", name="Kari Nes")
    return app.run()


def test_every_line_in_use_is_shown_with_source_and_day(services: Services) -> None:
    read = text(shown("rules", services, of(services)))
    for line in services.rules(services.profile("farsund")):
        if line.is_in_force:
            assert line.title in read
            assert line.source in read
    assert "21.11.2026" in read
    assert "002: Koordinator i Farsund kommune" in read


def test_a_search_narrows_to_the_lines_that_say_it(services: Services) -> None:
    app = shown("rules", services, of(services))
    law, before = "tolkeloven § 6", text(app)
    read = text(app.text_input[0].set_value("S115").run())
    assert "S115" in read
    assert read.count(law) < before.count(law)
    app.text_input[0].set_value("finnes ikke her").run()
    assert "Ingen linjer passer med søket." in text(app)


def test_what_is_not_used_is_shown_on_asking(services: Services) -> None:
    app = shown("rules", services, of(services))
    assert "Brukes ikke" not in text(app)
    app.toggle[0].set_value(True).run()
    assert "Brukes ikke" in text(app)


def test_weights_that_arent_100_are_told_and_can_be_shared_out(services: Services) -> None:
    app = set_weights(shown("rules", services, of(services), fane="Vekter"), Ønske=40)
    assert "Vektene er til sammen 120" in text(app)
    app = press(app, "Fordel på nytt til 100")
    assert sum(int(each.value or 0) for each in app.number_input) == 100
    assert "Vektene er til sammen 120" not in text(app)


def test_other_weights_are_tried_in_a_whole_round_and_the_answer_stays(services: Services) -> None:
    app = shown("rules", services, after_round(services, NEAR_OR_WISHED, ON), fane="Vekter")
    app = set_weights(app, Ønske=0, Område=22)
    read = text(until_done(press(app, "Se hva det endrer i runden")))
    assert "1 sak ville fått en annen koordinator." in read
    assert "<td>K1</td><td>K2</td>" in read
    assert "<td>K1</td><td>K2</td>" in text(entered(app)), "it stays while a reason is written"
    app = set_weights(app, Ønske=1, Område=21)
    assert "<td>K1</td><td>K2</td>" not in text(app), "it belongs to other weights"


def test_without_a_round_the_page_says_what_to_do_first(services: Services) -> None:
    app = set_weights(shown("rules", services, of(services), fane="Vekter"), Ønske=19, Område=3)
    assert "Kjør en runde først." in text(app)


def test_an_own_profile_needs_a_name_and_a_reason_and_is_then_used(services: Services) -> None:
    app = entered(
        set_weights(shown("rules", services, of(services), fane="Vekter"), Ønske=19, Område=3)
    )
    app = press(app, "Lagre og bruk")
    assert "Dette mangler: Navn på profilen, Begrunnelse." in text(app)
    named = {each.label: each for each in app.text_input}
    named["Navn på profilen"].set_value("Farsund våren 2027")
    app.text_area[0].set_value("Lange avstander i kommunen.")
    app = press(app, "Lagre og bruk")
    assert "er lagret og brukes nå" in text(app)
    kept = services.profile("farsund-varen-2027")
    assert kept.origin is not None
    assert (kept.origin.by, kept.origin.reason) == ("Kari Nes", "Lange avstander i kommunen.")
    assert kept in services.profiles()
    read = text(shown("rules", services, of(services, "farsund-varen-2027")))
    assert "Egen profil, laget av «farsund»" in read
    assert "Kari Nes" in read


def test_a_name_of_a_built_in_profile_is_refused(services: Services) -> None:
    app = entered(
        set_weights(shown("rules", services, of(services), fane="Vekter"), Ønske=19, Område=3)
    )
    named = {each.label: each for each in app.text_input}
    named["Navn på profilen"].set_value("Lyngdal")
    app.text_area[0].set_value("Lange avstander i kommunen.")
    assert "Navnet er brukt" in text(press(app, "Lagre og bruk"))
    assert not services.profile_folder.exists()


def test_an_own_profile_that_another_kept_meanwhile_is_not_written_over_unseen(
    services: Services,
) -> None:
    app = entered(
        set_weights(shown("rules", services, of(services), fane="Vekter"), Ønske=19, Område=3)
    )
    {each.label: each for each in app.text_input}["Navn på profilen"].set_value("Våren")
    app.text_area[0].set_value("Min grunn.")
    theirs = services.own_profile("farsund", "Våren", {}, by="Per Li", on=ON, reason="Hans grunn.")
    services.save_profile(theirs, "Våren")
    assert "lagret av Per Li 23.11.2026" in text(press(app, "Lagre og bruk"))
    assert app.text_area[0].value == "Min grunn."
    kept = services.profile("varen").origin
    assert kept is not None
    assert kept.reason == "Hans grunn."


def test_an_own_profile_with_faults_is_told_and_the_others_still_work(services: Services) -> None:
    services.profile_folder.mkdir()
    (services.profile_folder / "vaar.toml").write_text('id = "vaar"\n', encoding="utf-8")
    read = text(shown("rules", services, of(services)))
    assert "En av kommunens egne profiler kan ikke brukes" in read
    assert "vaar.toml" in read


def test_two_profiles_are_compared_line_by_line(services: Services) -> None:
    app = shown("rules", services, of(services), fane="Sammenlign")
    chooser = next(each for each in app.selectbox if each.label == "Sammenlign med")
    read = text(chooser.set_value("lyngdal").run())
    found = services.differences(services.profile("farsund"), services.profile("lyngdal"))
    assert f"{len(found)} forskjeller" in read
    assert all(line.title in read for line in found)
    roles = next(line for line in found if line.title == "Rett til koordinator")
    assert roles.here is not None
    assert roles.there is not None
    both = set(roles.here.settings) & set(roles.there.settings)
    assert both
    (row,) = (row for row in read.split("<tr>") if ": Rett til koordinator" in row)
    assert not any(f"<li>{one.title}: {one.says}</li>" in row for one in both)


def test_every_statement_of_the_document_is_shown_with_what_is_done_about_it(
    services: Services,
) -> None:
    read = text(shown("rules", services, of(services), fane="Setningene i dokumentet"))
    told = services.statements(services.profile("farsund"))
    titles = {line.key: line.title for line in services.rules(services.profile("farsund"))}
    assert len(told) == 54
    for one in told:
        assert one.statement.says in read
        assert one.does in read
        named = [place for place in one.where if place in titles]
        assert all(titles[place] in read for place in named)
        assert not any(place in read for place in one.where if "." in place)
    assert read.count("Utenfor") == sum(not one.is_done for one in told)


def test_the_law_in_force_is_shown_with_the_day_it_was_checked(services: Services) -> None:
    read = text(shown("rules", services, of(services), fane="Lovene"))
    for law in services.laws().law:
        assert law.name in read
        assert all(section in read for section in law.sections)
    assert "27.10.2025" in read
