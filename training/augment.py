"""Variants of a sentence: other names in the same places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from lessons import Lesson, meet

from summitry.coding.judge.tokens import Span

__all__ = ["Names", "renamed"]

LONGEST_NAME = 4
"""Phrases of more words say too much of the act to be put elsewhere."""
VARIED, SWAPPED = 0.4, 0.6
"""Shares of the sentences that get other names, and of their names that are put in another's place."""
_SMALL = frozenset({"the", "of", "and", "a", "an", "de", "al", "bin"})


@dataclass(frozen=True, slots=True)
class Names:
    """Phrases that can stand for one another.

    Args:
        kinds: phrases by what they look like: names of one word, of several, with an article, plurals.
    """

    kinds: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, lessons: Sequence[Lesson]) -> Names:
        """Collect the phrases of some sentences."""
        kinds: dict[str, set[str]] = {}
        for lesson in lessons:
            for start, end in _people(lesson):
                phrase = lesson.sentence[start:end]
                if kind := _kind(phrase):
                    kinds.setdefault(kind, set()).add(phrase)
        return cls({kind: sorted(phrases) for kind, phrases in kinds.items()})


def _people(lesson: Lesson) -> list[Span]:
    sides = (span for verdict in lesson.verdicts for span in (verdict.actor, verdict.recipient))
    return sorted({*lesson.people, *(span for span in sides if span is not None)})


def _kind(phrase: str) -> str:
    words = phrase.split()
    if len(words) > LONGEST_NAME or not words:
        return ""
    naming = [word for word in words if word.lower() not in _SMALL]
    if naming and all(word[0].isupper() for word in naming):
        return "proper with article" if words[0].lower() == "the" else f"proper {min(len(words), 2)}"
    if naming and naming[-1].endswith("s") and not naming[-1].endswith("ss"):
        return "plural"
    return ""


def renamed(lesson: Lesson, names: Names, random: Random) -> Lesson:
    """Return a variant of a lesson, or the lesson; names that overlap or tell an act stay."""
    people = _people(lesson)
    if random.random() >= VARIED or any(later[0] < first[1] for first, later in pairwise(people)):
        return lesson
    telling = [lesson.words[act.word] for act in lesson.acts]
    spans = [*people, *(span for act in lesson.acts for span in (*act.actors, *act.recipients))]
    swaps: list[tuple[Span, str]] = []
    for span in people:
        kind = _kind(lesson.sentence[span[0] : span[1]])
        split = any(meet(span, other) and not _holds(other, span) for other in spans)
        if kind and not split and not any(meet(span, word) for word in telling) and random.random() < SWAPPED:
            swaps.append((span, random.choice(names.kinds[kind])))
    return _with(lesson, swaps) if swaps else lesson


def _with(lesson: Lesson, swaps: Sequence[tuple[Span, str]]) -> Lesson:
    def moved(span: Span) -> Span:
        before = sum(len(name) - (end - start) for (start, end), name in swaps if end <= span[0])
        inside = sum(len(name) - (end - start) for (start, end), name in swaps if _holds(span, (start, end)))
        return span[0] + before, span[1] + before + inside

    sentence, last = "", 0
    for (start, end), name in swaps:
        sentence += lesson.sentence[last:start] + name
        last = end
    gone = {at for at, word in enumerate(lesson.words) if any(meet(word, span) for span, _ in swaps)}
    order = [at for at in range(len(lesson.words)) if at not in gone]
    places = {at: new for new, at in enumerate(order)}
    return replace(
        lesson,
        sentence=sentence + lesson.sentence[last:],
        words=tuple(moved(lesson.words[at]) for at in order),
        acts=tuple(
            replace(
                act,
                word=places[act.word],
                actors=tuple(map(moved, act.actors)),
                recipients=tuple(map(moved, act.recipients)),
            )
            for act in lesson.acts
        ),
        people=tuple(map(moved, lesson.people)),
        verdicts=tuple(
            replace(v, actor=v.actor and moved(v.actor), recipient=v.recipient and moved(v.recipient))
            for v in lesson.verdicts
        ),
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
