"""Positions told by nouns and prepositions: "is *in favour of* talks", "the *belief that*", "*in Seoul's view*, …"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_stances"]

_VERBAL = frozenset({"VERB", "AUX"})
_COPULAS = frozenset({"be", "remain", "stand", "come", "speak"})


def find_stances(page: Page) -> Iterator[Finding]:
    """Yield what may be positions."""
    for noun in page.having(words("position", "beliefs")):
        yield from _belief(page, noun)
    for word in page.having(["favor", "favour", "against", "behind"]):
        yield from _sided(page, word)
    for noun in page.having(["view", "opinion", "eyes", "judgment", "judgement", "assessment", "reckoning", "reading"]):
        yield from _in_the_view(page, noun)


def _belief(page: Page, noun: Token) -> Iterator[Finding]:
    """Yield what a noun says somebody holds: "Ankara's *conviction* that the vote was rigged"."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.pos_ in _VERBAL and c.i > noun.i), None)
    that = clause is not None and (clause.tag_ != "VB") and any(c.lower_ == "that" for c in clause.children)
    if clause is None or not that or noun.pos_ != "NOUN":
        return
    owned = any(c.dep_ == "poss" for c in noun.children)
    someone = any(page.index.at(c) for c in noun.children if c.dep_ == "poss")
    by = "belief of an actor" if someone else "belief owned" if owned else "belief"
    yield _finding(noun, (noun, clause, *syntax.subjects(clause)[:1]), clause, by)


def _sided(page: Page, word: Token) -> Iterator[Finding]:
    """Yield what somebody is for or against: "is in favour of two seats", "was against the war"."""
    preposition = word.head if word.lower_ in {"favor", "favour"} else word
    verb = preposition.head
    if preposition.dep_ != "prep" or verb.lemma_.lower() not in _COPULAS or preposition.i < verb.i:
        return
    below = (
        syntax.prepositional(word, "of")
        if preposition != word
        else [c for c in word.children if c.dep_ in {"pobj", "pcomp"}]
    )
    someone = any(page.actors_at(noun) for noun in syntax.subjects(verb))
    if below and someone:
        yield _finding(word, (verb, preposition, word, below[0]), below[0], "sided")


def _in_the_view(page: Page, noun: Token) -> Iterator[Finding]:
    """Yield what is so to somebody: "*in Seoul's eyes*, Tokyo has yet to face its past"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    own = owner is not None and (bool(page.index.at(owner)) or owner.pos_ == "PRON")
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "by", "to"} and own and verb.pos_ in _VERBAL:
        yield _finding(noun, (verb, *syntax.subjects(verb)[:1], *_complement(verb)), verb, "in the view")


def _complement(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"attr", "acomp", "dobj", "xcomp"}][:1]


def _finding(anchor: Token, row: tuple[Token, ...], content: Token, how: str) -> Finding:
    return Finding("position", anchor, row, gist_of(content), how, content, signs=("stance", how))
