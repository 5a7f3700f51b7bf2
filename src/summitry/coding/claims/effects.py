"""Causes told by verbs of several words: "brought *about* the split", "*lay behind* the coup", "owed much *to*"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import listed
from summitry.language import Token

__all__ = ["find_effects"]

_FROM_EFFECT = frozenset({"owe", "arise", "derive", "flow", "date"})
"""Verbs whose subject is the effect."""
_REACH = 5
"""The particle of a verb stands at most this many words behind it."""


def find_effects(page: Page) -> Iterator[Finding]:
    """Yield what may be causes."""
    for phrase in listed("cause", "phrasal"):
        verb_lemma, particle = phrase.split(" ", 1)
        for verb in page.having([verb_lemma]):
            last = _particle(verb, particle.split(" "))
            if verb.pos_ == "VERB" and last is not None:
                yield from _of(page, verb, last)
    for verb in page.having(["cost", "explain"]):
        lost = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i]
        why = verb.i + 1 < verb.sent.end and verb.nbor().lower_ in {"why", "how"}
        if verb.pos_ == "VERB" and ((verb.lemma_ == "cost" and len(lost) > 1) or why):
            yield from _of(page, verb, lost[-1] if lost else verb.nbor())


def _particle(verb: Token, wanted: list[str]) -> Token | None:
    """Return the last word of a particle behind a verb, None where it is not there."""
    doc, end = verb.doc, min(verb.i + _REACH, verb.sent.end)
    for at in range(verb.i + 1, end):
        if [t.lower_ for t in doc[at : at + len(wanted)]] == wanted:
            return doc[at + len(wanted) - 1]
        if doc[at].pos_ in {"VERB", "PUNCT"}:
            return None
    return None


def _of(page: Page, verb: Token, last: Token) -> Iterator[Finding]:
    nouns = syntax.subjects(verb) or ([verb.head] if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" else [])
    behind = [
        t for t in (*last.children, *verb.children) if t.i > last.i and t.dep_ in {"pobj", "dobj", "pcomp", "ccomp"}
    ]
    if not nouns:
        return
    cause = behind[0] if verb.lemma_.lower() in _FROM_EFFECT and behind else nouns[0]
    effect = nouns[0] if cause != nouns[0] else behind[0] if behind else verb
    by = "done by an actor" if page.index.at(cause) else "done by a thing"
    signs = ["phrasal", f"phrasal: {by}"]
    if page.is_act(effect):
        signs.append("acts")
    yield Finding(
        "cause", verb, (nouns[0], verb, last, *behind[:1]), gist_of(cause), "phrasal", effect, signs=tuple(signs)
    )
