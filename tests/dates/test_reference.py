"""Every example of docs/reference/dates.md is true."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from summitry.dates import find_times
from summitry.model import Interval

from .helpers import Days, answer

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "dates.md"


def examples() -> list[tuple[str, str, str]]:
    rows = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and "[" in cells[1]:
            rows.append((cells[0], cells[1], cells[2]))
    return rows


def days(text: str) -> Days:
    """Read "2019-04", "1977 to 1979", "... to 2002-12-31", "undated"."""
    if text == "undated":
        return None, None
    first, _, last = text.partition(" to ")
    return _bound(first, last=False), _bound(last or first, last=True)


def _bound(text: str, *, last: bool) -> date | None:
    if text == "...":
        return None
    interval = Interval.parse(text)
    return interval.last if last else interval.first


@pytest.mark.parametrize(("published", "sentence", "told"), examples())
def test_example(published: str, sentence: str, told: str) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    found = find_times(text, Interval.parse(published) if published else None)
    assert answer(found, start, end) == days(told)


def test_there_are_examples_for_every_section() -> None:
    sections = [part for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:] if "| published |" in part]
    assert len(sections) >= 8
    assert len(examples()) >= 55
