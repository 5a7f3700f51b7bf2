"""Quality floors on the development sets, which are not part of the repository."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summitry.dates import find_times
from summitry.model import Interval

ROOT = Path(__file__).parents[2]
TIME = Path(os.environ.get("SUMMITRY_SHARED", ROOT / ".." / "shared")) / "data" / "time"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not TIME.is_dir(), reason="needs the shared data: set SUMMITRY_SHARED"),
]


def load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(documents: str, gold: str) -> dict[str, Any]:
    scorer, benchmark = (
        load("score_time", TIME / "score_time.py"),
        load("dates_benchmark", ROOT / "benchmarks" / "dates.py"),
    )
    system = benchmark.annotated(benchmark.load(TIME / documents))
    score = scorer.score_diplomatic if documents == gold else scorer.score_corpus
    result: dict[str, Any] = score(benchmark.load(TIME / gold), system)
    return result


@pytest.mark.parametrize(
    ("name", "value", "exact"), [("timebank", 0.79, 0.84), ("aquaint", 0.79, 0.86), ("wikiwars_dev", 0.85, 0.89)]
)
def test_corpora(name: str, value: float, exact: float) -> None:
    result = scored(f"{name}.docs.jsonl", f"{name}.gold.jsonl")
    assert result["value_f1"] >= value
    assert result["interval"]["exact"] >= exact


def test_diplomatic_cases() -> None:
    result = scored("diplomatic_dev.jsonl", "diplomatic_dev.jsonl")
    assert result["interval_accuracy"] >= 0.95
    assert result["dated"]["wrong_answer"] <= 0.03
    assert result["undated"]["right"] == 1.0


def test_the_marked_expressions_are_found_in_their_own_text() -> None:
    missed, taken = [], []
    for line in (TIME / "diplomatic_dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        start, end = case["span"]
        found = find_times(case["text"], Interval.parse(case["published"]))
        touched = any(time.start < end and start < time.end for time in found)
        if case["precision"] == "none":  # a name or a verb that only looks like a date
            taken += [case["doc_id"]] if touched else []
        elif not touched:
            missed.append(case["doc_id"])
    assert taken == []
    assert len(missed) <= 2, missed
