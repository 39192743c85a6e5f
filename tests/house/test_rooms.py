"""A file is one room: short enough to be read, finished, and built as pages must be."""

import ast
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
SOURCE = sorted((REPOSITORY / "src").rglob("*.py"))
PAGES = [REPOSITORY / "app.py", *sorted((REPOSITORY / "src/matcher/ui").rglob("*.py"))]

LONGEST_FILE = 300
LONGEST_PAGE = 130
LONGEST_FUNCTION = 60


def name(file: Path) -> str:
    return file.relative_to(REPOSITORY).as_posix()


def nodes(file: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def calls(attribute: str) -> Iterator[tuple[Path, ast.Call]]:
    """Calls of ``st.<attribute>`` and the like on the pages."""
    for file in PAGES:
        for node in nodes(file):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) == attribute:
                yield file, node


def test_a_file_is_one_room() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCE}
    assert [
        (name(file), count)
        for file, count in lines.items()
        if count > (LONGEST_PAGE if file.parents[1].name == "pages" else LONGEST_FILE)
    ] == []


def test_a_function_fits_a_screen() -> None:
    assert [
        (name(file), node.name, length)
        for file in SOURCE
        for node in nodes(file)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ] == []


def test_nothing_is_left_unfinished() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented")
    assert [
        (name(file), mark)
        for file in SOURCE
        for mark in marks
        if mark in file.read_text(encoding="utf-8")
    ] == []


def test_a_page_reads_no_decimals_with_number_input() -> None:
    """``st.number_input`` turns a typed 7,5 into 75: whole steps only."""
    for file, call in calls("number_input"):
        step = next((k.value for k in call.keywords if k.arg == "step"), None)
        assert isinstance(step, ast.Constant), name(file)
        assert isinstance(step.value, int), name(file)
        assert not [
            node
            for node in ast.walk(call)
            if isinstance(node, ast.Constant) and isinstance(node.value, float)
        ], name(file)


def test_a_page_can_be_read_by_everyone() -> None:
    """``st.caption`` lacks contrast, and ``st.data_editor`` drops a typed 7,5 in silence."""
    avoided = [*calls("caption"), *calls("data_editor")]
    assert [(name(file), call.lineno) for file, call in avoided] == []


def test_a_page_makes_the_browser_call_no_stranger() -> None:
    """A material icon is fetched from a foreign font host."""
    assert [name(file) for file in PAGES if ":material/" in file.read_text("utf-8")] == []
