"""A text as units: lines, with lines that a fixed width has wrapped put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Unit", "normal_words", "split_units"]

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_NUMBER = re.compile(r"\d[\d.,]*[kKmM]?")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TERMINAL = re.compile(r"[.!?…。！？][)\]\"'”’»*_]{0,4}(?:\s?\[\d{1,3}\]){0,4}(?:\s?\([^()]{1,80}\)){0,6}$")
_LINE = re.compile(r"[^\n\u2028\u2029]+")
_PROSE_WORDS = 8
_LONG_WORDS = 22
_WRAP_FROM, _WRAP_TO = 50, 120
_FULL_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or a wrapped paragraph.

    Args:
        start: offset of its first character that is no blank, in code points.
        end: offset after its last.
        text: the characters between.
        words: its words, lower case, numbers as `#`.
        gap: how many blank lines stand before it.
        terminal: it ends as a sentence ends.
        size: its length in words; two characters of Chinese, Japanese or Korean count as one word.
        prose: it reads as one or more whole sentences of some length.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    gap: int
    terminal: bool
    size: int
    prose: bool


def normal_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, each number as `#`.

    >>> normal_words("Comments (1,188)")
    ('comments', '#')
    """
    found = _WORD.findall(text.lower().replace("’", "'"))
    return tuple(["#" if word[0].isdigit() and _NUMBER.fullmatch(word) else word for word in found])


def split_units(text: str) -> list[Unit]:
    """Split a text into its lines, blank ones left out, wrapped ones joined."""
    return [_unit(text, start, end, gap) for start, end, gap in _join_wrapped(text, _lines(text))]


def _unit(text: str, start: int, end: int, gap: int) -> Unit:
    line = text[start:end]
    words = normal_words(line)
    size = len(words) if line.isascii() else len(words) + len(_EAST_ASIAN.findall(line)) // 2
    terminal = _TERMINAL.search(line[-400:]) is not None
    prose = (terminal and size >= _PROSE_WORDS) or (size >= _LONG_WORDS and ("." in line or "。" in line))
    return Unit(start, end, line, words, gap, terminal, size, prose)


def _lines(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, blank lines before) of each line that holds more than blanks."""
    lines: list[tuple[int, int, int]] = []
    before = 0
    for match in _LINE.finditer(text):
        line = match[0]
        body = line.strip()
        if not body:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        gap = max(text.count("\n", before, start) - 1, 0) if lines else 0
        lines.append((start, start + len(body), gap))
        before = start + len(body)
    return lines


def _join_wrapped(text: str, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    full = _full_width(lines)
    joined: list[tuple[int, int, int]] = []
    last_length = 0
    for start, end, gap in lines:
        if joined and gap == 0 and _continues(text, joined[-1][1], last_length, start, full):
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, gap))
        last_length = end - start
    return joined


def _full_width(lines: list[tuple[int, int, int]]) -> int:
    """Return the length from which a line counts as full in a text set to a fixed width, else 0."""
    lengths = [end - start for start, end, _ in lines]
    widest = max(lengths, default=0)
    full = int(widest * _FULL_SHARE)
    if len(lengths) < 4 or not _WRAP_FROM <= widest <= _WRAP_TO:
        return 0
    return full if sum(length >= full for length in lengths) >= len(lengths) / 2 else 0


def _continues(text: str, before: int, length: int, start: int, full: int) -> bool:
    """True where a line goes on from the one before: that was full and broke off, this begins small."""
    if not _WRAP_FROM <= length <= _WRAP_TO or text[before - 1] in '.!?:;”"':
        return False
    return text[start].islower() or text[before - 1] in ",-" or 0 < full <= length
