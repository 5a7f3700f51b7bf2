"""Does cost grow linearly? `summitry read` over records of growing size, each from nothing, in processes of their own.

    python benchmarks/growth.py                        1,000 and 10,000 articles
    python benchmarks/growth.py 1000 10000 100000

One process codes, so that its processor time is all there is: that, an article, is the rate, start-up taken off; it
holds on a busy machine too. Exit status 1 where the dearest size costs over 15% more an article than the cheapest.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from throughput import article, memory_of

MOST_APART = 0.15


def measure(count: int, words: int, folder: Path) -> tuple[float, float, float]:
    """Read so many articles into a new record; return seconds, processor seconds and peak memory in MB."""
    source, record = folder / f"{count}.jsonl", folder / f"{count}.sqlite"
    chance = random.Random(count)
    with source.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(article(chance, number, words)) + "\n")
    before, begun, peak = _spent(), time.perf_counter(), 0
    command = [sys.executable, "-m", "summitry", "read", str(source), "--record", str(record)]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while run.poll() is None:
        peak = max(peak, memory_of(run.pid))
        with suppress(subprocess.TimeoutExpired):
            run.wait(1)
    if run.returncode:
        raise SystemExit(f"reading {count} articles failed with status {run.returncode}")
    return time.perf_counter() - begun, _spent() - before, peak / 1e6


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--words", type=int, default=500)
    asked = parser.parse_args()
    each = []
    with tempfile.TemporaryDirectory() as folder:
        _, start, _ = measure(1, asked.words, Path(folder))
        print(f"start-up {start:.1f} s of processor time")
        print(f"{'articles':>9}{'seconds':>10}{'a second':>10}{'CPU ms an article':>19}{'memory MB':>11}")
        for count in sorted(asked.sizes):
            seconds, spent, memory = measure(count, asked.words, Path(folder))
            each.append(1e3 * (spent - start) / count)
            print(f"{count:9}{seconds:10.0f}{count / seconds:10.1f}{each[-1]:19.1f}{memory:11.0f}", flush=True)
    apart = max(each) / min(each) - 1
    print(f"the dearest size costs {apart:.0%} more an article than the cheapest; at most {MOST_APART:.0%} is asked")
    return 1 if apart > MOST_APART else 0


if __name__ == "__main__":
    sys.exit(main())
