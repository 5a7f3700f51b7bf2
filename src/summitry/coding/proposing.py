"""Acts that no frame foresees: where the frames find nothing in a sentence, the judge says what its people do.

What it says with little doubt becomes a statement like any other, at the verb of the clause in which the doer stands.
Its score is the chance that such a word of the judge was right in texts from which it had not learnt; where it is
under the reviewer's threshold, nothing is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from summitry.coding import syntax
from summitry.coding.events import EventBuilder
from summitry.coding.frames import Frame, Slot
from summitry.coding.judge import Judge, Judgement, Pair, load_judge, phrase_of
from summitry.coding.judge.linear import LinearJudge
from summitry.coding.reviewing import LEAST, logit, score_of, weights_in
from summitry.coding.statements import Statement, state
from summitry.coding.status import status_of
from summitry.language import Span as Words
from summitry.language import Token
from summitry.model import HAPPENED, MUTUAL, EventType, Mention

__all__ = ["JUDGE", "Proposer", "proposal_signs"]

JUDGE = "judge"
"""The table under which statements of the judge are reported."""
MOST = 4
"""So many people of a sentence are looked at."""
SHARE = 0.7
"""An act with a target is taken where the judge gives it this share of what it gives the act without one."""
STATES = frozenset(
    "be become belong consist contain cost depend exist have include lie live mean own remain seem".split()
)
"""Verbs that tell how things are."""

Cast = tuple[tuple[Mention, ...], tuple[Mention, ...]]


class Proposer:
    """Finds acts in sentences of which the frames know nothing.

    Args:
        judge: reads the sentences.
        least: statements of a lower score are not made.
        weights: behind the score; the bundled ones where none are given.
    """

    def __init__(self, judge: Judge, least: float = LEAST, weights: Mapping[str, float] | None = None) -> None:
        self._judge = judge
        self._least = least
        self._weights = weights_in("proposals.csv") if weights is None else weights

    @classmethod
    def load(cls) -> Proposer | None:
        """Return a proposer with the bundled judge; None where that is the linear one, which cannot tell."""
        judge = load_judge()
        return None if isinstance(judge, LinearJudge) else cls(judge)

    def propose(self, sentence: Words, builder: EventBuilder) -> dict[int, Statement]:
        """Return the likeliest act among the people of a sentence by its trigger, nothing where none is likely."""
        people = list(_people(sentence, builder))[:MOST]
        verbs = {one.start: verb for one in people if (verb := _clause_around(sentence, one)) is not None}
        found = self._likeliest(sentence, people, [one for one in people if one.start in verbs])
        if found is None:
            return {}
        (one, two), verdict, kind, score = found
        trigger, mode = verbs[one.start], verdict.mode(kind)
        event = builder.tell(_frame(trigger, kind, mode), trigger, _cast(kind, mode, one, two, builder))
        if event is None or (event.status in HAPPENED and verdict.status not in HAPPENED):
            return {}  # "had cancelled a planned visit": the verb happened, the act did not
        return {trigger.i: state(replace(event, score=round(score, 4)), trigger)}

    def _likeliest(
        self, sentence: Words, people: Sequence[Mention], doers: Sequence[Mention]
    ) -> tuple[tuple[Mention, Mention | None], Judgement, str, float] | None:
        """Return the pair that does the likeliest act, what is said of it, the act and the chance that it is right."""
        pairs = [*((one, None) for one in doers), *((one, two) for one in doers for two in people if two != one)]
        spans = {one.start: _characters(sentence, one) for one in people} if pairs else {}
        asked: list[Pair] = [(spans[one.start], spans[two.start] if two else None) for one, two in pairs]
        read = list(zip(pairs, self._judge.judge(sentence.text, asked), strict=True))
        if not read:
            return None
        pair, verdict = max(read, key=lambda told: _act_of(told[1])[1])
        kind, sure = _act_of(verdict)
        score = score_of(proposal_signs(sure), self._weights)
        if score < self._least:
            return None
        if pair[1] is None:  # rather with the one acted upon, where there is one
            others = [told for told in read if told[0][0] == pair[0] and told[1].types[kind] >= SHARE * sure]
            pair, verdict = max(others, key=lambda told: (told[0][1] is not None, told[1].types[kind]))
        return pair, verdict, kind, score


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


def _act_of(verdict: Judgement) -> tuple[str, float]:
    """Return the likeliest category other than `NONE` and its probability."""
    return verdict.act, verdict.types[verdict.act]


def _clause_around(sentence: Words, mention: Mention) -> Token | None:
    """Return the verb of the clause in which somebody stands, None where it tells a state of things or no fact."""
    words = sentence.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if words is None:
        return None
    verb = syntax.clause_of(words.root)
    tells = verb.pos_ == "VERB" and verb.lemma_.lower() not in STATES and status_of(verb) is not None
    return verb if tells else None


def _frame(trigger: Token, kind: str, mode: str) -> Frame:
    """Return the frame that would have told the act."""
    lemma = trigger.lemma_.lower()
    return Frame(lemma, "v", (), cast(EventType, kind), mode, (Slot("subj"),), (), 0, JUDGE)


def _cast(kind: str, mode: str, one: Mention, two: Mention | None, builder: EventBuilder) -> Cast:
    """Return who acts and who is acted upon, with their rows: all act in what is mutual, unless one visits another."""
    actors = builder.index.with_rows([one])
    recipients = [m for m in builder.index.with_rows([two]) if m not in actors] if two is not None else []
    if kind in MUTUAL and mode != "visit":
        return (*actors, *recipients), ()
    return tuple(actors), tuple(recipients)


def proposal_signs(sure: float) -> dict[str, float]:
    """Return what speaks for an act that the judge gives a probability."""
    return {"all": 1.0, "judge: this category": logit(sure)}
