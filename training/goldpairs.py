"""Pairs from annotated texts: who stands in which act in their sentences, and who in none."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

from corpus import Example

from summitry.annotation import Annotation, load_annotator
from summitry.coding.events import EventBuilder
from summitry.coding.judge.labels import NONE
from summitry.coding.judge.phrase import phrase_of
from summitry.language import Span as Words
from summitry.model import Document, Mention
from summitry.reading import find_sources, read_source

__all__ = ["IDLE", "Found", "documents_of", "fold", "pairs_of_gold", "people_in", "quiet_pairs"]

TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT"})
"""Categories in which several actors may act on each other."""
MOST_PAIRS = 14
"""A sentence full of names gives no more pairs than this, lest lists of names outweigh the rest."""


QUIET = 4
"""So many pairs of a sentence without an act are learnt from."""
IDLE = 0.7
"""Weight of a pair that does nothing to each other: annotators pass over some acts."""

Found = tuple[Mention, tuple[int, int]]
"""Somebody in a sentence, and where."""


def pairs_of_gold(paths: Sequence[Path]) -> list[Example]:
    """Return the pairs of every sentence: those in its acts, and some of those that do nothing to each other."""
    annotator = load_annotator()
    examples: list[Example] = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        wanted = {row["id"]: row for row in rows if row["events"] is not None}
        documents = [d for d in documents_of(path) if d.id in wanted]
        for annotation in annotator.annotate(documents):
            builder = EventBuilder(annotation, annotator.registry)
            examples += _pairs(annotation, builder, wanted[annotation.document.id])
    return examples


def documents_of(path: Path) -> Iterator[Document]:
    """Yield the documents of a file as the command line reads them."""
    for source in find_sources([str(path)]):
        yield from (found for found in read_source(source) if isinstance(found, Document))


def _pairs(annotation: Annotation, builder: EventBuilder, row: Mapping[str, Any]) -> Iterator[Example]:
    told: dict[int, list[Mapping[str, Any]]] = {}
    sentences = list(annotation.doc.sents)
    for event in row["events"]:
        start = row["text"].find(event["evidence"])
        for number, sentence in enumerate(sentences):
            if start >= 0 and sentence.start_char < start + len(event["evidence"]) and start < sentence.end_char:
                told.setdefault(number, []).append(event)
    for number, sentence in enumerate(sentences):
        found = people_in(sentence, builder)
        if number in told:
            yield from _sentence_pairs(sentence.text, told[number], found, row["id"])
        elif found:
            yield from quiet_pairs(sentence.text, found, row["id"])


def people_in(sentence: Words, builder: EventBuilder) -> list[Found]:
    """Return whom a sentence names, each once, with the characters of the whole phrase."""
    low = sentence.start_char
    mentions = [m for token in sentence for m in builder.index.at(token, places=True)]
    spans: dict[str, Found] = {}
    for mention in mentions:
        start, end = phrase_of(sentence, mention.start, mention.end)
        if sentence.start_char <= start and end <= sentence.end_char:
            spans.setdefault(mention.actor_id, (mention, (start - low, end - low)))
    return list(spans.values())


def quiet_pairs(text: str, found: Sequence[Found], name: str) -> Iterator[Example]:
    """Yield some pairs of a sentence that tells no act, drawn by its own words."""
    random = Random(text)
    pairs = [pair for pair in permutations(range(len(found)), 2) if not _same(found[pair[0]], found[pair[1]])]
    pairs = random.sample(pairs, min(QUIET, len(pairs)))
    for actor, recipient in pairs:
        yield Example(text, found[actor][1], found[recipient][1], {NONE: 1.0}, None, None, name, name, IDLE)
    for actor in random.sample(range(len(found)), min(QUIET // 2, len(found))):
        yield Example(text, found[actor][1], None, {NONE: 1.0}, None, None, name, name, IDLE)


def _sentence_pairs(
    text: str, events: Sequence[Mapping[str, Any]], found: Sequence[Found], name: str
) -> Iterator[Example]:
    acts: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for event in events:
        acting = _who(event["actors"], found)
        acted = _who(event["recipients"], found)
        pairs = [(a, r) for a in acting for r in acted if a != r]
        if event["type"] in TOGETHER:
            pairs += permutations(acting, 2)
        if not pairs:
            pairs = [(a, -1) for a in acting] if acting else [(-1, r) for r in acted]
        for pair in pairs:
            acts.setdefault(pair, []).append(event)
    touched = {at for pair in acts for at in pair}
    for pair, told in list(acts.items())[:MOST_PAIRS]:
        share = 1 / len(told)
        types: dict[str, float] = {}
        for event in told:
            types[event["type"]] = types.get(event["type"], 0.0) + share
        alike = len({event["type"] for event in told}) == 1
        yield Example(
            text,
            found[pair[0]][1] if pair[0] >= 0 else None,
            found[pair[1]][1] if pair[1] >= 0 else None,
            types,
            told[0]["mode"] if alike else None,
            told[0]["status"] if len({e["status"] for e in told}) == 1 else None,
            name,
            name,
        )
    idle = [
        pair
        for pair in permutations(range(len(found)), 2)
        if pair not in acts and touched.intersection(pair) and not _same(found[pair[0]], found[pair[1]])
    ]
    for pair in idle[: max(2, 2 * len(acts))]:
        mode = "reversed" if pair[::-1] in acts else "unrelated"
        if mode == "reversed" and any(e["type"] in TOGETHER for e in acts[pair[::-1]]):
            continue
        yield Example(text, found[pair[0]][1], found[pair[1]][1], {NONE: 1.0}, mode, None, name, name, IDLE)


def _same(first: Found, second: Found) -> bool:
    """True for a person and the person's own state, which often stand for each other, and for one span."""
    return bool(first[0].state and first[0].state == second[0].state) or (
        first[1][0] < second[1][1] and second[1][0] < first[1][1]
    )


def _who(actors: Iterable[Mapping[str, Any]], found: Sequence[Found]) -> list[int]:
    """Return which mentions are an event's actors: by name, else a state's by its code."""
    rows: list[int] = []
    for actor in actors:
        by_name = [at for at, (m, _) in enumerate(found) if fold(m.name) == fold(actor["name"])]
        by_state = [at for at, (m, _) in enumerate(found) if actor["state"] and m.state == actor["state"]]
        rows += [at for at in (by_name or by_state)[:1] if at not in rows]
    return rows


def fold(name: str) -> str:
    """Return a name as names are compared: no case, accents or marks."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^\w]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).casefold()).strip()
