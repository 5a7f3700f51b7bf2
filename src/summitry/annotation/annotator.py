"""The annotate stage: documents to parsed texts with actors, times and places resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import tee

from summitry.actors import Registry, load_registry, resolve_mentions
from summitry.annotation.datelines import blank_datelines
from summitry.annotation.dating import date_text
from summitry.annotation.known import load_known
from summitry.annotation.rereading import find_times_within
from summitry.dates import find_times
from summitry.language import Doc, Language, load_language
from summitry.model import Document, Mention, PlaceMention, TimeExpression
from summitry.places import Gazetteer, find_places, load_gazetteer

__all__ = ["Annotation", "Annotator", "load_annotator"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document with what its article names.

    Args:
        document: the document; where it came without a date of publication and its words tell one, with that.
        doc: its article parsed; `token.idx` are offsets in the document's text.
        mentions: actors named, resolved.
        times: time expressions, resolved against the publication date.
        places: places named.
    """

    document: Document
    doc: Doc
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]


class Annotator:
    """Runs the annotate stage over a stream of documents.

    Args:
        language: parser of the texts.
        registry: known actors with their offices.
        gazetteer: known places.
    """

    def __init__(self, language: Language, registry: Registry, gazetteer: Gazetteer) -> None:
        self._language = language
        self.registry = registry
        self._gazetteer = gazetteer

    def knowing(self, registry: Registry) -> Annotator:
        """Return an annotator with another registry, the models shared."""
        return Annotator(self._language, registry, self._gazetteer)

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """Yield one annotation for each document, in order.

        Raises:
            LimitError: a text is longer than the limits allow.
        """
        first, second = tee(documents)
        parsed = self._language.parse(blank_datelines(d.masked_text, self._is_place) for d in first)
        for document, doc in zip(second, parsed, strict=True):
            yield self._resolve(document, doc)

    def _is_place(self, name: str) -> bool:
        return self._gazetteer.find(name) is not None

    def _resolve(self, document: Document, doc: Doc) -> Annotation:
        times = find_times(document.text, document.published, spans=document.article)
        mentions = resolve_mentions(doc, document.published, self.registry, times)
        if document.published is None:
            dating = date_text(doc, mentions, times, self.registry, load_known())
            if dating is not None:
                document = replace(document, published=dating.published)
                times = find_times_within(document.text, dating.published, document.article, dating.pins)
                mentions = resolve_mentions(doc, dating.published, self.registry, times)
        places = find_places(doc, self._gazetteer)
        return Annotation(document, doc, mentions, times, places)


@cache
def load_annotator() -> Annotator:
    """Load the bundled language model, registry and gazetteer, once."""
    return Annotator(load_language(), load_registry(), load_gazetteer())
