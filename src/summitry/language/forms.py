"""Part of speech, morphology and lemma: worked out once for each word with its tag and role, then remembered.

The model's attribute ruler matches about 180 patterns against every word of a text, a sixth of the cost of parsing.
All but eight look at one word alone, so that what they say follows from the word, its tag and its role (`nsubj` …);
a text that holds a word of the other eight ("gon na", "ai n't") is given to the model's own parts whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

__all__ = ["FORMS", "WordForms"]

FORMS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
"""What the model's own parts put on a word, in the order of the columns of `WordForms.of`."""

_SEEN_BY_PATTERNS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_MOST = 200_000
"""So many words are remembered: about 60 MB."""
_KEY: list[int | str] = ["ORTH", "TAG", "DEP"]
_BREAK = "."
"""Stands between words that are worked out together, so that no pattern sees two of them side by side."""

Key = tuple[int, int, int]
Form = tuple[int, ...]


class WordForms:
    """Says of each word what an attribute ruler and a lemmatizer would.

    Args:
        pipeline: holds both, under spaCy's names for them.
    """

    def __init__(self, pipeline: spacy.language.Language) -> None:
        self._vocab = pipeline.vocab
        ruler, lemmatizer = pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer")
        assert isinstance(ruler, AttributeRuler)
        assert isinstance(lemmatizer, Lemmatizer)
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._watched = _words_of_wide_patterns(ruler, self._vocab.strings)
        self._known: dict[Key, Form] = {}

    def of(self, doc: Doc) -> NDArray[np.uint64]:
        """Return the `FORMS` of each word of a text that has been tagged and parsed."""
        if self._watched is None or not self._watched.isdisjoint(doc.to_array("LOWER").tolist()):
            return self._worked_out(doc)
        keys: list[Key] = list(map(tuple, doc.to_array(_KEY).tolist()))
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if unknown:
            self._learn(unknown)
        return np.array([self._known[key] for key in keys], dtype=np.uint64)

    def _learn(self, keys: list[Key]) -> None:
        """Work words out, each by itself."""
        if len(self._known) > _MOST:
            self._known.clear()
        strings = self._vocab.strings
        words = list(chain.from_iterable((strings[orth], _BREAK) for orth, _, _ in keys))
        doc = Doc(self._vocab, words=words)
        rows = np.zeros((len(words), 3), dtype=np.uint64)
        rows[::2, :2] = [key[1:] for key in keys]
        rows[1::2, 0] = strings.add(_BREAK)
        rows[1::2, 1] = strings.add("punct")
        doc.from_array(["TAG", "DEP", "HEAD"], rows)  # type: ignore[arg-type]  # spaCy takes any integer array
        forms = self._worked_out(doc)[::2].tolist()
        self._known.update(zip(keys, map(tuple, forms), strict=True))

    def _worked_out(self, doc: Doc) -> NDArray[np.uint64]:
        return self._lemmatizer(self._ruler(doc)).to_array(FORMS).astype(np.uint64, copy=False)


def _words_of_wide_patterns(ruler: AttributeRuler, strings: spacy.strings.StringStore) -> frozenset[int] | None:
    """Return words of which every pattern over several words needs one; `None` where that cannot be told."""
    needed: set[int] = set()
    patterns: list[list[dict[str, object]]] = [words for rule in ruler.patterns for words in rule["patterns"]]  # type: ignore[union-attr,misc]  # spaCy types a rule loosely
    for pattern in patterns:
        if not all(set(word) <= _SEEN_BY_PATTERNS for word in pattern):
            return None
        if len(pattern) > 1:
            spelt = [_spelt(word.get("LOWER")) for word in pattern]
            first = next(filter(None, spelt), None)
            if first is None:
                return None
            needed.update(map(strings.add, first))
    return frozenset(needed)


def _spelt(asked: object) -> list[str]:
    """Return the words that a pattern takes at a place, nothing where it does not list them."""
    if isinstance(asked, str):
        return [asked]
    return list(asked["IN"]) if isinstance(asked, dict) and isinstance(asked.get("IN"), Iterable) else []
