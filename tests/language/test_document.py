"""Our parsed texts: each attribute says what spaCy's says."""

from itertools import accumulate

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as SpacyDoc

from summitry.language import Doc, Span, load_language
from summitry.language.form import Form
from summitry.language.names import OUTSIDE
from summitry.language.words import Word, WordBook

BOOK = WordBook(spacy.blank("en").vocab)
VOCAB = BOOK._vocab
TEXTS = (
    "Begin received Sadat, Weizman and Dayan in Jerusalem on 19 November; the talks, he said, would go on.",
    "EGYPT WILL NOT WAIT\n\nSadat's advisers told Israel's that three of the five points were settled, 'and more'.",
    "  What Carter hoped for  was a treaty\nthat both could sign. He got two of them. ",
    "A hearing is scheduled on the issue today that the envoys raised in Vienna.",
)


def ours(text: str) -> Doc:
    [doc] = load_language().parse([text])
    return doc


def as_spacy(doc: Doc) -> SpacyDoc:
    """The same words with the same heads in spaCy's own object."""
    ends = [*(token.idx for token in doc), len(doc.text)][1:]
    made = SpacyDoc(
        VOCAB,
        words=[token.text for token in doc],
        spaces=[token.idx + len(token) < end for token, end in zip(doc, ends, strict=True)],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )
    assert made.text == doc.text
    return made


def numbers(words: object) -> list[int]:
    return [word.i for word in words]  # type: ignore[attr-defined]


def assert_alike(doc: Doc) -> None:
    theirs = as_spacy(doc)
    assert [(s.start, s.end, s.text) for s in doc.sents] == [(s.start, s.end, s.text) for s in theirs.sents]
    for one, other in zip(doc, theirs, strict=True):
        for name in ("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "is_space", "is_sent_start"):
            assert getattr(one, name) == getattr(other, name), name
        for name in ("is_punct", "is_stop", "is_upper", "like_num"):
            assert getattr(one, name) == getattr(other, name), name
        for name in ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts"):
            assert numbers(getattr(one, name)) == numbers(getattr(other, name)), name
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(one, name).i == getattr(other, name).i, name
        assert (one.sent.start, one.sent.end, len(one)) == (other.sent.start, other.sent.end, len(other))


def told(span: Span) -> tuple[object, ...]:
    return (span.start, span.end, span.text, span.text_with_ws, span.start_char, span.end_char)


@pytest.mark.parametrize("text", TEXTS)
def test_parsed_sentences_say_what_spacy_says(text: str) -> None:
    assert_alike(ours(text))


@pytest.mark.parametrize("text", TEXTS)
def test_spans_say_what_spacy_says(text: str) -> None:
    doc = ours(text)
    theirs = as_spacy(doc)
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            one, other = doc[start:end], theirs[start:end]
            assert told(one) == told(other)
            assert one.root.i == other.root.i
            assert one.sent == doc[other.sent.start : other.sent.end]
            assert numbers(reversed(one)) == numbers(reversed(other))
            assert one[-1].i == other[-1].i
            assert told(one[1:-1]) == told(other[1:-1])


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_become_the_words_that_spacy_takes(text: str) -> None:
    doc = ours(text)
    theirs = as_spacy(doc)
    for start in range(-1, len(text) + 1):
        for end in range(start + 1, len(text) + 2):
            one = doc.char_span(start, end, alignment_mode="expand")
            other = theirs.char_span(start, end, alignment_mode="expand")
            assert (one is None) == (other is None), (start, end)
            assert one is None or (one.start, one.end) == (other.start, other.end), (start, end)


def trees() -> st.SearchStrategy[list[int]]:
    """Heads of some words in any order, branches crossing, with one top or several."""

    def grown(order: list[int], choices: list[int]) -> list[int]:
        heads = [0] * len(order)
        for number, (word, choice) in enumerate(zip(order, choices, strict=True)):
            heads[word] = [word, *order[:number]][choice % (number + 1)]
        return heads

    def of_size(size: int) -> st.SearchStrategy[list[int]]:
        choices = st.lists(st.integers(0, 1000), min_size=size, max_size=size)
        return st.builds(grown, st.permutations(range(size)), choices)

    return st.integers(1, 14).flatmap(of_size)


WORDS = st.sampled_from(["Sadat", "and", ",", "\n", "flew", "two"])


@settings(max_examples=300, deadline=None)
@given(trees(), st.data())
def test_any_tree_is_hung_as_spacy_hangs_it(heads: list[int], data: st.DataObject) -> None:
    texts = data.draw(st.lists(WORDS, min_size=len(heads), max_size=len(heads)))
    labels = data.draw(st.lists(st.sampled_from(["conj", "dep"]), min_size=len(heads), max_size=len(heads)))
    words = BOOK.of(VOCAB.strings.add(text) for text in texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1]
    forms = [Form("NN", "NOUN", text, label) for text, label in zip(texts, labels, strict=True)]
    doc = Doc(" ".join(texts), words, starts, forms, [OUTSIDE] * len(texts), heads)
    assert_alike(doc)
    theirs = as_spacy(doc)
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    assert doc[start:end].root.i == theirs[start:end].root.i


def test_a_word_is_one_object() -> None:
    doc = ours(TEXTS[0])
    assert doc[2] is doc[1].nbor() is doc[3].nbor(-1) is [*doc][2] is doc[0:4][2]
    assert doc[2].sent is next(iter(doc.sents))


def test_equal_spans_are_equal() -> None:
    doc = ours(TEXTS[0])
    assert doc[2:5] == doc[2:5]
    assert doc[2:5] != doc[2:6]
    assert len({doc[2:5], doc[2:5], doc[1:5]}) == 2
    assert doc[2:5] != ours(TEXTS[0])[2:5]


@pytest.mark.parametrize("places", [-2, 99])
def test_there_is_no_word_beyond_the_text(places: int) -> None:
    with pytest.raises(IndexError):
        ours(TEXTS[0])[1].nbor(places)


@pytest.mark.parametrize("text", ["", " ", "\n\n \n"])
def test_a_text_without_words_can_be_read(text: str) -> None:
    doc = ours(text)
    assert "".join(token.text for token in doc) == text
    assert [sentence.text for sentence in doc.sents] == ([text] if text else [])


def test_words_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    book = WordBook(VOCAB)
    number = VOCAB.strings.add("Sadat")
    [word] = book.of([number])
    assert word == Word("Sadat", "sadat")
    assert book.of([number])[0] is word
    monkeypatch.setattr("summitry.language.words._MOST", 0)
    assert book.of([number]) == [word]
    assert len(book._known) == 1
