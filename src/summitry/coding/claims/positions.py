"""Positions: what an actor wants, backs, refuses or holds to be so."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.attribution import AUTHOR, source_of
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["content_of", "find_positions"]

_AGAINST = frozenset({"oppose", "reject", "refuse", "resist", "opposed"})
_CONTENT = ("xcomp", "ccomp", "dobj", "prep", "attr", "acomp", "oprd")
_VERBAL = frozenset({"VERB", "AUX"})


def find_positions(page: Page) -> Iterator[Finding]:
    """Yield what may be positions."""
    for name in ("want", "stand", "think"):
        for verb in page.having(words("position", name)):
            if verb.pos_ == "VERB" and verb.dep_ not in {"amod", "compound"}:
                yield _of_verb(page, verb, name)
    for word in page.having(words("position", "adjectives")):
        if word.dep_ in {"acomp", "oprd", "attr"} or (word.dep_ in {"ROOT", "conj"} and word.pos_ in {"ADJ", "VERB"}):
            yield _finding(page, word, word, "adjective", [word.head if word.head.pos_ in _VERBAL else word])
    for noun in page.having(words("position", "nouns")):
        if noun.dep_ == "dobj" and noun.head.lemma_ == "have":
            yield _finding(page, noun, noun, "had", [noun.head])
        if noun.pos_ == "NOUN" and noun.dep_ in {"nsubj", "attr"} and noun.head.lemma_ in {"be", "remain", "have"}:
            content = next((c for c in noun.head.children if c.dep_ in _CONTENT and c != noun), noun)
            yield _finding(page, noun, content, "noun", [noun.head, content])
    for verb in page.having(words("position", "duties")):
        if verb.dep_ == "aux":
            yield _finding(page, verb, verb.head, "duty", [verb.head])
    yield from _refusals(page)


def _of_verb(page: Page, verb: Token, name: str) -> Finding:
    content = content_of(verb)
    return _finding(page, verb, content if content is not None else verb, f"verb {name}", [verb])


def content_of(verb: Token) -> Token | None:
    """Return the head of what somebody wants or holds."""
    for dependency in _CONTENT:
        for child in verb.children:
            if child.dep_ == dependency and child.i > verb.i:
                return child
    return None


def _refusals(page: Page) -> Iterator[Finding]:
    """Yield what somebody says that they will not do: "said that it would not tolerate"."""
    for token in page.having(["not", "n't", "never"]):
        verb = token.head
        if (
            token.dep_ == "neg"
            and verb.pos_ == "VERB"
            and any(c.tag_ == "MD" and c.lower_ in {"will", "would", "wo"} for c in verb.children)
        ):
            yield _finding(page, verb, verb, "refusal", [token])


def _finding(page: Page, anchor: Token, content: Token, how: str, also: list[Token]) -> Finding:
    subject = [m for noun in syntax.subjects(_verb_of(anchor)) for m in page.actors_at(noun)]
    kinds = {m.kind for m in subject}
    signs = [how]
    signs.append(
        "state acts" if kinds & {"state", "government", "igo", "party"} else "person acts" if subject else "no actor"
    )
    verb = _verb_of(anchor)
    signs.append("present" if syntax.is_present(verb) else "past" if syntax.is_simple_past(verb) else "other tense")
    if anchor.lemma_.lower() in {"want", "wish", "prefer", "oppose", "insist", "doubt", "seek", "favor"}:
        signs.append("telling verb")
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        signs.append("modal")
    source = source_of(anchor, page.index)
    if source != AUTHOR:
        signs.append("reported")
    if page.event_at(anchor) is not None:
        signs.append("told as an act")
    if verb.dep_ in {"relcl", "acl", "advcl", "pcomp"}:
        signs.append("subordinate")
    if content.dep_ == "dobj":
        signs.append("of a thing")
    negated = any(c.dep_ == "neg" for c in verb.children)
    return Finding(
        "position",
        anchor,
        (anchor, content, *also),
        _value(anchor, content, negated),
        how,
        content,
        negated=negated,
        signs=tuple(signs),
    )


def _verb_of(anchor: Token) -> Token:
    return anchor if anchor.pos_ in _VERBAL else syntax.clause_of(anchor)


def _value(anchor: Token, content: Token, negated: bool) -> str:
    """Return the gist, with "against" where it is refused."""
    against = anchor.lemma_.lower() in _AGAINST or (negated and anchor != content)
    return f"{'against ' if against else ''}{gist_of(content)}"
