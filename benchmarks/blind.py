"""Events and claims on the raw texts, against annotations made without a look at what the coder says.

    python benchmarks/blind.py                      both halves
    python benchmarks/blind.py held --show 20       one of them, with its worst errors
    python benchmarks/blind.py again                how a second annotator does on `held`: the summit

`benchmarks/blind/` holds the annotations as offsets; the texts are `gold/*_raw.jsonl` of the shared data
(SUMMITRY_SHARED, default ../shared). `tune` has been read to mend the coder; `held` has not: its figures are what a
text of these kinds may expect, but that the weights of scores are fitted to it. The judge has learnt from neither.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gold import SHARED, code_and_score, score

HERE = Path(__file__).parent / "blind"
HALVES = ("tune", "held")
AGAIN = "again"
"""The events of `held`, annotated a second time by others who saw the texts alone."""


def annotated(half: str) -> Iterator[dict[str, Any]]:
    """Yield annotated documents in the format of the gold: with their texts, and words in place of offsets."""
    texts = {row["id"]: row for path in sorted((SHARED / "gold").glob("*_raw.jsonl")) for row in _rows(path)}
    for row in _rows(HERE / f"{half}.jsonl"):
        document = texts[row["id"]]
        text = document["text"]
        yield {
            **document,
            "article_end": _words(text, row["article_end"]) if "article_end" in row else "",
            "events": [event | {"evidence": _words(text, event["evidence"])} for event in row["events"]],
            "claims": [claim | {"evidence": _words(text, claim["evidence"])} for claim in row.get("claims", ())],
            "traps": [{"evidence": _words(text, span), "why": ""} for span in row.get("traps", ())],
        }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _words(text: str, span: list[int]) -> str:
    return text[span[0] : span[1]]


def _write(half: str, folder: Path) -> Path:
    """Write annotated documents into a folder as a file of gold."""
    path = folder / f"{half}.jsonl"
    rows = (json.dumps(document, ensure_ascii=False) for document in annotated(half))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def main() -> int:
    """Score the halves asked for, or a second annotator against the first."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("half", nargs="?", choices=(*HALVES, AGAIN), help="both halves unless told")
    cli.add_argument("--show", type=int, default=0, help="print this many misses and false alarms")
    asked = cli.parse_args()
    if not (SHARED / "gold").exists():
        print("the shared gold is not here: set SUMMITRY_SHARED", file=sys.stderr)
        return 2
    for half in [asked.half] if asked.half else HALVES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            if half == AGAIN:
                _, table = score(_write("held", folder), _write(AGAIN, folder), asked.show)
            else:
                _, table = code_and_score([_write(half, folder)], folder, asked.show)
        print(f"== {half}\n{table}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
