"""``python -m matcher.sample [FOLDER]``: writes the committed samples again."""

import sys
from pathlib import Path

from matcher.sample.committed import write_committed

if __name__ == "__main__":
    write_committed(Path(sys.argv[1] if len(sys.argv) > 1 else "data/sample"))
