"""Part of speech, morphology and lemma: worked out once for each word with its tag and role, then remembered.

The model's attribute ruler matches about 180 patterns against every word of a text, a sixth of the cost of parsing.
All but eight look at one word alone, so that what they say follows from the word, its tag and its role (`nsubj` …);
a text in which one of the other eight may hold ("gon na", "ai n't") is given to the model's own parts whole.
"""

from __future__ import annotations

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
_LOOKED_AT: list[int | str] = ["LOWER", "TAG", "DEP"]
_BREAK = "."
"""Stands between words that are worked out together, so that no pattern sees two of them side by side."""

Key = tuple[int, int, int]
Form = tuple[int, ...]
Place = tuple[frozenset[int] | None, ...]
"""What a pattern takes at one place for each of `_LOOKED_AT`, `None` where it does not list that."""
Pattern = tuple[Place, ...]


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
        self._wide = _wide_patterns(ruler, self._vocab.strings)
        self._known: dict[Key, Form] = {}

    def of(self, doc: Doc) -> NDArray[np.uint64]:
        """Return the `FORMS` of each word of a text that has been tagged and parsed."""
        if self._may_hold_wide(list(map(tuple, doc.to_array(_LOOKED_AT).tolist()))):
            return self._worked_out(doc)
        if len(self._known) > _MOST:
            self._known.clear()
        keys: list[Key] = list(map(tuple, doc.to_array(_KEY).tolist()))
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if unknown:
            self._learn(unknown)
        return np.array([self._known[key] for key in keys], dtype=np.uint64)

    def _may_hold_wide(self, words: list[Key]) -> bool:
        """True where words stand side by side that a pattern over several of them may be about."""
        if self._wide is None:
            return True
        present = set(words)
        near = [p for p in self._wide if all(any(_takes(place, word) for word in present) for place in p)]
        return any(_holds(pattern, words[at : at + len(pattern)]) for pattern in near for at in range(len(words)))

    def _learn(self, keys: list[Key]) -> None:
        """Work words out, each by itself."""
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


def _wide_patterns(ruler: AttributeRuler, strings: spacy.strings.StringStore) -> list[Pattern] | None:
    """Return the patterns over several words; `None` where a pattern looks at what `WordForms` does not remember."""
    patterns: list[list[dict[str, object]]] = [words for rule in ruler.patterns for words in rule["patterns"]]  # type: ignore[union-attr,misc]  # spaCy types a rule loosely
    if not all(set(word) <= _SEEN_BY_PATTERNS for pattern in patterns for word in pattern):
        return None
    return [
        tuple(tuple(_listed(word.get(str(asked)), strings) for asked in _LOOKED_AT) for word in pattern)
        for pattern in patterns
        if len(pattern) > 1
    ]


def _listed(asked: object, strings: spacy.strings.StringStore) -> frozenset[int] | None:
    """Return the values that a pattern takes, `None` where it does not list them."""
    if isinstance(asked, str):
        return frozenset({strings.add(asked)})
    listed = asked.get("IN") if isinstance(asked, dict) else None
    return frozenset(map(strings.add, listed)) if isinstance(listed, list) else None


def _takes(place: Place, word: Key) -> bool:
    return all(listed is None or value in listed for listed, value in zip(place, word, strict=True))


def _holds(pattern: Pattern, words: list[Key]) -> bool:
    return len(words) == len(pattern) and all(map(_takes, pattern, words))
