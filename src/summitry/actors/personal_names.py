"""How people's names are shortened, turned round and spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.actors.folding import fold, is_unspaced

__all__ = ["family_first", "full_forms", "short_forms"]

_FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "VDR", "HKG", "MAC", "SGP"})
_GIVEN_LAST_SHORT = frozenset({"VNM", "VDR"})
_MIXED = frozenset({"HKG", "MAC", "SGP"})
"""Where `Lee Kuan Yew` stands beside `Donald Tsang`."""

_TURNED = frozenset({"JPN", "HUN"})
_INITIAL = re.compile(r"^[A-Z]\.?$|^[A-Z]\.[A-Z]\.?$")
_SPANISH = frozenset(
    """
    ESP MEX GTM SLV HND NIC CRI PAN CUB DOM COL VEN ECU PER BOL PRY URY ARG CHL PRI BRA PRT AGO MOZ
    """.split()
)
_PARTICLES = frozenset(
    """
    al el ul bin ben ibn abu abd de del della di da do dos das la le les van von der den ter ten zu af
    av ould san st
    """.split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "viii"})


def family_first(name: str, state: str) -> bool:
    """Tell whether a canonical name begins with the family name."""
    words = len(name.split())
    return words > 1 and state in _FAMILY_FIRST and (words > 2 or state not in _MIXED)


def full_forms(name: str, state: str) -> Iterator[str]:
    """Yield the ways to write a full name: turned round, without middle initials, with `al-` or without."""
    yield name
    words = name.split()
    if len(words) < 2:
        return
    if family_first(name, state):
        yield " ".join([*words[1:], words[0]])
        if len(words) == 3:
            yield f"{words[0]} {words[1]}{words[2]}"
    elif state in _TURNED and len(words) == 2:
        yield f"{words[1]} {words[0]}"
    bare = [word for word in words if not _INITIAL.match(word)]
    if 2 <= len(bare) < len(words):
        yield " ".join(bare)
    yield from _article_forms(name)


def _article_forms(name: str) -> Iterator[str]:
    for article in ("al-", "el-", "Al-", "El-"):
        if article in name:
            other = "el-" if article.lower() == "al-" else "al-"
            yield name.replace(article, other)
            yield name.replace(article, "")


def short_forms(name: str, state: str) -> Iterator[str]:
    """Yield the folded short names that a text may use after, or instead of, the full one.

    The family name, with its particles or without; for Vietnamese names also the given name.

    >>> sorted(short_forms("Truong Tan Sang", "VNM")), sorted(short_forms("Charles de Gaulle", "FRA"))
    (['sang', 'truong'], ['de gaulle', 'gaulle'])
    """
    if is_unspaced(name):
        return
    words = [folded for word in name.replace(",", " ").split() if (folded := fold(word)) and folded not in _SUFFIXES]
    if not words:
        return
    if len(words) > 1 and state in _FAMILY_FIRST and (len(words) > 2 or state not in _MIXED):
        yield words[0]
        if state in _GIVEN_LAST_SHORT:
            yield words[-1]
        if state not in _MIXED:
            return
    yield words[-1]
    if " " in words[-1]:
        yield words[-1].rpartition(" ")[2]
    begin = len(words) - 1
    while begin > 1 and words[begin - 1] in _PARTICLES:
        begin -= 1
        yield " ".join(words[begin:])
    if state in _SPANISH and len(words) > 2 and begin == len(words) - 1:
        yield " ".join(words[-2:])
