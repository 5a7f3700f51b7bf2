"""The gist of a phrase: its nouns without articles, verbs of keeping and what hangs on them."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.language import Token

__all__ = ["gist_of", "noun_phrase", "plain_noun"]

LONGEST = 8
_LIGHT = frozenset(
    """be become build continue create develop do ensure establish find gain get give have help hold keep maintain make
    preserve promote protect pursue reach remain retain revive see seek set take""".split()
)
"""Verbs that say little: what is kept or sought is the matter."""
_LEFT = frozenset({"compound", "amod", "nmod", "nummod"})


def gist_of(head: Token) -> str:
    """Return what a phrase or clause is about in a few words.

    "to maintain a buffer zone between the troops" is `buffer zone`; "to encourage improved ties" is
    `encourage improved ties`.
    """
    words: list[Token] = []
    word: Token | None = head
    while word is not None and word.pos_ in {"VERB", "AUX", "ADP"}:
        if word.pos_ == "ADP" and words:
            words.append(word)
        if word.pos_ == "VERB" and word.lemma_.lower() not in _LIGHT:
            own = [c for c in word.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ in {"NOUN", "PROPN"}]
            words += [t for c in own[:1] for t in noun_phrase(c)]
            words += [word, *(c for c in word.children if c.dep_ == "neg")]
            if own:
                word = None
                break
        word = _below(word)
    if word is not None:
        words += noun_phrase(word)
    kept = sorted({t.i: t for t in words}.values(), key=lambda t: t.i)[:LONGEST]
    return " ".join(t.text for t in kept) or head.text


def _below(word: Token) -> Token | None:
    wanted = ("dobj", "xcomp", "pobj", "pcomp", "prep", "attr", "acomp", "ccomp", "oprd")
    for dependency in wanted:
        for child in word.children:
            if child.dep_ == dependency and child.i > word.i:
                return child
    return None


def noun_phrase(noun: Token) -> list[Token]:
    """Return a noun with what modifies it from the left, and one coordinated with it; no articles or owners."""
    left = [t for c in noun.children if c.dep_ in _LEFT and c.i < noun.i for t in (*_hyphened(c), c)]
    joined = [t for other in syntax.conjuncts(noun) if other != noun and other.dep_ == "conj" for t in (other,)][:1]
    between = [c for c in noun.children if c.dep_ == "cc"] if joined else []
    return [*left, noun, *between, *joined]


def _hyphened(word: Token) -> list[Token]:
    """Return the other parts of a compound: "step - by - step", "land seizure" before "law"."""
    return [t for t in word.subtree if t != word and t.dep_ in {"compound", "amod", "npadvmod", "prep", "pobj"}]


_RELATIONAL = ("al", "ar", "ic", "ary")


def plain_noun(noun: Token) -> list[Token]:
    """Return a noun with what makes its kind: compounds and adjectives of relation, "civil war", "rocket launch"."""
    left = [
        c
        for c in noun.children
        if c.i < noun.i
        and not any(t.text in {"-", "–"} for t in c.doc[c.left_edge.i : c.i + 2])
        and (c.dep_ == "compound" or (c.dep_ == "amod" and c.text.islower() and c.lower_.endswith(_RELATIONAL)))
    ]
    return [*left, noun]
