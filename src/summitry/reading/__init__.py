"""Bytes and addresses to clean Documents.

for source in find_sources(["news/", "more/*.jsonl", "-"]):
    for found in read_source(source):
        ...  # a Document, or a Skipped with its reason
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.reading.cleaning import clean_text
from summitry.reading.duplicates import Deduplicator, signature_of
from summitry.reading.identity import digest_of
from summitry.reading.jsonl import document_to_json
from summitry.reading.published import find_published
from summitry.reading.reader import read_source
from summitry.reading.sources import STANDARD_INPUT, Skipped, Source, count_sources, find_sources

if TYPE_CHECKING:
    from summitry.reading.pages import Page, read_html

__all__ = [
    "STANDARD_INPUT",
    "Deduplicator",
    "Page",
    "Skipped",
    "Source",
    "clean_text",
    "count_sources",
    "digest_of",
    "document_to_json",
    "find_published",
    "find_sources",
    "read_html",
    "read_source",
    "signature_of",
]


def __getattr__(name: str) -> object:
    """Import the reader of pages where it is asked for."""
    if name not in {"Page", "read_html"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.reading import pages

    return getattr(pages, name)
