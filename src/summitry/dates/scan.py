"""The trigger scan: a text to tokens, each with the class it has in the grammar of time.

One pass of one pattern, so the cost is linear in the text. Tokens that no rule speaks of get the
class `lexicon.OTHER`; a text without any trigger class is left at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summitry.dates.lexicon import OTHER, lexicon

__all__ = ["Tokens", "scan"]

_TOKEN = re.compile(
    r"""(?P<word>(?![AaPp]\.[Mm]\b|B\.C\b|A\.D\b)[^\W\d_]+(?:['’]clock\b)?)
    |(?P<abbr>\b[AaPp]\.[Mm]\.?|\bB\.C(?:\.E)?\.?|\bA\.D\.?)
    |(?P<isodate>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?\b)
    |(?P<slashdate>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b\d{4}/\d{1,2}/\d{1,2}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b)
    |(?P<clock>\b\d{1,2}:\d\d(?::\d\d)?)
    |(?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<decade>\b\d{3}0['’]?s\b|(?:\b|['’‘`])\d0s\b)
    |(?P<number>\d{1,3}(?:,\d{3}(?!\d))+|\d+(?:\.\d+)?)
    |(?P<poss>['’]s\b)
    |(?P<shortyear>['’‘`]\d\d\b)
    |(?P<para>\n[^\S\n]*\n\s*)
    |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
_DASHES = frozenset("-–‐‑−")
_MARKS = {".": "dot", ",": "comma", "/": "slash", "'": "apos", "’": "apos", "(": "open", ")": "close"}
_STOPS = frozenset("!?;")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens.

    Args:
        text: the text.
        starts: offset of each token's first character.
        ends: offset after its last character.
        words: each token in lower case.
        classes: one character a token: its class.
        values: what the token stands for (month number, count, TIMEX unit), by token.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str
    values: dict[int, int | float | str]

    def __len__(self) -> int:
        return len(self.starts)

    def surface(self, index: int) -> str:
        """Return the token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def tight(self, index: int) -> bool:
        """True where no space divides the token from the one before."""
        return index > 0 and self.ends[index - 1] == self.starts[index]


@cache
def _character(name: str) -> str:
    return lexicon().characters[name]


def scan(text: str) -> Tokens:
    """Cut a text into tokens and give each its class."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: list[str] = []
    values: dict[int, int | float | str] = {}
    known = lexicon().words
    for match in _TOKEN.finditer(text):
        token = match.group()
        kind = match.lastgroup
        index = len(starts)
        starts.append(match.start())
        ends.append(match.end())
        lower = token.lower()
        words.append(lower)
        if kind == "word":
            entry = known.get(lower)
            if entry is None or (lower in _CAPITALISED and not token[0].isupper()):
                classes.append(OTHER)
            else:
                classes.append(entry[0])
                values[index] = entry[1]
        else:
            classes.append(_classify(kind or "mark", token, match, values, index))
    return Tokens(text, starts, ends, words, "".join(classes), values)


_CAPITALISED = frozenset({"march", "may", "mar", "mon", "wed", "fri", "sat", "sun", "august", "fy", "roc", "et", "ce"})


def _classify(kind: str, token: str, match: re.Match[str], values: dict[int, int | float | str], index: int) -> str:
    if kind == "mark":
        return _mark(token, match)
    if kind == "number":
        return _number(token, values, index)
    if kind == "ordinal":
        number = int(token[:-2])
        values[index] = number
        return _character("ord") if 1 <= number <= 199 else OTHER
    if kind == "abbr":
        return _abbreviation(token, values, index)
    if kind == "decade":
        digits = "".join(character for character in token if character.isdigit())
        values[index] = int(digits)
    elif kind == "shortyear":
        values[index] = int(token[1:])
    return _character(kind)


def _mark(token: str, match: re.Match[str]) -> str:
    if token in _DASHES:
        text, start, end = match.string, match.start(), match.end()
        tight = start > 0 and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
        spaced_range = token == "–" and start > 1 and text[start - 2].isdigit()
        return _character("dash") if tight or spaced_range else OTHER
    if token in _STOPS:
        return _character("stop")
    name = _MARKS.get(token)
    return _character(name) if name else OTHER


def _number(token: str, values: dict[int, int | float | str], index: int) -> str:
    if len(token) > 12:
        return OTHER
    if not token.isdigit():
        values[index] = float(token.replace(",", ""))
        return _character("int")
    number = int(token)
    values[index] = number
    if len(token) == 4 and 1000 <= number <= 2199:
        return _character("year")
    if len(token) <= 2 and 1 <= number <= 31:
        return _character("int2")
    return _character("int")


def _abbreviation(token: str, values: dict[int, int | float | str], index: int) -> str:
    first = token[0].lower()
    name, value = {"a": ("meridiem", 0), "p": ("meridiem", 12), "b": ("bc", -1)}[first]
    if token[:3] == "A.D":
        name, value = "ad", 1
    values[index] = value
    return _character(name)
