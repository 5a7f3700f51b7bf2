"""Aliases and the search for all of them in one pass over a folded text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from summitry.actors.folding import FoldedText, fold_variants, is_unspaced
from summitry.model import Interval

__all__ = ["Alias", "AliasIndex", "Match"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to name an actor.

    Args:
        actor_id: whom it names.
        text: as written in the data.
        type: what sort of alias: `name`, `adjective`, `capital`, `acronym`, `short` and so on.
        span: when it was in use; open sides have no bound.
    """

    actor_id: str
    text: str
    type: str
    span: Interval


@dataclass(frozen=True, slots=True)
class Match:
    """An alias found in a text, with half-open offsets in the stored text."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class AliasIndex:
    """All aliases by folded form, searchable in a text.

    Args:
        aliases: what to search for.
    """

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self.aliases = tuple(aliases)
        forms: dict[str, list[Alias]] = defaultdict(list)
        for alias in self.aliases:
            for form in dict.fromkeys(fold_variants(alias.text)):
                if form:
                    forms[form].append(alias)
        self._forms: Mapping[str, Sequence[Alias]] = dict(forms)

    def find(self, text: str) -> tuple[Alias, ...]:
        """Return the aliases that a name may be, `()` where it is unknown."""
        return next((tuple(self._forms[form]) for form in fold_variants(text) if form in self._forms), ())

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    @property
    def forms(self) -> Iterable[str]:
        """All folded forms."""
        return self._forms

    def search(self, folded: FoldedText, fits: Callable[[Match], bool] = lambda _: True) -> Iterator[Match]:
        """Find aliases in a text, left to right, the longest first, none overlapping another.

        Args:
            folded: the text.
            fits: what it refuses takes no words from other matches.
        """
        taken = 0
        hits = (
            (begin, -end, pattern)
            for pattern, begin, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        )
        for begin, end, pattern in sorted(hits):
            form = self._patterns[pattern]
            bare = begin + form.startswith(" ")
            if bare < taken:
                continue
            after = -end - form.endswith(" ")
            start, stop = _origin(folded, bare, after)
            match = Match(start, stop, self._bearing(form.strip()))
            if fits(match):
                taken = after
                yield match

    def _bearing(self, form: str) -> tuple[Alias, ...]:
        """Return the aliases of a form, with an article before it or without."""
        return (*self._forms.get(form, ()), *self._forms.get(f"the {form}", ()))

    @cached_property
    def _patterns(self) -> list[str]:
        bare = dict.fromkeys(form.removeprefix("the ") for form in self._forms)
        return [form if is_unspaced(form) else f" {form} " for form in bare]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._patterns)


def _origin(folded: FoldedText, begin: int, end: int) -> tuple[int, int]:
    """Return the stored offsets of folded offsets; inside a word only where it kept its length."""
    first = bisect_left(folded.starts, begin + 1) - 1
    last = bisect_left(folded.starts, end) - 1
    return _inside(folded, first, begin, 0), _inside(folded, last, end, 1)


def _inside(folded: FoldedText, word: int, offset: int, side: int) -> int:
    start, stop = folded.origins[word]
    following = folded.starts[word + 1] if word + 1 < len(folded.starts) else len(folded.text)
    length = following - 1 - folded.starts[word]
    if length != stop - start:
        return (start, stop)[side]
    return start + offset - folded.starts[word]
