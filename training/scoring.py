"""Says how a judge does on lessons that it was not fitted to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lessons import Lesson

from summitry.coding.judge.labels import NONE, TYPES
from summitry.coding.judge.reading import Reading

__all__ = ["say_scores"]

FOUND = 0.5
"""Words that tell an act, and people who take part in it, with at least this chance."""


def say_scores(name: str, lessons: Sequence[Lesson], read: Callable[[str], Reading]) -> None:
    """Print how many verdicts on pairs are right, and precision and recall of acts, their doers and their targets.

    An act is found where a word of its sentence is said to tell one of its category.
    """
    verdicts = [(verdict, read(lesson.sentence)) for lesson in lessons for verdict in lesson.verdicts]
    if verdicts:
        right = sum(reading.judge((v.actor, v.recipient)).likeliest in v.types for v, reading in verdicts)
        print(f"{name}: {len(verdicts)} pairs, {right / len(verdicts):.3f} of them right")
        return
    counts = {part: [0, 0, 0] for part in ("acts", "doers", "targets")}
    for lesson in lessons:
        for part, wanted, found in _compared(lesson, read(lesson.sentence)):
            here = counts[part]
            here[0] += wanted
            here[1] += found
            here[2] += min(wanted, found) if part == "acts" else wanted and found
    for part, (wanted, found, both) in counts.items():
        print(f"{name}, {part}: {wanted}, precision {both / max(found, 1):.3f}, recall {both / max(wanted, 1):.3f}")


def _compared(lesson: Lesson, reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield how many acts of each category there are and are found, and for each act who takes part and is said to."""
    places = [reading.at(word) for word in lesson.words]
    said = [TYPES[int(reading.types[at, :-1].argmax())] for at in places if at is not None and _tells(reading, at)]
    for kind in TYPES:
        if kind != NONE:
            yield "acts", sum(act.type == kind for act in lesson.acts), said.count(kind)
    for act in lesson.acts:
        at = places[act.word]
        for one in lesson.people if at is not None else ():
            chances = reading.roles([at], one)[0]
            yield "doers", int(one in act.actors), int(chances[0] >= FOUND)
            yield "targets", int(one in act.recipients), int(chances[1] >= FOUND)


def _tells(reading: Reading, piece: int) -> bool:
    return bool(reading.types[piece, :-1].max() >= FOUND)
