"""RSS and Atom files: one document an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import feedparser

from summitry.errors import InputError
from summitry.limits import Limits
from summitry.model import Interval
from summitry.reading.encoding import neutralise
from summitry.reading.pages import check_depth, fragment_text

__all__ = ["Entry", "read_feed"]

_DECLARATIONS = re.compile(rb"<!\s{0,9}(?:ENTITY|DOCTYPE[^>]{0,2000}\[)", re.I)
_WIDE_DECLARATIONS = re.compile(rb"<\0?!\0?(?:E\0?N\0?T\0?I\0?T\0?Y|D\0?O\0?C\0?T\0?Y\0?P\0?E)", re.I)
_ROOT = re.compile(rb"<\0?(?:[a-z\0]{1,40}:\0?)?(?:r\0?s\0?s|f\0?e\0?e\0?d|r\0?d\0?f)\b", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Args:
        number: its place, from 1.
        text: its words; the fullest of what the entry holds.
        title: its title.
        url: its link.
        guid: the id that the feed gives it.
        published: the day it was published.
        author: its author.
        publisher: the feed's title.
        raw: what its digest is taken of.
    """

    number: int
    text: str
    title: str
    url: str
    guid: str
    published: Interval | None
    author: str
    publisher: str
    raw: bytes


def read_feed(data: bytes, name: str, limits: Limits) -> Iterator[Entry]:
    """Yield the entries of a feed.

    Raises:
        InputError: the file declares XML entities (a bomb, or a reach for other files), or is no feed.
        LimitError: it is nested too deep.
    """
    if _DECLARATIONS.search(data) or _WIDE_DECLARATIONS.search(data[:4096]):
        raise InputError(name, "declares XML entities, which are never followed")
    check_depth(data, name, limits.html_depth, optional_ends=False)
    if not _ROOT.search(data[:20_000]):
        raise InputError(name, "is XML, but no RSS or Atom feed")
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        raise InputError(name, "is a feed without entries")
    publisher = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries[: limits.feed_items], start=1):
        yield _read_entry(number, entry, publisher, name, limits)


def _read_entry(number: int, entry: feedparser.FeedParserDict, publisher: str, name: str, limits: Limits) -> Entry:
    bodies = [str(content.get("value") or "") for content in entry.get("content", [])]
    bodies.append(str(entry.get("summary") or ""))
    markup = max(bodies, key=len)
    text = fragment_text(markup, f"{name}#{number}", limits) if "<" in markup or "&" in markup else markup
    title = _words(entry.get("title"))
    link = str(entry.get("link") or "")
    return Entry(
        number,
        neutralise(f"{title}\n\n{text.strip()}" if title and not text.startswith(title) else text.strip()).strip(),
        title,
        link if link.startswith(("http://", "https://")) else "",
        str(entry.get("id") or ""),
        _day(entry),
        _words(entry.get("author")),
        publisher,
        f"{title}\n{link}\n{markup}".encode("utf-8", "replace"),
    )


def _words(value: object) -> str:
    return " ".join(neutralise(str(value or "")).split())


def _day(entry: feedparser.FeedParserDict) -> Interval | None:
    stamp = entry.get("published_parsed") or entry.get("created_parsed")
    try:
        return Interval.day(date(stamp.tm_year, stamp.tm_mon, stamp.tm_mday), "metadata") if stamp else None
    except ValueError:
        return None
