"""The tutorial works as written."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the fenced blocks of commands and of Python, in order."""
    return [(match[1], match[2]) for match in BLOCK.finditer(text)]


def commands(block: str) -> list[tuple[str, str]]:
    """Return each command of a console block with the output printed under it.

    A line that ends in a backslash goes on in the next.
    """
    found: list[tuple[str, str]] = []
    for line in re.sub(r"\\\n\s*", "", block).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], ""))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}{line}\n")
    return found


def differs(want: str, got: str) -> bool:
    """True where output is not as printed; `...` stands for anything, and white space does not count."""
    return not doctest.OutputChecker().check_output(want, got, FLAGS)


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    scripts = str(Path(sys.executable).parent)
    environment = os.environ | {"COLUMNS": "110", "PATH": scripts + os.pathsep + os.environ["PATH"], "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, encoding="utf-8", check=False
    )


def test_blocks_and_commands_are_told_apart() -> None:
    text = "```console\n$ a \\\n    b\nout\n$ c\n```\nwords\n```pycon\n>>> 1\n1\n```\n"
    assert [kind for kind, _ in blocks(text)] == ["console", "pycon"]
    assert commands(blocks(text)[0][1]) == [("a b", "out\n"), ("c", "")]


def test_a_wrong_output_is_noticed() -> None:
    assert differs("3 events\n", "4 events\n")
    assert not differs("3 ... events\n", "3   coded\nevents\n")


@pytest.mark.slow
def test_every_command_prints_what_the_tutorial_shows(tmp_path: Path) -> None:
    shown = blocks(TUTORIAL.read_text(encoding="utf-8"))
    assert len(shown) >= 5
    for kind, block in shown:
        if kind == "console":
            for command, want in commands(block):
                done = run(["bash", "-c", command], tmp_path)
                assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
                assert not differs(want, done.stdout), f"$ {command}\nprinted\n{done.stdout}\nnot\n{want}"
        else:
            (tmp_path / "session.txt").write_text(block, encoding="utf-8")
            script = f"import doctest, sys; sys.exit(doctest.testfile('session.txt', False, optionflags={FLAGS})[0])"
            done = run([sys.executable, "-c", script], tmp_path)
            assert done.returncode == 0, done.stdout + done.stderr
