"""A second reading: the judge looks at what the frames say, and each event gets a calibrated score.

The score is the chance that a careful reader would enter the event with this category and one of these actors. It comes
from a logistic model over a few readable signs; `training/weighing.py` fits the weights in `judge/data/score.csv`.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import permutations, product

from spacy.tokens import Span as Words

from summitry.coding.judge import NONE, Judge, Judgement, Pair, load_judge, phrase_of
from summitry.coding.statements import Statement, is_weak
from summitry.model import HAPPENED, Event, Participant

__all__ = ["LEAST", "Reviewer", "pairs_of", "score_of", "signs_of"]

LEAST = 0.3
"""Statements of a lower score are dropped: half the F1 of unseen texts, where F1 is highest if scores are chances.

Source: Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure (2014).
"""
MOST_PAIRS = 3
"""So many pairs of an event are judged."""
MANY = 5
"""More participants than this count as this many."""
_FAR = 6.0


class Reviewer:
    """Scores statements and drops the unlikely ones.

    Args:
        judge: reads the sentences.
        least: statements of a lower score are dropped; 0 drops none.
    """

    def __init__(self, judge: Judge, least: float = LEAST) -> None:
        self._judge = judge
        self._least = least

    @classmethod
    def load(cls) -> Reviewer:
        """Return a reviewer with the bundled judge."""
        return cls(load_judge())

    def review(self, sentence: Words, statements: Mapping[int, Statement]) -> dict[int, Statement]:
        """Return the likely ones among the statements of one sentence by their triggers, with their scores."""
        pairs = {trigger: pairs_of(sentence, statement.event) for trigger, statement in statements.items()}
        asked = list(dict.fromkeys(pair for row in pairs.values() for pair in row))
        verdicts = dict(zip(asked, self._judge.judge(sentence.text, asked), strict=True))
        kept = {}
        for trigger, statement in statements.items():
            score = score_of(signs_of(statement, [verdicts[pair] for pair in pairs[trigger]]))
            if score >= self._least:
                kept[trigger] = replace(statement, event=replace(statement.event, score=round(score, 4)))
        return kept


def pairs_of(sentence: Words, event: Event) -> list[Pair]:
    """Return the pairs for which an event holds, as characters of its sentence."""
    actors = [_span(sentence, p) for p in event.participants if p.role == "actor"]
    recipients = [_span(sentence, p) for p in event.participants if p.role == "recipient"]
    said = [span for span in actors if span]
    pairs: list[Pair] = list(product(actors, recipients)) if recipients else list(permutations(said, 2))
    pairs = pairs or [(actor, None) for actor in actors] or [(None, None)]
    return list(dict.fromkeys(pairs))[:MOST_PAIRS]


def _span(sentence: Words, participant: Participant) -> tuple[int, int] | None:
    """Return where a participant stands in a sentence, `None` where it does not."""
    low = sentence.start_char
    if participant.span is None or not low <= participant.span[0] < participant.span[1] <= sentence.end_char:
        return None
    start, end = phrase_of(sentence, *participant.span)
    return max(start - low, 0), min(end, sentence.end_char) - low


def signs_of(statement: Statement, verdicts: Sequence[Judgement]) -> dict[str, float]:
    """Return what speaks for and against a statement.

    Args:
        statement: as the frames tell it.
        verdicts: on each pair for which it holds, at least one.
    """
    event = statement.event
    likely = max(verdict.types[event.type] for verdict in verdicts)
    best = max(verdicts, key=lambda verdict: verdict.types[event.type])
    return {
        "all": 1.0,
        "judge: this category": _logit(likely),
        "judge: no act": _logit(best.types[NONE]),
        "judge: this status": best.statuses[event.status],
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


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_FAR, min(_FAR, math.log(chance / (1 - chance))))


def score_of(signs: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Return the chance that a statement with some signs is right, 0 to 1."""
    weights = _weights() if weights is None else weights
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items())))


@cache
def _weights() -> Mapping[str, float]:
    text = files("summitry.coding.judge").joinpath("data/score.csv").read_text(encoding="utf-8")
    return {sign: float(weight) for sign, weight in csv.reader(text.splitlines())}
