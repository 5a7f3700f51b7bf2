"""Inputs to readings: the reading stage as the record sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summitry.limits import Limits
from summitry.model import Document, Interval
from summitry.reading import Skipped, Source, find_sources, read_source
from summitry.record.identity import Reading
from summitry.record.ingest import Item, SourceDone
from summitry.record.runs import storable
from summitry.record.summary import SkippedInput

__all__ = ["FoundItems", "read_items"]


@dataclass(frozen=True, slots=True)
class FoundItems:
    """What is to be read.

    Args:
        items: documents and skipped inputs in order, read as they are asked for.
        total: how many sources there are.
    """

    items: Iterator[Item]
    total: int


def read_items(paths: Sequence[str], limits: Limits, published: Interval | None, publisher: str) -> FoundItems:
    """Find the inputs and prepare to read them."""
    sources = list(find_sources(paths))
    return FoundItems(_items(sources, limits, published, publisher), len(sources))


def _items(sources: list[Source], limits: Limits, published: Interval | None, publisher: str) -> Iterator[Item]:
    for source in sources:
        for found in read_source(source, limits, published, publisher):
            if isinstance(found, Skipped):
                yield SkippedInput(found.source, found.code, found.reason)
            else:
                yield Reading(_storable(found), published is not None, bool(publisher))
        yield SourceDone()


def _storable(document: Document) -> Document:
    """Return a document whose address UTF-8 can hold: a file's name may carry stray bytes, as half surrogates."""
    address = document.address
    source = storable(address.source)
    return document if source == address.source else replace(document, address=replace(address, source=source))
