"""The bundled coder, loaded once, and a short way to code a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.annotation import load_annotator
from summitry.coding import Coder, load_coder
from summitry.coding.frames import load_frames
from summitry.coding.judge import load_judge
from summitry.coding.reviewing import Reviewer
from summitry.model import Document, Event, Interval

Code = Callable[..., tuple[Event, ...]]


@pytest.fixture(scope="session")
def coder() -> Coder:
    return load_coder()


@pytest.fixture(scope="session")
def code() -> Code:
    """Return a function that codes a text published on a day (`""`: on an unknown one).

    It drops hardly any statement for its score or for what the judge holds likelier: judge and weights are fitted anew
    now and then, which is no matter for what the frames read.
    """
    coder = Coder(load_annotator(), load_frames(), Reviewer(load_judge(), least=0.05))

    def run(text: str, published: str = "2019-06-19") -> tuple[Event, ...]:
        day = Interval.parse(published) if published else None
        document = Document("d", text, ((0, len(text)),), published=day)
        return next(coder.code([document])).events

    return run
