"""Words that say which acts are counted and that no other field of a claim holds: "on the margins", "party chief".

A record that counts too many cannot contradict a claim that leaves some of them out. So it is better to tell a word too
many here than one too few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import read_number, read_ordinal
from summitry.coding.claims.page import Page
from summitry.language import Token

__all__ = ["unread_of"]

_COUNTING = frozenset({"count", "ordinal", "first", "last", "frequency"})
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_DOERS = ("by", "of", "between", "among", "with", "from")
_SIDES = (*_DOERS, "to", "in", "into", "at")
_LIGHT = frozenset({"make", "pay", "hold", "have", "conduct", "stage", "undertake", "take", "do", "be", "carry", "see"})
"""Verbs that say no more of an act than its noun: "the journey that he *made*"."""
_PERSONAL = frozenset({"he", "she", "they", "his", "her", "their", "we", "our", "i", "my", "who"})
_ORDER = frozenset({"last", "final", "once", "twice", "thrice", "only"})
_RANKED = frozenset({"first", "last", "only"})
_OCCASIONS = frozenset({"time", "occasion"})
_SITES = frozenset({"in", "at", "near", "outside", "on", "to", "into", "from"})
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "conj", "parataxis", "acl"})
_OF_TIME = frozenset({"since", "until", "till", "during", "between", "within", "over", "for", "than"})
"""Prepositions before what bounds or dates a count, which its window holds or which says nothing of the acts."""
_AGAINST = frozenset({"before", "after", "without"})
"""Prepositions before a name that bound an act by another: "visited Seoul *before Pyongyang*"."""


def unread_of(page: Page, finding: Finding, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words around what a finding counts that leave some of it out, as short phrases in lower case.

    Args:
        page: the document.
        finding: a claim found.
        parties: who was read to take part.
    """
    topic = finding.topic
    if topic is None or finding.kind not in _COUNTING:
        return ()
    heads = _heads(page, finding, topic)
    numbers = {t.i for t in heads}
    found = [phrase for head in heads for phrase in _around(page, head, numbers)]
    found += [phrase for noun in _doers(finding, topic, heads) for phrase in _of_doer(page, noun)]
    found += _unknown(page, topic, heads)
    found += _numbered(finding, topic)
    found += _named_beside(page, topic, parties)
    return tuple(dict.fromkeys(found))


def _heads(page: Page, finding: Finding, topic: Token) -> list[Token]:
    """Return the words on which what qualifies an act may hang: its own, its noun under a verb, "times"."""
    objects = [n for n in syntax.objects(topic) if page.frame_at(n) is not None] if topic.pos_ in _VERBAL else []
    time = finding.anchor.head if finding.anchor.head.lemma_.lower() in _OCCASIONS else None
    return list(dict.fromkeys((topic, *objects, *(t for t in (finding.stand_in, time) if t is not None))))


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
        elif verbal and child.dep_ == "dobj" and not _is_read(page, child):
            yield from _of_doer(page, child)
        elif child.dep_ in {"relcl", "acl"} and not verbal and child.lemma_.lower() not in _LIGHT:
            apart = child.left_edge.i > head.sent.start and child.left_edge.nbor(-1).text == ","
            if not apart and page.frame_at(child) is None:
                yield f"that {child.lower_}"


def _under(page: Page, preposition: Token) -> Iterator[str]:
    """Yield a preposition with its noun, where that names nobody, no place and no act."""
    mark = preposition.lower_
    for noun in (c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}):
        site = noun.pos_ == "PROPN" and mark in _SITES
        office = mark in _DOERS and noun.pos_ == "NOUN"  # told as a doer
        bounding = mark in _AGAINST and (noun.pos_ == "PROPN" or bool(page.index.at(noun)))
        if bounding or not (site or office or _is_read(page, noun)):
            yield f"{mark} {noun.lower_}"


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


def _unknown(page: Page, topic: Token, heads: Iterable[Token]) -> Iterator[str]:
    """Yield the names of those who take part, or of where it was, whom the reading does not know, and pronouns."""
    clause = topic.head if topic.dep_ == "dobj" else topic
    own = (*syntax.subjects(clause), *syntax.objects(topic)) if clause.pos_ in _VERBAL else ()
    told = (n for head in heads for p in _SIDES for n in syntax.prepositional(head, p))
    for noun in (word for first in (*own, *told) for word in syntax.conjuncts(first)):
        known = any(mention.actor_id != "unknown" for mention in page.actors_at(noun, True))
        if noun.pos_ == "PROPN" and not known and not page.is_time(noun):
            yield noun.lower_
    owners = (c for head in heads for c in head.children if c.dep_ == "poss")
    for word in (*syntax.subjects(clause), *owners):
        if word.pos_ == "PRON" and word.lower_ in _PERSONAL and not page.actors_at(word):
            yield f"{word.lower_} unknown"


def _numbered(finding: Finding, topic: Token) -> Iterator[str]:
    """Yield a number beside an order: "the first to have met *twice*"; and the order above a number."""
    own = {finding.anchor.i, *(t.i for t in finding.words)}
    if finding.kind == "count":
        above = [c for c in topic.head.children if c.lower_ in _RANKED] if topic.dep_ in {"acl", "relcl"} else []
        yield from (f"{token.lower_} ranked" for token in above)
        return
    for child in topic.children:
        times = child.lemma_.lower() in _OCCASIONS and any(c.dep_ == "nummod" for c in child.children)
        many = child.dep_ == "dobj" and any(
            c.dep_ == "nummod" and (read_number(c.lower_) or 0) > 1 for c in child.children
        )
        if child.i not in own and (times or many or child.lower_ in {"twice", "thrice"}):
            yield f"{child.lower_} counted"


def _named_beside(page: Page, topic: Token, parties: tuple[str, ...]) -> Iterator[str]:
    """Yield whom the clause of an act names besides its parties and their states: a reading may have lost them."""
    clause = syntax.clause_of(topic)
    apart = {t.i for c in clause.children if c.dep_ in _OTHER_CLAUSES and topic not in c.subtree for t in c.subtree}
    found = {m.actor_id: m for t in clause.subtree if t.i not in apart for m in page.index.at(t)}
    sides = {m.state for m in found.values() if m.name in parties or page.index.state_name(m.state) in parties}
    for mention in found.values():
        known = mention.name in parties or mention.state in sides
        if mention.kind in {"person", "state"} and mention.actor_id != "unknown" and not known:
            yield f"{mention.name.lower()} named"


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
