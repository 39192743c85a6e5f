"""Ids that stand twice, references that lead nowhere, and what follows from a refused row."""

from io import BytesIO

from openpyxl import load_workbook

from tests.exchange.made_workbooks import errors, imported, the, warnings


def test_both_rows_of_an_id_that_stands_twice_are_refused() -> None:
    result = imported(Saker=[["Sak"], ["S1"], ["S2"], ["S1"]])
    assert errors(result) == [("id_twice", "Saker!A2"), ("id_twice", "Saker!A4")]
    assert [case.id for case in result.roster.cases] == ["S2"]
    assert "(2, 4)" in result.findings[-1].message


def test_coordinators_and_units_that_stand_twice_are_refused_too() -> None:
    result = imported(
        Koordinatorer=[["Koordinator"], ["K1"], ["K1"]], Enheter=[["Enhet"], ["A"], ["A"]]
    )
    assert [code for code, _ in errors(result)] == ["id_twice"] * 4
    assert not result.roster.coordinators
    assert not result.roster.units


def test_a_row_of_an_unknown_case_is_refused() -> None:
    result = imported(
        Tjenester=[["Sak", "Tjeneste"], ["S9", "rus"]],
        Ønsker=[["Sak", "Ønske", "Gjelder", "Verdi"], ["S9", "ønsker", "kjønn", "kvinne"]],
        Relasjoner=[["Sak", "Koordinator", "Relasjon"], ["S9", "K1", "slektning"]],
        Fravær=[["Koordinator", "Fra"], ["K9", "01.01.2027"]],
    )
    assert errors(result) == [
        ("reference_unknown", f"{sheet}!A2")
        for sheet in ("Tjenester", "Ønsker", "Relasjoner", "Fravær")
    ]
    assert result.rejected_rows == 4


def test_an_unknown_coordinator_is_told_with_the_one_that_was_probably_meant() -> None:
    result = imported(
        Saker=[["Sak", "Nåværende koordinator"], ["S1", "kari"], ["S2", "Ola"]],
        Koordinatorer=[["Koordinator"], ["Kari"], ["Siv"]],
        Tjenester=[["Sak", "Tjeneste", "Kontaktperson"], ["S1", "rus", "Tom"]],
    )
    assert ("reference_unknown", "Saker!B2") in errors(result)
    messages = {f.subject: f.message for f in result.findings if f.code == "reference_unknown"}
    assert "Kanskje «Kari»?" in messages["Saker!B2"]
    assert "Kanskje har koordinatoren sluttet" in messages["Saker!B3"]
    assert "Kanskje har koordinatoren sluttet" in messages["Tjenester!C2"]


def test_no_guess_is_made_where_several_ids_are_as_near() -> None:
    result = imported(
        Saker=[["Sak"], ["S-001"], ["S-002"]], Tjenester=[["Sak", "Tjeneste"], ["S-003", "rus"]]
    )
    assert "Kanskje" not in the(result, "reference_unknown").message


def test_what_belongs_to_a_refused_case_goes_with_it_and_is_told_once() -> None:
    result = imported(
        Saker=[["Sak", "BTI-nivå"], ["S1", 7], ["S2", 1]],
        Tjenester=[["Sak", "Tjeneste"], ["S1", "rus"], ["S2", "rus"], ["S1", "skole"]],
    )
    assert errors(result) == [("cell_not_understood", "Saker!B2")]
    assert "Tjenester rad 2, 4." in the(result, "others_follow").message
    assert result.rejected_rows == 3
    assert result.rejected_workbook is not None
    rows = load_workbook(BytesIO(result.rejected_workbook))["Tjenester"]
    assert "«S1» ble avvist (arket Saker, rad 2)" in str(rows["A2"].value)


