"""Who does what is counted, where an office tells it: "the first premier *to visit*", "*no* president *has met*"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["act_pointed_at", "done_by", "is_office"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})


def is_office(page: Page, noun: Token) -> bool:
    """True for a noun of somebody who may do something: an office, a mention of an actor; none for a noun of an act."""
    somebody = page.index.at(noun) or noun.lemma_.lower() in words("level", "leader") | words("level", "minister")
    return noun.pos_ in _NOUNS and page.frame_at(noun) is None and bool(somebody)


def done_by(page: Page, topic: Token) -> tuple[Token, Token | None]:
    """Return the act of whom the words tell as the one who did it, and the noun of the doer.

    The topic itself, and nobody, where it is no noun of somebody who does something.
    """
    if not is_office(page, topic):
        return topic, None
    under = [c for c in topic.children if c.dep_ in {"acl", "relcl", "advcl"} and c.i > topic.i]
    if topic.dep_ == "attr":
        under += [c for c in topic.head.children if c.dep_ == "xcomp" and c.i > topic.i]
    if topic.head.i > topic.i and any(c.lower_ == "to" and c.dep_ == "aux" for c in topic.head.children):
        under.append(topic.head)  # a parser took "the first premier to come" for a clause
    for verb in under:
        act = act_pointed_at(page, verb) if verb.pos_ in _VERBAL else None
        if act is not None:
            return act, topic
    return topic, None


def act_pointed_at(page: Page, verb: Token) -> Token | None:
    """Return the act that a verb tells; of "to *do so*" the one told last before it in its sentence."""
    if page.frame_at(verb) is not None:
        return verb
    if verb.lemma_.lower() != "do" or not any(c.lower_ in {"so", "it", "that", "this"} for c in verb.children):
        return None
    before = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ in _VERBAL)
    return next((t for t in before if t not in syntax.conjuncts(verb) and page.frame_at(t) is not None), None)
