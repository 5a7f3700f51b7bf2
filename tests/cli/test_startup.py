"""Starting is quick: what takes seconds to import is imported where it is used."""

from __future__ import annotations

import subprocess
import sys

import typer

from summitry.cli.app import make_app
from summitry.cli.commands import MODULES, modules_for

HEAVY = ("spacy", "torch", "polars", "scipy", "altair", "duckdb", "fastapi", "ray", "onnxruntime", "pandas", "networkx")


def test_the_command_line_starts_without_heavy_libraries() -> None:
    code = "import sys; from summitry.cli.app import make_app; make_app()\n"
    code += f"print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_command_is_found_in_the_module_that_holds_it() -> None:
    for module, commands in MODULES.items():
        assert set(typer.main.get_command(make_app([module])).commands) == set(commands)  # type: ignore[attr-defined]


def test_a_command_is_started_without_the_others() -> None:
    code = "import sys; from summitry.cli.app import run; run(['sample', '--help'])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "summitry.cli.sample" in loaded
    assert not loaded & {f"summitry.cli.{module}" for module in MODULES if module != "sample"}


def test_what_is_no_command_is_looked_for_in_all() -> None:
    assert modules_for(["--help"]) == modules_for(["reed"]) == modules_for([]) == tuple(MODULES)
