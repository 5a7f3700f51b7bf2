"""Where the blocks of a text begin: paragraphs, headlines, list items, table rows.

A sentence never runs over the border of a block. Whether a single line break is such a border
depends on whether the text was wrapped by hand: a break is soft where the next line's first
word would not have fitted on the line, or where the next line goes on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["block_starts"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-–—*•·▪●◦‣►>+]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)])\s")
_GAP = re.compile(r"\s{20,}")

_WRAP_WIDTHS = range(40, 121)
"""Line lengths, in characters, at which people and programs wrap text."""

_WRAP_SLACK = 8
"""How many characters a wrapped line may fall short of the widest line beside the next word."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    after_blank: bool


def block_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which a new block begins, ascending.

    Args:
        text: any text; furniture may be blanked out by spaces.

    >>> block_starts("Leaders meet\\n\\nThe two met on\\nMonday.")
    (0, 14)
    """
    starts: list[int] = []
    lines = tuple(_lines(text))
    widest = _paragraph_widths(lines)
    for index, line in enumerate(lines):
        if index == 0 or line.after_blank or not _continues(lines[index - 1].text, line.text, widest[index]):
            starts.append(line.start)
        starts.extend(_starts_after_gaps(line))
    return tuple(starts)


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        breaks = text.count("\n", before, start) or text.count("\r", before, start) or 1
        yield _Line(start, stripped, after_blank=breaks > 1)
        before = start + len(stripped)


def _paragraph_widths(lines: tuple[_Line, ...]) -> list[int]:
    """Give each line the length of the longest line of its paragraph."""
    widths = [0] * len(lines)
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].after_blank:
            widths[first:index] = [max(len(line.text) for line in lines[first:index])] * (index - first)
            first = index
    return widths


def _continues(line: str, following: str, width: int) -> bool:
    """Tell whether `following` goes on with the sentence of `line`, both stripped."""
    if _BULLET.match(following):
        return False
    if following[0].islower() and not line.endswith((".", "!", "?", ":")):
        return True
    first_word = len(following.split(maxsplit=1)[0])
    return width in _WRAP_WIDTHS and len(line) + 1 + first_word > width - _WRAP_SLACK


def _starts_after_gaps(line: _Line) -> Iterator[int]:
    """Find blocks set side by side, or parted by furniture that was blanked out."""
    for gap in _GAP.finditer(line.text):
        if not line.text[gap.end()].islower():
            yield line.start + gap.end()
