#!/usr/bin/env python3
"""Answer cases of resolved mentions with what the resolver puts on the marked span.

    python benchmarks/resolution.py CASES.jsonl -o ANSWERS.jsonl [--why]

CASES holds objects with `id`, `text`, `published`, `start` and `end`. The answer is taken from the mention
that shares most characters with the marked span, else from the place named there. Score with the script
beside the cases.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from summitry.annotation import Annotation, load_annotator
from summitry.model import Document, Interval, PlaceMention

NOBODY = {"name": "", "state": "", "office": "", "kind": "none"}


def overlap(first: int, last: int, start: int, end: int) -> float:
    """Share of two spans together that both cover."""
    return (min(last, end) - max(first, start)) / (max(last, end) - min(first, start))


def place_name(mention: PlaceMention) -> str:
    """Return the place's name, or the words of the text where it goes by the name of a town around it."""
    name = mention.place.name or mention.place.country
    return name if set(name.casefold().split()) & set(mention.surface.casefold().split()) else mention.surface


def answer(case: dict[str, Any], annotation: Annotation) -> tuple[dict[str, str], object]:
    """Return the answer for one case and what it was taken from."""
    start, end = case["start"], case["end"]
    mentions = [m for m in annotation.mentions if m.start < end and start < m.end]
    best = max(mentions, key=lambda m: overlap(m.start, m.end, start, end), default=None)
    if best is not None and (best.kind != "place" or not best.state):
        return {
            "id": case["id"],
            "name": best.name,
            "state": best.state,
            "office": best.office,
            "kind": best.kind,
        }, best
    places = [p for p in annotation.places if p.start < end and start < p.end]
    place = max(places, key=lambda p: overlap(p.start, p.end, start, end), default=None)
    if best is not None:
        return {"id": case["id"], "name": best.name, "state": best.state, "office": "", "kind": "place"}, best
    if place is not None:
        name = place_name(place)
        return {"id": case["id"], "name": name, "state": place.place.state, "office": "", "kind": "place"}, place
    return {"id": case["id"], **NOBODY}, None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--why", action="store_true", help="print each answer with its reasons")
    options = parser.parse_args()
    cases = [json.loads(line) for line in options.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [
        Document(
            case["id"],
            case["text"],
            ((0, len(case["text"])),),
            published=Interval.parse(case["published"]) if case.get("published") else None,
        )
        for case in cases
    ]
    lines = []
    for case, annotation in zip(cases, load_annotator().annotate(documents), strict=True):
        line, source = answer(case, annotation)
        lines.append(json.dumps(line, ensure_ascii=False))
        if options.why:
            print(case["id"], repr(case["mention"]), line, source)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
