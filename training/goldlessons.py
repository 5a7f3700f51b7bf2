"""Lessons from annotated texts in the gold's format."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lessons import Lesson, Taught, words_of

from summitry.annotation import Annotation, load_annotator
from summitry.coding.events import EventBuilder
from summitry.coding.judge.tokens import Span
from summitry.coding.proposing import Person, people_in
from summitry.language import Span as Words
from summitry.model import Document
from summitry.reading import find_sources, read_source

__all__ = ["documents_of", "fold", "lessons_of_gold"]


def lessons_of_gold(paths: Sequence[Path]) -> list[Lesson]:
    """Return a lesson for each sentence; the word that tells an act is the head of its evidence."""
    annotator = load_annotator()
    lessons: list[Lesson] = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        wanted = {row["id"]: row for row in rows if row["events"] is not None}
        documents = [d for d in documents_of(path) if d.id in wanted]
        for annotation in annotator.annotate(documents):
            builder = EventBuilder(annotation, annotator.registry)
            lessons += _lessons(annotation, builder, wanted[annotation.document.id])
    return lessons


def documents_of(path: Path) -> Iterator[Document]:
    """Yield the documents of a file as the command line reads them."""
    for source in find_sources([str(path)]):
        yield from (found for found in read_source(source) if isinstance(found, Document))


def _lessons(annotation: Annotation, builder: EventBuilder, row: Mapping[str, Any]) -> Iterator[Lesson]:
    for sentence in annotation.doc.sents:
        low = sentence.start_char
        words, people = tuple(words_of(sentence, low)), people_in(sentence, builder.index)
        told = ((event, _teller(sentence, event["evidence"], row["text"])) for event in row["events"])
        acts = [
            Taught(
                words.index(at), event["type"], event["mode"], event["status"],
                _who(event["actors"], people), _who(event["recipients"], people),
            )
            for event, at in told
            if at in words
        ]  # fmt: skip
        if words:
            yield Lesson(sentence.text, words, tuple(acts), tuple(span for _, span in people), (), row["id"])


def _teller(sentence: Words, evidence: str, text: str) -> Span | None:
    """Return the head of the evidence of an act, as characters of the sentence where it begins."""
    start = text.find(evidence)
    end = start + len(evidence)
    if start < 0 or not sentence.start_char <= start < sentence.end_char:
        return None
    words = sentence.doc.char_span(start, min(end, sentence.end_char), alignment_mode="expand")
    if words is None:
        return None
    return words.root.idx - sentence.start_char, words.root.idx - sentence.start_char + len(words.root)


def _who(actors: Iterable[Mapping[str, Any]], people: Sequence[Person]) -> tuple[Span, ...]:
    """Return where a sentence names an event's actors: by name, else a state's by its code."""
    found: list[Span] = []
    for actor in actors:
        by_name = [span for mention, span in people if fold(mention.name) == fold(actor["name"])]
        by_state = [span for mention, span in people if actor["state"] and mention.state == actor["state"]]
        found += [span for span in (by_name or by_state)[:1] if span not in found]
    return tuple(found)


def fold(name: str) -> str:
    """Return a name as names are compared: no case, accents or marks."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^\w]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).casefold()).strip()
