"""Write the tutorial's outputs anew, where they differ from what its commands print now.

    python tests/docs/refresh_tutorial.py

Only outputs that no longer match are rewritten; look at the difference before committing it.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from test_tutorial import BLOCK, TUTORIAL, commands, differs, run


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = BLOCK.sub(lambda match: refreshed(match, Path(folder)), TUTORIAL.read_text(encoding="utf-8"))
    TUTORIAL.write_text(text, encoding="utf-8")


def refreshed(match: re.Match[str], folder: Path) -> str:
    """Return a block with the outputs that its commands print now."""
    if match[1] != "console":
        return match[0]
    lines = []
    for command, want in commands(match[2]):
        done = run(["bash", "-c", command], folder)
        if done.returncode:
            raise SystemExit(f"$ {command}\n{done.stderr}")
        got = done.stdout
        lines.append(f"$ {command}\n")
        lines.append("".join(f"{line.rstrip()}\n" for line in got.splitlines()) if differs(want, got) else want)
    return f"```console\n{''.join(lines)}```"


if __name__ == "__main__":
    main()
