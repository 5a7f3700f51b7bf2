"""Starting is quick: what takes seconds to import is imported where it is used."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("spacy", "torch", "polars", "scipy", "altair", "duckdb", "fastapi", "ray", "onnxruntime", "pandas", "networkx")


def test_the_command_line_starts_without_heavy_libraries() -> None:
    code = f"import sys, summitry.cli.app; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
