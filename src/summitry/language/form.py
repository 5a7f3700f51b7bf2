"""What the model says of a word at its place: tag, part of speech, lemma, role."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Form"]


class Form(NamedTuple):
    """What the model's own parts put on a word, under the names of spaCy's attributes."""

    tag_: str
    pos_: str
    lemma_: str
    dep_: str
