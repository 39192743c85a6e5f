"""Write docs/rules.md anew: ``python -m matcher.statements [FIL]`` from the project's folder."""

import sys
from pathlib import Path

from matcher.statements.document import rules_page


def main(arguments: list[str]) -> None:
    """Write the page to the file that is named, or to docs/rules.md."""
    file = Path(arguments[0] if arguments else "docs/rules.md")
    file.write_text(rules_page(), encoding="utf-8", newline="\n")
    print(f"Skrev {file}")


if __name__ == "__main__":
    main(sys.argv[1:])
