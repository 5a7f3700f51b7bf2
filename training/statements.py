"""What the frames say of annotated texts, and which of it is right: the ground on which scores are calibrated."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldpairs import documents_of, fold
from weighing import Row

from summitry.annotation import load_annotator
from summitry.coding.coder import Coder
from summitry.coding.frames import load_frames
from summitry.coding.judge import Judge, Judgement
from summitry.coding.reviewing import pair_of, signs_of
from summitry.coding.statements import Statement
from summitry.language import Span as Words
from summitry.model import Event

__all__ = ["Told", "signs_by", "statements_of"]


@dataclass(frozen=True, slots=True)
class Told:
    """One statement of an annotated document.

    Args:
        document: its id.
        sentence: its words.
        statement: before any second reading.
        types: categories of the gold events in its place that share a participant with it.
    """

    document: str
    sentence: Words
    statement: Statement
    types: frozenset[str]

    @property
    def right(self) -> bool:
        """True where a gold event can be matched to it, as `gold/score.py` matches."""
        return self.statement.event.type in self.types


class _Recorder:
    """Stands in the reviewer's place and keeps what it is shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[Words, Statement]] = []

    def review(self, sentence: Words, statements: Mapping[int, Statement]) -> dict[int, Statement]:
        self.shown += [(sentence, statement) for statement in statements.values()]
        return dict(statements)


def statements_of(path: Path) -> list[Told]:
    """Return every statement that the frames find in the documents of a file in the format of the gold."""
    found: list[Told] = []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = {row["id"]: row for row in rows if row["events"] is not None}
    for document in documents_of(path):
        if document.id in gold:
            recorder = _Recorder()
            list(Coder(load_annotator(), load_frames(), recorder).code([document]))
            row = gold[document.id]
            for words, said in recorder.shown:
                found.append(Told(document.id, words, said, _types(said.event, words, row)))
    return found


def signs_by(judge: Judge, told: Sequence[Told]) -> list[Row]:
    """Return the signs of statements as a judge sees them."""
    return [(t.document, t.right, signs_of(t.statement, _verdict(judge, t))) for t in told]


def _verdict(judge: Judge, told: Told) -> Judgement:
    [verdict] = judge.judge(told.sentence.text, [pair_of(told.sentence, told.statement.event)])
    return verdict


def _types(event: Event, sentence: Words, row: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(
        gold["type"] for gold in row["events"] if _same_place(gold, sentence, row["text"]) and _share(event, gold)
    )


def _same_place(gold: Mapping[str, Any], sentence: Words, text: str) -> bool:
    start = text.find(gold["evidence"])
    return start >= 0 and sentence.start_char < start + len(gold["evidence"]) and start < sentence.end_char


def _share(event: Event, gold: Mapping[str, Any]) -> bool:
    people = [*gold["actors"], *gold["recipients"]]
    names, states = {fold(p["name"]) for p in people}, {p["state"] for p in people} - {""}
    return any(fold(p.name) in names or p.state in states for p in event.participants)
