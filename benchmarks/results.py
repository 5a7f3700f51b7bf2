"""Keep a benchmark's figures in RESULTS.md: one section each, with date, commit and command.

Other benchmarks import `keep`; run alone it lists what is there.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = "# Results\n\nEach section is written by the command it names.\n"


def commit() -> str:
    """Return the short hash of the commit measured, marked where files differ from it."""
    root = Path(__file__).parent.parent
    head = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True, check=False
    )
    dirty = subprocess.run(
        ["git", "status", "--porcelain", "--", "src"], cwd=root, capture_output=True, text=True, check=False
    )
    return head.stdout.strip() + ("+" if dirty.stdout.strip() else "")


def keep(title: str, command: str, figures: str) -> None:
    """Write or replace the section of one benchmark.

    Args:
        title: the section's heading.
        command: what was run, as a user would type it.
        figures: Markdown.
    """
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else HEAD
    stamp = f"{datetime.now(UTC):%Y-%m-%d}, commit {commit()}, `{command}`"
    section = f"## {title}\n\n{stamp}\n\n{figures.strip()}\n"
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    known = pattern.search(text)
    text = pattern.sub(lambda _: section + "\n", text) if known else text.rstrip("\n") + "\n\n" + section
    RESULTS.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.stdout.write(RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "no results yet\n")
