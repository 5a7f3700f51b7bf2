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
from summitry.coding.events import EventBuilder
from summitry.coding.frames import load_frames
from summitry.coding.judge import Judge, Judgement
from summitry.coding.proposing import Proposer, proposal_signs
from summitry.coding.reviewing import Reviewer, pair_of, signs_of
from summitry.coding.statements import Statement
from summitry.language import Span as Words
from summitry.model import Event

__all__ = ["Told", "proposals_of", "signs_by", "statements_of"]


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


class _Noting:
    """Stands in the proposer's place, lets it state whatever it finds, and keeps it."""

    def __init__(self, judge: Judge) -> None:
        self._proposer = Proposer(judge, least=0, weights={"judge: this category": 1.0})
        self.shown: list[tuple[Words, Statement]] = []

    def propose(self, sentence: Words, builder: EventBuilder) -> dict[int, Statement]:
        found = self._proposer.propose(sentence, builder)
        self.shown += [(sentence, statement) for statement in found.values()]
        return {}


def proposals_of(path: Path, judge: Judge) -> list[Row]:
    """Return the signs of what a judge states where the frames know nothing, in the documents of a file."""
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    found: list[Row] = []
    for document in documents_of(path):
        noting = _Noting(judge)
        coder = Coder(load_annotator(), load_frames(), Reviewer(judge), proposer=noting)  # type: ignore[arg-type]
        list(coder.code([document]))
        for words, told in noting.shown:
            right = told.event.type in _types(told.event, words, rows[document.id])
            found.append((document.id, right, proposal_signs(told.event.score)))
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
