"""Trigger frames: which words tell which act, and where they keep who did it to whom.

The frames are data, one a line of `data/frames.csv`. The word classes they refer to as `@name` stand in
`data/classes.toml`. CONTRIBUTING.md shows how to add a frame.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import cast

from summitry.coding import syntax
from summitry.coding.around import words_at
from summitry.coding.bodies import IsActor, speaks_for
from summitry.coding.crowds import is_crowd
from summitry.coding.lexicon import lemma_of, load_classes
from summitry.coding.ontology import load_ontology
from summitry.errors import DataError
from summitry.language import Token, remembered
from summitry.model import EventType

__all__ = [
    "TABLE",
    "Frame",
    "FrameSet",
    "Slot",
    "load_frames",
    "parse_frames",
]

_QUALITIES = {("v", "amod"), ("n", "compound")}
"""Words that qualify another: "*occupied* territories", "*test* sites" tell no act."""
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}

TABLE = "frames.csv"
"""The frames that are bundled."""

DEFAULT_ACTORS = {"v": "subj", "n": "mod by of light", "a": "subj"}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where around a trigger a participant is found.

    Args:
        path: `subj`, `obj`, `mod`, `light`, `comp`, `dative`, `ought` (who must do something), `guilty`,
            `wrong` and `praised` (who is said to break law, do wrong or well), `bound` (who must do
            what stands above), `menaced` and `harmed` (subject and object of what is threatened), `unless`
            (on whose doing a threat hangs), `refused` (to or with whom something is refused), `issuer` (who
            issues the text), `above` (who does what the clause around a noun says), `under` (what stands above
            a noun), `site` and `grievance` (before whom, against whom a crowd acts), or a preposition, with `~`
            one under the trigger or its object, as the parser has it ("withdrew troops *from*").
        under: where the word stands under which the preposition is: `obj` ("impose sanctions *on*"), another
            preposition ("is in contact *with*"); `""` for the trigger itself.
        places: a place found there counts as its state ("travelled to *Pyongyang*").
    """

    path: str
    under: str = ""
    places: bool = False

    @classmethod
    def parse(cls, text: str) -> Slot:
        """Read `subj`, `to*`, `obj>on`, `in>with`."""
        under, _, path = text.rstrip("*").rpartition(">")
        return cls(path, under, text.endswith("*"))


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on what stands around a trigger: `obj:@sanction`, `+on|upon`, `!mod:charm`."""

    where: str
    words: frozenset[str]
    negated: bool = False
    actor: bool = False
    person: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell an act.

    Args:
        trigger: lemma of the word that tells it.
        pos: `v` for verbs, `n` for nouns, `a` for predicate adjectives ("is *willing* to").
        needs: conditions, all to be met.
        type: PLOVER category, `None` for a frame that says "this is no event".
        mode: PLOVER mode or `""`.
        actors: slots of who acts, in the order they are tried and joined.
        recipients: slots of whom it is directed at, the first filled one counts.
        line: line of its table, 0 where it stands in none; runs report it under both.
        table: file that it stands in.
    """

    trigger: str
    pos: str
    needs: tuple[Need, ...]
    type: EventType | None
    mode: str
    actors: tuple[Slot, ...]
    recipients: tuple[Slot, ...]
    line: int
    table: str = TABLE

    @property
    def name(self) -> str:
        """How runs and `--why` call the frame."""
        place = f"{self.table}:{self.line}" if self.line else self.table
        return f"frame {self.trigger}/{self.pos} ({place})"


@cache
def load_frames() -> FrameSet:
    """Read the bundled frames; `stage|stag` stands for two lemmas, the second one that the tagger gets wrong.

    Raises:
        DataError: a line is malformed, or repeats an earlier one; names it.
    """
    return parse_frames(files("summitry.coding").joinpath(f"data/{TABLE}").read_text(encoding="utf-8"), TABLE)


def parse_frames(text: str, table: str) -> FrameSet:
    """Return the frames of a table like `frames.csv`.

    Args:
        text: its lines, the first of them the head.
        table: its name, by which errors and runs call it.

    Raises:
        DataError: a line is malformed, or repeats an earlier one, which would always come before it; names it.
    """
    known: dict[tuple[str, str, frozenset[Need]], Frame] = {}
    for frame in _rows(text, table):
        first = known.setdefault((frame.trigger, frame.pos, frozenset(frame.needs)), frame)
        if first is not frame:
            raise DataError(f"{table}:{frame.line}: {frame.trigger} has the needs of line {first.line}")
    return FrameSet(known.values())


