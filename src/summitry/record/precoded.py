"""Documents that were coded elsewhere, entered as if they were coded here: their quotes are checked all the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from summitry.model import Address, CodedDocument, Document, text_digest
from summitry.record.identity import Reading
from summitry.record.ingest import Item
from summitry.record.summary import SkippedInput
from summitry.record.workers import Coded, CodingHere

__all__ = ["Precoded"]

_KEPT = 1_024
"""So many documents are kept until the record asks for them, some dozens after they were read."""

Key = tuple[str, Address]


@dataclass(slots=True)
class Precoded:
    """Coding that looks up what another program's coder made of a document.

    A document is coded here only where the record tells something else of it than the one who coded it knew: where
    another address, known before, gives the same text with another date or title.

    Args:
        name: name and version of the coder that made the events.
        fallback: codes what must be coded here.
    """

    name: str
    fallback: CodingHere
    _kept: OrderedDict[Key, CodedDocument] = field(default_factory=OrderedDict)

    def items(self, coded: Iterable[CodedDocument | SkippedInput]) -> Iterator[Item]:
        """Yield documents as they were read, and keep what was made of them."""
        for each in coded:
            if isinstance(each, CodedDocument):
                self._keep(each)
                yield Reading(each.document.as_read())
            else:
                yield each

    def submit(self, documents: Sequence[Document]) -> Future[list[Coded]]:
        """Look documents up, and code at once those that are not found."""
        made = {document: self._made(document) for document in documents}
        missing = [document for document, found in made.items() if found is None]
        again = dict(zip(missing, self.fallback.submit(missing).result() if missing else (), strict=True))
        done: Future[list[Coded]] = Future()
        done.set_result([made[document] or again[document] for document in documents])
        return done

    @property
    def width(self) -> int:
        """How many batches may be under way beside the one being stored."""
        return 0

    def close(self) -> None:
        """Nothing to close."""

    def _keep(self, coded: CodedDocument) -> None:
        self._kept[_key(coded.document)] = coded
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _made(self, document: Document) -> CodedDocument | None:
        coded = self._kept.get(_key(document))
        if coded is None or replace(coded.document.as_read(), id=document.id) != document:
            return None
        return replace(coded, document=replace(coded.document, id=document.id))


def _key(document: Document) -> Key:
    return text_digest(document.text), document.address
