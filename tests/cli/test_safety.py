"""Untrusted words: nothing that a terminal obeys, a spreadsheet computes or a table breaks on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faults.bounded import ends_in_time
from summitry.cli.safety import csv_cell, json_text, markdown_cell, plain

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "\x1bPq#0\x1b\\",
    "\x1b(0lqk",
    "\x1bc",
    "\x1b[2J\x1b[H",
    "\x1b[?1049h",
    "\x1b_hidden\x1b\\",
    "\x1b^private\x1b\\",
    "bell\x07",
    "back\x08\x08\x08\x08space",
    "carriage\rreturn",
    "\u202egnp.exe",
    "\u2066isolate\u2069",
    "unfinished \x1b[",
    "unfinished \x1b]0;",
    "nul\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_reaches_a_terminal(text: str) -> None:
    shown = plain(text)
    assert all(character.isprintable() for character in shown)
    assert "[31m" not in shown


@given(st.text())
def test_plain_text_is_printable_on_one_line_and_stays_as_it_is(text: str) -> None:
    shown = plain(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in shown)
    assert plain(shown) == shown


def test_escapes_are_stripped_in_linear_time() -> None:
    hostile = "\x1b]" * 200_000 + "\x1b[" * 200_000
    assert ends_in_time(lambda: plain(hostile))
    assert plain("\x1b]" * 200 + "\x1b[" * 200) == ""


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", " =1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert csv_cell(cell).startswith("'")


def test_ordinary_cells_stay() -> None:
    assert csv_cell("Kim Jong Un, 2018") == "Kim Jong Un, 2018"


def test_markdown_cells_do_not_break_the_table() -> None:
    assert markdown_cell("a | b\n<script> [x](y)") == "a \\| b \\<script> \\[x](y)"


@given(st.text())
def test_json_gives_the_text_back_without_raw_controls(text: str) -> None:
    written = json_text({"title": text})
    assert json.loads(written) == {"title": text}
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in written)


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "json"])
def test_a_hostile_page_prints_no_escape(summitry, form: str) -> None:
    line = {
        "id": "\x1b[31m=1",
        "title": "=HYPERLINK(1)\x1b]0;x\x07[bold]not markup[/bold]",
        "publisher": "\x9b31m",
        "text": "Xi Jinping met Kim Jong Un in Beijing. \x1b[2J[red]They spoke for an hour.",
    }
    Path("h.jsonl").write_text(json.dumps(line) + "\n")
    assert summitry("read", "h.jsonl", "--record", "my.sqlite").status == 0
    printed = summitry("timeline", "--record", "my.sqlite", "--format", form, "-v").out
    assert "Xi Jinping" in printed
    assert not any(c in printed for c in "\x1b\x07\x9b\x9d")
    if form == "table":
        assert "[bold]" in printed
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(printed))
        assert row["title"].startswith("'=")
    event = json.loads(summitry("timeline", "--record", "my.sqlite", "--format", "json").out)[0]
    for item in (event["id"], event["document"]):
        shown = summitry("show", item, "--record", "my.sqlite", "--why").out
        assert not any(c in shown for c in "\x1b\x07\x9b\x9d")
