"""What the actor tests share: cases, and the shared reference data where it is there."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Case:
    """A sentence of ours with one marked mention and what it should resolve to.

    Each expected field holds the values that are right; `*` accepts any.
    """

    category: str
    published: str
    text: str
    start: int
    end: int
    expected: dict[str, tuple[str, ...]]

    def right(self, field: str, value: str) -> bool:
        """Tell whether a value is among the right ones."""
        return "*" in self.expected[field] or value in self.expected[field]


def read_cases() -> list[Case]:
    """Read `cases.tsv`: the marked mention stands in double brackets, alternatives are parted by bars."""
    with Path(__file__).with_name("cases.tsv").open(encoding="utf-8", newline="") as lines:
        return [_case(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _case(row: dict[str, str | None]) -> Case:
    marked = row["text"] or ""
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    values = {field: row[field] or "" for field in ("name", "state", "office")}
    if row["kind"] is None:
        values = dict.fromkeys(values, "")
    expected = {field: tuple(value.split("|")) for field, value in values.items()}
    expected["kind"] = tuple((row["kind"] or "none").split("|"))
    if (row["category"] or "").startswith("metonym"):
        expected["kind"] = ("state", "government")
    return Case(row["category"] or "", row["published"] or "", text, start, end, expected)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared reference data."""
    folder = Path(os.environ.get("SUMMITRY_SHARED", ROOT.parent / "shared"))
    if not (folder / "data" / "actors").is_dir():
        pytest.skip("the shared reference data is not here (set SUMMITRY_SHARED)")
    return folder
