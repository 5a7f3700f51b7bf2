"""An offered event held against the text: its words found there, its actors and dates read by our own code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summitry.actors import Registry
from summitry.annotation import Annotation
from summitry.coding.attribution import AUTHOR
from summitry.coding.counting import count_of
from summitry.coding.events import index_of
from summitry.coding.llm.answers import Offered
from summitry.coding.llm.locating import find_words, nearest
from summitry.coding.llm.pieces import Piece
from summitry.coding.llm.tally import RejectedError
from summitry.coding.ontology import load_ontology
from summitry.coding.quoting import LONGEST_SENTENCE
from summitry.coding.statements import Statement, state
from summitry.dates import outermost
from summitry.language import Span as Words
from summitry.model import HAPPENED, Event, Evidence, Interval, Mention, Participant, Role, Span

__all__ = ["SCORE", "Verifier"]

SCORE = 0.5
"""What every event kept is given: nothing is known of how often a language model is right."""


class Verifier:
    """Holds what a language model offers for one document against its text.

    Args:
        annotation: the document with the actors, times and places that our own code finds in it.
        registry: for offices at the time of an event.
        rule: what an event names as that which made it.
    """

    def __init__(self, annotation: Annotation, registry: Registry, rule: str) -> None:
        self._document = annotation.document
        self._doc = annotation.doc
        self._registry = registry
        self._rule = rule
        self._places = annotation.places
        self._times = [t for t in dict.fromkeys((*annotation.times, *outermost(annotation.times))) if _is_date(t.type)]
        self.index, _ = index_of(annotation, registry)

    def check(self, offered: Offered, piece: Piece) -> tuple[int, Statement]:
        """Return an offered event as our own code reads its words, with the word that tells it.

        Args:
            offered: the event.
            piece: the part of the text that it was offered for; nothing is sought outside.

        Raises:
            RejectedError: some of its words do not stand in the text, or do not mean what they are offered as.
        """
        if offered.mode and offered.mode not in load_ontology()[offered.type].modes:
            raise RejectedError("mode is none of its category", offered.mode)
        evidence = self._evidence(offered, piece)
        at = (evidence.start, evidence.end)
        words = self._words(at)
        interval = self._interval(offered, piece, at)
        actors = self._who(offered.actors, piece, at, places=False)
        known = {mention.actor_id for mention in actors}
        recipients = [m for m in self._who(offered.recipients, piece, at, places=True) if m.actor_id not in known]
        self._stands_there([*actors, *recipients], words, offered)
        event = Event(
            type=offered.type,
            mode=offered.mode,
            participants=(
                *self._participants(actors or [self.index.unknown()], "actor", interval),
                *self._participants(recipients, "recipient", interval),
            ),
            interval=interval,
            place=self._place(offered, piece, at),
            status=offered.status,
            according_to=self._source(offered, piece, at),
            count=count_of(words.root),
            evidence=(evidence,),
            score=SCORE,
            rule=self._rule,
        )
        return words.root.i, state(event, words.root)

    def _evidence(self, offered: Offered, piece: Piece) -> Evidence:
        start, end = self._find("evidence", offered.evidence, piece)[0]
        if end - start > LONGEST_SENTENCE:
            raise RejectedError("evidence is longer than a sentence", offered.evidence)
        words = self._words((start, end))
        low, high = words[0].sent.start_char, words[-1].sent.end_char
        sentence = piece.text[min(low, start) : max(high, end)].strip()
        shown = sentence if len(sentence) <= LONGEST_SENTENCE else ""
        return Evidence(start, end, self._document.text[start:end], shown)

    def _find(self, what: str, words: str, piece: Piece) -> list[Span]:
        """Return where words stand in a piece.

        Raises:
            RejectedError: they do not.
        """
        found = find_words(piece.text, words, *piece.span)
        if not found:
            raise RejectedError(f"{what} not in the text", words)
        return found

    def _words(self, span: Span) -> Words:
        words = self._doc.char_span(*span, alignment_mode="expand")
        assert words is not None  # an expanded span inside the text always has words
        return words

    def _who(self, names: Iterable[str], piece: Piece, at: Span, *, places: bool) -> list[Mention]:
        """Return whom our own code finds on the words that are offered as actors, each once.

        Raises:
            RejectedError: the words do not stand in the text, or nobody is found on them.
        """
        found: dict[str, Mention] = {}
        for name in names:
            spans = nearest(self._find("actor", name, piece), at)
            mentions = next((told for span in spans if (told := self._mentions(span, places))), ())
            if not mentions:
                raise RejectedError("actor is nobody that the registry or the text tells of", name)
            for mention in mentions:
                found.setdefault(mention.actor_id, mention)
        return list(found.values())

    def _mentions(self, span: Span, places: bool) -> Sequence[Mention]:
        """Return whom words name; for a place its state where places count, a capital's in any case."""
        words = self._words(span)
        found = self.index.at(words.root) or self.index.within(words)
        states = () if found else self.index.at(words.root, places=True)
        return found or (states if places else tuple(filter(self._is_capital, states)))

    def _is_capital(self, mention: Mention) -> bool:
        state = self._registry.states.get(mention.state)
        return state is not None and state.capital == mention.surface

    def _stands_there(self, mentions: Sequence[Mention], words: Words, offered: Offered) -> None:
        """Check that the sentence of the evidence speaks of somebody who is said to take part.

        Raises:
            RejectedError: it does not.
        """
        low, high = words[0].sent.start, words[-1].sent.end
        told = [m for token in self._doc[low:high] for m in self.index.at(token, True)]
        ids, states = {m.actor_id for m in mentions}, {m.state for m in mentions if m.state}
        if not any(m.actor_id in ids or m.state in states for m in told):
            raise RejectedError("nobody who takes part is named where the evidence stands", offered.evidence)

    def _interval(self, offered: Offered, piece: Piece, at: Span) -> Interval | None:
        """Return the days that the offered words stand for, as our own code reads dates.

        Raises:
            RejectedError: they do not stand in the text, tell no date, or one that contradicts the status.
        """
        if not offered.when.strip():
            return None
        spans = nearest(self._find("date", offered.when, piece), at)
        interval = next((told for span in spans for told in self._days(span)), None)
        if interval is None:
            raise RejectedError("date is none that can be read", offered.when)
        published = self._document.published
        late = interval.first and published and published.last and interval.first > published.last
        if late and offered.status in HAPPENED:
            raise RejectedError("date lies after the publication of what is told as done", offered.when)
        return interval

    def _days(self, span: Span) -> Iterator[Interval]:
        """Yield the dates read on some words, the one first that fits the words best."""
        over = [t for t in self._times if t.start < span[1] and span[0] < t.end]
        for time in sorted(over, key=lambda t: abs(t.start - span[0]) + abs(t.end - span[1])):
            if time.interval.first is not None or time.interval.last is not None:
                yield time.interval

    def _place(self, offered: Offered, piece: Piece, at: Span) -> str:
        """Return the place that the gazetteer knows on the offered words, `""` where it knows none.

        Raises:
            RejectedError: they do not stand in the text.
        """
        if not offered.where.strip():
            return ""
        spans = nearest(self._find("place", offered.where, piece), at)
        return next((p.place.label for s in spans for p in self._places if p.start < s[1] and s[0] < p.end), "")

    def _source(self, offered: Offered, piece: Piece, at: Span) -> str:
        """Return who says so: by the name that is known, else by the words of the text.

        Raises:
            RejectedError: they do not stand in the text.
        """
        told = offered.according_to.strip()
        if not told or told == AUTHOR:
            return AUTHOR
        start, end = nearest(self._find("source", told, piece), at)[0]
        mentions = self._mentions((start, end), places=False)
        return mentions[0].name if mentions else " ".join(self._document.text[start:end].split())

    def _participants(self, mentions: Iterable[Mention], role: Role, days: Interval | None) -> Iterator[Participant]:
        for mention in mentions:
            held = self._registry.office_at(mention.actor_id, days) if mention.kind == "person" else None
            yield Participant.of(mention, role, held.office if held else mention.office)


def _is_date(kind: str) -> bool:
    return kind in {"DATE", "TIME"}
