"""The answer as files: read by programs, offices and those who can't see a picture."""

from __future__ import annotations

import json
from io import BytesIO
from xml.etree import ElementTree

import openpyxl

from matcher.scenarios.changes import Leaves
from matcher.scenarios.drawing import Bar, Span, band, bars
from matcher.scenarios.files import scenario_from
from matcher.scenarios.report import BOOK, CHARTS, JSON, SCENARIO
from matcher.services import Horizon, Services, Where
from tests.scenarios.what_if import SMALL, base, busiest, scenario

ALONE = Where(workers=1)


def test_a_report_of_everything_is_whole_in_every_file() -> None:
    services, begun = Services(), base(*SMALL)
    tried = scenario(Leaves(coordinator=busiest(begun)))
    compared, fairness = services.what_if(begun, tried)
    report = services.report(
        begun,
        begun.request.profile,
        scenario=tried,
        comparison=compared,
        fairness=fairness,
        absences=services.each_absence(begun, where=ALONE),
        sweep=services.sweep(begun, [tried], where=ALONE),
        hours=services.worth_of_hours(begun, hours=(2.0,), where=ALONE),
        best_use=services.best_use(begun, 2.0),
        months=services.over_time(begun, Horizon(months=2, draws=2), where=ALONE),
    )
    files = services.report_files(report)
    assert set(files) == {SCENARIO, BOOK, JSON, *CHARTS}
    contents = {name: content for name, content in files.items() if content is not None}
    assert contents.keys() == files.keys()
    assert scenario_from(contents[SCENARIO].decode()) == tried
    told = json.loads(contents[JSON])
    assert told["comparison"]["title"] == "Prøve"
    assert len(told["absences"]) == len(begun.request.roster.coordinators)
    sheets = openpyxl.load_workbook(BytesIO(contents[BOOK])).sheetnames
    assert len(sheets) == 10
    for name in CHARTS:
        picture = ElementTree.fromstring(contents[name].decode())
        assert picture.find("{http://www.w3.org/2000/svg}desc") is not None
    assert services.report_files(report) == files


def test_a_part_that_was_not_asked_has_no_chart() -> None:
    report = Services().report(base(), base().request.profile)
    files = Services().report_files(report)
    assert {name for name, content in files.items() if content is None} == {SCENARIO, *CHARTS}


def test_what_comes_from_a_file_is_text_in_a_picture() -> None:
    text = bars("<b>&", "timer", [Bar("<script>", 1.0, None)], ("I dag", "Etter"))
    picture = ElementTree.fromstring(text)
    assert picture.findtext("{http://www.w3.org/2000/svg}title") == "<b>&"
    assert "<script>" not in text


def test_a_band_says_each_point_and_lies_within_the_picture() -> None:
    spans = [Span("11.2026", 0.0, 1.0, 2.0), Span("12.2026", 1.0, 2.5, 8.0)]
    picture = ElementTree.fromstring(band("Venter", "saker", spans, ("Fire av fem", "Midt")))
    space = "{http://www.w3.org/2000/svg}"
    told = picture.findtext(f"{space}desc") or ""
    assert "11.2026: 0 til 2, midt 1; 12.2026: 1 til 8, midt 2,5" in told
    shape = picture.find(f"{space}polygon")
    assert shape is not None
    points = [tuple(map(float, point.split(","))) for point in shape.attrib["points"].split()]
    assert len(points) == 2 * len(spans)
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    assert all(0 <= x <= width and 0 <= y <= height for x, y in points)
    highest = min(points, key=lambda point: point[1])
    assert highest[0] == max(x for x, _ in points)
