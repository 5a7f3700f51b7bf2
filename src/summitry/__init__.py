"""Reads articles and builds a sourced record of diplomacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from summitry.model import CodedDocument, Interval
    from summitry.record import Record

__all__ = ["__version__", "code", "open"]

__version__ = "0.1.0"


def open(path: str | Path) -> Record:
    """Open a record to read articles into and to ask, making it where there is none.

    Example:
        record = summitry.open("my.sqlite")
        record.read("articles/")
        record.events(between=("CHN", "PRK")).to_polars()

    Args:
        path: the record, one SQLite file.

    Raises:
        NotARecordError: the file is something else.
        NewerRecordError: a newer version of summitry wrote it.
        RecordError: it cannot be opened.
    """
    from summitry.record import open_record

    return open_record(path)


def code(text: str, published: str | date | Interval | None = None, title: str = "") -> CodedDocument:
    """Return what one text states: `.events`, each with the words that state it.

    Args:
        text: an article; captions, menus and comments around it are left out. Offsets refer to it as given.
        published: its publication date, which words such as "on Tuesday" are counted from: ISO
            text at day, month or year precision, or a date. Where it is not given, the text's own words are asked.
        title: its headline.

    Raises:
        UsageError: the date is none.
        InputError: there is no article in the text, or it is too long.
    """
    from summitry.coding import load_coder
    from summitry.limits import Limits
    from summitry.model import Address
    from summitry.reading.documents import build_document
    from summitry.record.given_dates import as_published

    document = build_document(
        text, Address("text"), text.encode("utf-8", "replace"), Limits(), title=title, published=as_published(published)
    )
    return next(load_coder().code([document]))
