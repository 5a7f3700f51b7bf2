"""Articles a second of `summitry code --engine ray` by number of workers, on a cluster started on this machine.

    python benchmarks/scale.py --documents 2000 --workers 1 2

Measured from the first part committed to the last, so that the start of the cluster and the loading of models are left
out. Two workers need two idle processors: look at the load before you believe the figure.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

from throughput import article


def rate(source: Path, output: Path, workers: int) -> float:
    """Return articles a second with so many workers."""
    from summitry.scale import ScaleSummary, code_at_scale

    committed: list[tuple[float, int]] = []

    def note(summary: ScaleSummary) -> None:
        committed.append((time.perf_counter(), summary.coded.documents))

    code_at_scale([str(source)], str(output), workers=workers, report=note)
    # What each worker had under way when the first part came back is left out with it.
    (begun, before), (ended, after) = committed[min(workers, len(committed) - 1) - 1], committed[-1]
    return (after - before) / (ended - begun)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    chance = random.Random(1)
    rates: list[float] = []
    print(f"{'workers':>7}{'articles a second':>20}{'times the first':>17}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        lines = [json.dumps(article(chance, number, asked.words)) for number in range(asked.documents)]
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for workers in asked.workers:
            rates.append(rate(source, Path(folder, f"coded-{workers}"), workers))
            print(f"{workers:7}{rates[-1]:20.1f}{rates[-1] / rates[0]:17.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
