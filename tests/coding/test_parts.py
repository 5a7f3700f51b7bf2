"""Whom a rule only guesses to take part in an act, doubted or confirmed by the judge."""

from __future__ import annotations

from summitry.annotation import load_annotator
from summitry.coding.coder import Coder
from summitry.coding.frames import load_frames
from summitry.coding.judge import Reading
from summitry.coding.reviewing import Reviewer
from summitry.model import Document

from .test_proposing import Sees


def cast(text: str, kind: str, judge: Sees | None) -> tuple[set[str], set[str]]:
    """Return who acts and who is acted upon in the one act of a category that a text tells."""
    coder = Coder(load_annotator(), load_frames(), Reviewer(judge, least=0) if judge else None)
    [event] = [e for e in next(coder.code([Document("d", text, ((0, len(text)),))])).events if e.type == kind]
    return {p.name for p in event.actors}, {p.name for p in event.recipients}


def test_whom_a_rule_guesses_and_the_judge_doubts_has_no_part() -> None:
    text = "Peru signed the treaty under pressure from Chile."
    assert cast(text, "SUPPORT", None) == ({"Peru"}, {"Chile"})
    assert cast(text, "SUPPORT", Sees("signed", "SUPPORT")) == ({"Peru"}, {"Chile"})
    assert cast(text, "SUPPORT", Sees("signed", "SUPPORT", acted="Nobody")) == ({"Peru"}, set())


def test_whom_the_words_tell_outright_the_judge_does_not_doubt() -> None:
    nobody = Sees("accused", "ACCUSE", acts="Nobody", acted="Nobody")
    assert cast("Peru accused Chile of lying.", "ACCUSE", nobody) == ({"Peru"}, {"Chile"})


def test_whom_the_judge_is_sure_of_is_acted_upon_where_the_words_tell_of_nobody() -> None:
    text = "Chile looked on as Peru praised the weather."
    assert cast(text, "SUPPORT", None) == ({"Peru"}, set())
    assert cast(text, "SUPPORT", Sees("praised", "SUPPORT")) == ({"Peru"}, {"Chile"})


def test_a_sentence_is_read_once() -> None:
    asked: list[str] = []

    class Counting(Sees):
        def read(self, sentence: str) -> Reading:
            asked.append(sentence)
            return super().read(sentence)

    cast("Peru demanded an inquiry into the fire aboard a ship on its way to Chile.", "REQUEST", Counting("x", "AID"))
    assert len(asked) == 1
