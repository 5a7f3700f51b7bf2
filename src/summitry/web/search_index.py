"""An index that a page opened from a folder can search: small scripts, since such a page may load but not fetch.

`root.js` tells where each shard of words begins and which entries are of which section; `words-N.js` holds words with
the numbers of the entries that have them, as steps from one to the next; `entries-N.js` what is shown of them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Entry", "Section", "words_of", "write_index"]

_SHARD = 40_000
"""Bytes of a shard of words, unless one word alone takes more: a search loads one or two for each of its words."""
_EACH = 32
"""Entries a shard."""
_MOST = 20_000
"""Entries kept of a word; a 0 ends the list of one that has more."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be found.

    Args:
        file: its file, relative to the site.
        title: what it is called.
        line: what is told of it beneath.
        text: what it is found by, besides its title.
    """

    file: str
    title: str
    line: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one sort, in the order in which they are shown.

    Args:
        one, many: what they are called.
        entries: the pages, read once.
    """

    one: str
    many: str
    entries: Iterable[Entry]


def words_of(text: str) -> list[str]:
    """Return the words of a text, as `find.js` takes them from what is typed: no case, no accents, no signs.

    >>> words_of("Nicolás Maduro’s 2nd visit")
    ['nicolas', 'maduro', 's', '2nd', 'visit']
    """
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    return _WORD.findall("".join(letters).lower())


def write_index(folder: Path, sections: Iterable[Section]) -> int:
    """Write an index and return how many files it has."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers: dict[str, array[int]] = {}
    told: list[list[object]] = []
    ranges: list[list[object]] = []
    count = files = 0

    def flush() -> None:
        nonlocal files
        _write(folder, f"entries-{(count - 1) // _EACH}", told)
        files += 1
        told.clear()

    for section in sections:
        start = count
        for entry in section.entries:
            for word in set(words_of(f"{entry.title} {entry.line} {entry.text}")):
                numbers.setdefault(word, array("I")).append(count)
            told.append([entry.file, entry.title, entry.line])
            count += 1
            if count % _EACH == 0:
                flush()
        ranges.append([section.one, section.many, start, count])
    if told:
        flush()
    firsts = []
    for number, shard in enumerate(_shards(numbers)):
        firsts.append(next(iter(shard)))
        _write(folder, f"words-{number}", shard)
    _write(folder, "root", {"words": firsts, "sections": ranges, "each": _EACH})
    return files + len(firsts) + 1


def _shards(numbers: Mapping[str, array[int]]) -> Iterator[dict[str, list[int]]]:
    """Yield the words in the order in which JavaScript compares them, in pieces of about one size."""
    shard: dict[str, list[int]] = {}
    size = 0
    for word in sorted(numbers, key=lambda word: word.encode("utf-16-be")):
        steps = _steps(numbers[word])
        shard[word] = steps
        size += len(word) + 6 + sum(map(_digits, steps))
        if size > _SHARD:
            yield shard
            shard, size = {}, 0
    if shard:
        yield shard


def _steps(numbers: array[int]) -> list[int]:
    kept = numbers[:_MOST].tolist()
    steps = [after - before for before, after in zip([-1, *kept], kept, strict=False)]
    return steps if len(kept) == len(numbers) else [*steps, 0]


def _digits(step: int) -> int:
    return len(str(step)) + 1


def _write(folder: Path, name: str, data: object) -> None:
    text = json.dumps(data, separators=(",", ":"))  # in ASCII, whatever the page takes its scripts to be written in
    (folder / f"{name}.js").write_text(f'summitryIndex("{name}",{text});\n', encoding="ascii")
