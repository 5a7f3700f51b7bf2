#!/usr/bin/env python3
"""Recall of the participants' mentions of gold documents.

    python benchmarks/finding.py GOLD.jsonl… [--misses]

A participant of a gold event counts as found where some mention that overlaps the event's evidence, or
else any mention of the document, bears the participant's name and state (`evidence`, `document`), and as
found by state where only the state agrees. Descriptions ("South Korean railway workers") count like names.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from summitry.actors import load_registry, resolve_mentions
from summitry.language import load_language
from summitry.model import Interval


def fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return re.sub(r"^the ", "", re.sub(r"[^\w]+", " ", re.sub(r"[.'’]", "", plain)).strip())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--misses", action="store_true", help="list the participants not found")
    options = parser.parse_args()
    registry, language = load_registry(), load_language()
    counts: Counter[str] = Counter()
    spent = {"parse": 0.0, "resolve": 0.0}
    lines = [line for path in options.gold for line in path.read_text(encoding="utf-8").splitlines()]
    for document in map(json.loads, lines):
        begun = time.perf_counter()
        doc = next(iter(language.parse([document["text"]])))
        parsed = time.perf_counter()
        published = Interval.parse(document["published"]) if document["published"] else None
        mentions = resolve_mentions(doc, published, registry)
        spent["parse"] += parsed - begun
        spent["resolve"] += time.perf_counter() - parsed
        everywhere = {(fold(m.name), m.state) for m in mentions if m.kind not in ("none", "place")}
        for event in document["events"] or []:
            start = document["text"].find(event["evidence"])
            end = start + len(event["evidence"])
            inside = [m for m in mentions if m.start < end and start < m.end and m.kind not in ("none", "place")]
            for participant in event["actors"] + event["recipients"]:
                wanted = (fold(participant["name"]), participant["state"])
                here = {(fold(m.name), m.state) for m in inside}
                counts["participants"] += 1
                counts["kind " + participant["kind"]] += 1
                counts["found " + participant["kind"]] += wanted in here or wanted in everywhere
                counts["evidence"] += wanted in here
                counts["document"] += wanted in here or wanted in everywhere
                counts["state in evidence"] += wanted[1] in {state for _, state in here}
                counts["state"] += wanted[1] in {state for _, state in everywhere}
                counts["office"] += any(
                    fold(m.name) == wanted[0] and fold(m.office) == fold(participant["office"]) for m in mentions
                )
                if options.misses and wanted not in here:
                    where = "doc" if wanted in everywhere else "NOWHERE"
                    found = sorted({f"{m.surface}>{m.name}/{m.state}" for m in inside})
                    print(
                        f"{where} {document['id']} {participant['name']} {participant['state']}: "
                        f"{event['evidence'][:160]!r} {found}"
                    )
    total = counts["participants"]
    for key in ("evidence", "document", "state in evidence", "state", "office"):
        print(f"{key:18s} {counts[key]}/{total} = {counts[key] / max(1, total):.3f}")
    for key in sorted(key for key in counts if key.startswith("kind ")):
        found = counts["found " + key[5:]]
        print(f"{key:18s} {found}/{counts[key]} = {found / counts[key]:.3f}")
    print(f"resolving takes {spent['resolve'] / spent['parse']:.3f} of the time of parsing")
    return 0


if __name__ == "__main__":
    sys.exit(main())
