"""Web pages to text, title, author and date: trafilatura's reading, with guards before and repairs after."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.metadata import extract_metadata

from summitry.errors import InputError, LimitError
from summitry.limits import Limits
from summitry.model import Interval
from summitry.reading.chunks import list_paragraphs, restore_chunks
from summitry.reading.markup import BLOCK
from summitry.reading.published import from_address, parse_stamp
from summitry.reading.unpacking import megabytes

__all__ = ["Page", "check_depth", "fragment_text", "read_html"]

for _name in ("htmldate", "trafilatura"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})|<!--")
_RAW = re.compile(rb"script|style|textarea|title|template|noscript", re.I)
_NEVER_NESTED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option".split()
)
_LAST_DAY = "2100-01-01"
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "DC.date",
    "dc.date",
    "DC.date.issued",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
"""Names of meta fields that hold the day of publication, the surest first."""
_DATE_PATHS = (
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//time[contains(@class,'published') or contains(@class,'entry-date')]/@datetime",
    "//*[@itemprop='datePublished']/@content",
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says.

    Args:
        text: the article's text, one paragraph a line.
        title: headline, `""` where none is told.
        author: byline.
        publisher: name of the site.
        published: date that the page's own fields, its address or its head tell, with the rule.
        url: the address that the page gives itself.
        language: ISO 639-1 code that it declares.
    """

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: Interval | None = None
    url: str = ""
    language: str = ""


def read_html(data: bytes, url: str = "", limits: Limits | None = None, name: str = "page") -> Page:
    """Take the article out of a web page. Nothing is fetched.

    Args:
        data: the page as served.
        url: where it came from, `""` where unknown.
        limits: `html_bytes` and `html_depth` are what is held.
        name: how messages name the page.

    Raises:
        LimitError: it is too large or nested too deep.
        InputError: it is no page, or holds no article.
    """
    limits = limits or Limits()
    if len(data) > limits.html_bytes:
        raise LimitError(name, f"is a page of more than {megabytes(limits.html_bytes)}")
    check_depth(data, name, limits.html_depth)
    tree = _parse(data, name)
    fields = _fields(tree, url)
    language, address = _language(tree), _own_address(tree)
    published = _published(tree, url or address)
    paragraphs = list_paragraphs(tree)
    extracted = bare_extraction(tree, url=url or None, include_comments=False, with_metadata=False)
    text = (getattr(extracted, "text", None) or "") if extracted is not None else ""
    if not text.strip():
        raise InputError(name, "holds no article text")
    text = restore_chunks(text, paragraphs)
    return Page(text, *fields, published=published, url=url or address, language=language)


def check_depth(data: bytes, name: str, deepest: int, optional_ends: bool = True) -> None:
    """Refuse markup nested deeper than `deepest`, before any parser sees it; one pass, no recursion.

    Args:
        data: the markup.
        name: how messages name it.
        deepest: most elements inside one another.
        optional_ends: elements that HTML closes by itself (`<p>`, `<li>`) do not count.

    Raises:
        LimitError: it is nested deeper.
    """
    depth, place = 0, 0
    while match := _TAG.search(data, place):
        place = match.end()
        tag = match[2]
        if tag is None:
            place = _after(data, b"-->", place)
            continue
        if optional_ends and tag.lower() in _NEVER_NESTED:
            continue
        if match[1]:
            depth = max(depth - 1, 0)
            continue
        closing = _after(data, b">", place)
        if data[closing - 2 : closing - 1] != b"/" or optional_ends:
            depth += 1
        if depth > deepest:
            raise LimitError(name, f"is nested more than {deepest:,} elements deep")
        place = closing
        if optional_ends and _RAW.fullmatch(tag):
            place = _after(data, b"</" + tag, place) - len(tag) - 2 if tag.lower() in (b"script", b"style") else place


def _after(data: bytes, words: bytes, place: int) -> int:
    found = data.find(words, place)
    return found + len(words) if found >= 0 else len(data)


def _parse(data: bytes, name: str) -> HtmlElement:
    try:
        tree = load_html(data)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise InputError(name, "is no HTML that can be read") from error
    if tree is None:
        raise InputError(name, "is no HTML that can be read")
    return tree


def _fields(tree: HtmlElement, url: str) -> tuple[str, str, str]:
    """Return title, author and site name by trafilatura's metadata reading; dates are read by ourselves."""
    found = extract_metadata(tree, default_url=url or None, extensive=False)
    return (_line(found.title), _line(found.author), _line(found.sitename))


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


def _published(tree: HtmlElement, url: str) -> Interval | None:
    """Return the day that the page's fields tell, else its address, else what htmldate finds on the page.

    Fields give the time in UTC; where the address is one day off, it has the day at the place.
    """
    stamps = (parse_stamp(stamp, "metadata") for stamp in _stamps(tree))
    field = next((found for found in stamps if found), None)
    address = from_address(url)
    if field and address and _one_day_apart(field, address):
        return address
    return field or address or _seen_on_page(tree)


def _one_day_apart(one: Interval, other: Interval) -> bool:
    if not (one.first and other.first and one.precision == other.precision == "day"):
        return False
    return abs((one.first - other.first).days) == 1


def _seen_on_page(tree: HtmlElement) -> Interval | None:
    """Ask htmldate, without its search of the whole text, which takes any date; no clock bounds it."""
    try:
        found = find_date(tree, extensive_search=False, original_date=True, max_date=_LAST_DAY)
    except (ValueError, TypeError, OverflowError):
        return None
    return parse_stamp(found, "page") if found else None


def _stamps(tree: HtmlElement) -> Iterator[str]:
    yield from _json_stamps(tree)
    fields: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        fields.setdefault(name, meta.get("content") or "")
    yield from (fields[name] for name in _DATE_NAMES if name in fields)
    for path in _DATE_PATHS:
        yield from map(str, tree.xpath(path))


def _json_stamps(tree: HtmlElement) -> Iterator[str]:
    """Yield `datePublished` of JSON-LD blocks."""
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(str(block))]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                stamp = node.get("datePublished")
                if isinstance(stamp, str):
                    yield stamp
                waiting.extend(value for key, value in node.items() if key == "@graph")


def _own_address(tree: HtmlElement) -> str:
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(url) for url in found if re.match(r"https?://", str(url))), "")


def _language(tree: HtmlElement) -> str:
    found = tree.xpath("/html/@lang")
    code = str(found[0])[:2].lower() if found else ""
    return code if code.isalpha() and code.isascii() and len(code) == 2 else ""


_SILENT = frozenset({"form", "iframe", "noscript", "script", "select", "style", "textarea"})


def fragment_text(markup: str, name: str, limits: Limits) -> str:
    """Return the words of a piece of HTML such as a feed entry, a block a line.

    Raises:
        LimitError: it is nested too deep.
    """
    data = markup.encode("utf-8", "replace")
    check_depth(data, name, limits.html_depth)
    try:
        tree = etree.fromstring(b"<div>" + data + b"</div>", etree.HTMLParser(encoding="utf-8", no_network=True))
    except etree.LxmlError:
        return ""
    if tree is None:
        return ""
    parts: list[str] = []
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment")):
        if event == "comment" or not isinstance(node.tag, str):
            parts.append(node.tail or "")
        elif event == "start":
            parts.append("\n" if node.tag in BLOCK else "")
            parts.append("" if node.tag in _SILENT else node.text or "")
        else:
            parts.append("\n" if node.tag in BLOCK else "")
            parts.append(node.tail or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
