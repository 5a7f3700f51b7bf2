"""Part of speech, morphology and lemma: worked out once for each word with its tag and role, then remembered.

The model's attribute ruler matches about 180 patterns against every word of a text, a sixth of the cost of parsing.
All but eight look at one word alone, so that what they say follows from the word, its tag and its role (`nsubj` …);
words of which one of the other eight may hold ("gon na", "them all") are given to the model's own parts each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from sys import intern

import numpy as np
import spacy
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from summitry.language.form import Form

__all__ = ["WordForms"]


_SEEN_BY_PATTERNS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_MOST = 200_000
"""So many words are remembered: about 60 MB."""
_KEY: list[int | str] = ["ORTH", "TAG", "DEP"]
_LOOKED_AT: list[int | str] = ["LOWER", "TAG", "DEP"]
_BREAK = ".", ".", "punct"
"""A word, its tag and its role: stands between words that are not side by side, so that no pattern takes them so."""

Key = tuple[int, int, int]
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
        orth, tag, dep = map(self._vocab.strings.add, _BREAK)
        self._break: Key = orth, tag, dep

    def of(self, doc: Doc) -> list[Form]:
        """Return the form of each word of a text that has been tagged and parsed."""
        if self._wide is None:
            return self._worked_out(doc)
        if len(self._known) > _MOST:
            self._known.clear()
        keys: list[Key] = list(map(tuple, doc.to_array(_KEY).tolist()))
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if unknown:
            apart = chain.from_iterable((key, self._break) for key in unknown)
            self._known.update(zip(unknown, self._together(list(apart))[::2], strict=True))
        forms = [self._known[key] for key in keys]
        for begin, end in self._wide_runs(list(map(tuple, doc.to_array(_LOOKED_AT).tolist()))):
            forms[begin:end] = self._together(keys[begin:end])
        return forms

    def _wide_runs(self, words: list[Key]) -> list[tuple[int, int]]:
        """Return the runs of words that patterns over several words may be about, those that overlap as one."""
        present = [set(column) for column in zip(*words, strict=True)]
        near = [p for p in self._wide or () if all(_may_take(place, present) for place in p)]
        runs: list[tuple[int, int]] = []
        for at in range(len(words)):
            end = max((at + len(p) for p in near if _holds(p, words[at : at + len(p)])), default=at)
            if runs and at < end and at < runs[-1][1]:
                runs[-1] = runs[-1][0], max(end, runs[-1][1])
            elif at < end:
                runs.append((at, end))
        return runs

    def _together(self, keys: Sequence[Key]) -> list[Form]:
        """Work out words that stand side by side."""
        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[orth] for orth, _, _ in keys])
        rows = np.zeros((len(keys), 3), dtype=np.uint64)
        rows[:, :2] = [key[1:] for key in keys]
        doc.from_array(["TAG", "DEP", "HEAD"], rows)  # type: ignore[arg-type]  # spaCy takes any integer array
        return self._worked_out(doc)

    def _worked_out(self, doc: Doc) -> list[Form]:
        told = self._lemmatizer(self._ruler(doc))
        return [Form(*map(intern, (word.tag_, word.pos_, word.lemma_, word.dep_))) for word in told]


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


def _may_take(place: Place, present: Sequence[set[int]]) -> bool:
    """True where each value that a place asks for is that of some word."""
    return all(listed is None or not listed.isdisjoint(values) for listed, values in zip(place, present, strict=True))


def _holds(pattern: Pattern, words: list[Key]) -> bool:
    return len(words) == len(pattern) and all(map(_takes, pattern, words))
