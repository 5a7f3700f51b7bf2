"""A second reading: the judge looks at what the frames say, and each event gets a calibrated score.

The score is the chance that a careful reader would enter the event with this category and one of these actors. It comes
from a logistic model over a few readable signs; `training/weighing.py` fits the weights in `judge/data/score.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from summitry.coding.chances import LEAST, logit, score_of
from summitry.coding.events import EventBuilder
from summitry.coding.judge import TYPES, Judge, Judgement, Pair, Reading, SentenceRead, load_judge, phrase_of
from summitry.coding.proposing import Proposer, people_in
from summitry.coding.statements import Statement
from summitry.language import Span as Words
from summitry.language import Token
from summitry.model import HAPPENED, MUTUAL, Event, Participant

__all__ = ["Reviewer", "chance_at", "pair_of", "signs_of"]

_TELLING = frozenset({"VERB", "NOUN"})


class Reviewer:
    """Scores statements, drops the unlikely ones and adds what the frames left out.

    Args:
        judge: reads the sentences.
        least: statements of a lower score are dropped; 0 drops none.
        proposer: finds acts that the frames do not know; `None` to leave them.
    """

    def __init__(self, judge: Judge, least: float = LEAST, proposer: Proposer | None = None) -> None:
        self._judge = judge
        self._least = least
        self._proposer = proposer
        self._last: tuple[str, SentenceRead] | None = None

    @classmethod
    def load(cls) -> Reviewer:
        """Return a reviewer with the bundled judge."""
        return cls(load_judge(), proposer=Proposer())

    def review(
        self, sentence: Words, statements: Mapping[int, Statement], builder: EventBuilder
    ) -> dict[int, Statement]:
        """Return the likely statements of one sentence by their triggers, with their scores.

        Args:
            sentence: the sentence.
            statements: what the frames say of it, by trigger.
            builder: makes events of its document.
        """
        people = people_in(sentence, builder.index) if self._proposer is not None else ()
        if not statements and not people:
            return {}
        read = self.read(sentence)
        kept = {
            i: told for i, one in statements.items() if (told := self._reviewed(sentence, read, i, one)) is not None
        }
        if self._proposer is not None and isinstance(read, Reading):
            kept |= {one.word: one.statement for one in self._proposer.propose(sentence, read, people, builder, kept)}
        return dict(sorted(kept.items()))

    def read(self, sentence: Words) -> SentenceRead:
        """Return a sentence as the judge reads it; one asked for again is not read again."""
        if self._last is None or self._last[0] != sentence.text:
            self._last = sentence.text, self._judge.read(sentence.text)
        return self._last[1]

    def _reviewed(self, sentence: Words, read: SentenceRead, trigger: int, statement: Statement) -> Statement | None:
        """Return a statement with its score, None where it is unlikely."""
        verdict = read.judge(pair_of(sentence, statement.event))
        chance = chance_at(sentence.doc[trigger], statement.event.type, read, verdict)
        score = score_of(signs_of(statement, verdict, chance))
        if score < self._least:
            return None
        return replace(statement, event=replace(statement.event, score=round(score, 4)))


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


def signs_of(statement: Statement, verdict: Judgement, chance: float) -> dict[str, float]:
    """Return what speaks for and against a statement.

    Args:
        statement: as the frames tell it.
        verdict: on the pair for which it holds.
        chance: that its word tells an act of its category.
    """
    event = statement.event
    return {
        "all": 1.0,
        "judge: this category": logit(verdict.types[event.type]),
        "judge: this category at the word": logit(chance),
        "judge: this status": verdict.statuses[event.status],
        "frame: its own score": event.score,
        "somebody is acted upon": float(any(p.role == "recipient" for p in event.participants)),
        "dated": float(event.interval is not None),
        "not told as a fact": float(event.status not in HAPPENED),
    }


def chance_at(trigger: Token, kind: str, read: SentenceRead, verdict: Judgement) -> float:
    """Return the chance that a word tells an act of a category, or that one beside it does, which tells it rather.

    A judge that does not read word by word says what it says of the pair.
    """
    if not isinstance(read, Reading):
        return verdict.types[kind]
    low = trigger.sent.start_char
    words = [trigger, *(word for word in (trigger.head, *trigger.children) if word.pos_ in _TELLING)]
    pieces = [at for word in words if (at := read.at((word.idx - low, word.idx - low + len(word)))) is not None]
    return max((float(read.types[at, TYPES.index(kind)]) for at in pieces), default=verdict.types[kind])
