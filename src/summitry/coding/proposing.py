"""Acts that no frame foresees: where the frames find nothing in a sentence, the judge says what its people do.

What it says with little doubt becomes a statement like any other, at the verb of the clause in which the doer stands.
Its score is the chance that such a word of the judge was right in texts from which it had not learnt; where it is
under the reviewer's threshold, nothing is stated.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import cast

from summitry.coding import syntax
from summitry.coding.events import EventBuilder
from summitry.coding.frames import Frame, Slot
from summitry.coding.judge import NONE, Judge, Judgement, Pair, load_judge, phrase_of
from summitry.coding.judge.linear import LinearJudge
from summitry.coding.reviewing import LEAST
from summitry.coding.statements import Statement, state
from summitry.language import Span as Words
from summitry.language import Token
from summitry.model import MUTUAL, EventType, Mention

__all__ = ["JUDGE", "Proposer"]

JUDGE = "judge"
"""The table under which statements of the judge are reported."""
MOST = 4
"""So many people of a sentence are looked at."""
OFFSET, SLOPE = -1.6, 0.9
"""Of the logistic curve from the judge's probability to the chance that it is right."""
SHARE = 0.7
"""An act with a target is taken where the judge gives it this share of what it gives the act without one."""
_POS = {"VERB": "v", "AUX": "v"}

Cast = tuple[tuple[Mention, ...], tuple[Mention, ...]]


class Proposer:
    """Finds acts in sentences of which the frames know nothing.

    Args:
        judge: reads the sentences.
        least: statements of a lower score are not made.
    """

    def __init__(self, judge: Judge, least: float = LEAST) -> None:
        self._judge = judge
        self._least = least

    @classmethod
    def load(cls) -> Proposer | None:
        """Return a proposer with the bundled judge; None where that is the linear one, which cannot tell."""
        judge = load_judge()
        return None if isinstance(judge, LinearJudge) else cls(judge)

    def propose(self, sentence: Words, builder: EventBuilder) -> dict[int, Statement]:
        """Return the likeliest act among the people of a sentence by its trigger, nothing where none is likely."""
        people = list(_people(sentence, builder))[:MOST]
        pairs = [*((one, None) for one in people), *permutations(people, 2)]
        spans = {m.start: _characters(sentence, m) for m in people}
        asked: list[Pair] = [(spans[one.start], spans[two.start] if two else None) for one, two in pairs]
        verdicts = self._judge.judge(sentence.text, asked) if asked else ()
        if not verdicts:
            return {}
        read = list(zip(pairs, verdicts, strict=True))
        (one, two), verdict = max(read, key=lambda pair: _likeliest(pair[1])[1])
        kind, sure = _likeliest(verdict)
        if two is None:
            others = [pair for pair in read if pair[0][0] == one and pair[1].types[kind] >= SHARE * sure]
            (one, two), verdict = max(others, key=lambda pair: (pair[0][1] is not None, pair[1].types[kind]))
        trigger = _clause_around(sentence, one)
        score = _chance(sure)
        if trigger is None or score < self._least:
            return {}
        mode = verdict.mode(kind)
        event = builder.tell(_frame(trigger, kind, mode), trigger, _cast(kind, mode, one, two, builder))
        if event is None:
            return {}
        return {trigger.i: state(replace(event, score=round(score, 4)), trigger)}


def _people(sentence: Words, builder: EventBuilder) -> Iterator[Mention]:
    """Yield whom a sentence names, each once."""
    seen: set[str] = set()
    for token in sentence:
        for mention in builder.index.at(token):
            here = sentence.start_char <= mention.start < mention.end <= sentence.end_char
            if here and mention.surface and mention.actor_id not in seen:
                seen.add(mention.actor_id)
                yield mention


def _characters(sentence: Words, mention: Mention) -> tuple[int, int]:
    low = sentence.start_char
    start, end = phrase_of(sentence, mention.start, mention.end)
    return max(start - low, 0), min(end, sentence.end_char) - low


def _likeliest(verdict: Judgement) -> tuple[str, float]:
    return max(((kind, chance) for kind, chance in verdict.types.items() if kind != NONE), key=lambda pair: pair[1])


def _clause_around(sentence: Words, mention: Mention) -> Token | None:
    """Return the verb of the clause in which somebody stands."""
    words = sentence.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    verb = syntax.clause_of(words.root) if words is not None else None
    return verb if verb is not None and verb.pos_ in _POS else None


def _frame(trigger: Token, kind: str, mode: str) -> Frame:
    """Return the frame that would have told the act."""
    lemma = trigger.lemma_.lower()
    return Frame(lemma, _POS[trigger.pos_], (), cast(EventType, kind), mode, (Slot("subj"),), (), 0, JUDGE)


def _cast(kind: str, mode: str, one: Mention, two: Mention | None, builder: EventBuilder) -> Cast:
    """Return who acts and who is acted upon, with their rows: all act in what is mutual, unless one visits another."""
    actors = builder.index.with_rows([one])
    recipients = [m for m in builder.index.with_rows([two]) if m not in actors] if two is not None else []
    if kind in MUTUAL and mode != "visit":
        return (*actors, *recipients), ()
    return tuple(actors), tuple(recipients)


def _chance(sure: float) -> float:
    sure = min(max(sure, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-(OFFSET + SLOPE * math.log(sure / (1 - sure)))))
