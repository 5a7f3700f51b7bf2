"""Kill `read` at random moments with SIGKILL and count what was lost, doubled or broken.

    python benchmarks/kill.py --kills 1000
    python benchmarks/kill.py --kills 50 --coder bundled

Each kill begins a new record, is looked at (integrity, references, digests, quotes, each document
wholly in or out, nothing reported done lost), and is followed by a run that goes on to the end,
whose export must be that of an undisturbed run, byte for byte. Exits with 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from faults.killing import Work, survive
from record.fakes import load_fake_coder, make_document
from summitry.model import Document
from summitry.record import Coder

PEOPLE = ("Xi Jinping", "Kim Jong Un", "Donald Trump", "Moon Jae-in")
PLACES = ("Beijing", "Hanoi", "Singapore", "Panmunjom", "Pyongyang", "Dalian", "Seoul")


def reports(count: int, chance: random.Random) -> list[Document]:
    """Return reports of meetings, one in five a copy of an earlier one."""
    made: list[Document] = []
    for number in range(count):
        if made and chance.random() < 0.2:
            text = chance.choice(made).text
        else:
            pairs = [chance.sample(PEOPLE, 2) for _ in range(chance.randint(1, 9))]
            text = " ".join(
                f"{one} met {other} in {chance.choice(PLACES)} for round {chance.randrange(10**6)} of their talks."
                for one, other in pairs
            )
        day = f"2018-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        made.append(make_document(text, f"{number}.txt", day, title=f"Report {number}"))
    return made


def coder_of(name: str) -> Callable[[], Coder]:
    """Return the loader of a coder; the bundled one is loaded once, before the forks."""
    if name == "small":
        return load_fake_coder
    from summitry.coding import load_coder

    list(load_coder().code([make_document("Xi Jinping met Kim Jong Un.")]))
    return load_coder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--coder", choices=("small", "bundled"), default="small")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    work = Work(reports(asked.documents, chance), coder_of(asked.coder))
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        survival = survive(work, Path(folder), [chance.random() for _ in range(asked.kills)])
    for line in survival.wrong[:20]:
        print(line)
    print(f"kills                     {survival.kills}")
    print(f"within a run              {survival.within}")
    print(f"wrong afterwards          {len(survival.wrong)}")
    print(f"seconds                   {time.perf_counter() - start:.0f}")
    return 1 if survival.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
