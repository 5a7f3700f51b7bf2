"""What stands around a place name in a sentence: the preposition, the country, the longer name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitry.language import Doc, Token
from summitry.model import Span
from summitry.places.states import adjectives
from summitry.places.words import is_cue

__all__ = ["Context", "Lead", "read_context"]

Lead = Literal["where", "toward", "beside", "visit", "acting", ""]
"""How a name is led in: `in Hanoi`, `to Hanoi`, `with Hanoi`, `visited Hanoi`, `Hanoi said`."""

_LOOK_BACK = 8
"""Most words between a preposition and the name: "in the small Chinese border city of Dandong"."""

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})

_LONGER = frozenset({"PERSON", "ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "NORP"})
"""Entities of which a place name can be a part without being where something happens."""


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a name.

    Args:
        lead: how it is led in.
        state: code of the state that an adjective or possessive before it names, else `""`.
        described: true where words such as "the city of" say that it is a place.
        entity: spaCy's label of the name, `""` where it has none.
        part_of: why the name is part of a longer one that is no place, `""` where it is not.
        named_after: true where another name follows at once: "Antony Blinken".
    """

    lead: Lead
    state: str
    described: bool
    entity: str
    part_of: str
    named_after: bool = False


def read_context(doc: Doc, span: Span, first: int, last: int, countries: dict[int, str]) -> Context:
    """Read what stands around a name.

    Args:
        doc: the parsed text.
        span: where the name stands, in code points.
        first: index of its first token.
        last: index of its last token.
        countries: state codes of the country names in the text, by the index of their last token.
    """
    lead, state, described = _look_back(doc, first, countries)
    after = neighbour(doc, last, 1)
    head = _head_noun(doc, last)
    if head is not None and is_cue(head.lemma_, "event-noun"):
        return Context(lead or "where", state, True, doc[first].ent_type_, "")
    if head is not None and not is_cue(head.text, "place-noun"):
        lead = "acting" if after is not None and after.text in _POSSESSIVE else ""
    described = described or (head is not None and is_cue(head.text, "place-noun"))
    if not lead:
        lead = _by_grammar(doc[last], doc[first])
    named = after is not None and after.text[:1].isupper() and after.pos_ == "PROPN" and after.idx - span[1] == 1
    part_of = _longer_name(doc, span, first, last, lead)
    return Context(lead, state, described, doc[first].ent_type_, part_of, named)


def _head_noun(doc: Doc, last: int) -> Token | None:
    """Return the common noun that a name stands before: `Hanoi summit`, `Moscow's demand`, `Punjab province`."""
    token = neighbour(doc, last, 1)
    owned = token is not None and token.text in _POSSESSIVE
    if owned and token is not None:
        token = neighbour(doc, token.i, 1)
    for _ in range(2):
        if token is None or not token.text.islower() or token.pos_ not in {"NOUN", "ADJ"}:
            return None
        if token.pos_ == "NOUN":
            return token if owned or doc[last].head.i == token.i or doc[last].dep_ == "compound" else None
        token = neighbour(doc, token.i, 1)
    return None


def neighbour(doc: Doc, index: int, step: int) -> Token | None:
    """Return the next word on one side, `None` at the end of the sentence or block."""
    at = index + step
    while 0 <= at < len(doc):
        if doc[max(at, at - step)].is_sent_start:
            return None
        token = doc[at]
        if not token.is_space:
            return token
        if token.text.count("\n") > 1:
            return None
        at += step
    return None


def _look_back(doc: Doc, first: int, countries: dict[int, str]) -> tuple[Lead, str, bool]:
    state, described, index = "", False, first
    for _ in range(_LOOK_BACK):
        token = neighbour(doc, index, -1)
        if token is None:
            break
        index, word = token.i, token.text
        if index in countries and not state:
            state = countries[index]
        elif word in adjectives():
            state = state or adjectives()[word]
        elif (word.islower() and is_cue(word, "place-noun")) or (word == "of" and _is_place_noun(doc, index)):
            described = True
        elif lead := _preposition(word):
            return "visit" if word.casefold() == "to" and _is_journey(doc, index) else lead, state, described
        elif not _may_stand_between(token, described, state):
            break
    return "", state, described


