"""The coder that asks a language model, with answers that a test writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from summitry.annotation import load_annotator
from summitry.coding.frames import load_frames
from summitry.coding.llm import Tally
from summitry.coding.llm.coder import LlmCoder
from summitry.model import CodedDocument, Document, Event, Interval

MEETING = (
    "Xi Jinping met Kim Jong Un in Pyongyang on 20 June 2019, Xinhua said. He praised his host. "
    "Three weeks later Japan protested against a missile test.\n"
)


@dataclass(frozen=True)
class Read:
    """What became of one document."""

    coded: CodedDocument
    tally: Tally

    @property
    def events(self) -> tuple[Event, ...]:
        return self.coded.events


ReadWith = Callable[..., Read]


@pytest.fixture(scope="session")
def read_with() -> ReadWith:
    """Return a function that codes a text with the events that a model offers for it."""

    def read(*offers: object, text: str = MEETING, published: str = "2019-08-01") -> Read:
        tally = Tally()
        day = Interval.parse(published) if published else None
        document = Document("d", text, ((0, len(text)),), published=day)
        answer = json.dumps({"events": offers})
        coder = LlmCoder(load_annotator(), load_frames(), lambda _: answer, tally.note, "summitry llm-1 tiny")
        return Read(next(coder.code([document])), tally)

    return read
