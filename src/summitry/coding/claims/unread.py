"""Words that say which acts are counted and that no other field of a claim holds: "on the margins", "party chief".

A record that counts too many cannot contradict a claim that leaves some of them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import read_number, read_ordinal
from summitry.coding.claims.page import Page

__all__ = ["unread_of"]

_COUNTING = frozenset({"count", "ordinal", "first", "last", "frequency"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_DOERS = ("by", "of", "between", "among", "with", "from")
_LIGHT = frozenset({"make", "pay", "hold", "have", "conduct", "stage", "undertake", "take", "do", "be", "carry", "see"})
"""Verbs that say no more of an act than its noun: "the journey that he *made*"."""
_ORDER = frozenset({"last", "final", "once", "twice", "thrice", "only"})
_OCCASIONS = frozenset({"time", "occasion"})
_SITES = frozenset({"in", "at", "near", "outside", "on", "to", "into", "from"})
_OF_TIME = frozenset(
    {"since", "until", "till", "before", "after", "during", "between", "within", "over", "for", "than", "as"}
)
"""Prepositions before what bounds or dates a count, which its window holds or which says nothing of the acts."""


def unread_of(page: Page, finding: Finding) -> tuple[str, ...]:
    """Return the words around what a finding counts that leave some of it out, as short phrases in lower case."""
    topic = finding.topic
    if topic is None or finding.kind not in _COUNTING:
        return ()
    heads = [topic, *(t for t in (finding.stand_in, _occasion(finding.anchor)) if t is not None and t != topic)]
    found = [phrase for head in heads for phrase in _around(page, head, {t.i for t in heads})]
    found += [phrase for noun in _doers(finding, topic, heads) for phrase in _of_doer(page, noun)]
    return tuple(dict.fromkeys(found))


def _occasion(anchor: Token) -> Token | None:
    above = anchor.head
    return above if above.lemma_.lower() in _OCCASIONS else None


def _around(page: Page, head: Token, heads: set[int]) -> Iterator[str]:
    verbal = head.pos_ in _VERBAL
    for child in head.children:
        if child.i in heads:
            continue
        modifier = child.dep_ in _BEFORE and child.i < head.i
        adverb = verbal and child.dep_ == "advmod" and child.tag_ == "RB"
        if (modifier or adverb) and not _is_read(page, child):
            yield child.lower_
        elif child.dep_ == "prep" and child.lower_ not in _OF_TIME and not _is_date(page, child):
            yield from _under(page, child)
        elif child.dep_ in {"relcl", "acl"} and not verbal and child.lemma_.lower() not in _LIGHT:
            apart = child.left_edge.i > head.sent.start and child.left_edge.nbor(-1).text == ","
            if not apart and page.frame_at(child) is None:
                yield f"that {child.lower_}"


def _under(page: Page, preposition: Token) -> Iterator[str]:
    """Yield a preposition with its noun, where that names nobody, no place and no act."""
    for noun in (c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}):
        site = noun.pos_ == "PROPN" and preposition.lower_ in _SITES
        office = preposition.lower_ in _DOERS and noun.pos_ == "NOUN"  # told as a doer
        if not (site or office or _is_read(page, noun)):
            yield f"{preposition.lower_} {noun.lower_}"


def _doers(finding: Finding, topic: Token, heads: Iterable[Token]) -> list[Token]:
    """Return the nouns of those who do what is counted."""
    if finding.doer is not None:
        return [finding.doer]
    own = syntax.subjects(topic) if topic.pos_ in _VERBAL else []
    told = [n for head in heads for p in _DOERS for n in syntax.prepositional(head, p)]
    return [noun for noun in (*own, *told) if noun.pos_ == "NOUN"]


def _of_doer(page: Page, noun: Token) -> Iterator[str]:
    """Yield an office or a sort of people with its adjectives: "defence ministers", "former president"."""
    if page.is_time(noun) or page.frame_at(noun) is not None or _is_state(page, noun) or noun.text[:1].isupper():
        return
    before = [c for c in noun.children if c.dep_ in _BEFORE and c.i < noun.i and not _is_state(page, c)]
    row = [t for t in (*before, noun) if not _is_number(t)]
    yield " ".join(t.lower_ for t in row)


def _is_state(page: Page, token: Token) -> bool:
    """True for a word of a nation, also inside the mention of its office: "*Chinese* premier", "the two *Koreas*"."""
    stated = any(mention.kind == "state" for mention in page.index.at(token))
    return stated or token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[:1].isupper())


def _is_read(page: Page, token: Token) -> bool:
    """True for a word that another field holds: a date, a number, a name, an act."""
    held = page.is_time(token) or _is_number(token) or bool(page.index.at(token)) or page.frame_at(token) is not None
    return held or token.pos_ in {"DET", "PRON", "NUM", "PART", "PUNCT"} or _is_state(page, token)


def _is_number(token: Token) -> bool:
    told = read_number(token.lower_) is not None or read_ordinal(token.lower_) is not None
    return told or token.lower_ in _ORDER


def _is_date(page: Page, preposition: Token) -> bool:
    return any(page.is_time(token) for token in preposition.children) or page.is_time(preposition)
