"""The code stage: annotated documents to events, by trigger frames over dependency parses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from summitry.actors import Registry
from summitry.annotation import Annotation, Annotator, load_annotator
from summitry.coding import syntax
from summitry.coding.at_meetings import at_meetings
from summitry.coding.claims.page import Page
from summitry.coding.claims.reader import read_claims
from summitry.coding.events import EventBuilder
from summitry.coding.frames import FrameSet, load_frames
from summitry.coding.merging import merge_events
from summitry.coding.reviewing import Reviewer
from summitry.coding.settling import settled
from summitry.coding.statements import Statement, state
from summitry.coding.version import CODER
from summitry.language import Span, Token
from summitry.model import CodedDocument, Document, Event

__all__ = ["Coder", "load_coder"]

MATERIAL = frozenset({"COERCE", "MOBILIZE", "RETREAT"})
"""Categories of acts that a participle may tell a second time."""


class Coder:
    """Reads documents and states what happened in them.

    Args:
        annotator: the stage before.
        frames: trigger frames.
        reviewer: reads each sentence a second time; `None` to take what the frames say of it as it is.
        name: name and version, under which a record keeps what this coder read.
    """

    def __init__(
        self,
        annotator: Annotator,
        frames: FrameSet,
        reviewer: Reviewer | None = None,
        name: str = CODER,
    ) -> None:
        self._annotator = annotator
        self._frames = frames
        self._reviewer = reviewer
        self._name = name

    @property
    def name(self) -> str:
        """Name and version, under which a record keeps what this coder read."""
        return self._name

    def knowing(self, registry: Registry, name: str) -> Coder:
        """Return a coder that knows other actors, under a name of its own; the models are shared."""
        return Coder(self._annotator.knowing(registry), self._frames, self._reviewer, name)

    def code(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
        """Yield each document with its events, in order."""
        for annotation in self._annotator.annotate(documents):
            yield self.code_annotated(annotation)

    def code_annotated(self, annotation: Annotation) -> CodedDocument:
        """Return one annotated document with its events, statements of one happening merged, and its claims."""
        statements, page = self._read(annotation)
        registry = self._annotator.registry
        told = at_meetings([settled(event, registry) for event in merge_events(statements)])
        events = tuple(settled(event, registry) for event in told)
        return CodedDocument(annotation.document, events, self.name, read_claims(page))

    def page_of(self, annotation: Annotation) -> Page:
        """Return one annotated document as the reading of claims sees it."""
        return self._read(annotation)[1]

    def _read(self, annotation: Annotation) -> tuple[list[Statement], Page]:
        builder = EventBuilder(annotation, self._annotator.registry, self._reviewer.read if self._reviewer else None)
        statements: list[Statement] = []
        told: dict[int, Event] = {}
        for sentence in annotation.doc.sents:
            if _is_link(sentence):
                continue
            consumed: set[int] = set()
            found: dict[int, Statement] = {}
            for token in sentence:
                if token.i in consumed:
                    continue
                statement = self._statement_at(token, builder, consumed)
                if statement is not None and not _elaborates(token, statement, found):
                    found = _without_retold(found, consumed, statement)
                    found[token.i] = statement
            if self._reviewer is not None:
                found = self._reviewer.review(sentence, found, builder)
            statements += found.values()
            told |= {trigger: statement.event for trigger, statement in found.items()}
        return statements, Page(annotation, builder.index, told, self._frames)

    def _statement_at(self, token: Token, builder: EventBuilder, consumed: set[int]) -> Statement | None:
        frame = self._frames.match(token, builder.index.is_actor)
        event = builder.build(frame, token) if frame is not None else builder.deny(token)
        if event is None:
            return None
        if frame is not None:
            consumed |= builder.words_told_by(frame, token)
        return state(event, token)


def _without_retold(found: dict[int, Statement], consumed: set[int], statement: Statement) -> dict[int, Statement]:
    """Return what is found so far without the nouns that a verb behind them tells: "*sanctions* were imposed"."""
    kind = statement.event.type
    return {i: told for i, told in found.items() if i not in consumed or told.event.type != kind}


def _is_link(sentence: Span) -> bool:
    """True for a line in brackets, by which pages name other texts: "[Earlier: Fiji recalls its envoy]"."""
    line = sentence.text.strip()
    return line.startswith("[") and line.endswith("]")


def _elaborates(trigger: Token, statement: Statement, found: dict[int, Statement]) -> bool:
    """True for a participle that says how its clause's act is done: "raised the alert, *ordering* ships to sea"."""
    told = found.get(trigger.head.i)
    if trigger.dep_ != "advcl" or trigger.tag_ != "VBG" or trigger.i < trigger.head.i or told is None:
        return False
    same = told.event.type == statement.event.type and told.event.mode == statement.event.mode
    same = same or (told.event.type == "ASSAULT" and statement.event.type == "MOBILIZE")
    return same and statement.event.type in MATERIAL and not syntax.has_subject(trigger)


@cache
def load_coder() -> Coder:
    """Load the bundled coder, once."""
    return Coder(load_annotator(), load_frames(), Reviewer.load())
