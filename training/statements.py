"""What the frames say of annotated texts, and which of it is right: the ground on which scores are calibrated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from goldlessons import documents_of, fold
from weighing import Row

from summitry.annotation import load_annotator
from summitry.coding.coder import Coder
from summitry.coding.events import EventBuilder
from summitry.coding.frames import load_frames
from summitry.coding.judge import Judge, Reading
from summitry.coding.proposing import Proposer, people_in
from summitry.coding.reviewing import Reviewer, chance_at, pair_of, signs_of
from summitry.coding.statements import Statement
from summitry.language import Span as Words
from summitry.model import Event

__all__ = ["signs_in"]


class _Recorder:
    """Stands in the reviewer's place, keeps what it is shown and what the judge would add."""

    def __init__(self, judge: Judge) -> None:
        self._proposer = Proposer(least=0)
        self._reviewer = Reviewer(judge)
        self.told: list[tuple[Words, Event, dict[str, float]]] = []
        self.proposed: list[tuple[Words, Event, dict[str, float]]] = []
        self.kept: dict[int, list[str]] = {}

    def read(self, sentence: Words) -> object:
        return self._reviewer.read(sentence)

    def review(
        self, sentence: Words, statements: Mapping[int, Statement], builder: EventBuilder
    ) -> dict[int, Statement]:
        people = people_in(sentence, builder.index)
        if not statements and not people:
            return {}
        read = self._reviewer.read(sentence)
        for trigger, statement in statements.items():
            verdict = read.judge(pair_of(sentence, statement.event))
            chance = chance_at(sentence.doc[trigger], statement.event.type, read, verdict)
            signs = signs_of(statement, verdict, chance)
            if not statement.heading:
                self.told.append((sentence, statement.event, signs))
        kept = self._reviewer.review(sentence, statements, builder)
        self.kept[sentence.start_char] = [statement.event.type for statement in kept.values()]
        if isinstance(read, Reading):
            for one in self._proposer.propose(sentence, read, people, builder, kept):
                self.proposed.append((sentence, one.statement.event, dict(one.signs)))
        return kept


def signs_in(path: Path, judge: Judge) -> tuple[list[Row], list[Row]]:
    """Return the signs of what the frames say of the documents of a file like the gold, and of what a judge adds.

    What a judge adds depends on which statements of the frames hold by the weights that are bundled now. It is right
    where the sentence tells an act of its category that none of these tells.
    """
    told: list[Row] = []
    proposed: list[Row] = []
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for document in documents_of(path):
        if rows[document.id]["events"] is not None:
            recorder = _Recorder(judge)
            list(Coder(load_annotator(), load_frames(), recorder).code([document]))  # type: ignore[arg-type]
            row = rows[document.id]
            told += [(document.id, bool(_acts(event, words, row)), signs) for words, event, signs in recorder.told]
            for words, event, signs in recorder.proposed:
                left = len(_acts(event, words, row)) - recorder.kept[words.start_char].count(event.type)
                proposed.append((document.id, left > 0, signs))
    return told, proposed


def _acts(event: Event, sentence: Words, row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the acts of an event's category that an annotated sentence tells of somebody in it."""
    acts = (gold for gold in row["events"] if gold["type"] == event.type)
    return [gold for gold in acts if _same_place(gold, sentence, row["text"]) and _share(event, gold)]


def _same_place(gold: Mapping[str, Any], sentence: Words, text: str) -> bool:
    start = text.find(gold["evidence"])
    return start >= 0 and sentence.start_char < start + len(gold["evidence"]) and start < sentence.end_char


def _share(event: Event, gold: Mapping[str, Any]) -> bool:
    people = [*gold["actors"], *gold["recipients"]]
    names, states = {fold(p["name"]) for p in people}, {p["state"] for p in people} - {""}
    return any(fold(p.name) in names or p.state in states for p in event.participants)
