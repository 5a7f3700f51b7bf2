"""What the parser takes for something else, where grammar leaves no doubt of what it is."""

from __future__ import annotations

from summitry.language import Token

__all__ = ["doer_at_root", "noun_before_participle", "people_beside"]

TWO_OBJECTS = frozenset("award deny dub give grant hand name offer pay promise send show teach tell".split())
"""Verbs whose passive keeps an object: "the man *given* a medal"."""
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def doer_at_root(verb: Token) -> Token | None:
    """Return who does what the parser takes for a participle: "*Ottawa* in a tweet *condemned* the arrest"."""
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or verb.lemma_.lower() in TWO_OBJECTS:
        return None
    after = {child.dep_ for child in verb.rights}
    if not after & {"dobj", "ccomp", "xcomp"} or "oprd" in after:
        return None
    root: Token = verb.sent.root
    told = root.pos_ in {"NOUN", "PROPN"} and root.i < verb.i and not any(c.tag_ in _FINITE for c in root.children)
    return root if told else None


def noun_before_participle(verb: Token) -> Token | None:
    """Return the noun right before an -ing form that the parser hung under "of" or "by" alone.

    "Possibilities of *Russia* extending guarantees", "followed by *Beijing* easing its pressure".
    """
    if verb.tag_ != "VBG" or verb.i == 0 or verb.dep_ not in {"advcl", "acl", "pcomp", "ccomp"}:
        return None
    before = verb.nbor(-1)
    under = before.dep_ == "pobj" and before.head.lower_ in {"of", "by"}
    return before if under and before.pos_ in {"PROPN", "NOUN"} else None


def people_beside(verb: Token) -> list[Token]:
    """Return people whom the parser takes for a measure, as "three *hours*" would be: "he briefed *Moon Jae-in*"."""
    beside = (child for child in verb.rights if child.dep_ == "npadvmod" and child.pos_ == "PROPN")
    return [name for name in beside if any(word.ent_type_ == "PERSON" for word in name.subtree)]
