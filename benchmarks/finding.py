#!/usr/bin/env python3
"""Recall of the participants' mentions of gold documents.

    python benchmarks/finding.py GOLD.jsonl… [--misses]

A participant of a gold event counts as found where some mention that overlaps the event's evidence, or
else any mention of the document, bears the participant's name and state (`evidence`, `document`), and as
found by state where only the state agrees. Descriptions ("South Korean railway workers") count like names.

The mentions are those that `summitry annotate` puts out. `kept` counts a mention under the names by which the
coder enters it in a record, too: "North Korean soldiers" who fight are the Korean People's Army, "two Americans"
who are held are U.S. citizens. The kinds below the line are of `kept`.

The last line says what share of the time in which the documents are coded, one by one, goes to finding and resolving
mentions, and to parsing, in seconds of the processor.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from summitry.actors import resolve_mentions
from summitry.annotation import Annotation, load_annotator
from summitry.coding import load_coder
from summitry.coding.frames import Frame
from summitry.coding.mention_index import MentionIndex
from summitry.coding.naming import as_recorded
from summitry.language import load_language
from summitry.model import Document, EventType, Interval, Mention

NO_ACTORS = ("none", "place")
WARM = "The Chinese president met his Russian counterpart in Moscow on Monday. Mr. Putin praised China."
"""Read before the clock starts: tables and models are loaded at the first text."""
ACTS: tuple[EventType, ...] = ("ASSAULT", "CONSULT", "PROTEST")
"""Categories under which the coder enters somebody by different names."""
Name = tuple[str, str]


def fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return re.sub(r"^the ", "", re.sub(r"[^\w]+", " ", re.sub(r"[.'’]", "", plain)).strip())


def names(mentions: Iterable[Mention]) -> set[Name]:
    return {(fold(m.name), m.state) for m in mentions}


def names_kept(mention: Mention, index: MentionIndex) -> Iterator[Mention]:
    """Yield a mention under every name by which a record may keep it, whatever act it stands in."""
    for kind in ACTS:
        for side in as_recorded(Frame("", "v", (), kind, "", (), (), 0), [mention], [mention], index):
            yield from side


def count(gold: dict[str, Any], annotation: Annotation, counts: Counter[str], misses: bool) -> None:
    """Count which participants of a gold document the annotation finds."""
    mentions = tuple(m for m in annotation.mentions if m.kind not in NO_ACTORS)
    registry = load_annotator().registry

    def state_name(code: str) -> str:
        state = registry.actor(code)
        return state.name if state else code

    index = MentionIndex(annotation.doc, mentions, annotation.places, state_name)
    everywhere = names(mentions)
    kept = everywhere | names(k for m in mentions for k in names_kept(m, index))
    for event in gold["events"] or []:
        start = gold["text"].find(event["evidence"])
        end = start + len(event["evidence"])
        inside = [m for m in mentions if m.start < end and start < m.end]
        here = names(inside)
        for participant in event["actors"] + event["recipients"]:
            wanted, kind = (fold(participant["name"]), participant["state"]), participant["kind"]
            found = wanted in here or wanted in everywhere
            counts["participants"] += 1
            counts["kind " + kind] += 1
            counts["found " + kind] += found or wanted in kept
            counts["evidence"] += wanted in here
            counts["document"] += found
            counts["kept"] += found or wanted in kept
            counts["state in evidence"] += wanted[1] in {state for _, state in here}
            counts["state"] += wanted[1] in {state for _, state in everywhere}
            counts["office"] += any(
                fold(m.name) == wanted[0] and fold(m.office) == fold(participant["office"]) for m in mentions
            )
            if misses and not found:
                where = "kept" if wanted in kept else "NOWHERE"
                told = sorted({f"{m.surface}>{m.name}/{m.state}" for m in inside})
                print(f"{where} {gold['id']} {kind} {wanted}: {event['evidence'][:160]!r} {told}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--misses", action="store_true", help="list the participants not found")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    annotator, language, coder = load_annotator(), load_language(), load_coder()
    coding = parsing = resolving = 0.0
    list(coder.code([Document("warm", WARM, ((0, len(WARM)),), "", None)]))
    resolve_mentions(next(iter(language.parse([WARM]))), None, annotator.registry)
    for gold in (json.loads(line) for path in options.gold for line in path.read_text(encoding="utf-8").splitlines()):
        published = Interval.parse(gold["published"]) if gold["published"] else None
        text = gold["text"]
        document = Document(gold["id"], text, ((0, len(text)),) if text else (), gold["title"], published)
        begun = time.process_time()
        doc = next(iter(language.parse([text])))
        parsed = time.process_time()
        resolve_mentions(doc, published, annotator.registry)
        parsing += parsed - begun
        resolving += time.process_time() - parsed
        begun = time.process_time()
        list(coder.code([document]))
        coding += time.process_time() - begun
        annotation = next(iter(annotator.annotate([document])))
        count(gold, annotation, counts, options.misses)
    total = counts["participants"]
    for key in ("evidence", "document", "kept", "state in evidence", "state", "office"):
        print(f"{key:18s} {counts[key]}/{total} = {counts[key] / max(1, total):.3f}")
    for key in sorted(key for key in counts if key.startswith("kind ")):
        found = counts["found " + key[5:]]
        print(f"{key:18s} {found}/{counts[key]} = {found / counts[key]:.3f}")
    print(f"finding and resolving take {resolving / coding:.3f} of the time of coding, parsing {parsing / coding:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
