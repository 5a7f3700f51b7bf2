"""How well undated texts are dated by their own words.

Reads JSON Lines files of documents (`text`, `published`) and prints two figures: how many texts that come without a
date are given one (histories should not be), and, with the dates of the others hidden, how many get a window of days
and how many of these windows hold the true date.

    python benchmarks/dating.py ../shared/gold/*.jsonl -v
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from summitry.actors import load_registry, resolve_mentions
from summitry.annotation.dating import infer_published
from summitry.annotation.known import load_known
from summitry.dates import find_times
from summitry.language import load_language
from summitry.limits import Limits
from summitry.model import Address, Interval
from summitry.reading.documents import build_document


def read_rows(paths: list[Path]) -> Iterator[tuple[str, str, str]]:
    """Yield id, true date and text of each document."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            published = row.get("published") or row.get("dct") or ""
            yield str(row.get("id") or row.get("doc_id")), str(published), row["text"]


def holds(window: Interval, truth: str) -> bool:
    """True where some day of the true date lies in the window."""
    return window.overlaps(Interval.parse(truth[:10]))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print every window")
    arguments = parser.parse_args()
    registry, known, language = load_registry(), load_known(), load_language()
    rows = list(read_rows(arguments.files))
    documents = [build_document(text, Address(name), text.encode(), Limits()) for name, _, text in rows]
    documents = [document for document in documents if document]
    undated = dated = given = windows = right = 0
    spent = 0.0
    for (name, truth, _), document, doc in zip(
        rows, documents, language.parse(document.masked_text for document in documents), strict=True
    ):
        times = find_times(document.text, None, spans=document.article)
        mentions = resolve_mentions(doc, None, registry, times)
        begin = time.perf_counter()
        window = infer_published(doc, mentions, times, registry, known)
        spent += time.perf_counter() - begin
        dated, undated = dated + bool(truth), undated + (not truth)
        given += window is not None and not truth
        if window is not None and truth:
            windows, right = windows + 1, right + holds(window, truth)
        if window is not None and arguments.verbose:
            verdict = "no truth" if not truth else "right" if holds(window, truth) else "WRONG"
            print(f"{name}\t{truth}\t{window.first} {window.last}\t{verdict}\t{window.rule}\t{window.anchor}")
    print(f"without a date: {undated} texts, {given} given one")
    print(f"date hidden: {dated} texts, {windows} given a window, {right} of these hold the true date")
    print(f"{1000 * spent / max(1, len(rows)):.2f} ms a text")


if __name__ == "__main__":
    main()
