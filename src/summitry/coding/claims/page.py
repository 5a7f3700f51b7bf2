"""One document as the reading of claims sees it: words by lemma, times by place, acts told, actors named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property

from summitry.annotation import Annotation
from summitry.coding import syntax
from summitry.coding.claims.words import read_data, words
from summitry.coding.frames import Frame, FrameSet, parse_frames
from summitry.coding.mention_index import MentionIndex
from summitry.coding.phrases import actors_of
from summitry.language import Span, Token
from summitry.model import Event, Interval, Mention, TimeExpression

__all__ = ["LONGEST_SENTENCE", "Page", "Timed"]

Timed = tuple[TimeExpression, Span]
"""A time expression and its words."""

LONG_SENTENCE = 30
"""Sentences of more words than this are long."""
LONGEST_SENTENCE = 250
"""Longer runs of words are lists, tables or rubbish: no claims are sought in them."""
LONGEST_TIME = 7
"""A longer expression holds acts, too: "a month after the second nuclear test of May 25"."""
_ENDINGS = frozenset('.!?"”);:')
_VERBAL = frozenset({"VERB", "AUX"})


class Page:
    """One document, with the questions that the finders of claims ask of it.

    Args:
        annotation: the parsed document with its actors and times.
        index: its mentions by their words.
        told: the events that the coder found, by the words that tell them.
        frames: which act a word tells.
    """

    def __init__(
        self, annotation: Annotation, index: MentionIndex, told: Mapping[int, Event], frames: FrameSet
    ) -> None:
        self.doc = annotation.doc
        self.text: str = annotation.document.text
        self.published: Interval | None = annotation.document.published
        self.index = index
        self._told = told
        self._frames = frames
        self.sentences = tuple(s for s in self.doc.sents if len(s) <= LONGEST_SENTENCE)
        self._home = {i: s.start for s in self.sentences for i in range(s.start, s.end)}
        self._by_lemma: dict[str, list[Token]] = {}
        for token in self.tokens():
            if not token.is_space:
                lemma = token.lemma_.lower()
                self._by_lemma.setdefault(lemma, []).append(token)
                if token.lower_ != lemma:
                    self._by_lemma.setdefault(token.lower_, []).append(token)
        self.times: tuple[Timed, ...] = tuple(self._place_times(annotation.times))
        self._times_by_sentence: dict[int, list[Timed]] = {}
        for timed in self.times:
            self._times_by_sentence.setdefault(timed[1].sent.start, []).append(timed)
        self._told_by_type: dict[str, list[int]] = {}
        for i in sorted(told):
            self._told_by_type.setdefault(told[i].type, []).append(i)
        self._sentence_signs: dict[int, tuple[str, ...]] = {}
        self._timed_words = {token.i for _, span in self.times if len(span) <= LONGEST_TIME for token in span}

    def _place_times(self, times: Iterable[TimeExpression]) -> Iterator[Timed]:
        for time in times:
            span = self.doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None and len(span.sent) <= LONGEST_SENTENCE:
                yield time, span

    def tokens(self) -> Iterator[Token]:
        """Yield the words of the sentences that are read for claims."""
        for sentence in self.sentences:
            yield from sentence

    def having(self, words: Iterable[str]) -> list[Token]:
        """Return the words of the document that have one of some lemmas or forms, in order."""
        found = {token.i: token for word in words for token in self._by_lemma.get(word, ())}
        return [found[i] for i in sorted(found)]

    def where(self, test: Callable[[str], bool]) -> list[Token]:
        """Return the words of the document whose lemma or form passes a test, in order."""
        return self.having([word for word in self._by_lemma if test(word)])

    def is_time(self, token: Token) -> bool:
        """True for a word that is part of a time expression."""
        return token.i in self._timed_words

    def times_within(self, words: Iterable[Token]) -> list[Timed]:
        """Return the time expressions that stand on some words, in order."""
        inside = list(words)
        wanted = {word.i for word in inside}
        sentences = dict.fromkeys(self._home.get(i, -1) for i in sorted(wanted))
        near = (timed for start in sentences for timed in self._times_by_sentence.get(start, ()))
        return [timed for timed in near if any(t.i in wanted for t in timed[1])]

    def event_at(self, topic: Token | None) -> Event | None:
        """Return the event that a word tells, or that the verb tells of which it is an argument."""
        if topic is None:
            return None
        if topic.i in self._told:
            return self._told[topic.i]
        above = topic.head
        argument = topic.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj", "oprd"}
        if topic.dep_ == "pobj" and above.head != above:
            above = above.head
        return self._told.get(above.i) if argument and above.pos_ in _VERBAL else None

    def act_of(self, verb: Token) -> Token:
        """Return the act that a clause dates: its verb, or its subject where that is an act that "came" or "began"."""
        if verb.lemma_.lower() not in words("duration", "coming") and (verb.lemma_ != "be" or self.frame_at(verb)):
            return verb
        for noun in syntax.subjects(verb):
            inner = (noun, *syntax.prepositional(noun, "of"))
            acting = next((n for n in inner if self.frame_at(n) is not None), None)
            if acting is not None or verb.lemma_ == "be":
                return noun if acting is None else acting
        return verb

    def tells(self, topic: Token) -> bool:
        """True for a word that tells an event of the coder's itself."""
        return topic.i in self._told

    def frame_at(self, topic: Token | None) -> Frame | None:
        """Return the act that a word tells by itself, None where it tells none.

        Claims count acts in more words than reports tell them in: what `acts.csv` holds is an act to a claim alone.
        """
        if topic is None:
            return None
        return self._frames.match(topic, self.index.is_actor) or _acts().match(topic, self.index.is_actor)

    def is_act(self, topic: Token | None) -> bool:
        """True for a word that tells an act by itself, or an event of the coder's, itself or under its verb."""
        return self.frame_at(topic) is not None or self.event_at(topic) is not None

    def told_before(self, topic: Token, kind: str) -> Event | None:
        """Return the event of a category that was told last before a word."""
        told = self._told_by_type.get(kind, [])
        at = bisect_left(told, topic.i)
        return self._told[told[at - 1]] if at else None

    def actors_at(self, token: Token, places: bool = True) -> tuple[Mention, ...]:
        """Return whom a phrase stands for, with those coordinated to its right."""
        found: dict[str, Mention] = {}
        for member in syntax.conjuncts(token):
            for mention in (*actors_of(member, self.index, places), *self._states_beside(member)):
                found.setdefault(mention.actor_id, mention)
        return tuple(found.values())

    def _states_beside(self, token: Token) -> Iterator[Mention]:
        """Yield the states of a list that a parser took for an apposition: "China, *the two Koreas* and Japan"."""
        if any(mention.kind == "state" for mention in self.index.at(token)):
            for child in token.children:
                if child.dep_ == "appos":
                    yield from (mention for mention in self.index.at(child) if mention.kind == "state")

    def subject_of(self, token: Token) -> tuple[Mention, ...]:
        """Return the actors that are the subject of the clause in which a word stands."""
        verb = syntax.clause_of(token)
        return tuple(m for noun in syntax.subjects(verb) for m in self.actors_at(noun))

    def sentence_signs(self, token: Token) -> tuple[str, ...]:
        """Return what a word's sentence tells for or against a claim in it: long, no full stop, no actor."""
        home = self._home.get(token.i, -1)
        if home not in self._sentence_signs:
            sentence = token.sent
            signs = {
                "long sentence": len(sentence) > LONG_SENTENCE,
                "no full stop": sentence.text.rstrip()[-1:] not in _ENDINGS,
                "no actor in the sentence": not any(self.index.at(word) for word in sentence),
            }
            self._sentence_signs[home] = tuple(name for name, holds in signs.items() if holds)
        return self._sentence_signs[home]

    @cached_property
    def speaks_for_a_government(self) -> bool:
        """True for a release in which a government says "we"."""
        ours = (token for word in ("we", "our", "us") for token in self._by_lemma.get(word, ()))
        return any(self.index.at(token) and not self.in_quotes(token) for token in ours)

    def in_quotes(self, token: Token) -> bool:
        """True where an odd number of quotation marks stands before a word in its sentence."""
        before = self.text[self.doc[self._home.get(token.i, token.i)].idx : token.idx]
        return (before.count('"') + before.count("“") + before.count("”")) % 2 == 1


@cache
def _acts() -> FrameSet:
    """Return the words of `acts.csv` that tell an act where a claim counts it: "has been to", "his third journey"."""
    return parse_frames(read_data("acts.csv"), "acts.csv")
