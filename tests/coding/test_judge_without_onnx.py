"""Where onnxruntime is missing, the linear judge stands in."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.annotation import load_annotator
from summitry.coding.coder import Coder
from summitry.coding.frames import FrameSet
from summitry.coding.judge import loading
from summitry.coding.judge.linear import BUCKETS, LinearJudge, features_of
from summitry.coding.proposing import Proposer
from summitry.coding.reviewing import Reviewer
from summitry.model import Document

NAMES = st.text(max_size=60)


def test_the_linear_judge_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    judge = loading.load_judge.__wrapped__()
    assert isinstance(judge, LinearJudge)
    sentence = "Police arrested six reporters."
    verdict = judge.read(sentence).judge(((0, 6), (16, 29)))
    assert verdict.act == "COERCE"


def test_the_linear_judge_adds_no_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    reviewer = Reviewer(loading.load_judge.__wrapped__(), proposer=Proposer(least=0))
    text = "Peru snubbed Chile at the fair."
    coder = Coder(load_annotator(), FrameSet([]), reviewer)
    assert next(coder.code([Document("d", text, ((0, len(text)),))])).events == ()


@given(NAMES, st.integers(0, 60), st.integers(0, 60))
def test_every_pair_has_features_within_the_table(sentence: str, start: int, end: int) -> None:
    features = features_of(sentence, ((start, end), None))
    assert features
    assert features == sorted(set(features))
    assert all(0 <= feature < BUCKETS for feature in features)


def test_direction_shows_in_the_features() -> None:
    sentence = "Iran accused Iraq."
    assert features_of(sentence, ((0, 4), (13, 17))) != features_of(sentence, ((13, 17), (0, 4)))
