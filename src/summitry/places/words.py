"""The words around a name that tell whether it is a place, and where."""

from __future__ import annotations

from functools import cache

from summitry.places.folding import fold_text
from summitry.places.tables import rows_of

__all__ = ["ambiguous_names", "is_cue"]


@cache
def _cue_words() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for row in rows_of("summitry.places", "cue_words.csv", ("kind", "word", "source")):
        kinds.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def is_cue(word: str, kind: str) -> bool:
    """True where a word, in any casing and with or without a full stop, is a cue of a kind.

    Args:
        word: one word of a text.
        kind: as in `cue_words.csv`: `where`, `toward`, `beside`, `visit-verb`, `place-noun`,
            `title`, `institution`, `calendar`, `compass`.
    """
    return word.casefold().rstrip(".") in _cue_words()[kind]


@cache
def ambiguous_names() -> frozenset[str]:
    """Return the place names that are also common words, names of people, or companies."""
    return frozenset(
        fold_text(row["name"]) for row in rows_of("summitry.places", "ambiguous_names.csv", ("name", "also", "source"))
    )
