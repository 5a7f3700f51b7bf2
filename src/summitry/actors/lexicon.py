"""The word lists of the resolver: titles, heads of groups, contexts, regions, women's names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from summitry.actors.folding import fold
from summitry.actors.rows import data_rows

__all__ = ["Head", "Lexicon", "Title", "load_lexicon"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title: the folded words, the office as records write it, and the role it points to.

    `role` is a role of tenures, `effective-leader`, `igo-head`, or `style` for mere forms of address.
    """

    words: tuple[str, ...]
    office: str
    role: str


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that with a nationality names a group: `troops`, `officials`.

    `meaning` is `self` where the description is the actor, `state` where the state itself acts,
    `none` where no actor is meant.
    """

    noun: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, folded."""

    titles: Mapping[str, tuple[Title, ...]]
    heads: Mapping[str, Head]
    contexts: Mapping[str, frozenset[str]]
    regions: Mapping[str, str]
    women: frozenset[str]

    def title_at(self, words: list[str], index: int) -> Title | None:
        """Return the longest title that begins at a word of a folded list."""
        for title in self.titles.get(words[index], ()):
            if tuple(words[index : index + len(title.words)]) == title.words:
                return title
        return None


@cache
def load_lexicon() -> Lexicon:
    """Load the word lists once."""
    contexts: dict[str, set[str]] = defaultdict(set)
    for row in data_rows("contexts.csv", ("word", "class", "source")):
        contexts[row["class"]].add(fold(row["word"]))
    return Lexicon(
        titles=_titles(),
        heads={
            fold(row["noun"]): Head(fold(row["noun"]), row["kind"], row["meaning"])
            for row in data_rows("heads.csv", ("noun", "kind", "meaning", "source"))
        },
        contexts={name: frozenset(words) for name, words in contexts.items()},
        regions={fold(row["region"]): row["code"] for row in data_rows("regions.csv", ("region", "code", "source"))},
        women=frozenset(fold(row["name"]) for row in data_rows("women.csv", ("name", "source"))),
    )


def _titles() -> dict[str, tuple[Title, ...]]:
    by_first: dict[str, list[Title]] = defaultdict(list)
    for row in data_rows("titles.csv", ("title", "office", "role", "source")):
        words = tuple(fold(row["title"]).split())
        by_first[words[0]].append(Title(words, row["office"], row["role"]))
    return {first: tuple(sorted(found, key=lambda title: -len(title.words))) for first, found in by_first.items()}
