"""How an act is done: what is asked, refused or threatened, among how many one meets, with what one attacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.coding.frames import Frame
from summitry.coding.lexicon import load_classes
from summitry.coding.light import light_verb
from summitry.coding.means import means_of
from summitry.language import Token
from summitry.model import Participant

__all__ = ["mode_of"]

SPEAKING = frozenset({"speak", "talk", "discuss", "confer"})
_CALL = re.compile(r"\b(?:phone |telephone )?calls? (?:with|to|between)\b", re.IGNORECASE)
"""A headline that tells of a call: "Minister Wong's Call with Her Counterpart"."""
WIRES = frozenset("online phone remote telephone telephonic teleconference video videoconference virtual zoom".split())
"""Words of what people speak through who are not in one place."""
THROUGH = ("by", "over", "via", "on", "through")
MULTILATERAL = 3
"""Meetings of this many states are multilateral."""
ASKED = (("yield", "yielding"), ("meet", "parley"), ("assist", "helping"))
"""Modes of what is asked, with the words that tell them; the first that fits counts."""
THREATENED = (
    ("territory", "conquest"),
    ("violence", "violence"),
    ("expel", "expulsion"),
    ("arrest", "arresting"),
    ("restrict", "restricting"),
    ("relations", "parting"),
)
"""Modes of what is threatened."""
ASIDE = frozenset("after because for if in over since unless when while".split())
"""Words that lead from what is threatened to why, when or on what condition."""
_CONTENT = frozenset({"xcomp", "ccomp", "dobj", "advcl", "acl", "acomp", "attr", "oprd"})
_BARE = frozenset("be exercise have hold make need remain return show stay take use".split())
"""Verbs that leave what is asked to their object: "*exercise* restraint"."""
_TO = ("for", "to", "into", "of", "on", "with", "against", "from", "by")
DEEP = 3
"""How many words deep lies what is asked."""


def mode_of(frame: Frame, trigger: Token, participants: Sequence[Participant], title: str) -> str:
    """Return the mode of an act: its frame's, or what its words and participants tell.

    Args:
        frame: the frame that told it.
        trigger: its trigger.
        participants: who takes part.
        title: headline of the text.
    """
    match frame.type:
        case "REQUEST":
            return _told(ASKED, set(_content(trigger))) or frame.mode
        case "REJECT":
            return _told(ASKED[1:], set(_content(trigger))) or frame.mode
        case "THREATEN":
            return _told(THREATENED, set(_threatened(trigger))) or frame.mode
        case "CONSULT" if not frame.mode and trigger.lemma_.lower() in SPEAKING and _CALL.search(title):
            return "phone"
        case "CONSULT" if not frame.mode and _is_by_wire(trigger):
            return "phone"
        case "CONSULT" if not frame.mode:
            return _size(participants)
        case "ASSAULT":
            return means_of(trigger, frame.mode)
        case _:
            return frame.mode


def _is_by_wire(trigger: Token) -> bool:
    """True for a meeting through a wire: "a *video* summit", "spoke *by telephone*", "talks held *via Zoom*"."""
    light = light_verb(trigger) if trigger.pos_ == "NOUN" else None
    meetings = load_classes()["meeting"] | load_classes()["call"]
    told = [trigger, *([light] if light is not None else [n for n in object_heads(trigger) if n.lemma_ in meetings])]
    through = [noun for word in told for p in THROUGH for noun in syntax.prepositional(word, p)]
    words = [
        *(w for word in told for w in syntax.modifiers(word)),
        *through,
        *(w for noun in through for w in syntax.modifiers(noun)),
    ]
    return any(word.lower_ in WIRES for word in words)


def _told(modes: Sequence[tuple[str, str]], words: set[str]) -> str:
    return next((mode for mode, name in modes if words & load_classes()[name]), "")


def _threatened(trigger: Token) -> Iterator[str]:
    """Yield the lemmas of what is threatened, without those of what for or after what."""
    aside = {w.i for word in trigger.subtree if word.lower_ in ASIDE for w in (*word.subtree, *_clause(word))}
    for word in trigger.subtree:
        if word.i > trigger.i and word.i not in aside and word.pos_ != "PROPN":
            yield word.lemma_.lower()


def _clause(mark: Token) -> tuple[Token, ...]:
    return mark.head.subtree if mark.dep_ == "mark" else ()


def _content(trigger: Token) -> Iterator[str]:
    """Yield the lemmas of what is asked or refused."""
    start = trigger.head if trigger.tag_ == "MD" else trigger
    row = [start] if start is not trigger else list(_below(start))
    for _ in range(DEEP):
        further = []
        for word in row:
            lemma = word.lemma_.lower()
            yield lemma
            if lemma in _BARE or word.pos_ == "NOUN":
                further += [w for w in _below(word) if w.pos_ != "PROPN"]
        row = further


def _below(word: Token) -> Iterator[Token]:
    heads = [c for c in word.children if c.dep_ in _CONTENT and (c.i > word.i or c.dep_ == "ccomp")]
    heads += [noun for name in _TO for noun in syntax.prepositional(word, name)]
    above = light_verb(word) if word.pos_ == "NOUN" else None
    if above is not None:  # "reiterated its call upon them *to refrain*"
        heads += [c for c in above.children if c.dep_ == "advcl" and c.tag_ == "VB"]
    if word.pos_ == "NOUN":
        heads += [c for c in word.children if c.dep_ in {"amod", "compound"}]
    for head in heads:
        yield from syntax.conjuncts(head)


def _size(participants: Sequence[Participant]) -> str:
    if any(p.role == "recipient" for p in participants):
        return ""  # a mediator's
    states = {p.state for p in participants if p.state}
    many = len(states) >= MULTILATERAL or (len(states) < 2 and any(p.kind == "igo" for p in participants))
    return "multilateral" if many else ""