def test_a_case_is_held_back_with_its_refused_coordinator_lest_the_family_be_moved() -> None:
    result = imported(
        Saker=[["Sak", "Nåværende koordinator"], ["S1", "K1"], ["S2", "K2"]],
        Koordinatorer=[["Koordinator", "Stillingsprosent"], ["K1", 400], ["K2", 100]],
    )
    assert [case.id for case in result.roster.cases] == ["S2"]
    assert errors(result) == [("cell_not_understood", "Koordinatorer!B2")]
    assert "Saker rad 2." in the(result, "others_follow").message


def test_a_refused_contact_person_is_only_taken_away() -> None:
    result = imported(
        Koordinatorer=[["Koordinator", "Stillingsprosent"], ["K1", 400], ["K2", 100]],
        Tjenester=[["Sak", "Tjeneste", "Kontaktperson"], ["S1", "rus", "K1"]],
    )
    (service,) = result.roster.case_by_id["S1"].services
    assert service.contact is None
    assert "Tatt bort som kontaktperson: Tjenester rad 2." in the(result, "others_follow").message


def test_a_case_that_goes_on_without_a_refused_row_says_so() -> None:
    result = imported(Tjenester=[["Sak", "Tjeneste"], ["S1", "svømming"]])
    assert warnings(result) == [("accepted_without", "Tjenester!A2")]
    assert [case.id for case in result.roster.cases] == ["S1", "S2"]


def test_a_wish_for_somebody_outside_the_round_is_kept_with_a_warning() -> None:
    wishes = [["Sak", "Ønske", "Gjelder", "Verdi"], ["S1", "ønsker", "koordinator", "Kari"]]
    result = imported(Ønsker=wishes)
    assert warnings(result) == [("reference_unknown", "Ønsker!D2")]
    assert result.roster.case_by_id["S1"].wishes[0].value == "Kari"


def test_a_wished_service_must_be_one_of_the_words() -> None:
    heading = ["Sak", "Ønske", "Gjelder", "Verdi"]
    result = imported(
        Ønsker=[heading, ["S1", "ønsker", "tjeneste", "ppt"], ["S2", "ønsker", "tjeneste", "skule"]]
    )
    assert result.roster.case_by_id["S1"].wishes[0].value == "PPT"
    assert errors(result) == [("cell_not_understood", "Ønsker!D3")]
    assert "Kanskje «skole»?" in the(result, "cell_not_understood").message


def test_an_unknown_unit_or_leader_is_a_warning() -> None:
    result = imported(
        Koordinatorer=[["Koordinator", "Enhet"], ["K1", "Helsestasjonn"], ["K2", "Helsestasjon"]],
        Enheter=[["Enhet", "Leder-id"], ["Helsestasjon", "K9"]],
    )
    assert warnings(result) == [
        ("unit_unknown", "Koordinatorer!B2"),
        ("leader_unknown", "Enheter!B2"),
    ]
    assert "Kanskje «Helsestasjon»?" in the(result, "unit_unknown").message


def test_a_row_that_is_there_twice_is_told_and_kept() -> None:
    result = imported(Tjenester=[["Sak", "Tjeneste"], ["S1", "rus"], ["S2", "rus"], ["S1", "rus"]])
    assert warnings(result) == [("row_twice", "Tjenester!A4")]
    assert "lik rad 2" in the(result, "row_twice").message
    assert len(result.roster.case_by_id["S1"].services) == 2


def test_units_need_not_be_listed() -> None:
    assert not warnings(
        imported(Koordinatorer=[["Koordinator", "Enhet"], ["K1", "A"], ["K2", None]])
    )


def test_all_faults_of_a_file_are_told_at_once() -> None:
    result = imported(
        Saker=[["Sak", "BTI-nivå", "Mottatt"], ["S1", 7, "31.02.2026"], [None, 1, None]],
        Koordinatorer=[["Koordinator", "Stillingsprosent"], ["K1", -1]],
    )
    assert errors(result) == [
        ("cell_not_understood", "Saker!C2"),
        ("cell_not_understood", "Saker!B2"),
        ("cell_missing", "Saker!A3"),
        ("cell_not_understood", "Koordinatorer!B2"),
    ]
