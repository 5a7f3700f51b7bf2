"""Names compared without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_NOT_WORD = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """Return a name in lower case, without accents, its words parted by one space.

    >>> fold("Nicolás  Maduro"), fold("Kim Jong-un") == fold("KIM JONG UN")
    ('nicolas maduro', True)
    """
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", "".join(letters).casefold()).strip()
