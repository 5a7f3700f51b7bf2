"""Whether the tests are in our own words: no string has ten words in a row that a text of the shared gold has."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
GOLD = Path(os.environ.get("SUMMITRY_SHARED", TESTS.parents[1] / "shared")) / "gold"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not here: set SUMMITRY_SHARED"),
]

LENGTH = 10
QUOTING = {
    "gates/test_seed_claims.py": "names claims of the seed articles by the words that make them",
    "reading/pages/wordpress.page": "has the words under a form that every page of its kind has",
}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[start : start + LENGTH]) for start in range(len(words) - LENGTH + 1))


def strings() -> Iterator[tuple[str, str]]:
    """Yield the strings of the tests, and their other texts, with where they stand."""
    for path in sorted(TESTS.rglob("*")):
        name = str(path.relative_to(TESTS))
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield f"{name}:{node.lineno}", node.value
        elif path.suffix in {".page", ".toml", ".tsv"}:
            yield name, path.read_text(encoding="utf-8")


def test_no_test_has_ten_words_in_a_row_of_a_gold_text() -> None:
    files = [*GOLD.glob("*_dev.jsonl"), *GOLD.glob("*_raw.jsonl"), GOLD / "seeds.jsonl"]
    records = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    theirs = {run for record in records for text in (record["title"], record["text"]) for run in runs(text)}
    shared = {where: " ".join(run) for where, text in strings() for run in runs(text) if run in theirs}
    assert {where: words for where, words in shared.items() if where.partition(":")[0] not in QUOTING} == {}
