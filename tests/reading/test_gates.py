"""Gates: quality on the shared data, with floors that only rise. The figures come from `benchmarks/`."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summitry.reading import clean_text

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SUMMITRY_SHARED", ROOT.parent / "shared"))

pytestmark = pytest.mark.shared


def benchmark(name: str) -> ModuleType:
    """Load a script of `benchmarks/`, which is no package."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def gold() -> list[dict[str, object]]:
    """Return the gold documents, or skip."""
    files = [*sorted((SHARED / "gold").glob("*_dev.jsonl")), *(SHARED / "gold").glob("seeds.jsonl")]
    if not files:
        pytest.skip("the shared gold files are not there (SUMMITRY_SHARED)")
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_nothing_after_the_article_is_kept_and_the_article_is() -> None:
    script = benchmark("article_end")
    whole = script.Tally()
    for document in gold():
        whole.add(script.measure(document, show=False, titled=True))
    assert whole.tails_dropped / whole.with_tail >= 0.95
    assert whole.article_kept / whole.article >= 0.985
    assert whole.furniture_kept / whole.furniture <= 0.01


def test_no_evidence_is_lost() -> None:
    lost = []
    for document in gold():
        text = str(document["text"])
        spans = clean_text(text, str(document["title"]))
        for entry in [*(document["events"] or []), *(document["claims"] or [])]:  # type: ignore[misc]
            quote = entry["evidence"]
            if not any(quote in text[start:end] for start, end in spans):
                lost.append((document["id"], quote))
    assert lost == []


def test_pages_are_read_at_least_as_well_as_by_trafilatura_alone() -> None:
    folder = SHARED / "data" / "html"
    if not folder.is_dir():
        pytest.skip("the shared pages are not there (SUMMITRY_SHARED)")
    script = benchmark("html_pages")
    truth, pages = script.load(folder)
    ours = script.score(script.extract_ours, truth, pages)
    assert sum(ours.values()) / len(ours) >= 0.968
