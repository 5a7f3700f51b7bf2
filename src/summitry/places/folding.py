"""One spelling for the many ways of writing a name, without moving any offset."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["fold_text", "look_up_key"]

_ACCENTED = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))
"""Latin letters with accents, Vietnamese ones included."""

_NOT_WORD = re.compile(r"[^\w]+")


@cache
def _one_to_one() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "D", ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("ı"): "i"}
    for block in _ACCENTED:
        for code in block:
            bare = "".join(c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c))
            if len(bare) == 1:
                table.setdefault(code, bare)
    table.update(dict.fromkeys(map(ord, "’‘ʼʻ`´"), "'"))
    table.update(dict.fromkeys(map(ord, "‐‑"), "-"))
    table.update(dict.fromkeys(map(ord, "\n\r\t\u00a0\u2009\u202f"), " "))
    return table


def fold_text(text: str) -> str:
    """Return the text without accents and with plain apostrophes, hyphens and spaces.

    Case is kept. Every character is replaced by exactly one, so offsets in the result are
    offsets in the text.

    >>> fold_text("Bogotá’s")
    "Bogota's"
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    return text.translate(_one_to_one())


def look_up_key(name: str) -> str:
    """Return the form under which a name is looked up: no case, accents, punctuation or leading article.

    >>> look_up_key("The Guantánamo Bay")
    'guantanamo bay'
    """
    bare = name
    if not name.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    key = _NOT_WORD.sub(" ", fold_text(bare.replace("'", "").replace("’", "")).casefold()).strip()
    return key.removeprefix("the ") if key not in {"the hague"} else key
