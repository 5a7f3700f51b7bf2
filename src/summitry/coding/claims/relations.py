"""Relations: "ties have been strained", "have drifted apart", "a close ally of China"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import trends, words

__all__ = ["find_relations"]

_FAST = frozenset({"fast", "rapidly", "quickly", "sharply", "steeply"})
_STEADY = frozenset({"remain", "continue"})
_COPULAS = frozenset({"be", "remain", "become", "seem", "appear", "stay"})


def find_relations(page: Page) -> Iterator[Finding]:
    """Yield what may be relations described."""
    for noun in page.having(words("relation", "nouns")):
        if noun.lower_ == "hostilities":
            continue  # fighting
        if noun.pos_ in {"NOUN", "PROPN"} and not (noun.pos_ == "PROPN" and noun.text[:1].isupper()):
            yield from _of_noun(page, noun)
    for word in page.having(words("relation", "closeness")):
        yield from _closeness(page, word)
    for noun in page.having(words("relation", "roles")):
        yield from _role(page, noun)


def _of_noun(page: Page, noun: Token) -> Iterator[Finding]:
    signs = ["plain noun" if noun.lower_ in words("relation", "plain") else "telling noun"]
    actors = page.index.within(noun.subtree)
    signs.append(f"actors {min(len({m.actor_id for m in actors}), 2)}")
    value, words_, how = _predicate(noun)
    signs.append(how)
    if not value:
        adjective = next((c for c in noun.children if _is_quality(c)), None)
        value = _trend_or_form(adjective) if adjective is not None else noun.lower_
        signs.append("with an adjective" if adjective is not None else "bare")
        words_ = (noun,) if adjective is None else (adjective, noun)
    if noun.lemma_.lower() in {"diplomatic", "trade", "economic"} or any(
        c.lower_ == "diplomatic" for c in noun.children
    ):
        signs.append("diplomatic")
    if page.event_at(noun) is not None:
        signs.append("told as an act")
    negated = any(c.dep_ == "neg" for c in syntax.clause_of(noun).children)
    yield Finding("relation", noun, (noun, *words_), value, "relation noun", noun, negated=negated, signs=tuple(signs))


def _predicate(noun: Token) -> tuple[str, tuple[Token, ...], str]:
    """Return what a clause says of a relation: its trend, an adjective; with the words and how it is said."""
    top = syntax.topmost_noun(noun)
    if top.dep_ == "pobj" and top.head.lower_ in {"of", "in", "with"} and top.head.head.dep_ in {"nsubj", "nsubjpass"}:
        top = top.head.head
    verb = top.head
    if top.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        return _said_of(verb, top)
    if top.dep_ == "dobj" and verb.lemma_.lower() in trends():
        return trends()[verb.lemma_.lower()], (verb,), "object of a trend"
    if top.dep_ == "dobj" and verb.lemma_ == "have":
        adjective = next((c for c in noun.children if c.dep_ == "amod"), noun)
        return adjective.lower_, (verb, adjective), "had"
    if top.dep_ == "attr":
        return noun.lower_, (verb,), "predicate"
    return "", (), f"role {top.dep_}" if top.dep_ in {"dobj", "pobj", "conj"} else "role other"


def _said_of(verb: Token, subject: Token) -> tuple[str, tuple[Token, ...], str]:
    comparatives = [child for child in verb.children if child.tag_ in {"JJR", "RBR"}]
    for word in (*comparatives, verb, *verb.children):
        if word.lemma_.lower() in _STEADY or word.i <= subject.i:
            continue
        trend = trends().get(word.lower_) or trends().get(word.lemma_.lower())
        if trend is not None:
            fast = " fast" if any(c.lower_ in _FAST for c in verb.children) and not trend.endswith("fast") else ""
            return trend + fast, (verb, word), "trend"
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd"}:
            return _adjective(child), (verb, child), "quality"
    trend = trends().get(verb.lemma_.lower())
    return (trend, (verb,), "steady") if trend else ("", (), "done")


def _is_quality(word: Token) -> bool:
    """True for an adjective that tells how a relation is, not which one."""
    which = {"diplomatic", "bilateral", "several", "many", "such", "mutual", "official", "other", "new", "economic"}
    return word.dep_ == "amod" and word.pos_ in {"ADJ", "VERB"} and word.lower_ not in which and word.text.islower()


def _trend_or_form(word: Token) -> str:
    return trends().get(word.lower_) or trends().get(word.lemma_.lower()) or word.lower_


def _adjective(word: Token) -> str:
    left = [c for c in (*word.children, *word.head.children) if c.lower_ in {"never", "not"} and c.i < word.i]
    return " ".join(t.lower_ for t in (*left[:1], word))


def _closeness(page: Page, word: Token) -> Iterator[Finding]:
    """Yield "have drifted apart", "has grown closer to", "was very close to China"."""
    verb = word.head
    if word.dep_ not in {"acomp", "advmod", "oprd", "attr", "prt", "amod"} or verb.lemma_.lower() not in words(
        "relation", "linking"
    ):
        return
    actors = [*page.subject_of(word), *page.index.within(word.subtree)]
    ids = {m.actor_id for m in actors}
    moving = verb.lemma_.lower() not in _COPULAS
    value = ("worsening" if word.lower_ == "apart" else "improving") if moving else word.lower_
    signs = ("closeness", f"actors {min(len(ids), 2)}", "moving" if moving else "standing")
    yield Finding("relation", word, (verb, word), value, "closeness", verb, signs=signs)


def _role(page: Page, noun: Token) -> Iterator[Finding]:
    """Yield what somebody is to somebody: "a close ally of China", "the mouthpiece of the party"."""
    near = any(c.lower_ in {"close", "closest", "key", "main", "longtime", "traditional"} for c in noun.children)
    if noun.pos_ != "NOUN" or not (noun.dep_ in {"attr", "appos"} or near):
        return
    actors = {m.actor_id for m in page.index.within(noun.subtree)}
    signs = ("role", "near" if near else f"role {noun.dep_}", f"actors {min(len(actors), 2)}")
    yield Finding("relation", noun, (noun,), _with_quality(noun), "role", noun, signs=signs)


def _with_quality(noun: Token) -> str:
    """Return a noun with the adjective that says how close: `close ally`."""
    quality = [c.lower_ for c in noun.children if c.dep_ == "amod"][-1:]
    return " ".join((*quality, noun.lower_))
