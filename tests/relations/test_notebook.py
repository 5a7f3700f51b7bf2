"""The worked example runs from beginning to end, and says what it is for."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).parents[2] / "docs" / "examples" / "relations.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[str]:
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert [cell["outputs"] for cell in found if cell["cell_type"] == "code" and cell["outputs"]] == [], (
        "kept without outputs"
    )
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == "code"]


@pytest.mark.slow
def test_every_cell_runs_and_shows_its_answer(cells: list[str]) -> None:
    names: dict[str, Any] = {}
    out = io.StringIO()
    shown = []
    with contextlib.redirect_stdout(out):
        for cell in cells:
            *lines, last = cell.rstrip().split("\n")
            try:
                code = compile(last, "last line", "eval")
            except SyntaxError:
                exec(compile(cell, "cell", "exec"), names)
                continue
            exec(compile("\n".join(lines), "cell", "exec"), names)
            value = eval(code, names)
            shown.append(value._repr_html_() if hasattr(value, "_repr_html_") else "")
    assert "from 2018-03: leader meetings after six years without" in out.getvalue()
    assert "strained, 2013 to 2017: True" in out.getvalue()
    assert "restored, 2018 to 2019: True" in out.getvalue()
    assert "5 meetings, between CHN and PRK, leader level, occurred" in shown[0]
    assert sum(html.startswith("<svg") for html in shown) == 2
    assert any("2 of 3 preceded or followed" in html for html in shown)
    assert len(names["five"].incidents) == 5
