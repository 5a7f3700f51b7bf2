"""Score the checking of claims, end to end from the sentence, on a gold of our own over the reference record `korea`.

    python benchmarks/claim_checks.py            # all sets
    python benchmarks/claim_checks.py --wrong    # and each sentence that went wrong
    python benchmarks/claim_checks.py --speed    # a draft of 2,000 words against 100,000 incidents

Each sentence stands in an article of one paragraph with a publication date. Structure is right where a claim of the
right kind has the right category, parties, window, comparison and value; a verdict is right with its rows, whatever the
structure. A false contradiction is a `contradicted` where the gold says `supported`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from summitry.actors import load_registry
from summitry.checking.numbers import number_of
from summitry.checking.spans import span_of
from summitry.coding.coder import load_coder
from summitry.incidents import level_of_incident
from summitry.model import Actor, Claim, Incident, Interval, Participant, Verdict
from summitry.record import Record, open_record
from summitry.record.checks import text_document
from summitry.record.connection import transaction
from summitry.record.incident_rows import put_incident
from summitry.record.reference import open_reference

GOLD = Path(__file__).parent / "claims"
HELD = "held"
"""The set whose errors are never shown, so that nobody tunes on them."""
SETS = ("tune", "second", "third", "fourth", "fifth", "sixth", HELD)
AROUND = (
    ("The two sides gave few details.", "Diplomats in the region are watching closely."),
    ("History rarely moves in straight lines.", "What it meant is a matter of dispute."),
)
"""What stands before and after a sentence, in reports and in essays."""
TRACKED = frozenset({"relation", "position", "cause", "forecast"})
"""Kinds whose value is a paraphrase: kind, category and parties are compared."""
WORDS, INCIDENTS, CLAIMS_TOLD = 2_000, 100_000, 60
"""The two seed articles make about 35 claims in 1,000 words."""
FILLER = (
    "The delegations sat down in a long hall with high windows, and the cameras were sent out after a few minutes.",
    "Officials who spoke on the condition that they not be named said that the mood was better than they had feared.",
    "None of this would surprise anybody who has followed the peninsula for longer than one news cycle.",
    "Shops along the river had hung out flags, and the police closed the bridge to traffic until the evening.",
    "What the two governments told their own people afterwards could hardly have sounded more different.",
)
WINDOW_SLACK = timedelta(days=31)
BARS = {"structure": 0.85, "verdict and rows": 0.85, "false contradictions": 0.02}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one sentence of the gold."""

    gold: Mapping[str, Any]
    structure: str
    verdict: bool
    rows: bool
    said: str
    why: str


def outcomes(record: Record, path: Path) -> Iterator[Outcome]:
    keys = keys_of(record)
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        before, after = AROUND[gold["style"] == "essay"]
        checked = record.check(f"{before} {gold['sentence']} {after}", published=gold["published"])
        yield outcome(gold, list(checked), keys)


def keys_of(record: Record) -> dict[str, str]:
    """Return the key of each incident's row in the chronology."""
    by_correction = {c.id: str(c.change["key"]) for c in record.corrections if "key" in c.change}
    return {i.id: by_correction[c] for i in record.incidents() for c in i.corrections if c in by_correction}


def outcome(gold: Mapping[str, Any], found: Sequence[Verdict], keys: Mapping[str, str]) -> Outcome:
    """Return the outcome of the claim that answers best to the gold."""
    if not found:
        return Outcome(gold, "no claim", gold["verdict"] == "not in record", gold["verdict"] == "not in record", "", "")
    best = max(found, key=lambda v: (v.claim.kind == gold["kind"], -len(faults(gold, v.claim).split(", "))))
    rows = {keys.get(name, name) for name in best.incident_ids}
    right = best.word == gold["verdict"]
    same = gold["verdict"] == "not in record" or rows == {*gold["incidents"]}
    return Outcome(gold, faults(gold, best.claim), right, right and same, f"{best.word} {sorted(rows)}", best.why)


def faults(gold: Mapping[str, Any], claim: Claim) -> str:
    """Return what is wrong with a structure, parted by commas; `""` where nothing is."""
    wrong = []
    if claim.kind != gold["kind"]:
        wrong.append(f"kind {claim.kind}")
    if claim.counted.type != gold["type"]:
        wrong.append(f"type {claim.counted.type or 'none'}")
    parties = {*(claim.counted.parties or claim.subject)}
    if claim.kind in TRACKED and not claim.counted.type:
        parties = {*claim.counted.parties, *claim.subject}
    if canonical(parties) != canonical(gold["parties"]):
        wrong.append(f"parties {sorted(parties)}")
    if claim.kind in TRACKED:
        return ", ".join(wrong)
    if not same_window(gold["window"], claim.window):
        wrong.append(f"window {claim.window.iso() if claim.window else None}")
    if gold["comparison"] and claim.comparison != gold["comparison"]:
        wrong.append(f"comparison {claim.comparison}")
    if not same_value(gold, claim):
        wrong.append(f"value {claim.value}")
    return ", ".join(wrong)


def canonical(names: Iterable[str]) -> set[str]:
    """Return names as the registry gives them today: a gold keeps those of its day."""
    registry = load_registry()
    found = {name: registry.find(name) for name in names}
    return {actors[0].name if len(actors) == 1 else name for name, actors in found.items()}


def same_window(gold: Mapping[str, str] | None, window: Interval | None) -> bool:
    if gold is None or window is None:
        return gold is None and window is None
    pairs = ((gold["start"], window.first), (gold["end"], window.last))
    return all(day is not None and abs(day - date.fromisoformat(iso)) <= WINDOW_SLACK for iso, day in pairs)


