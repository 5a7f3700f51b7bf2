"""Score place look-up and place finding.

    python benchmarks/places.py [--shared ../shared] [--misses]

Prints the share of `data/actors/place_checks.tsv` whose country and locality the gazetteer gets right; and, over the
events of the dev gold that have a place, how often that place is among those found in the evidence's sentence, among
those found in the document, and the likeliest of the sentence. Last, the time to load and to search a document.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summitry.language import load_language
from summitry.model import PlaceMention
from summitry.places import Gazetteer, find_places, load_gazetteer

GOLD = ("korea_dev.jsonl", "world_dev.jsonl", "seeds.jsonl")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true", help="print what is not found")
    args = parser.parse_args()
    before = time.perf_counter()
    gazetteer = load_gazetteer()
    print(f"gazetteer loaded in {time.perf_counter() - before:.2f} s")
    score_look_up(gazetteer, args.shared / "data" / "actors" / "place_checks.tsv", args.misses)
    for name in GOLD:
        score_gold(gazetteer, args.shared / "gold" / name, args.misses)


def score_look_up(gazetteer: Gazetteer, path: Path, misses: bool) -> None:
    """Print how many of the checks' countries and localities are right."""
    countries = localities = both = total = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            place = gazetteer.find(row["place"])
            country = bool(place) and place.state == row["country"]
            locality = bool(place) and row["locality"] in {"", place.name or place.country}
            total, countries, localities = total + 1, countries + country, localities + locality
            both += country and locality
            if misses and not (country and locality):
                print(f"  look-up: {row['place']} is {row['locality']}, {row['country']}; found {place}")
    print(f"look-up: country {countries}/{total}, locality {localities}/{total}, both {both}/{total}")


def score_gold(gazetteer: Gazetteer, path: Path, misses: bool) -> None:
    """Print how many of a gold file's places are found, and how long that takes."""
    counts: Counter[str] = Counter()
    seconds, documents = 0.0, 0
    for record, doc in parsed(path):
        before = time.perf_counter()
        mentions = find_places(doc, gazetteer)
        seconds, documents = seconds + time.perf_counter() - before, documents + 1
        for event in record["events"]:
            at = record["text"].find(event["evidence"])
            if at < 0:
                continue
            near = in_sentence(mentions, doc, at, at + len(event["evidence"]))
            likely = max(near, key=lambda m: m.score, default=None)
            if not event["place"]:
                counts["events without a place"] += 1
                counts["place offered for these (score >= 0.9)"] += bool(likely and likely.score >= 0.9)
                continue
            counts["events with a place"] += 1
            counts["in document"] += any(is_same(m, event["place"]) for m in mentions)
            hit = any(is_same(m, event["place"]) for m in near)
            counts["in sentence"] += hit
            counts["likeliest of sentence"] += bool(likely and is_same(likely, event["place"]))
            if misses and not any(is_same(m, event["place"]) for m in mentions):
                print(f"  {record['id']}: {event['place']!r} not in {sorted({m.place.label for m in near})}")
                print(f"      {event['evidence'][:150]!r}")
    print(f"{path.name}: " + ", ".join(f"{name} {number}" for name, number in counts.items()))
    print(f"    {documents} documents, {1000 * seconds / max(documents, 1):.2f} ms a document")


def parsed(path: Path) -> Iterator[tuple[dict, object]]:
    """Yield the gold's documents with their parse."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    yield from zip(records, load_language().parse([record["text"] for record in records]), strict=True)


def in_sentence(mentions: tuple[PlaceMention, ...], doc, start: int, end: int) -> list[PlaceMention]:
    """Return the mentions in the sentences that the span touches."""
    spans = [(s.start_char, s.end_char) for s in doc.sents if s.start_char < end and start < s.end_char]
    return [m for m in mentions if any(first <= m.start < last for first, last in spans)]


def is_same(mention: PlaceMention, gold: str) -> bool:
    """True where the first parts agree: `Hanoi` and `Hanoi, Vietnam`."""
    return fold(mention.place.label.split(",")[0]) == fold(gold.split(",")[0])


def fold(name: str) -> str:
    """Return a name without case and accents."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold().strip()


if __name__ == "__main__":
    main()