def _preposition(word: str) -> Lead:
    kinds: tuple[Literal["where", "toward", "beside"], ...] = ("where", "toward", "beside")
    return next((kind for kind in kinds if is_cue(word, kind)), "")


def _is_journey(doc: Doc, index: int) -> bool:
    """True where a journey leads to the preposition: "a visit to", "flew back to"."""
    for _ in range(2):
        before = neighbour(doc, index, -1)
        if before is None:
            return False
        if is_cue(before.lemma_, "journey"):
            return True
        index = before.i
    return False


def _is_place_noun(doc: Doc, index: int) -> bool:
    before = neighbour(doc, index, -1)
    return before is not None and is_cue(before.text, "place-noun")


def _may_stand_between(token: Token, described: bool, state: str) -> bool:
    word = token.text
    if word in _POSSESSIVE:
        return True
    if word == "," and (described or state):
        return True
    if word.casefold() in {"the", "a", "an", "its", "their", "his", "her"} or is_cue(word, "compass"):
        return True
    return token.pos_ in {"ADJ", "NUM", "DET"} and word.islower()


def _by_grammar(token: Token, first: Token) -> Lead:
    if token.dep_ in {"nsubj", "nsubjpass", "poss", "csubj"}:
        return "acting"
    if token.dep_ in {"dobj", "obj"} and is_cue(token.head.lemma_, "visit-verb"):
        return "visit"
    before = neighbour(first.doc, first.i, -1)
    if before is not None and before.pos_ == "VERB" and is_cue(before.lemma_, "visit-verb"):
        return "visit"
    return ""


def _longer_name(doc: Doc, span: Span, first: int, last: int, lead: Lead) -> str:
    before, after = neighbour(doc, first, -1), neighbour(doc, last, 1)
    if before is not None and is_cue(before.text, "title") and before.text[:1].isupper():
        return "a title stands before it"
    if before is not None and is_cue(before.text, "ship"):
        return "it is a ship's name"
    label = doc[first].ent_type_ or doc[last].ent_type_
    if label in _LONGER and _entity_is_longer(doc, first, last):
        return f"part of a longer name ({label})"
    if before is not None and _joins(before) and not before.is_sent_start and doc[first].idx - _end(before) <= 1:
        return "a name stands before it"
    if after is not None and after.idx - span[1] <= 1 and _continues(after, lead):
        return "a name stands after it"
    return ""


def _entity_is_longer(doc: Doc, first: int, last: int) -> bool:
    label = doc[first].ent_type_
    before, after = neighbour(doc, first, -1), neighbour(doc, last, 1)
    starts_before = doc[first].ent_iob_ == "I" and before is not None and before.ent_type_ == label
    goes_on = after is not None and after.ent_iob_ == "I" and after.ent_type_ == doc[last].ent_type_ != ""
    return (starts_before and before is not None and before.text.casefold() != "the") or (
        goes_on and after is not None and after.text not in _POSSESSIVE
    )


def _joins(token: Token) -> bool:
    """True where a capitalised word before a name is likely the first part of a longer name."""
    word = token.text
    return (
        word[:1].isupper()
        and word.isalpha()
        and token.pos_ == "PROPN"
        and word not in adjectives()
        and token.ent_type_ not in {"GPE", "LOC", "DATE", "NORP"}
        and not is_cue(word, "compass")
        and not is_cue(word, "calendar")
        and not is_cue(word, "place-noun")
        and not _preposition(word)
    )


def _continues(token: Token, lead: Lead) -> bool:
    """True where a capitalised word after a name makes it part of a longer name."""
    word = token.text
    if not word[:1].isupper():
        return False
    if is_cue(word, "institution"):
        return True
    named = word.isalpha() and token.pos_ == "PROPN" and not token.is_stop
    return named and lead not in {"where", "toward"} and token.ent_type_ == "PERSON" and token.ent_iob_ == "I"


def _end(token: Token) -> int:
    return int(token.idx) + len(token.text)
