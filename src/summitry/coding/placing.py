"""Where: which of a text's places an act belongs to."""

from __future__ import annotations

from collections.abc import Container, Iterable

from spacy.tokens import Doc, Token

from summitry.model import PlaceMention

__all__ = ["PlaceIndex"]

LOCATIVE = frozenset({"in", "at", "on", "near", "off", "outside", "inside", "around", "over", "to", "along"})
WITHIN = frozenset({"in", "at", "near", "outside", "inside"})
"""Prepositions of place that name no matter: who talks "on Taiwan" is not there."""
TRIPS = frozenset({"tour", "trip", "visit"})
"""Nouns that a place follows as that where one is: "said during a visit to Seoul"."""
NEARBY = 6
"""A place more steps away in the sentence belongs to something else."""


class PlaceIndex:
    """The place mentions of one document, by sentence."""

    def __init__(self, doc: Doc, places: Iterable[PlaceMention]) -> None:
        self._by_sentence: dict[int, list[tuple[Token, PlaceMention]]] = {}
        for place in places:
            span = doc.char_span(place.start, place.end, alignment_mode="expand")
            if span is not None:
                self._by_sentence.setdefault(span.sent.start, []).append((span.root, place))

    def place_of(self, trigger: Token, spoken: bool = False) -> str:
        """Return the label of the place that a trigger's act is told to lie in, `""` where none is.

        Args:
            trigger: the word that tells the act.
            spoken: the act is done by words, which may be about a place.

        Only places under a preposition of place count, or a compound of the act itself
        ("the Hanoi summit"); the most particular one wins, then the nearest.
        """
        found = []
        for head, place in self._by_sentence.get(trigger.sent.start, ()):
            steps = _steps(trigger, head, WITHIN if spoken else LOCATIVE)
            if steps == 0 and not place.place.name:
                continue  # "U.S. talks" are whose they are, not where
            if steps is not None and steps <= NEARBY:
                found.append((not place.place.name, steps, place.start, place.place.label))
        return min(found)[3] if found else ""


def _steps(trigger: Token, head: Token, prepositions: Container[str]) -> int | None:
    """Return how many words lie between a place and the trigger above it, None where it is not below."""
    if head.head == trigger and head.dep_ in {"compound", "amod", "nmod"}:
        return 0
    if head.head == trigger and head.dep_ == "dobj" and trigger.lemma_ in TRIPS:
        return 0
    word, steps, located = head, 0, False
    tops = {trigger.i, *(a.i for a in trigger.ancestors)}
    while word.i not in tops:
        if word.dep_ in {"prep", "agent"} and (word.lower_ in prepositions or word.head.lemma_ in TRIPS):
            located = True
        if word.dep_ in {"relcl", "ccomp", "advcl"} or word.head == word:
            return None
        word, steps = word.head, steps + 1
    return steps if located else None
