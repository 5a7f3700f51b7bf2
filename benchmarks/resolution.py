#!/usr/bin/env python3
"""Answer cases of resolved mentions with what the resolver puts on the marked span.

    python benchmarks/resolution.py CASES.jsonl -o ANSWERS.jsonl [--why]

CASES holds objects with `id`, `text`, `published`, `start` and `end`. The answer is taken from the mention
that shares most characters with the marked span. Score with the script beside the cases.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from summitry.actors import load_registry, resolve_mentions
from summitry.language import load_language
from summitry.model import Interval, Mention

NOBODY = {"name": "", "state": "", "office": "", "kind": "none"}


def overlap(mention: Mention, start: int, end: int) -> float:
    """Share of the marked span and the mention that both cover."""
    shared = min(mention.end, end) - max(mention.start, start)
    return shared / (max(mention.end, end) - min(mention.start, start))


def answer(case: dict[str, Any], mentions: tuple[Mention, ...]) -> tuple[dict[str, str], Mention | None]:
    """Return the answer for one case and the mention it was taken from."""
    touching = [m for m in mentions if m.start < case["end"] and case["start"] < m.end]
    best = max(touching, key=lambda m: overlap(m, case["start"], case["end"]), default=None)
    if best is None:
        return {"id": case["id"], **NOBODY}, None
    return {"id": case["id"], "name": best.name, "state": best.state, "office": best.office, "kind": best.kind}, best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--why", action="store_true", help="print each answer with its reasons")
    options = parser.parse_args()
    cases = [json.loads(line) for line in options.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    registry = load_registry()
    docs = list(load_language().parse(case["text"] for case in cases))
    registry.names.find("")
    begun = time.perf_counter()
    lines = []
    for case, doc in zip(cases, docs, strict=True):
        published = Interval.parse(case["published"]) if case.get("published") else None
        line, mention = answer(case, resolve_mentions(doc, published, registry))
        lines.append(json.dumps(line, ensure_ascii=False))
        if options.why:
            print(
                case["id"], repr(case["mention"]), line, mention and (mention.surface, mention.score, mention.reasons)
            )
    spent = time.perf_counter() - begun
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(cases)} cases, {1000 * spent / max(1, len(cases)):.2f} ms each for finding and resolving",
        file=sys.stderr,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
