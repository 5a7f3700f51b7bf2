"""Hostile texts for the coder: what its patterns begin with, again and again."""

from __future__ import annotations

import os

import pytest

from faults.bounded import ends_in_time
from summitry.coding import load_coder
from summitry.model import Document, Interval
from summitry.record.workers import Coder

pytestmark = [pytest.mark.faults, pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

SIZE = 40_000


def document(text: str) -> Document:
    return Document("d", text, ((0, len(text)),), published=Interval.parse("2018-03-26"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    """The bundled coder, with all that it needs loaded before any fork."""
    loaded = load_coder()
    list(loaded.code([document("Xi Jinping met Kim Jong Un in Beijing on 26 March 2018, for the first time.")]))
    return loaded


@pytest.mark.parametrize(
    "filler",
    [
        "Xi Jinping, ",
        "the President of ",
        "A. ",
        "Mr. Xi ",
        "in Paris, ",
        "St. ",
        "1,",
        "$1,",
        "more than 3 ",
        "the fifth meeting ",
        "two days later, ",
    ],
)
def test_coding_takes_linear_time(coder: Coder, filler: str) -> None:
    """What patterns of actors, places, dates and claims begin with; a quadratic one would take many minutes."""
    hostile = document(filler * (SIZE // len(filler)))
    assert ends_in_time(lambda: list(coder.code([hostile])))
