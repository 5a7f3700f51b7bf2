"""What a claim counts: category, mode, level of office, between whom, where."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.model import Counted, Event, Level, Mention

__all__ = ["counted_at", "names_of"]

_SIDES = ("with", "between", "by", "of", "to", "from", "against", "and", "among", "on", "in")
_ONE_SIDED = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "TRANSITION", "ACCUSE", "REJECT"})
"""Categories in which the first party is the one who acts."""
_INDEFINITE = frozenset({"a", "an", "any", "other", "another", "no"})
_LEVELS: tuple[Level, ...] = ("leader", "minister", "official")


def counted_at(page: Page, topic: Token | None) -> Counted:
    """Return what a noun or verb stands for when it is counted.

    Args:
        page: the document.
        topic: the word, None where a claim counts nothing.
    """
    if topic is None:
        return Counted()
    event, frame = page.event_at(topic), page.frame_at(topic)
    acts = frame is not None or (event is not None and topic.pos_ in {"VERB", "AUX"})
    mode = event.mode if event and acts else frame.mode if frame else ""
    kind = event.type if event else frame.type if frame and frame.type else ""
    parties, state_level = _parties(page, topic, event if acts or event else None)
    acting = mode == "visit" or kind in _ONE_SIDED
    return Counted(
        type=kind,
        mode=mode,
        level=_level_of(topic) or state_level,
        parties=parties,
        subject_role="actor" if acting and parties else "",
        place=event.place if event and acts else "",
        words=_words(page, topic),
        acts=acts,
    )


def _parties(page: Page, topic: Token, event: Event | None) -> tuple[tuple[str, ...], Level | None]:
    """Return between whom, and the level of an office that stands for whoever holds it: "a Korean leader"."""
    found: list[str] = []
    level: Level | None = None
    for token in _party_words(topic):
        for mention in page.actors_at(token):
            generic = _is_generic(token)
            if generic:
                level = level or _level_of_words([token])
            name = page.index.state_name(mention.state) if generic and mention.state else mention.name
            if name not in found:
                found.append(name)
    if event is not None and (len(found) < 2 or topic.pos_ in {"VERB", "AUX"}):
        generic_states = level is not None
        told = [p.name for p in event.participants if p.actor_id != "unknown"]
        if not generic_states:
            found = [*told, *(name for name in found if name not in told)] if not found or topic.pos_ == "VERB" else [
                *found, *(name for name in told if name not in found)
            ]  # fmt: skip
    if not found:
        found = [mention.name for mention in page.subject_of(topic)]
    return tuple(found), level


def _party_words(topic: Token) -> Iterable[Token]:
    if topic.pos_ in {"VERB", "AUX"}:
        yield from syntax.subjects(topic)
        yield from syntax.objects(topic)
    for modifier in syntax.modifiers(topic):
        yield modifier
    for preposition in _SIDES:
        yield from syntax.prepositional(topic, preposition)


def _is_generic(token: Token) -> bool:
    """True for an office that stands for any holder: "a North Korean leader", "other national leader"."""
    if token.pos_ != "NOUN":
        return False
    return any(c.lower_ in _INDEFINITE for c in token.children)


def _level_of(topic: Token) -> Level | None:
    near = [topic, *topic.children, *(g for c in topic.children if c.dep_ in syntax.MODIFIER for g in c.children)]
    hyphened = [t for t in topic.doc[max(topic.sent.start, topic.i - 4) : topic.i] if t.dep_ in syntax.MODIFIER]
    return _level_of_words([*near, *hyphened])


def _level_of_words(row: Iterable[Token]) -> Level | None:
    forms = {form for token in row for form in (token.lower_, token.lemma_.lower())}
    return next((level for level in _LEVELS if forms & words("level", level)), None)


def _words(page: Page, topic: Token) -> str:
    if topic.pos_ in {"VERB", "AUX"}:
        return topic.text
    left = [t for t in syntax.modifiers(topic) if t.dep_ in {"compound", "amod"} and t.i < topic.i]
    start = min((t.idx for t in left), default=topic.idx)
    return page.text[start : topic.idx + len(topic)]


def names_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the canonical names of some mentions without doubles, in order."""
    return tuple(dict.fromkeys(m.name for m in mentions if m.actor_id != "unknown"))
