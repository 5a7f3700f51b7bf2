"""Between the values of `summitry.model` and the columns of the record."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from summitry.errors import DamagedRecordError
from summitry.model import Document, Interval, Precision, Span

__all__ = [
    "Metadata",
    "article_json",
    "interval_columns",
    "metadata_columns",
    "metadata_of",
    "read_article",
    "read_interval",
    "read_list",
    "read_metadata",
]

_PRECISIONS = frozenset(get_args(Precision))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one address tells about a document beside its text."""

    title: str
    article: tuple[Span, ...]
    published: Interval | None
    publisher: str
    author: str
    language: str
    input_digest: str


def metadata_of(document: Document) -> Metadata:
    """Return what an address tells about a document beside its text."""
    return Metadata(
        document.title,
        document.article,
        document.published,
        document.publisher,
        document.author,
        document.language,
        document.digest,
    )


def metadata_columns(metadata: Metadata) -> dict[str, object]:
    """Return the columns that `documents` and `addresses` share."""
    return {
        "title": metadata.title,
        "article": article_json(metadata.article),
        **interval_columns("published", metadata.published),
        "publisher": metadata.publisher,
        "author": metadata.author,
        "language_code": metadata.language,
        "input_digest": metadata.input_digest,
    }


def read_metadata(row: sqlite3.Row) -> Metadata:
    """Return the metadata of a row of `documents` or `addresses`."""
    return Metadata(
        title=row["title"],
        article=read_article(row["article"]),
        published=read_interval("published", row),
        publisher=row["publisher"],
        author=row["author"],
        language=row["language_code"],
        input_digest=row["input_digest"],
    )


def interval_columns(prefix: str, interval: Interval | None) -> dict[str, object]:
    """Return an interval as the five columns `PREFIX_start` to `PREFIX_anchor`."""
    known = interval or Interval(None, None, "none")
    return {
        f"{prefix}_start": known.first.isoformat() if known.first else None,
        f"{prefix}_end": known.last.isoformat() if known.last else None,
        f"{prefix}_precision": known.precision,
        f"{prefix}_rule": known.rule,
        f"{prefix}_anchor": known.anchor,
    }


def read_interval(prefix: str, row: sqlite3.Row) -> Interval | None:
    """Return the interval in the five columns `PREFIX_…`, `None` where nothing told one.

    Raises:
        DamagedRecordError: the columns hold no interval.
    """
    precision = row[f"{prefix}_precision"]
    first, last = row[f"{prefix}_start"], row[f"{prefix}_end"]
    if precision not in _PRECISIONS:
        raise DamagedRecordError(f"the record holds a date of unknown precision {precision!r}")
    if precision == "none" and first is None and last is None and not row[f"{prefix}_rule"]:
        return None
    try:
        return Interval(_day(first), _day(last), precision, row[f"{prefix}_rule"], row[f"{prefix}_anchor"])
    except ValueError as error:
        raise DamagedRecordError(f"the record holds an impossible date: {error}") from error


def read_list(text: str) -> list[Any]:
    """Return a list kept as JSON; most are empty, and reading rows is mostly reading these."""
    return [] if text == "[]" else json.loads(text)


def article_json(article: tuple[Span, ...]) -> str:
    """Return spans as a JSON list of pairs."""
    return json.dumps(article, separators=(",", ":"))


def read_article(text: str) -> tuple[Span, ...]:
    """Return spans from a JSON list of pairs."""
    return tuple((start, end) for start, end in json.loads(text))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
