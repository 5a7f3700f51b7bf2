"""A second reading: the judge looks at what the frames say, and each event gets a calibrated score.

The score is the chance that a careful reader would enter the event with this category and one of these actors. It comes
from a logistic model over a few readable signs; `training/weighing.py` fits the weights in `judge/data/score.csv`.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from summitry.coding.frames import is_wide
from summitry.coding.judge import NONE, Judge, Judgement, Pair, load_judge, phrase_of
from summitry.coding.statements import Statement, is_weak
from summitry.language import Span as Words
from summitry.model import HAPPENED, MUTUAL, Event, Participant

__all__ = ["LEAST", "Reviewer", "logit", "pair_of", "score_of", "signs_of", "weights_in"]

LEAST = 0.3
"""Statements of a lower score are dropped: half the F1 of unseen texts, where F1 is highest if scores are chances.

Source: Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure (2014).
"""
MANY = 5
"""More participants than this count as this many."""
_FAR = 6.0


class Reviewer:
    """Scores statements and drops the unlikely ones.

    Args:
        judge: reads the sentences.
        least: statements of a lower score are dropped; 0 drops none.
        holds_wide: statements of wide frames are dropped where the judge holds another category for likelier.
    """

    def __init__(self, judge: Judge, least: float = LEAST, holds_wide: bool = True) -> None:
        self._judge = judge
        self._least = least
        self._holds_wide = holds_wide

    @classmethod
    def load(cls) -> Reviewer:
        """Return a reviewer with the bundled judge."""
        return cls(load_judge())

    def review(self, sentence: Words, statements: Mapping[int, Statement]) -> dict[int, Statement]:
        """Return the likely ones among the statements of one sentence by their triggers, with their scores."""
        pairs = {trigger: pair_of(sentence, statement.event) for trigger, statement in statements.items()}
        asked = list(dict.fromkeys(pairs.values()))
        verdicts = dict(zip(asked, self._judge.judge(sentence.text, asked), strict=True))
        kept = {}
        for trigger, statement in statements.items():
            verdict = verdicts[pairs[trigger]]
            score = score_of(signs_of(statement, verdict))
            if score >= self._least and (
                not is_wide(statement.event.rule) or verdict.likeliest == statement.event.type
            ):
                kept[trigger] = replace(statement, event=replace(statement.event, score=round(score, 4)))
        return kept


def pair_of(sentence: Words, event: Event) -> Pair:
    """Return who does an event's act to whom, as characters of its sentence: the first named of each side.

    Of those who act on one another, the first two. More pairs an event tell right from wrong no better.
    """
    actors, recipients = (
        [_span(sentence, p) for p in event.participants if p.role == role] for role in ("actor", "recipient")
    )
    first, *others = sorted(actors, key=_is_unsaid) or [None]
    second = min(recipients or (others if event.type in MUTUAL else []), key=_is_unsaid, default=None)
    return first, second


def _is_unsaid(span: tuple[int, int] | None) -> bool:
    return span is None


def _span(sentence: Words, participant: Participant) -> tuple[int, int] | None:
    """Return where a participant stands in a sentence, `None` where it does not."""
    low = sentence.start_char
    if participant.span is None or not low <= participant.span[0] < participant.span[1] <= sentence.end_char:
        return None
    start, end = phrase_of(sentence, *participant.span)
    return max(start - low, 0), min(end, sentence.end_char) - low


def signs_of(statement: Statement, verdict: Judgement) -> dict[str, float]:
    """Return what speaks for and against a statement.

    Args:
        statement: as the frames tell it.
        verdict: on the pair for which it holds.
    """
    event = statement.event
    return {
        "all": 1.0,
        "judge: this category": logit(verdict.types[event.type]),
        "judge: no act": logit(verdict.types[NONE]),
        "judge: this status": verdict.statuses[event.status],
        "frame: its own score": event.score,
        "frame: a noun": float("/n " in event.rule),
        "somebody is unsaid": float(any(p.span is None for p in event.participants)),
        "somebody is acted upon": float(any(p.role == "recipient" for p in event.participants)),
        "how many take part": float(min(len(event.participants), MANY)),
        "dated": float(event.interval is not None),
        "dated by its own words": float(not is_weak(event.interval)),
        "a source is named": float(event.according_to != "author"),
        "a series": float(event.count > 1),
        "not told as a fact": float(event.status not in HAPPENED),
    }


def logit(chance: float) -> float:
    """Return the logarithm of the odds, kept within reason."""
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_FAR, min(_FAR, math.log(chance / (1 - chance))))


def score_of(signs: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Return the chance that a statement with some signs is right, 0 to 1."""
    weights = weights_in("score.csv") if weights is None else weights
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items())))


@cache
def weights_in(table: str) -> Mapping[str, float]:
    """Return the weights of a bundled table, by sign."""
    text = files("summitry.coding.judge").joinpath(f"data/{table}").read_text(encoding="utf-8")
    return {sign: float(weight) for sign, weight in csv.reader(text.splitlines())}
