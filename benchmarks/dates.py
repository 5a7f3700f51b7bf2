"""Write and score the time expressions of a file of documents, or measure the speed of finding them.

    python benchmarks/dates.py DOCS.jsonl -o OUT.jsonl            write `spans` for the scorer
    python benchmarks/dates.py DOCS.jsonl --scorer score_time.py --gold GOLD.jsonl [--errors N]
    python benchmarks/dates.py DOCS.jsonl --speed                 documents and characters a second, one core
    python benchmarks/dates.py --growth                           time by length on hostile inputs

DOCS has one JSON object a line with `doc_id` (or `id`), `published` and `text`; the cases of a diplomatic file are
documents too. The spans have the shape of `times` in the output of `summitry annotate`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from summitry.annotation import annotation_to_json, load_annotator
from summitry.dates import find_times
from summitry.model import Document, Interval

HOSTILE = {
    "digits": "1",
    "dates": "May 5, 2018 ",
    "numbers": "2018 ",
    "hyphens": "mid-",
    "blank lines": "\n \n",
    "the": "the last ",
    "and": "two and a half ",
    "to": "5 to ",
    "units": "days before ",
    "number words": "twenty ",
    "open range": "from May 5 to ",
    "apostrophes": "'",
    "commas": "1,111",
    "dots": "p.m.",
    "slashes": "1/1/",
    "May": "May ",
    "by May": "by May ",
    "Mrs May": "Mrs. May in May ",
    "ordinal days": "on the 5th ",
    "shifts": "two days after the summit ",
    "weekdays": "Monday last week ",
    "sentences": "A. ",
    "anniversary": "45 years of ",
    "fiscal": "fiscal 2008 ",
}


def load(path: Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def published_of(document: dict[str, Any]) -> Interval | None:
    """Return a document's publication date."""
    return Interval.parse(document["published"]) if document.get("published") else None


def annotated(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what `summitry annotate` puts in `times`, in the shape of the scorer."""
    texts = [
        Document(str(n), d["text"], ((0, len(d["text"])),), published=published_of(d)) for n, d in enumerate(documents)
    ]
    return [
        {"doc_id": document.get("doc_id", document.get("id")), "spans": annotation_to_json(annotation)["times"]}
        for document, annotation in zip(documents, load_annotator().annotate(texts), strict=True)
    ]


def measure(documents: list[dict[str, Any]], rounds: int = 5) -> None:
    """Print documents and characters a second."""
    find_times(documents[0]["text"], None)
    characters = sum(len(document["text"]) for document in documents)
    best = 1e9
    for _ in range(rounds):
        begin = time.process_time()
        for document in documents:
            find_times(document["text"], published_of(document))
        best = min(best, time.process_time() - begin)
    print(f"{len(documents)} documents, {characters} characters: {best:.3f} s")
    print(f"{len(documents) / best:.0f} documents a second, {characters / best / 1900:.0f} of 1.9 kB a second")


def grow() -> None:
    """Print the time taken by each hostile input at 10, 20 and 40 thousand characters, and the last ratio."""
    find_times("May 5, 2018", None)
    for name, unit in HOSTILE.items():
        taken = []
        for size in (10_000, 20_000, 40_000):
            text = (unit * (size // len(unit) + 1))[:size]
            begin = time.process_time()
            find_times(text, Interval.parse("2018-03-05"))
            taken.append(time.process_time() - begin)
        print(f"{name:14}", *(f"{seconds:8.3f}" for seconds in taken), f"  x{taken[2] / max(taken[1], 1e-4):.1f}")


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path, nargs="?")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--errors", default="0")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--growth", action="store_true")
    arguments = parser.parse_args()
    if arguments.growth:
        grow()
        return 0
    if arguments.docs is None:
        parser.error("which file of documents?")
    documents = load(arguments.docs)
    if arguments.speed:
        measure(documents)
        return 0
    lines = "".join(json.dumps(line) + "\n" for line in annotated(documents))
    output = arguments.output or Path(tempfile.mkstemp(suffix=".jsonl")[1])
    output.write_text(lines, encoding="utf-8")
    if arguments.scorer is None:
        return 0
    gold = arguments.gold or arguments.docs
    command = [sys.executable, str(arguments.scorer), str(gold), str(output), "--errors", arguments.errors]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
