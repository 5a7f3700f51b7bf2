"""What somebody takes upon themselves: the infinitive of "agreed *to reopen* the road"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.language import Token

__all__ = ["undertaken"]

PROMISING = frozenset(
    "agree bind commit consent decide engage oblige offer pledge promise resolve undertake volunteer vow".split()
)
"""Verbs of taking something upon oneself, whose infinitive tells what."""


def undertaken(verb: Token) -> list[Token]:
    """Return the verbs of what a verb tells, also where words between let the parser take it for a purpose.

    "Agreed after the talks *to reopen* the road", "committed itself *to sign*".
    """
    told = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}]
    if told or verb.lemma_.lower() not in PROMISING:
        return told
    aims = [child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VB" and child.i > verb.i]
    return [aim for aim in aims if any(c.lower_ == "to" for c in aim.lefts) and not syntax.has_subject(aim)]