def same_value(gold: Mapping[str, Any], claim: Claim) -> bool:
    value = str(gold["value"])
    if claim.kind in {"count", "ordinal"}:
        mine, theirs = number_of(value, "exactly"), number_of(claim.value, "exactly")
        return mine is not None and theirs is not None and mine.value == theirs.value
    if claim.kind in {"duration", "interval"}:
        return span_of(value) == span_of(claim.value)
    if claim.kind == "first":
        since = value.removeprefix("since ")
        return claim.since.iso()[0].startswith(since[:4]) if claim.since else not since
    if claim.kind == "last":
        return claim.value.startswith(value)
    if claim.kind == "sequence":
        order = claim.value.split()
        return {*value.split()} == {w for w in order[: len(value.split())] if w in {"not", "before", "after", "or"}}
    return claim.kind == "rank" or claim.value == value


def report(name: str, results: Sequence[Outcome], wrong: bool) -> None:
    total = len(results)
    structure = sum(not r.structure for r in results)
    verdicts, rows = sum(r.verdict for r in results), sum(r.rows for r in results)
    supported = [r for r in results if r.gold["verdict"] == "supported"]
    false = sum(r.said.startswith("contradicted") for r in supported)
    print(f"{name}: {total} claims")
    print(f"  structure right        {structure / total:.3f} ({structure}/{total})")
    print(f"  verdict right          {verdicts / total:.3f}")
    print(f"  verdict and rows right {rows / total:.3f} ({rows}/{total})")
    print(f"  false contradictions   {false / max(len(supported), 1):.3f} ({false}/{len(supported)})")
    kinds = Counter(r.gold["kind"] for r in results)
    good = Counter(r.gold["kind"] for r in results if r.rows)
    well = Counter(r.gold["kind"] for r in results if not r.structure)
    print("  by kind: " + ", ".join(f"{k} {well[k]}·{good[k]}/{n}" for k, n in kinds.most_common()))
    if wrong:
        for r in results:
            if r.structure or not r.rows:
                print(f"  - {r.gold['sentence']}\n      gold: {r.gold['verdict']} {r.gold['incidents']}")
                print(f"      said: {r.said} | {r.why}\n      structure: {r.structure or 'right'}")


def time_draft() -> None:
    """Print the seconds that a draft of 2,000 words takes against 100,000 incidents, after start-up, best of five."""
    lines = (GOLD / "tune.jsonl").read_text("utf-8").splitlines()
    sentences = [json.loads(line)["sentence"] for line in lines[: CLAIMS_TOLD // 2]]
    draft = "\n\n".join(f"{FILLER[n % len(FILLER)]} {sentences[n % len(sentences)]}" for n in range(CLAIMS_TOLD))
    draft = " ".join(draft.split(" ")[:WORDS])
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "big.sqlite") as record:
        fill(record, INCIDENTS)
        record.check("Xi Jinping met Kim Jong Un twice in 2018.", published="2020-06-19")
        best = float("inf")
        for _ in range(5):
            started = time.perf_counter()
            checked = record.check(draft, published="2020-06-19")
            best = min(best, time.perf_counter() - started)
        started = time.perf_counter()
        list(load_coder().code([text_document(draft, Interval.parse("2020-06-19"))]))
        coding = time.perf_counter() - started
    words = len(draft.split())
    print(f"{words} words, {len(checked)} claims, {INCIDENTS:,} incidents: {best:.2f} s, {coding:.2f} s of it coding")


def fill(record: Record, count: int) -> None:
    """Put incidents into a record: few dyads have most, a tenth are between those whom the draft names."""
    chance = random.Random(7)
    states = [actor for actor in load_registry().actors.values() if actor.kind == "state"]
    named = [i.participants for i in open_reference("korea").incidents() if len(i.participants) > 1]
    with transaction(record._connection):
        for number in range(count):
            put_incident(
                record._connection,
                incident(number, chance.choice(named) if number % 10 == 0 else two_of(states, chance), chance),
                f"k{number}",
                rejected=False,
                events=(),
                additions=(),
                words=(),
            )


def two_of(states: Sequence[Actor], chance: random.Random) -> tuple[Participant, ...]:
    """Return two sides, each a state or its leader, the first states far oftener than the last."""
    sides: list[Participant] = []
    for role in ("actor", "recipient"):
        state = states[min(int(chance.paretovariate(0.7)) - 1, len(states) - 1)]
        if chance.random() < 0.5:
            who = Participant(role, f"Leader of {state.name}", state.state, "President", "person", f"l-{state.id}")
        else:
            who = Participant(role, state.name, state.state, "", "state", state.id)
        sides.append(who)
    return tuple(sides)


def incident(number: int, sides: tuple[Participant, ...], chance: random.Random) -> Incident:
    (kind,) = chance.choices(("CONSULT", "SUPPORT", "ACCUSE", "COERCE", "MOBILIZE"), (5, 3, 3, 2, 1))
    return Incident(
        id=f"i-{number:016x}",
        type=kind,
        mode="visit" if kind == "CONSULT" else "",
        participants=sides,
        interval=Interval.day(date(1990, 1, 1) + timedelta(days=chance.randrange(12_000))),
        place="",
        status="occurred",
        level=level_of_incident(sides),
        documents=2,
        sources=2,
        sentence="Two sides met, as a report told that day.",
    )


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print each sentence for tuning that went wrong")
    parser.add_argument("--set", choices=SETS, help="only this set")
    parser.add_argument("--speed", action="store_true", help="time a draft of 2,000 words against 100,000 incidents")
    options = parser.parse_args(arguments)
    if options.speed:
        time_draft()
        return
    record = open_reference("korea")
    for name in [options.set] if options.set else SETS:
        started = time.perf_counter()
        results = list(outcomes(record, GOLD / f"{name}.jsonl"))
        report(name, results, options.wrong and name != HELD)
        print(f"  {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
