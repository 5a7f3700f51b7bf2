"""Names compared without case, accents and punctuation, with the way back to the stored text.

A folded text is the words of the text in lower case without accents, one blank between two of
them and one at either end, so that an alias is found by a plain search for ` alias `.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["FoldedText", "fold", "fold_text", "fold_variants", "is_unspaced", "slug"]

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ŋ": "ng"}
)
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb\u02bf\u02be`\u00b4\u2032\uff07]")
_JOINS = re.compile("[-\u2010\u2011\u2012\u2013'\u2018\u2019\u02bc\u02bb\u02bf\u02be`\u00b4\u2032.]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text and where its words stand in the stored text.

    Args:
        text: the folded words with one blank between and around them.
        starts: for each word, where it begins in the folded text, ascending.
        origins: for each word, its `(start, end)` in the stored text.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[tuple[int, int], ...]


def fold(text: str) -> str:
    """Return the folded words of a name, one blank between two of them.

    >>> fold("Élysée"), fold("Moon Jae-in"), fold("U.S.")
    ('elysee', 'moon jae in', 'u s')
    """
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text.lower()))
    return " ".join(filter(None, (_fold_word(match[0]) for match in _WORD.finditer(text))))


def fold_text(text: str) -> FoldedText:
    """Fold a whole text; lengths may change, words keep their order."""
    parts, starts, origins = [""], [], []
    position = 1
    for match in _WORD.finditer(text):
        word = match[0]
        folded = word.lower() if word.isascii() else _fold_word(word)
        if not folded:
            continue
        starts.append(position)
        origins.append(match.span())
        parts.append(folded)
        position += len(folded) + 1
    parts.append("")
    return FoldedText(" ".join(parts), tuple(starts), tuple(origins))


def fold_variants(alias: str) -> Iterator[str]:
    """Yield the folded forms under which an alias is searched.

    Hyphens, apostrophes and dots part words in one form and join them in the other; an acronym
    is also found with dots.
    """
    yield fold(alias)
    if _JOINS.search(alias):
        yield fold(_JOINS.sub("", alias))
        yield fold(_APOSTROPHES.sub("", alias))
    if len(alias) <= 6 and alias.isalpha() and alias.isupper() and alias.isascii() and len(alias) >= 2:
        yield " ".join(alias.lower())


def is_unspaced(text: str) -> bool:
    """True for scripts that put no blanks between words (Chinese, Japanese, and Korean with its particles)."""
    return bool(_UNSPACED.search(text))


@lru_cache(maxsize=32_768)
def slug(name: str) -> str:
    """Return the id of a name: folded words joined by hyphens.

    >>> slug("Kim Jong Un")
    'kim-jong-un'
    """
    return fold(name).replace(" ", "-") or "unnamed"


@lru_cache(maxsize=16_384)
def _fold_word(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    folded = unicodedata.normalize("NFKD", plain.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in folded if c.isalnum()))
