"""Files that a visitor sends: their names are checked before anything is written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

__all__ = ["Upload", "safe_name"]

_LONGEST = 150
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
"""Names that Windows keeps for devices, whatever their ending."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file.

    Args:
        name: a name that `safe_name` passed.
        content: its bytes.
    """

    name: str
    content: bytes


def safe_name(name: str) -> str:
    """Return a file's name where it is nothing but a name, else `""`: no folders, drives, marks or hidden files.

    >>> safe_name("report.txt"), safe_name("../report.txt"), safe_name("C:report.txt")
    ('report.txt', '', '')
    """
    plain = unicodedata.normalize("NFC", name).strip()
    bad = any(unicodedata.category(character)[0] == "C" or character in '/\\:*?"<>|' for character in plain)
    hidden = plain.startswith((".", "-", "~")) or plain.endswith(".")
    if bad or hidden or not plain or len(plain.encode()) > _LONGEST or plain.split(".")[0].casefold() in _RESERVED:
        return ""
    return plain
