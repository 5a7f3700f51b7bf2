"""A text too long for one question is cut at the ends of its sentences, and all of it is asked about."""

from __future__ import annotations

import json

import pytest

from coding.llm.stub import offered
from summitry.annotation import load_annotator
from summitry.coding.frames import load_frames
from summitry.coding.llm import Tally
from summitry.coding.llm.coder import LlmCoder
from summitry.coding.llm.instructions import instructions, question_of
from summitry.coding.llm.pieces import pieces_of
from summitry.coding.ontology import load_ontology
from summitry.errors import AnswerError, TooLongError
from summitry.model import Document, Interval

LINE = "Diplomats in Vienna spoke about the rules for inspections and about the price of grain. "
LAST = "Xi Jinping met Kim Jong Un in Pyongyang on 20 June 2019."
LONG = LINE * 6 + LAST


def document(text: str, *article: tuple[int, int]) -> Document:
    return Document("d", text, article or ((0, len(text)),), published=Interval.parse("2019-06-21"))


def pieces(text: str, most: int, *article: tuple[int, int]) -> list[str]:
    (annotation,) = load_annotator().annotate([document(text, *article)])
    return [piece.words for piece in pieces_of(annotation, most)]


@pytest.mark.parametrize("most", [1, 100, 200, 400, 10_000])
def test_pieces_are_whole_sentences_and_all_of_them(most: int) -> None:
    cut = pieces(LONG, most)
    assert " ".join(cut) == " ".join(LONG.split())
    assert all(len(piece) <= max(most, len(LINE)) for piece in cut)
    assert all(piece.endswith(".") for piece in cut)


def test_only_the_article_is_sent_and_nothing_of_where_it_was_found() -> None:
    text = "Share this page! Xi Jinping met\n    Kim Jong Un.\n\nThey talked. Comments: (3)"
    start, end = text.index("Xi"), text.index(" Comments")
    (annotation,) = load_annotator().annotate([document(text, (start, end))])
    (piece,) = pieces_of(annotation)
    asked = question_of(piece, annotation.document.published)
    assert asked == "Published: 2019-06-21\n\nText:\nXi Jinping met Kim Jong Un.\n\nThey talked."


def test_an_empty_article_is_not_asked_about() -> None:
    assert pieces(" \n ", 100) == []


def test_the_model_is_told_every_category_and_mode() -> None:
    told = instructions()
    for category in load_ontology().values():
        assert category.name in told
        assert category.means in told
        assert all(mode in told for mode in category.modes)


class Small:
    """A model that takes questions up to a length."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.asked: list[str] = []

    def __call__(self, question: str) -> str:
        self.asked.append(question)
        if len(question) > self.most:
            raise TooLongError("the question is too long")
        return json.dumps({"events": [offered()] if LAST in question else []})


def test_what_a_model_cannot_take_is_halved_until_it_can() -> None:
    model = Small(250)
    coder = LlmCoder(load_annotator(), load_frames(), model, Tally().note, "tiny")
    (coded,) = coder.code([document(LONG)])
    assert [event.place for event in coded.events] == ["Pyongyang, North Korea"]
    taken = [question.split("Text:\n")[1] for question in model.asked if len(question) <= 250]
    assert " ".join(taken) == " ".join(LONG.split())


def test_a_sentence_that_a_model_cannot_take_fails_the_document() -> None:
    coder = LlmCoder(load_annotator(), load_frames(), Small(10), Tally().note, "tiny")
    with pytest.raises(AnswerError, match="too long"):
        list(coder.code([document(LAST)]))
