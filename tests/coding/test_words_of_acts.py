"""Acts told by words that no frame knows: the judge finds two in three of them."""

from __future__ import annotations

from pathlib import Path

from summitry.annotation import load_annotator
from summitry.coding import Coder
from summitry.coding.frames import load_frames
from summitry.model import Document, Interval

ACTS = [line.split("\t") for line in Path(__file__).with_name("words_of_acts.tsv").read_text("utf-8").splitlines()]
FOUND = 0.65
"""The judge is fitted anew now and then, and other ones of these are missed then."""


def _missed(coder: Coder) -> list[tuple[str, str]]:
    day = Interval.parse("2019-06-19")
    documents = [Document(str(at), text, ((0, len(text)),), published=day) for at, (_, text) in enumerate(ACTS)]
    coded = zip(ACTS, coder.code(documents), strict=True)
    return [(kind, text) for (kind, text), told in coded if kind not in {event.type for event in told.events}]


def test_judge_finds_the_acts_of_words_that_no_frame_knows(coder: Coder) -> None:
    missed = _missed(coder)
    assert len(missed) <= (1 - FOUND) * len(ACTS), missed


def test_no_frame_knows_them() -> None:
    without_judge = Coder(load_annotator(), load_frames())
    assert len(_missed(without_judge)) > 0.9 * len(ACTS)
