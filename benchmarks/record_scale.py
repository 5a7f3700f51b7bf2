"""Time a large record: linking all, linking one more day, and questions.

    python benchmarks/record_scale.py --documents 100000 --keep big.sqlite

Makes documents of ten events each, with the skew of real news: few dyads have most events, half of a day's reports
repeat what others report, a tenth look back vaguely. Events are written as `read` writes them, without a coder. Then:
seconds to link all, seconds to link a new day's thousand documents, and the seconds of each question, the best of five
on an open record. Beside the seconds on the clock stand those of the processor, which other programs lengthen less.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from summitry.model import Address, CodedDocument, Document, Event, Evidence, Interval, Participant, text_digest
from summitry.record import IncidentFilter, Record, open_record
from summitry.record.connection import transaction
from summitry.record.writing import Documents

STATES = tuple(f"{a}{b}{c}" for a in "ABCDEFGH" for b in "KLMNOP" for c in "XYZ")
TYPES = ("CONSULT", "SUPPORT", "ACCUSE", "AGREE", "REQUEST", "COERCE", "ASSAULT", "REJECT", "AID", "THREATEN")
TYPE_WEIGHTS = (30, 14, 13, 9, 9, 8, 7, 5, 3, 2)
FIRST, DAYS = date(2000, 1, 1), 9000
EVENTS = 10


@dataclass(frozen=True)
class World:
    """Whose acts are reported."""

    chance: random.Random

    def act(self, day: date) -> tuple[str, str, str, date, str]:
        """Return one act: type, who, whom, day, place."""
        one, other = self._state(), self._state()
        while other == one:
            other = self._state()
        (kind,) = self.chance.choices(TYPES, TYPE_WEIGHTS)
        return kind, one, other, day - timedelta(days=self.chance.randint(0, 3)), f"Capital of {other}"

    def _state(self) -> str:
        return STATES[min(int(self.chance.paretovariate(0.7)) - 1, len(STATES) - 1)]


def participant(role: str, state: str, named: bool) -> Participant:
    """Return a state, or its leader."""
    if named:
        return Participant(role, f"Leader of {state}", state, "President", "person", f"leader-{state.lower()}")
    return Participant(role, state, state, "", "state", state)


def documents(count: int, start: date, days: int, chance: random.Random, prefix: str) -> Iterator[CodedDocument]:
    """Yield documents in order of time."""
    world = World(chance)
    per_day = max(1, count // days)
    for number in range(count):
        day = start + timedelta(days=min(number // per_day, days - 1))
        if number % per_day == 0:
            acts = [world.act(day) for _ in range(max(2, per_day * EVENTS // 2))]
        yield coded(f"{prefix}{number}", day, [chance.choice(acts) for _ in range(EVENTS)], chance)


def coded(name: str, day: date, acts: list[tuple[str, str, str, date, str]], chance: random.Random) -> CodedDocument:
    """Return a document that reports some acts."""
    sentences = [f"{one} {kind.lower()} {other} at {place} on {when}." for kind, one, other, when, place in acts]
    text = f"Report {name}. " + " ".join(sentences)
    events = []
    for (kind, one, other, when, place), sentence in zip(acts, sentences, strict=True):
        at = text.index(sentence)
        named = kind == "CONSULT" and chance.random() < 0.5
        vague = chance.random() < 0.1
        interval = Interval.parse(when.isoformat()[:7]) if vague else Interval.day(when, "explicit-date")
        people = (participant("actor", one, named), participant("recipient", other, named))
        words = (Evidence(at, at + len(sentence), sentence, sentence),)
        told = place if chance.random() < 0.5 else ""
        events.append(Event(kind, "", people, interval, told, "occurred", "author", 1, words, (), 0.7, "benchmark"))
    document = Document(
        id="",
        text=text,
        article=((0, len(text)),),
        title=f"Report {name}",
        published=Interval.day(day, "metadata"),
        publisher=f"Paper {chance.randrange(50)}",
        address=Address(f"{name}.txt"),
        digest=name,
    )
    return CodedDocument(document, tuple(events), "benchmark 1")


def fill(record: Record, made: Iterator[CodedDocument]) -> int:
    """Write documents as `read` writes them and return how many."""
    count = 0
    batch: list[CodedDocument] = []

    def flush() -> None:
        with transaction(record._connection):
            for one in batch:
                Documents(record._connection).put(one, text_digest(one.document.text))
        batch.clear()

    for one in made:
        batch.append(one)
        count += 1
        if len(batch) == 1000:
            flush()
    flush()
    return count


def timed(what: str, do: Callable[[], object], times: int = 5) -> None:
    """Print the least seconds that something takes."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        result = do()
        best = min(best, time.perf_counter() - start)
    print(f"{what:<58} {best:8.3f} s   {result}", flush=True)


def now() -> tuple[float, float]:
    """Return the seconds on the clock, and those that the processor has worked for this program."""
    return time.perf_counter(), time.process_time()


def ask(record: Record) -> None:
    """Time the questions."""
    dyad, leaders = (STATES[1], STATES[2]), (f"Leader of {STATES[1]}", f"Leader of {STATES[2]}")
    questions: dict[str, Callable[[], object]] = {
        "first 50 incidents of a dense dyad": lambda: len(record.incidents(between=dyad, limit=50)),
        "count of a dense dyad's incidents": lambda: record.count_incidents(between=dyad),
        "meetings of two leaders in one year": lambda: len(
            record.incidents(between=leaders, type="CONSULT", since="2010", until="2010", status="occurred")
        ),
        "an actor's incidents in a month": lambda: len(
            record.incidents(actor=f"Leader of {STATES[0]}", since="2012-05", until="2012-05")
        ),
        "full text: two words": lambda: record.count_incidents(search=f"{STATES[5]} capital"),
        "latest 50 with conflicts": lambda: len(record.incidents(IncidentFilter(conflicts=True, limit=50))),
    }
    for name, question in questions.items():
        timed(name, question)
    some = record.incidents(limit=1)[0]
    timed("one incident with its sentences", lambda: len(record.events_in(record.incident(some.id).id)))


def main() -> None:
    """Make the record and print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="keep the record in this file")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder) / "big.sqlite"
        marks = [now()]
        with open_record(path) as record:
            fill(record, documents(asked.documents, FIRST, DAYS, random.Random(1), "a"))
            marks.append(now())
            record.link()
            marks.append(now())
            last = FIRST + timedelta(days=DAYS)
            fill(record, documents(1000, last, 1, random.Random(2), "z"))
            marks.append(now())
            record.link()
            marks.append(now())
            events, held = record.counts()
            print(f"{held} documents, {events} events, {record.count_incidents()} incidents")
            names = ("writing all", "linking all", "writing a day's 1,000 documents", "linking them")
            for name, ((start, before), (end, after)) in zip(names, pairwise(marks), strict=True):
                print(f"{name:<58} {end - start:8.1f} s   {after - before:8.1f} s of the processor")
            ask(record)


if __name__ == "__main__":
    main()