def _rows(text: str, table: str) -> Iterator[Frame]:
    for number, line in enumerate(text.splitlines(), 1):
        if number == 1 or line.startswith("#") or not line.strip():
            continue
        triggers, *rest = next(csv.reader([line]))
        first, *others = triggers.split("|")
        frame = _parse([first, *rest], table, number)
        yield frame
        yield from (replace(frame, trigger=trigger) for trigger in others)


def _parse(row: list[str], table: str, number: int) -> Frame:
    place = f"{table}:{number}"
    if len(row) != 7 or row[1] not in DEFAULT_ACTORS:
        raise DataError(f"{place}: expected trigger, v n or a, needs, type, mode, actor, recipient")
    trigger, pos, needs, kind, mode, actor, recipient = (cell.strip() for cell in row)
    if kind and (kind not in load_ontology() or (mode and mode not in load_ontology()[kind].modes)):
        raise DataError(f"{place}: no category {kind} with mode {mode!r} in ontology.toml")
    slots = [
        tuple(Slot.parse(part) for part in (cell or default).split())
        for cell, default in ((actor, DEFAULT_ACTORS[pos]), (recipient, ""))
    ]
    return Frame(
        trigger,
        pos,
        tuple(_parse_need(part, place) for part in needs.split()),
        cast(EventType, kind) if kind else None,
        mode,
        slots[0],
        slots[1],
        number,
        table,
    )


def _parse_need(part: str, place: str) -> Need:
    negated = part.startswith("!")
    body = part.removeprefix("!")
    where, _, values = ("+", "", body[1:]) if body.startswith("+") else body.partition(":")
    words = set[str]()
    actor = person = people = False
    for value in values.split("|"):
        if value in {"@actor", "@someone"}:
            actor, person = True, value == "@someone"
        elif value == "@people":
            people = True
        elif value.startswith("@"):
            try:
                words |= load_classes()[value[1:]]
            except KeyError:
                raise DataError(f"{place}: no word class {value}") from None
        elif value:
            words.add(value)
    return Need(where, frozenset(words), negated, actor, person, people)


class FrameSet:
    """Frames indexed by trigger, the most demanding first."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._index: dict[tuple[str, str], list[Frame]] = {}
        for frame in frames:
            self._index.setdefault((frame.trigger, frame.pos), []).append(frame)
        for rows in self._index.values():
            rows.sort(key=lambda frame: -len(frame.needs))

    def __len__(self) -> int:
        return sum(map(len, self._index.values()))

    def of_noun(self, lemma: str) -> tuple[Frame, ...]:
        """Return the frames that a noun triggers."""
        return tuple(self._index.get((lemma, "n"), ()))

    def match(self, token: Token, is_actor: IsActor) -> Frame | None:
        """Return the most demanding frame whose conditions hold at a word, or None.

        Args:
            token: a word of a parsed sentence.
            is_actor: tells whether a word stands in a mention of an actor, or of a person if its second
                argument is true.
        """
        pos = _POS.get(token.pos_, "")
        if (pos, token.dep_) in _QUALITIES or (pos == "a" and token.dep_ != "acomp"):
            return None
        told = [frame for lemma in _lemmas(token) for frame in self._index.get((lemma, pos), ())]
        for frame in told:
            if all(_meets(need, token, is_actor) != need.negated for need in frame.needs):
                return frame if frame.type else None
        return None


def _lemmas(word: Token) -> tuple[str, ...]:
    """Return a word's lemma behind that of a compound with a hyphen of which it is the last part: "*sit-in*"."""
    lemma = lemma_of(word)
    if word.i < 2 or word.doc[word.i - 1].text != "-" or word.doc[word.i - 1].idx + 1 != word.idx:
        return (lemma,)
    first = word.doc[word.i - 2]
    return (f"{first.lower_}-{lemma}", lemma) if first.idx + len(first) + 1 == word.idx else (lemma,)


def _meets(need: Need, token: Token, is_actor: IsActor) -> bool:
    if need.where == "+":
        return bool(syntax.particles(token) & need.words)
    if need.where == "tag":
        return token.tag_ in need.words
    if not (need.words or need.actor or need.people):
        return bool(words_at(need.where, token))
    if not need.words.isdisjoint(_lemmas_at(token, need.where)):
        return True
    return any(
        (need.actor and (_names(word, need.person, is_actor) or (not need.person and speaks_for(word, is_actor))))
        or (need.people and is_crowd(word))
        for word in words_at(need.where, token)
    )


def _names(word: Token, person: bool, is_actor: IsActor) -> bool:
    """True for a name of an actor, or a noun that one follows: "the *wrestler* Navid Afkari"."""
    return is_actor(word, person) or any(is_actor(name, person) for name in word.rights if name.dep_ == "appos")


@remembered
def _lemmas_at(token: Token, where: str) -> frozenset[str]:
    return frozenset(lemma for word in words_at(where, token) for lemma in _lemmas(word))
