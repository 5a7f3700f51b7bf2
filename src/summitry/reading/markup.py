"""Tags, scripts and comments inside texts that should be plain (feed items kept raw): blanked, length kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["BLOCK", "blank_links", "blank_markup", "has_markup"]

_EVIDENCE = re.compile(
    r"</(?:p|div|script|style|a|span|li|ul|td|h[1-6]|b|i|em|strong|figure|blockquote)>|<br ?/?>", re.I
)
_OPENING = re.compile(r"<(?:(?P<comment>!--)|[/!?]?(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,20})(?=[\s/>]))")
BLOCK = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr iframe li main nav ol p pre script section style table tbody td th thead tr ul".split()
)
"""Elements that begin a line of their own."""
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
    """Yield start, end and replacement of each tag, from left to right, in one pass."""
    ends = _Finder(text)
    place = 0
    while match := _OPENING.search(text, place):
        name = (match["name"] or "").lower()
        end = _end_of(text, match, name, ends)
        if end < 0:
            place = match.end()
            continue
        yield match.start(), end, "\n" if name in BLOCK else ""
        place = end


class _Finder:
    """Finds the next of some words, remembering each find, so that many unclosed tags cost one search."""

    def __init__(self, text: str) -> None:
        self._text = text.lower()
        self._text = self._text if len(self._text) == len(text) else text
        self._found: dict[str, int] = {}

    def after(self, words: str, place: int) -> int:
        """Return the offset of the next `words` at or after `place`, -1 where there is none."""
        known = self._found.get(words)
        if known is None or 0 <= known < place:
            known = self._found[words] = self._text.find(words, place)
        return known


def _end_of(text: str, match: re.Match[str], name: str, ends: _Finder) -> int:
    if match["comment"]:
        closing = ends.after("-->", match.end())
        return closing + 3 if closing >= 0 else -1
    closing = ends.after(">", match.end())
    if not 0 <= closing - match.end() <= _LONGEST_TAG:
        return -1
    if name in _WITH_CONTENT and text[match.start() + 1] != "/" and text[closing - 1] != "/":
        after = ends.after(f"</{name}", closing)
        bracket = ends.after(">", after) if after >= 0 else -1
        return bracket + 1 if bracket >= 0 else closing + 1
    return closing + 1
