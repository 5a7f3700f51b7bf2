"""The page on actors shows what the commands print."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.test_tutorial import ROOT, blocks, commands, differs, run

PAGE = ROOT / "docs" / "reference" / "actors.md"


@pytest.mark.slow
def test_the_commands_print_what_the_page_shows(tmp_path: Path) -> None:
    ((_, block),) = blocks(PAGE.read_text(encoding="utf-8"))
    assert len(commands(block)) >= 5
    for command, want in commands(block):
        done = run(["bash", "-c", command], tmp_path)
        assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
        assert not differs(want, done.stdout), f"$ {command}\nprinted\n{done.stdout}\nnot\n{want}"
