"""Measure linking on the dev gold: are reports of one incident brought together, and only those?

    python benchmarks/linking.py [FILE.jsonl …] [--show]

Truth: events of different documents with the same category, the same participants and overlapping dates are one, and
what is one with the same third is one. Printed is B-cubed (Bagga and Baldwin 1998), first over the gold events as they
are, then end to end: the texts are coded, coded events are matched to gold events as `gold/score.py` matches them, and
a gold event that nothing was found for, or a coded event that matches nothing, stands alone.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from types import ModuleType

from summitry.actors.folding import slug
from summitry.linking import Statement, link
from summitry.linking.statements import statement_of
from summitry.model import Event, Interval, Participant

SHARED = Path(os.environ.get("SUMMITRY_SHARED", "../shared"))
Item = tuple[str, str]
"""A document's id and an event's id in it."""


def default_files() -> list[Path]:
    """Return the dev gold that has events."""
    return [SHARED / "gold" / name for name in ("korea_dev.jsonl", "world_dev.jsonl", "seeds.jsonl")]


def read_documents(files: Iterable[Path]) -> list[dict]:
    """Return the documents of JSON Lines files."""
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line]


def interval_of(event: dict) -> Interval | None:
    """Return the interval that a JSON event's bounds tell."""
    if not event["start"] or not event["end"]:
        return None
    first, last = Interval.parse(event["start"]).first, Interval.parse(event["end"]).last
    return Interval(first, last, "day" if first == last else "range", event.get("date_rule", ""))


def as_event(event: dict) -> Event:
    """Return a JSON event as a value."""
    participants = tuple(
        Participant(role, p["name"], p["state"], p["office"], p["kind"], p.get("actor_id") or slug(p["name"]))
        for role, field in (("actor", "actors"), ("recipient", "recipients"))
        for p in event[field]
    )
    return Event(
        event["type"],
        event["mode"],
        participants,
        interval_of(event),
        event["place"],
        event["status"],
        event["according_to"],
        event["count"],
        (),
    )


def statements(documents: Iterable[dict]) -> dict[Item, Statement]:
    """Return what linking sees of each event."""
    return {
        (document["id"], event["id"]): statement_of(f"{document['id']}/{event['id']}", as_event(event), document["id"])
        for document in documents
        for event in document["events"] or []
    }


def truth(documents: Iterable[dict]) -> dict[Item, Hashable]:
    """Return for each gold event which incident it is about."""
    items = {(d["id"], e["id"]): as_event(e) for d in documents for e in d["events"] or []}
    parent = {item: item for item in items}

    def root(item: Item) -> Item:
        while parent[item] != item:
            item = parent[item]
        return item

    groups: dict[Hashable, list[Item]] = defaultdict(list)
    for item, event in items.items():
        if event.interval and event.count == 1:
            groups[event.type, frozenset((p.name, p.state) for p in event.participants)].append(item)
    for group in groups.values():
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                if one[0] != other[0] and items[one].interval.overlaps(items[other].interval):
                    parent[root(one)] = root(other)
    return {item: root(item) for item in items}


def b_cubed(gold: Mapping[Item, Hashable], system: Mapping[Item, Hashable]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over the items of both, each standing alone where only one has it."""
    items = sorted(set(gold) | set(system))
    of_gold = _members(items, lambda item: gold.get(item, ("alone", item)))
    of_system = _members(items, lambda item: system.get(item, ("alone", item)))
    shared = [(len(of_gold[i] & of_system[i]), len(of_system[i]), len(of_gold[i])) for i in items]
    precision = sum(both / made for both, made, _ in shared) / len(items)
    recall = sum(both / true for both, _, true in shared) / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _members(items: list[Item], label: Callable[[Item], Hashable]) -> dict[Item, set[Item]]:
    groups: dict[Hashable, set[Item]] = defaultdict(set)
    for item in items:
        groups[label(item)].add(item)
    return {item: groups[label(item)] for item in items}


def linked(found: Mapping[Item, Statement]) -> dict[Item, Hashable]:
    """Return for each event the number of the incident it was linked to."""
    item_of = {statement.id: item for item, statement in found.items()}
    clusters = link(found.values())
    return {item_of[s.id]: number for number, cluster in enumerate(clusters) for s in cluster.members}


def code(files: list[Path], folder: Path) -> list[dict]:
    """Return the documents coded by the command line."""
    texts, coded = folder / "texts.jsonl", folder / "coded.jsonl"
    texts.write_text("".join(path.read_text(encoding="utf-8") for path in files), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "summitry", "code", str(texts), "-o", str(coded)], check=True)
    return read_documents([coded])


def matched(gold: list[dict], coded: list[dict]) -> dict[Item, Item]:
    """Return for each coded event the gold event it is, as the shared scorer matches them."""
    scorer = _scorer()
    by_id = {document["id"]: document for document in coded}
    found: dict[Item, Item] = {}
    for document in gold:
        system = by_id.get(document["id"], {"events": []})["events"]
        pairs, _ = scorer.pair_up(document["text"], document["events"] or [], system)
        for g, s, _ in pairs:
            found[document["id"], system[s]["id"]] = (document["id"], document["events"][g]["id"])
    return found


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show_errors(
    gold: Mapping[Item, Hashable], system: Mapping[Item, Hashable], found: Mapping[Item, Statement]
) -> None:
    """Print the incidents that were split or run together."""
    groups: dict[Hashable, set[Item]] = defaultdict(set)
    for item in found:
        groups[gold[item]].add(item)
    for group in groups.values():
        if len({system[item] for item in group}) > 1:
            print("SPLIT", *(f"\n   {system[i]} {found[i]}" for i in sorted(group)))
    made: dict[Hashable, set[Item]] = defaultdict(set)
    for item in found:
        made[system[item]].add(item)
    for group in made.values():
        if len({gold[item] for item in group}) > 1:
            print("MERGED", *(f"\n   {found[i]}" for i in sorted(group)))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="list the errors over gold events")
    asked = parser.parse_args()
    files = asked.files or default_files()
    documents = read_documents(files)
    gold, found = truth(documents), statements(documents)
    system = linked(found)
    if asked.show:
        show_errors(gold, system, found)
        return
    several = len({v for v in gold.values() if list(gold.values()).count(v) > 1})
    print(f"gold events {len(gold)}, incidents {len(set(gold.values()))}, told by several documents {several}")
    print("gold events  precision {:.3f}  recall {:.3f}  f1 {:.3f}".format(*b_cubed(gold, system)))
    with tempfile.TemporaryDirectory() as folder:
        coded = code(files, Path(folder))
    same = matched(documents, coded)
    made = {same.get(item, ("coded", *item)): incident for item, incident in linked(statements(coded)).items()}
    print("end to end   precision {:.3f}  recall {:.3f}  f1 {:.3f}".format(*b_cubed(gold, made)))


if __name__ == "__main__":
    main()
