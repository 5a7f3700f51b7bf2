"""Tags, scripts and comments inside texts that should be plain (feed items kept raw): blanked, length kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["blank_links", "blank_markup", "has_markup"]

_EVIDENCE = re.compile(
    r"</(?:p|div|script|style|a|span|li|ul|td|h[1-6]|b|i|em|strong|figure|blockquote)>|<br ?/?>", re.I
)
_OPENING = re.compile(r"<(?:(?P<comment>!--)|[/!?]?(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,20})(?=[\s/>]))")
_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "iframe",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "script",
        "section",
        "style",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_WITH_CONTENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "textarea"})
_LONGEST_TAG = 20_000
_LINK_TARGET = re.compile(r"(?<=\])\((?:https?:|/|#|mailto:)[^()\s]{0,2000}\)|!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}\)")


def has_markup(text: str) -> bool:
    """True where a text holds HTML tags."""
    return "<" in text and _EVIDENCE.search(text) is not None


def blank_markup(text: str) -> str:
    """Blank out tags, comments and what scripts, styles and forms hold; a block tag becomes a line break.

    >>> blank_markup("<p>Xi met <b>Kim</b>.</p>")
    '\\n  Xi met    Kim    .\\n   '
    """
    parts, before = [], 0
    for start, end, mark in _tags(text):
        parts.append(text[before:start])
        parts.append(mark + " " * (end - start - len(mark)))
        before = end
    parts.append(text[before:])
    return "".join(parts)


def blank_links(text: str) -> str:
    """Blank out images and link targets of Markdown, keeping the link's words."""
    return _LINK_TARGET.sub(lambda match: " " * len(match[0]), text)


def _tags(text: str) -> Iterator[tuple[int, int, str]]:
    place = 0
    while match := _OPENING.search(text, place):
        name = (match["name"] or "").lower()
        end = _end_of(text, match, name)
        if end < 0:
            place = match.end()
            continue
        yield match.start(), end, "\n" if name in _BLOCK else ""
        place = end


def _end_of(text: str, match: re.Match[str], name: str) -> int:
    if match["comment"]:
        closing = text.find("-->", match.end())
        return closing + 3 if closing >= 0 else -1
    closing = text.find(">", match.end(), match.end() + _LONGEST_TAG)
    if closing < 0:
        return -1
    if name in _WITH_CONTENT and text[match.start() + 1] != "/" and text[closing - 1] != "/":
        after = re.compile(rf"</{name}\s{{0,9}}>", re.I).search(text, closing)
        return after.end() if after else closing + 1
    return closing + 1
