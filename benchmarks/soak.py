"""One process that reads for an hour: does its memory grow, does it leave files open, is the record sound at the end?

    python benchmarks/soak.py                 one hour
    python benchmarks/soak.py --minutes 5

Articles come in rounds, all new, into one record, opened and closed for each. Memory is looked at after each. What the
first fifth of the time fills (models, caches, the vocabulary) is not held against the rest. Exit status 1 where
memory after that grows by over 5% to the end, files stay open, or the record is damaged.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from throughput import article

MOST_GROWTH = 0.05


@dataclass(frozen=True, slots=True)
class Look:
    """The process after a round."""

    minutes: float
    articles: int
    memory: float
    handles: int
    threads: int


def look(begun: float, articles: int) -> Look:
    """Look at this process."""
    gc.collect()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines())
    memory, threads = int(status["VmRSS"].split()[0]) / 1e3, int(status["Threads"])
    handles = sum(1 for _ in Path("/proc/self/fd").iterdir())
    return Look((time.monotonic() - begun) / 60, articles, memory, handles, threads)


def soak(minutes: float, round_size: int, words: int, folder: Path) -> list[Look]:
    """Read rounds of new articles into one record until the time is up."""
    import summitry

    chance, looks, count = random.Random(1), list[Look](), 0
    begun = time.monotonic()
    print(f"{'minute':>7}{'articles':>10}{'memory MB':>11}{'files open':>12}{'threads':>9}")
    while time.monotonic() - begun < 60 * minutes:
        source = folder / "round.jsonl"
        lines = (json.dumps(article(chance, count + number, words)) + "\n" for number in range(round_size))
        source.write_text("".join(lines), encoding="utf-8")
        count += round_size
        with summitry.open(folder / "record.sqlite") as record:
            record.read(str(source))
        seen = look(begun, count)
        if not looks or seen.minutes - looks[-1].minutes >= 1 or minutes < 10:
            print(
                f"{seen.minutes:7.1f}{seen.articles:10}{seen.memory:11.0f}{seen.handles:12}{seen.threads:9}", flush=True
            )
        looks.append(seen)
    with summitry.open(folder / "record.sqlite") as record:
        damage, (events, documents) = record.damage(), record.counts()
    print(f"record at the end: {documents} documents, {events} events, {'; '.join(damage) or 'sound'}")
    if damage or documents != count:
        raise SystemExit(1)
    return looks


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--round", type=int, default=100, help="articles of a round")
    parser.add_argument("--words", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        looks = soak(asked.minutes, asked.round, asked.words, Path(folder))
    settled = [seen for seen in looks if seen.minutes >= asked.minutes / 5] or looks
    third = max(len(settled) // 3, 1)
    early, late = (median(seen.memory for seen in part) for part in (settled[:third], settled[-third:]))
    handles = settled[-1].handles - settled[0].handles
    print(
        f"memory from {early:.0f} to {late:.0f} MB, {late / early - 1:+.1%} after the first fifth; at most +5% is asked"
    )
    print(f"open files {handles:+}, threads {settled[-1].threads - settled[0].threads:+}")
    return 1 if late > early * (1 + MOST_GROWTH) or handles > 0 else 0


if __name__ == "__main__":
    sys.exit(main())
