"""One word of a parsed text, as a plain Python object."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any

from summitry.language.form import Form
from summitry.language.names import Name
from summitry.language.words import Word

if TYPE_CHECKING:
    from summitry.language.document import Doc
    from summitry.language.span import Span

__all__ = ["Token"]


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
        memory: answers about the word by what was asked; see `remembered`.
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
        "memory",
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
        self.memory: dict[Hashable, Any] = {}
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
        return self.doc.tokens[self._left]

    @property
    def right_edge(self) -> Token:
        """The last word of what hangs on this one."""
        return self.doc.tokens[self._right]

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
        return self.doc.tokens[self.i + i]
