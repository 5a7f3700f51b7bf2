"""The second reading: scores are chances, unlikely statements go, and what is kept keeps its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.annotation import load_annotator
from summitry.coding.chances import score_of
from summitry.coding.coder import Coder
from summitry.coding.frames import load_frames
from summitry.coding.judge import STATUSES, TYPES, Judgement, Pair
from summitry.coding.judge.labels import MODES
from summitry.coding.reviewing import Reviewer, pair_of
from summitry.model import Document, Event

TEXT = "Ghana accused Togo of moving the border. Togo denied it. The president of Benin visited Ghana on Friday."


class FixedJudge:
    """Finds one category in every pair and remembers what it was asked."""

    def __init__(self, kind: str, chance: float) -> None:
        rest = (1 - chance) / (len(TYPES) - 1)
        self._types = {name: chance if name == kind else rest for name in TYPES}
        self.asked: list[tuple[str, list[Pair]]] = []

    def read(self, sentence: str) -> FixedRead:
        self.asked.append((sentence, []))
        return FixedRead(self._types, self.asked[-1][1])


class FixedRead:
    def __init__(self, types: dict[str, float], asked: list[Pair]) -> None:
        self._types = types
        self._asked = asked

    def judge(self, pair: Pair) -> Judgement:
        self._asked.append(pair)
        return Judgement(self._types, {name: float(name == "occurred") for name in STATUSES}, dict.fromkeys(MODES, 0.0))


def events(reviewer: Reviewer | None) -> tuple[Event, ...]:
    coder = Coder(load_annotator(), load_frames(), reviewer)
    return next(coder.code([Document("d", TEXT, ((0, len(TEXT)),))])).events


def test_what_the_judge_finds_likely_scores_higher() -> None:
    sure = {e.evidence[0].quote: e.score for e in events(Reviewer(FixedJudge("ACCUSE", 0.99), 0))}
    unsure = {e.evidence[0].quote: e.score for e in events(Reviewer(FixedJudge("ACCUSE", 0.001), 0))}
    accusing = next(quote for quote in sure if "accused" in quote)
    assert sure[accusing] > unsure[accusing]


def test_unlikely_statements_are_dropped() -> None:
    every = events(Reviewer(FixedJudge("ACCUSE", 0.99), 0))
    kept = events(Reviewer(FixedJudge("ACCUSE", 0.99), 0.5))
    assert {event.type for event in every} == {"ACCUSE", "CONSULT"}
    assert {event.type for event in kept} == {"ACCUSE"}


def test_only_the_score_changes() -> None:
    plain, reviewed = events(None), events(Reviewer(FixedJudge("CONSULT", 0.5), 0))
    assert [replace(event, score=0) for event in plain] == [replace(event, score=0) for event in reviewed]
    assert all(0 <= event.score <= 1 for event in reviewed)


def test_a_sentence_is_read_once_and_the_pair_is_whole_phrases() -> None:
    judge = FixedJudge("CONSULT", 0.9)
    events(Reviewer(judge, 0))
    sentences = [sentence for sentence, _ in judge.asked]
    assert len(sentences) == len(set(sentences))
    sentence, pairs = judge.asked[-1]
    phrases = [tuple(sentence[slice(*span)] if span else "" for span in pair) for pair in pairs]
    assert ("The president of Benin", "Ghana") in phrases or ("The president", "Ghana") in phrases


def test_pairs_stay_within_their_sentence() -> None:
    coder = Coder(load_annotator(), load_frames())
    [annotation] = load_annotator().annotate([Document("d", TEXT, ((0, len(TEXT)),))])
    for event in coder.code_annotated(annotation).events:
        sentence = annotation.doc.char_span(*_around(event), alignment_mode="expand").sent
        for span in filter(None, pair_of(sentence, event)):
            assert 0 <= span[0] < span[1] <= len(sentence.text)


def _around(event: Event) -> tuple[int, int]:
    return event.evidence[0].start, event.evidence[0].end


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.floats(-50, 50)))
def test_a_score_is_a_chance(signs: dict[str, float]) -> None:
    assert 0 <= score_of(signs, {"a": 3.0, "b": -2.0}) <= 1


def test_no_sign_no_opinion() -> None:
    assert score_of({}, {"a": 1.0}) == pytest.approx(0.5)
