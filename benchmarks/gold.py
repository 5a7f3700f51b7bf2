"""Score `summitry code` against gold annotation, the way unseen texts are scored.

    python benchmarks/gold.py [FILE.jsonl …] [--show N]

Without files: the dev gold and the seeds of the shared data (SUMMITRY_SHARED, default ../shared).
Runs the command over the texts as they come, boilerplate included, and the shared scorer over
its output; prints the scorer's table.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(os.environ.get("SUMMITRY_SHARED", "../shared"))
FLOORS = {"event": 0.40, "occurred": 0.42}
MOST_TRAP_HITS = 0.05
"""Floors of the first coder: event F1, occurred F1, share of traps hit."""


def default_files() -> list[Path]:
    """Return the dev gold."""
    return [*sorted((SHARED / "gold").glob("*_dev.jsonl")), SHARED / "gold" / "seeds.jsonl"]


def code_and_score(files: list[Path], folder: Path, show: int) -> tuple[dict[str, object], str]:
    """Code the texts by the command line and return the scorer's figures as values and as a table."""
    gold, coded = folder / "gold.jsonl", folder / "coded.jsonl"
    gold.write_text("".join(path.read_text(encoding="utf-8") for path in files), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "summitry", "code", str(gold), "-o", str(coded)], check=True)
    return score(gold, coded, show)


def score(gold: Path, coded: Path, show: int = 0) -> tuple[dict[str, object], str]:
    """Return the shared scorer's figures for a coded file, as values and as a table."""
    scorer = [sys.executable, str(SHARED / "gold" / "score.py"), str(gold), str(coded)]
    values = subprocess.run([*scorer, "--json"], check=True, capture_output=True, text=True).stdout
    table = subprocess.run([*scorer, "--show", str(show)], check=True, capture_output=True, text=True).stdout
    return json.loads(values), table


def main() -> int:
    """Run the benchmark; exit status 1 where a floor is missed."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("files", nargs="*", type=Path)
    cli.add_argument("--show", type=int, default=0, help="print this many misses and false alarms")
    args = cli.parse_args()
    files = args.files or default_files()
    if not all(path.exists() for path in files):
        print("the shared gold is not here: set SUMMITRY_SHARED or name files", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        values, table = code_and_score(files, Path(folder), args.show)
    print(table)
    hits = values["trap hits"] / max(values["traps"], 1)  # type: ignore[operator, call-overload]
    missed = [name for name, floor in FLOORS.items() if values[name]["f1"] < floor]  # type: ignore[index]
    if hits > MOST_TRAP_HITS:
        missed.append("trap hits")
    if missed:
        print("below the floor:", ", ".join(missed), file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
