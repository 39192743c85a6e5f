"""docs/rules.md is made from the data, and is the page that the data gives today."""

import re
from pathlib import Path

from matcher.statements.__main__ import main
from matcher.statements.document import rules_page
from matcher.statements.statement import statements

PAGE = Path(__file__).parents[2] / "docs/rules.md"


def test_the_page_is_current() -> None:
    """Otherwise: python -m matcher.statements."""
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    main([str(tmp_path / "rules.md")])
    assert (tmp_path / "rules.md").read_text(encoding="utf-8") == rules_page()


def test_every_statement_has_one_row_in_the_order_of_its_document() -> None:
    rows = re.findall(r"^\| (S\d{3}) \(", rules_page(), re.M)
    assert rows == [statement.id for statement in statements()]


def test_every_row_has_as_many_cells_as_its_heading() -> None:
    """A stray bar in a text would shift the columns."""
    for table in re.findall(r"(?:^\|.*\n)+", rules_page(), re.M):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(widths) == 1
