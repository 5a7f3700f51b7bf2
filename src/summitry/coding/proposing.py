"""Acts that no frame foresees: which words of a sentence tell an act by the judge's reading, and of whom.

A word that the judge holds for telling an act, where no statement tells it yet, becomes a statement like any other: the
people of the sentence to whom the judge gives a part in it are its cast, completed as a frame's would be, the judge
says whether it happened, and its date and place come from the words as they do for frames. Its score is the chance that
such a word of the judge was right in texts from which it had not learnt; where it is under the reviewer's threshold,
nothing is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from summitry.coding import syntax
from summitry.coding.casting import without_homes
from summitry.coding.chances import LEAST, logit, score_of, weights_in
from summitry.coding.events import EventBuilder
from summitry.coding.frames import Frame, Slot
from summitry.coding.judge import Judgement, Reading, phrase_of
from summitry.coding.judge.labels import TYPES
from summitry.coding.participants import Cast, MentionIndex
from summitry.coding.statements import Statement, is_weak, state
from summitry.language import Span as Words
from summitry.language import Token
from summitry.model import EventType, Mention, Status

__all__ = ["JUDGE", "Person", "Proposal", "Proposer", "people_in"]

JUDGE = "judge"
"""The table under which statements of the judge are reported."""
WORTH = 0.1
"""Words that tell an act with a lower chance are not looked at."""
TAKES_PART = 0.5
"""Somebody with at least this chance of a part in an act has it."""
CLOSE = 4
"""Words no further apart than this hardly tell two acts of one category."""
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_HELPING = frozenset({"aux", "auxpass"})

Person = tuple[Mention, tuple[int, int]]
"""Somebody in a sentence, and where."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act that a word tells by the judge's reading.

    Args:
        word: number of the word in its document.
        statement: what it states.
        signs: what speaks for it.
    """

    word: int
    statement: Statement
    signs: Mapping[str, float]


class Proposer:
    """Finds acts that the frames do not know.

    Args:
        least: statements of a lower score are not made.
        weights: behind the score; the bundled ones where none are given.
    """

    def __init__(self, least: float = LEAST, weights: Mapping[str, float] | None = None) -> None:
        self._least = least
        self._weights = weights_in("proposals.csv") if weights is None else weights

    def propose(
        self,
        sentence: Words,
        reading: Reading,
        people: Sequence[Person],
        builder: EventBuilder,
        told: Mapping[int, Statement],
    ) -> Iterator[Proposal]:
        """Yield what words of a sentence tell by the judge's reading and no statement tells yet, the likeliest first.

        Args:
            sentence: the sentence.
            reading: what the judge reads in it.
            people: whom it names.
            builder: makes events of its document.
            told: what is stated of the sentence, by trigger.
        """
        known = dict(told)
        for word, piece, kind, chance in _tellers(sentence, reading):
            if any(_is_told(word, kind, i, statement) for i, statement in known.items()):
                continue
            signs = _signs(word, kind, chance, told)
            score = score_of(signs, self._weights)
            if score < self._least:
                continue
            parts = [(one, *reading.roles([piece], span)[0].tolist()) for one, span in people]
            statement = _statement(word, kind, reading.told_at(piece), parts, builder)
            if statement is not None:
                known[word.i] = replace(statement, event=replace(statement.event, score=round(score, 4)))
                yield Proposal(word.i, known[word.i], signs)


def _statement(
    word: Token, kind: str, verdict: Judgement, parts: Sequence[tuple[Mention, float, float]], builder: EventBuilder
) -> Statement | None:
    mode = verdict.mode(kind)
    status = cast(Status, verdict.status)
    event = builder.tell(_frame(word, kind, mode), word, _cast(kind, mode, parts, builder), status)
    if event is None:
        return None
    told = state(event, word)
    return None if _only_recalls(told, word) else told


def _only_recalls(statement: Statement, word: Token) -> bool:
    """True for a bare noun that recalls what was told before, "the launch", and says nothing new of it.

    What somebody does is told by its verb's object: "gave *its consent*", "tendered *their good offices*".
    """
    bare = word.dep_ != "dobj" and not any(child.dep_ == "prep" for child in word.children)
    return statement.recalled and bare and is_weak(statement.event.interval)


def _tellers(sentence: Words, reading: Reading) -> Iterator[tuple[Token, int, str, float]]:
    """Yield the words that may tell an act, the likeliest first: each with its piece, the act and its chance."""
    found, low = [], sentence.start_char
    likely = reading.types[:, :-1].max(axis=1) >= WORTH
    for word in sentence if likely.any() else ():
        at = reading.at((word.idx - low, word.idx - low + len(word))) if _may_tell(word) else None
        if at is not None and likely[at]:
            best = int(reading.types[at, :-1].argmax())
            found.append((word, at, TYPES[best], float(reading.types[at, best])))
    yield from sorted(found, key=lambda one: -one[3])


def _may_tell(word: Token) -> bool:
    """True for a verb, noun or adjective, "*was* in Oslo" among them; not for one that only helps another."""
    return word.pos_ in _POS and word.dep_ not in _HELPING


def _is_told(word: Token, kind: str, trigger: int, statement: Statement) -> bool:
    """True where a statement tells what a word may tell: at the same word, or of its kind at a word close by."""
    other = word.doc[trigger]
    if other == word or statement.event.type != kind or _are_apart(word, other):
        return other == word
    bound = other in {word.head, word.head.head} or word in {other.head, other.head.head}
    return bound or abs(trigger - word.i) <= CLOSE


def _are_apart(one: Token, other: Token) -> bool:
    """True for the verbs of two clauses, each with somebody of its own or joined to one that has."""
    return all(word.pos_ == "VERB" and (word.dep_ == "conj" or syntax.has_subject(word)) for word in (one, other))


def people_in(sentence: Words, index: MentionIndex) -> tuple[Person, ...]:
    """Return whom a sentence names, each once, with the characters of the phrase."""
    found: dict[str, Person] = {}
    low = sentence.start_char
    for token in sentence:
        for mention in index.at(token, places=True):
            if low <= mention.start < mention.end <= sentence.end_char and mention.surface:
                start, end = phrase_of(sentence, mention.start, mention.end)
                span = max(start - low, 0), min(end, sentence.end_char) - low
                found.setdefault(mention.actor_id, (mention, span))
    return tuple(found.values())


def _frame(trigger: Token, kind: str, mode: str) -> Frame:
    """Return the frame that would have told the act."""
    lemma = trigger.lemma_.lower()
    return Frame(lemma, _POS[trigger.pos_], (), cast(EventType, kind), mode, (Slot("subj"),), (Slot("obj"),), 0, JUDGE)


def _cast(kind: str, mode: str, parts: Sequence[tuple[Mention, float, float]], builder: EventBuilder) -> Cast:
    """Return who acts and who is acted upon, with their rows: all act in what is mutual, unless one visits another."""
    index = builder.index
    doing = [one for one, acts, acted in parts if acts >= max(TAKES_PART, acted)]
    done_to = [one for one, acts, acted in parts if acted >= TAKES_PART and acted > acts]
    actors, targets = (index.with_rows(index.distinct(row)) for row in (doing, done_to))
    known = {m.actor_id for m in actors}
    sides = without_homes(actors), without_homes([m for m in targets if m.actor_id not in known])
    return ((*sides[0], *sides[1]), ()) if kind == "CONSULT" and mode != "visit" else sides


def _signs(word: Token, kind: str, chance: float, told: Mapping[int, Statement]) -> dict[str, float]:
    """Return what speaks for an act of a category that the judge finds at a word; `told`: what the frames state."""
    alike = [word.doc[i] for i, other in told.items() if other.event.type == kind]
    return {
        "all": 1.0,
        "judge: this category": logit(chance),
        "an act beside it": float(bool(told)),
        "one of its category beside it": float(not all(_are_apart(word, other) for other in alike)),
        "a noun": float(word.pos_ != "VERB"),
    }
