"""A pronoun that is an object stands for somebody else than the subject of its clause."""

from __future__ import annotations

import pytest

from actors.test_mentions import named

LEAD = "Kim Jong Un visited China. "


@pytest.mark.parametrize(
    ("sentence", "pronoun", "who"),
    [
        ("Xi Jinping received him at the palace.", "him", "Kim Jong Un"),
        ("Xi Jinping gave a dinner and thanked him.", "him", "Kim Jong Un"),
        ("Xi Jinping wanted to meet him.", "him", "Kim Jong Un"),
        ("Xi Jinping met with him.", "him", "Kim Jong Un"),
        ("Xi Jinping spoke to him of trade.", "him", "Kim Jong Un"),
        ("Xi Jinping praised his guest.", "his", "Xi Jinping"),
        ("Xi Jinping introduced himself.", "himself", "Xi Jinping"),
        ("Xi Jinping brought his wife with him.", "him", "Xi Jinping"),
        ("Xi Jinping said that he would come.", "he", "Xi Jinping"),
    ],
)
def test_whom_a_pronoun_stands_for(sentence: str, pronoun: str, who: str) -> None:
    assert named(LEAD + sentence, pronoun, "2019-06-21") == [who]


def test_a_state_does_not_threaten_itself_by_it() -> None:
    text = "North Korea tested a missile. Japan condemned it and the United States warned it."
    assert "Japan" not in named(text, "it", "2017-09-01")
    assert "United States" not in named(text, "it", "2017-09-01")
