"""Write reference/cli.md from the commands' own help and the limits' own words.

python docs/generate_reference.py
"""

from __future__ import annotations

import contextlib
import inspect
import io
import os
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from summitry.cli.app import make_app, run
from summitry.limits import Limits

PAGE = Path(__file__).with_name("reference") / "cli.md"
WIDTH = "80"
HEAD = """# The command line

Written by `docs/generate_reference.py` from the program itself; `summitry COMMAND --help` shows the same.

Answers go to standard output, messages and progress to standard error. Exit status:

| status | means |
|---|---|
| 0 | done, all inputs read |
| 1 | done in part: some inputs were skipped, each with one line that says why, or the run could not go on |
| 2 | wrong use: nothing was done |
| 3 | `summitry check` found a claim that the record contradicts: a pipeline can stop there |
| 130 | stopped by Ctrl-C; what was reported done is kept, and the same command goes on |

Environment: `COLUMNS` sets the width of tables (a terminal's own width, or 160 into a pipe), `TERM=dumb` turns styles
off, `SUMMITRY_TRACEBACK=1` shows where a defect of summitry lies, `SUMMITRY_LLM_KEY` holds the key for `--coder llm`.
"""
LIMITS = """## Limits

What one input may cost, against hostile and broken input. `--limit NAME=N` changes one for a run, as often as needed;
in Python, `record.read(paths, limits=Limits(...))`. What exceeds a limit is skipped with a line that names it.

| limit | default | means |
|---|---|---|
"""


def page() -> str:
    """Return the reference as Markdown."""
    names = [name for name in commands(typer.main.get_command(make_app())) if name]
    parts = [HEAD, *(f"## summitry {' '.join(name)}\n\n```\n{help_of(name)}```\n" for name in names)]
    meanings = re.findall(r"^ {8}(\w+): (.*?)(?=\n {8}\w+: |\n {4}\S|\Z)", limits_told(), re.M | re.S)
    rows = {name: " ".join(meaning.split()) for name, meaning in meanings}
    limits = "".join(f"| `{name}` | {value:,} | {rows[name]} |\n" for name, value in asdict(Limits()).items())
    return "\n".join([*parts, LIMITS + limits])


def commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the names of a command and all below it; of a group, its commands alone."""
    below = getattr(command, "commands", None)
    if below is None:
        return [path]
    return [name for word, other in below.items() for name in commands(other, (*path, word))]


def help_of(name: tuple[str, ...]) -> str:
    """Return what `summitry NAME --help` prints."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            run([*name, "--help"])
    finally:
        os.environ.pop("COLUMNS")
        if before is not None:
            os.environ["COLUMNS"] = before
    return out.getvalue()


def limits_told() -> str:
    """Return the docstring of the limits, as indented in the source."""
    source = inspect.getsource(Limits)
    return source[source.index('"""') : source.rindex('"""')]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
