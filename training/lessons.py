"""What a judge learns from: sentences with the words that tell acts, and who takes part in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from random import Random

from corpus import Example

from summitry.annotation import load_annotator
from summitry.coding.events import EventBuilder
from summitry.coding.judge.labels import NONE
from summitry.coding.judge.reading import TOGETHER
from summitry.coding.judge.tokens import Span
from summitry.coding.proposing import people_in
from summitry.language import Span as Words
from summitry.model import Document

__all__ = ["Lesson", "Taught", "Verdict", "examples_of", "lessons_of_examples", "meet", "people_of", "words_of"]

SILENT = frozenset({"PUNCT", "SPACE", "SYM"})
"""Words that never tell an act."""
QUIET = 4
"""So many pairs of a sentence that do nothing to each other."""


@dataclass(frozen=True, slots=True)
class Taught:
    """An act that one word tells.

    Args:
        word: which of the lesson's words.
        type: PLOVER category.
        mode: its mode, `""` where none.
        status: whether it happened.
        actors: who acts, as characters of the sentence.
        recipients: who is acted upon.
    """

    word: int
    type: str
    mode: str
    status: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one does to another, whichever word tells it.

    Args:
        actor: characters of the one, `None` where nobody is named.
        recipient: of the other.
        types: weight of each category, summing to one.
        mode: of the category, `None` where nobody says.
        status: `None` where nobody says.
    """

    actor: Span | None
    recipient: Span | None
    types: Mapping[str, float]
    mode: str | None
    status: str | None

    @property
    def type(self) -> str:
        """The weightiest category."""
        return max(self.types, key=lambda name: (self.types[name], name))


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence.

    Args:
        sentence: its text.
        words: characters of the words that may tell an act.
        acts: what they tell: all that the sentence tells, unless it bears verdicts.
        people: whom it names.
        verdicts: on pairs, instead of acts, where nobody says which word tells what.
        group: lessons of one group are never parted between training and test.
    """

    sentence: str
    words: tuple[Span, ...]
    acts: tuple[Taught, ...]
    people: tuple[Span, ...]
    verdicts: tuple[Verdict, ...]
    group: str


def lessons_of_examples(examples: Iterable[Example]) -> list[Lesson]:
    """Return the lessons of sentences with marked pairs."""
    told: dict[str, list[Example]] = {}
    for example in examples:
        told.setdefault(example.sentence, []).append(example)
    annotator = load_annotator()
    documents = (Document(str(at), text, ((0, len(text)),)) for at, text in enumerate(told))
    lessons = []
    for (text, rows), annotation in zip(told.items(), annotator.annotate(documents), strict=True):
        verdicts = tuple(Verdict(e.actor, e.recipient, e.types, e.mode, e.status) for e in rows)
        words = [span for sentence in annotation.doc.sents for span in words_of(sentence, 0)]
        lessons.append(Lesson(text, tuple(words), (), (), verdicts, text))
    return lessons


def words_of(sentence: Words, low: int) -> Iterator[Span]:
    """Yield the words of a sentence that may tell an act, as characters from an offset on."""
    return ((t.idx - low, t.idx - low + len(t)) for t in sentence if t.pos_ not in SILENT)


def people_of(sentence: Words, builder: EventBuilder, low: int) -> Iterator[Span]:
    """Yield whom a sentence names, as characters from an offset on."""
    shift = sentence.start_char - low
    return ((start + shift, end + shift) for _, (start, end) in people_in(sentence, builder.index))


def examples_of(lessons: Sequence[Lesson]) -> list[Example]:
    """Return the pairs of lessons: those in their acts, and some of those that do nothing to each other."""
    return [example for lesson in lessons for example in _examples(lesson)]


def _examples(lesson: Lesson) -> Iterator[Example]:
    for one in lesson.verdicts:
        yield Example(lesson.sentence, one.actor, one.recipient, one.types, one.mode, one.status)
    acting: dict[tuple[Span | None, Span | None], list[Taught]] = {}
    for act in lesson.acts:
        for pair in _pairs_of(act):
            acting.setdefault(pair, []).append(act)
    for pair, acts in acting.items():
        share = 1 / len(acts)
        types: dict[str, float] = {}
        for act in acts:
            types[act.type] = types.get(act.type, 0.0) + share
        mode = acts[0].mode if len({(act.type, act.mode) for act in acts}) == 1 else None
        yield Example(lesson.sentence, *pair, types, mode, acts[0].status)
    idle = [pair for pair in permutations(lesson.people, 2) if pair not in acting and pair[::-1] not in acting]
    for pair in Random(lesson.sentence).sample(idle, min(QUIET, len(idle))):
        yield Example(lesson.sentence, *pair, {NONE: 1.0}, "unrelated", None)


def _pairs_of(act: Taught) -> list[tuple[Span | None, Span | None]]:
    if act.actors and act.recipients:
        return list(product(act.actors, act.recipients))
    if len(act.actors) > 1 and act.type in TOGETHER:
        return list(permutations(act.actors, 2))
    return [(actor, None) for actor in act.actors] or [(None, recipient) for recipient in act.recipients]


def meet(first: Span, second: Span) -> bool:
    """True where two spans share characters."""
    return first[0] < second[1] and second[0] < first[1]
