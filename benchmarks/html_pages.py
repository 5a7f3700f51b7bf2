"""Measure article extraction on real pages: ours beside plain trafilatura.

    python benchmarks/html_pages.py ../shared/data/html

The measure is the F1 of 4-word shingles, counted as a multiset, macro-averaged over pages, as in
scrapinghub/article-extraction-benchmark. Ours is what reaches the coder: `read_html` and then the
cleaner, the headline left out (the reference holds the body alone).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura

from summitry.errors import InputError
from summitry.reading import clean_text, read_html

SHINGLE = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words."""
    words = re.findall(r"\w+", text)
    return (
        Counter(tuple(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 1))) if words else Counter()
    )


def f1(found: str, truth: str) -> float:
    """Compare a text with the reference."""
    ours, theirs = shingles(found), shingles(truth)
    common = sum((ours & theirs).values())
    if not common:
        return float(not ours and not theirs)
    precision, recall = common / sum(ours.values()), common / sum(theirs.values())
    return 2 * precision * recall / (precision + recall)


def extract_plain(data: bytes) -> str:
    """Extract with trafilatura as its documentation begins, comments left out."""
    return trafilatura.extract(data, include_comments=False) or ""


def extract_alone(data: bytes) -> str:
    """Extract with `read_html` alone."""
    try:
        return read_html(data).text
    except InputError:
        return ""


def extract_ours(data: bytes) -> str:
    """Extract with `read_html` and the cleaner."""
    try:
        page = read_html(data)
    except InputError:
        return ""
    kept = "\n".join(page.text[start:end] for start, end in clean_text(page.text, page.title))
    return kept.removeprefix(page.title)


def load(folder: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the reference text and the page of each name."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((folder / f"{name}.html.gz").read_bytes()) for name in sorted(truth)}
    return {name: truth[name]["articleBody"] for name in pages}, pages


def score(extract: Callable[[bytes], str], truth: dict[str, str], pages: dict[str, bytes]) -> dict[str, float]:
    """Return the F1 of each page."""
    return {name: f1(extract(data), truth[name]) for name, data in pages.items()}


def main() -> None:
    """Measure the pages of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="print so many pages on which ours is worst")
    options = parser.parse_args()
    truth, pages = load(options.folder)
    for label, extract in (
        ("trafilatura", extract_plain),
        ("read_html", extract_alone),
        ("read_html, cleaned", extract_ours),
    ):
        started = time.perf_counter()
        scores = score(extract, truth, pages)
        seconds = time.perf_counter() - started
        print(f"{label:20s} F1 {sum(scores.values()) / len(scores):.4f}  {1000 * seconds / len(scores):.0f} ms a page")
    for name in sorted(scores, key=lambda name: scores[name])[: options.worst]:
        print(f"  {scores[name]:.3f} {name}")


if __name__ == "__main__":
    main()
