"""Places that no gazetteer has, told by the text itself: "in Kouki", "Qusar District, Azerbaijan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.language import Doc, Token
from summitry.model import Place, PlaceMention
from summitry.places.spans import Spans
from summitry.places.words import is_cue

__all__ = ["unknown_places"]

_PLACE_LABELS = frozenset({"GPE", "FAC"})
_SCORE = 0.6
_MOST_WORDS = 4


def unknown_places(doc: Doc, known: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the places that spaCy takes for one, that "in" or "at" leads in, and that the gazetteer lacks.

    Args:
        doc: a parsed text.
        known: the places found in it; none of those is yielded again.

    Yields:
        Mentions whose place bears the name as written, and the state that follows it after a comma.
    """
    taken = Spans((mention.start, mention.end) for mention in known)
    countries = {mention.start: mention.place for mention in known}
    text = doc.text
    for words in _entities(doc):
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        if not _is_name(words) or not _is_led_in(words[0]):
            continue
        if taken.touch(start, end):
            continue
        name = text[start:end]
        around = countries.get(end + 2) if text[end : end + 2] == ", " else None
        place = Place(name, around.state, around.country) if around else Place(name, "", "")
        yield PlaceMention(start, end, name, place, _SCORE, "unknown where")


def _entities(doc: Doc) -> Iterator[list[Token]]:
    """Yield the words of each entity that is a place.

    `doc.ents` refuses an entity that white space interrupts, so the tags are read one by one.
    """
    words: list[Token] = []
    for token in doc:
        goes_on = bool(words) and token.ent_iob_ == "I" and token.ent_type_ == words[0].ent_type_
        if words and not goes_on:
            yield words
            words = []
        if goes_on or token.ent_type_ in _PLACE_LABELS:
            words.append(token)
    if words:
        yield words


def _is_name(words: Sequence[Token]) -> bool:
    return len(words) <= _MOST_WORDS and all(_is_name_word(word) for word in words)


def _is_name_word(token: Token) -> bool:
    letters = token.text.replace("-", "").replace("'", "")
    return token.text[:1].isupper() and letters.isalpha() and len(letters) > 2 and token.pos_ == "PROPN"


def _is_led_in(first: Token) -> bool:
    if first.i == 0:
        return False
    before = first.doc[first.i - 1]
    return before.text.islower() and is_cue(before.text, "where")
