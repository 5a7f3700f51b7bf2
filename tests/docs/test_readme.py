"""What README.md and the index say in numbers is so."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
INDEX = Path(__file__).parents[2] / "docs" / "index.md"


@pytest.fixture(scope="module")
def readme() -> str:
    return " ".join(README.read_text(encoding="utf-8").split())


def test_the_chronology_has_as_many_entries_as_it_says_each_with_a_source(readme: str) -> None:
    folder = files("summitry.record.reference").joinpath("korea")
    tables = [table.read_text(encoding="utf-8") for table in folder.iterdir() if table.name.endswith(".csv")]
    rows = [row for table in tables for row in csv.DictReader(table.splitlines())]
    (told,) = re.findall(r"([\d,]+) entries of Korean peninsula diplomacy from 1945 to 2024", readme)
    assert int(told.replace(",", "")) == len(rows)
    assert all(row["source"] for row in rows)
    assert (min(row["start"][:4] for row in rows), max(row["end"][:4] for row in rows)) == ("1945", "2024")


def test_the_demo_reads_as_many_reports_as_the_transcript_shows(readme: str) -> None:
    (told,) = re.findall(r"reads (\d+) bundled reports", readme)
    assert f"my.sqlite: {told} read," in readme


def test_the_index_counts_the_files_of_the_sample(readme: str) -> None:
    told = re.findall(r"copies (\d+) files with (\d+) short reports", INDEX.read_text(encoding="utf-8"))
    files_there = [entry for entry in files("summitry").joinpath("sample").iterdir() if entry.is_file()]
    assert told == [(str(len(files_there)), *re.findall(r"reads (\d+) bundled reports", readme))]
