"""Vectors at less cost: no bit differs from those of the model as it came."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from summitry.language import load_language
from summitry.language import vectors as module
from summitry.language.parsing import _MODEL
from summitry.language.vectors import distinct

PIPELINE = load_language()._pipeline
AS_IT_CAME = spacy.load(_MODEL)
TEXTS = (
    "Begin received Sadat in Jerusalem on Monday.",
    "Sadat",
    "He'd said he would; they're not sure that they can't, and don't know what Begin's said.",
    "Carter flew to Cairo and to Jerusalem, to Jerusalem and to Cairo, and then to Cairo again. " * 80,
    "Weizman flew home.",
)


@pytest.mark.parametrize("part", ["tok2vec", "ner"])
@pytest.mark.parametrize("portion", [1, 10, 1_000])
def test_vectors_are_those_of_the_model_to_the_bit(part: str, portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PORTION", portion)
    ours, theirs = (pipeline.get_pipe(part).model for pipeline in (PIPELINE, AS_IT_CAME))
    if part == "ner":
        ours, theirs = (model.get_ref("tok2vec") for model in (ours, theirs))
    docs = [PIPELINE.make_doc(text) for text in TEXTS]
    for one, other in zip(ours.predict(docs), theirs.predict(docs), strict=True):
        assert (one == other).all()


NUMBERS = st.lists(st.lists(st.sampled_from([0, 1, 3, 2**63, 2**64 - 1]), min_size=3, max_size=3), min_size=1)


@given(NUMBERS)
def test_distinct_rows_make_up_the_table(numbers: list[list[int]]) -> None:
    rows = np.array(numbers, dtype=np.uint64)
    found, places = distinct(rows)
    assert (found[places] == rows).all()
    assert len(found) in {len(set(map(tuple, numbers))), len(rows)}


def test_rows_with_the_same_sum_are_kept_apart() -> None:
    one, other = 3**31 % 2**64, 5**31 % 2**64
    rows = np.array([[other, 0], [0, one], [0, one]], dtype=np.uint64)
    found, places = distinct(rows)
    assert len(found) == 3
    assert (found[places] == rows).all()


def test_what_is_shared_cannot_be_trained() -> None:
    model = PIPELINE.get_pipe("tok2vec").model
    _, backwards = model.begin_update([PIPELINE.make_doc(TEXTS[0])])
    with pytest.raises(NotImplementedError):
        backwards([np.zeros((9, 96), dtype=np.float32)])
