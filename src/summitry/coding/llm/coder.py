"""The coder that asks a language model: its offers verified, merged and settled as our own readings are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from summitry.actors import Registry
from summitry.annotation import Annotation, Annotator
from summitry.coding.claims.page import Page
from summitry.coding.claims.reader import read_claims
from summitry.coding.frames import FrameSet
from summitry.coding.llm.answers import Answer, read_answer
from summitry.coding.llm.instructions import question_of
from summitry.coding.llm.pieces import Piece, pieces_of
from summitry.coding.llm.tally import RejectedError
from summitry.coding.llm.verifying import Verifier
from summitry.coding.merging import merge_events
from summitry.coding.settling import settled
from summitry.coding.statements import Statement
from summitry.errors import TooLongError
from summitry.model import CodedDocument, Document, Event, Interval

__all__ = ["Ask", "LlmCoder", "Note"]

Ask = Callable[[str], str]
"""Puts one question to the model and returns what it wrote."""


class Note(Protocol):
    """Hears what became of the events offered for a document."""

    def __call__(self, document: Document, kept: int, rejected: Sequence[RejectedError]) -> None:
        """Hear it."""
        ...


class LlmCoder:
    """Reads documents by asking a language model what happened in them, and keeps what their text bears out.

    Claims are read by our own code, as the bundled coder reads them.

    Args:
        annotator: finds actors, dates and places, which offers are held against.
        frames: for the reading of claims.
        ask: asks the model.
        note: is told what was kept and refused.
        name: name and version, under which a record keeps what this coder read.
    """

    def __init__(self, annotator: Annotator, frames: FrameSet, ask: Ask, note: Note, name: str) -> None:
        self._annotator = annotator
        self._frames = frames
        self._ask = ask
        self._note = note
        self._name = name

    @property
    def name(self) -> str:
        """Name and version: the model's name, never the key."""
        return self._name

    def knowing(self, registry: Registry, name: str) -> LlmCoder:
        """Return a coder that knows other actors, under a name of its own."""
        return LlmCoder(self._annotator.knowing(registry), self._frames, self._ask, self._note, name)

    def code(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
        """Yield each document with its events, in order.

        Raises:
            AnswerError: there is no usable answer for a document.
            EndpointError: there will be none for any.
        """
        for annotation in self._annotator.annotate(documents):
            yield self._code(annotation)

    def _code(self, annotation: Annotation) -> CodedDocument:
        verifier = Verifier(annotation, self._annotator.registry, self._name)
        statements: list[Statement] = []
        told: dict[int, Event] = {}
        rejected: list[RejectedError] = []
        for piece, (offers, malformed) in self._answers(annotation):
            rejected += malformed
            for offered in offers:
                try:
                    trigger, statement = verifier.check(offered, piece)
                except RejectedError as error:
                    rejected.append(error)
                else:
                    statements.append(statement)
                    told.setdefault(trigger, statement.event)
        self._note(annotation.document, len(statements), rejected)
        events = tuple(settled(event, self._annotator.registry) for event in merge_events(statements))
        claims = read_claims(Page(annotation, verifier.index, told, self._frames))
        return CodedDocument(annotation.document, events, self.name, claims)

    def _answers(self, annotation: Annotation) -> Iterator[tuple[Piece, Answer]]:
        for piece in pieces_of(annotation):
            yield from self._answers_for(piece, annotation.document.published)

    def _answers_for(self, piece: Piece, published: Interval | None) -> Iterator[tuple[Piece, Answer]]:
        """Yield the answer for a piece, or for its halves where the model cannot take it whole."""
        try:
            yield piece, read_answer(self._ask(question_of(piece, published)), self._name)
        except TooLongError:
            halves = piece.halves()
            if not halves:
                raise
            for half in halves:
                yield from self._answers_for(half, published)
