"""A parsed text as plain Python objects, which the rules read many thousand times a page.

Names and meanings are those of spaCy's `Doc`, `Span` and `Token`, for as much of these as is asked here. There, each
attribute is looked up in C and made into a new string, and sentences and children are gone through anew each time they
are asked for; here all is made once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, overload

from summitry.language.edges import edges_of
from summitry.language.forms import Form
from summitry.language.names import Name
from summitry.language.words import Word

__all__ = ["Doc", "Span", "Token"]


class Token:
    """One word, or one run of white space, at its place. There is one object for each, so that `is` is `==`.

    Attributes:
        doc: the text it stands in.
        i: its number in the text.
        idx: the offset of its first character in the text.
        text: its characters.
        lower_: these in lower case.
        lemma_: the form that dictionaries list.
        tag_: part of speech in the tags of the Penn Treebank.
        pos_: part of speech in those of Universal Dependencies.
        dep_: what it is to its head (ClearNLP labels).
        ent_iob_: `B` where a name begins, `I` within one, `O` outside.
        ent_type_: of what kind the name is, `""` outside names.
        head: the word it depends on; itself at the top of a sentence.
        lefts: what depends on it and stands before it, in order.
        rights: what depends on it and stands behind it, in order.
        children: both.
        sent: its sentence.
        is_sent_start: whether its sentence begins with it.
        is_space: whether it is white space.
    """

    __slots__ = (
        "_left",
        "_right",
        "_subtree",
        "_word",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "is_space",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "rights",
        "sent",
        "tag_",
        "text",
    )

    head: Token
    sent: Span

    def __init__(self, doc: Doc, i: int, idx: int, word: Word, form: Form, name: Name) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = word.text
        self.lower_ = word.lower_
        self.is_space = word.is_space
        self.tag_, self.pos_, self.lemma_, self.dep_ = form
        self.ent_iob_, self.ent_type_ = name
        self.is_sent_start = False
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()
        self._word = word
        self._left = self._right = i
        self._subtree: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_punct(self) -> bool:
        """True for punctuation."""
        return self._word.is_punct

    @property
    def is_stop(self) -> bool:
        """True for a word that is on spaCy's list of the commonest."""
        return self._word.is_stop

    @property
    def is_upper(self) -> bool:
        """True for a word in capitals alone."""
        return self._word.is_upper

    @property
    def like_num(self) -> bool:
        """True for a number in figures or words."""
        return self._word.like_num

    @property
    def left_edge(self) -> Token:
        """The first word of what hangs on this one."""
        return self.doc[self._left]

    @property
    def right_edge(self) -> Token:
        """The last word of what hangs on this one."""
        return self.doc[self._right]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above, from its head to the top of the sentence."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word with all that hangs on it, those before it first; in order of the text but for crossing branches."""
        if self._subtree is None:
            self._subtree = tuple(self._walk()) if self.children else (self,)
        return self._subtree

    def _walk(self) -> Iterator[Token]:
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            word, opened = waiting.pop()
            if opened or not word.children:
                yield word
                continue
            waiting += [(child, False) for child in reversed(word.rights)]
            waiting.append((word, True))
            waiting += [(child, False) for child in reversed(word.lefts)]

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """All words that are coordinated with this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [child for child in word.rights if child.dep_ == "conj"]
        return tuple(word for word in found if word is not self)

    def nbor(self, i: int = 1) -> Token:
        """Return the word so many places behind this one.

        Raises:
            IndexError: the text does not reach so far.
        """
        if self.i + i < 0:
            raise IndexError(f"no word {-i} places before word {self.i}")
        return self.doc[self.i + i]


class Span:
    """Words that stand side by side.

    Args:
        doc: the text they stand in.
        start: number of the first.
        end: the number after the last.
    """

    __slots__ = ("_words", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._words = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._words)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self._words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self._words))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self._words[at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.doc is other.doc and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The offset of its first character in the text."""
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset after its last character."""
        return self._words[-1].idx + len(self._words[-1].text) if self._words else self.start_char

    @property
    def text(self) -> str:
        """Its characters."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """Its characters with the blank behind them, if there is one."""
        after = self.doc.tokens[self.end : self.end + 1]
        return self.doc.text[self.start_char : after[0].idx if after else None] if self._words else ""

    @property
    def sent(self) -> Span:
        """The sentence in which it begins."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The word nearest to the top of the sentence, the first of several."""
        tops = (word for word in self._words if word.head is word)
        if (top := next(tops, None)) is not None:
            return top
        outward = [word for word in self._words if not self.start <= word.head.i < self.end]
        return min(outward, key=_depth, default=self.doc[self.start])


def _depth(word: Token) -> int:
    """Return how many words stand above one; for punctuation and white space, so many that any word comes before it."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    return sum(1 for _ in word.ancestors)


class Doc:
    """A parsed text.

    Args:
        text: all of it.
        words: its words and runs of white space in order, which are all of it but single blanks between words.
        starts: the offset of each.
        forms: tag, part of speech, lemma and dependency label of each.
        names: the part of each in a name.
        heads: the number of the head of each.
    """

    __slots__ = ("_starts", "sents", "text", "tokens")

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        starts: Sequence[int],
        forms: Sequence[Form],
        names: Sequence[Name],
        heads: Sequence[int],
    ) -> None:
        self.text = text
        self._starts = starts
        rows = zip(range(len(words)), starts, words, forms, names, strict=True)
        self.tokens = tuple([Token(self, *row) for row in rows])
        self._hang(heads)
        self.sents = tuple(self._sentences(heads))

    def _hang(self, heads: Sequence[int]) -> None:
        lefts: defaultdict[int, list[Token]] = defaultdict(list)
        rights: defaultdict[int, list[Token]] = defaultdict(list)
        for token, head in zip(self.tokens, heads, strict=True):
            token.head = self.tokens[head]
            if head != token.i:
                (lefts if token.i < head else rights)[head].append(token)
        for at, found in lefts.items():
            self.tokens[at].lefts = self.tokens[at].children = tuple(found)
        for at, found in rights.items():
            above = self.tokens[at]
            above.rights = tuple(found)
            above.children = above.lefts + above.rights

    def _sentences(self, heads: Sequence[int]) -> Iterator[Span]:
        lefts, rights, begins = edges_of(heads)
        for token, left, right in zip(self.tokens, lefts, rights, strict=True):
            token._left, token._right = left, right
        for begin in begins:
            self.tokens[begin].is_sent_start = True
        for start, end in pairwise(dict.fromkeys((0, *begins, len(heads)))):
            sentence = Span(self, start, end)
            for token in sentence:
                token.sent = sentence
            yield sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int, alignment_mode: Literal["expand"]) -> Span | None:
        """Return the words that offsets touch, `None` where they lie outside the text.

        Args:
            start: first character.
            end: the one after the last.
            alignment_mode: `expand`, that words are taken whole; what else spaCy can do is not asked for.
        """
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        if start == self._starts[first] + len(self.tokens[first]):  # the blank behind a word
            first += 1
        return Span(self, first, last + 1)
