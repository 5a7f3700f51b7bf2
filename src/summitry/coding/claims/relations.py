"""Relations: "ties have been strained", "have drifted apart", "a close ally of China"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import listed, trends, words
from summitry.language import Token

__all__ = ["find_relations"]

_SET_PHRASES = {
    "odds": frozenset({"at"}),
    "loggerheads": frozenset({"at"}),
    "terms": frozenset({"on"}),
    "brink": frozenset({"on", "to"}),
}
"""Phrases that say how two sides stand to each other."""
_NEAR = frozenset({"close", "closest", "key", "main", "longtime", "traditional", "staunch", "chief", "biggest"})
_DEGREES = frozenset({"high", "low", "higher", "lower"})
"""What says nothing of a relation without its noun: `tension high`."""
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
    for noun in page.having(words("relation", "courses")):
        yield from _of_course(page, noun)
    for noun in page.having(_SET_PHRASES):
        yield from _standing(noun)
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
        adjective = next((c for c in reversed([*noun.children]) if _is_quality(c)), None)
        told = adjective is not None and (noun.lower_ in words("relation", "plain") or adjective.lower_ in trends())
        value = _trend_or_form(adjective) if adjective is not None and told else noun.lower_
        signs.append("with an adjective" if adjective is not None else "bare")
        words_ = (noun,) if adjective is None else (adjective, noun)
    if _is_none(noun):
        value = f"no diplomatic {noun.lower_}"
        signs.append("none at all")
    if noun.lemma_.lower() in {"diplomatic", "trade", "economic"} or any(
        c.lower_ == "diplomatic" for c in noun.children
    ):
        signs.append("diplomatic")
    if page.event_at(noun) is not None:
        signs.append("told as an act")
    negated = any(c.dep_ == "neg" for c in syntax.clause_of(noun).children)
    yield Finding("relation", noun, (noun, *words_), value, "relation noun", noun, negated=negated, signs=tuple(signs))


def _is_none(noun: Token) -> bool:
    """True for diplomatic relations that are not: "has no diplomatic ties with", "did not have formal relations"."""
    kinds = {c.lower_ for c in noun.children}
    if not kinds & {"diplomatic", "formal", "official"} or noun.dep_ not in {"dobj", "attr"}:
        return False
    return "no" in kinds or any(c.dep_ == "neg" for c in noun.head.children)


def _of_course(page: Page, noun: Token) -> Iterator[Finding]:
    """Yield how talks, a process, trust or a situation stand: "the talks became deadlocked", "it is tense"."""
    value, words_, how = _predicate(noun)
    said = {word.lower_ for word in words_} | {word.lemma_.lower() for word in words_}
    stand = next((w for w in listed("relation", "states") if w in said or w in value.split()), "")
    quoted = next((w for w in noun.head.subtree if w.lower_ in words("relation", "states") and w.i > noun.i), None)
    if stand or quoted is not None:
        word = next((w for w in words_ if w.lower_ == stand or w.lemma_.lower() == stand), quoted or noun)
        actors = {m.actor_id for m in page.index.within(noun.subtree)}
        signs = ("course", f"actors {min(len(actors), 2)}", how)
        state = trends().get(stand, stand) if stand else _adjective(quoted) if quoted is not None else noun.lower_
        yield Finding("relation", noun, (noun, *words_, word), state, "course", noun, signs=signs)


def _standing(noun: Token) -> Iterator[Finding]:
    """Yield how two sides stand to each other by a set phrase: "at odds with the Union over migration"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _SET_PHRASES.get(noun.lower_, frozenset()):
        return
    left = [c for c in noun.children if c.dep_ == "amod" and c.i < noun.i]
    over = [n for head in (noun, preposition, preposition.head) for n in syntax.prepositional(head, "over")]
    matter = f" over {gist_of(over[0])}" if over else ""
    value = " ".join(t.text for t in (preposition, *left, noun)) + matter
    signs = ("set phrase", *(("over a matter",) if over else ()))
    yield Finding(
        "relation",
        noun,
        (preposition, noun, *over[:1]),
        value.lower() if not over else value,
        "set phrase",
        preposition,
        signs=signs,
    )


def _predicate(noun: Token) -> tuple[str, tuple[Token, ...], str]:
    """Return what a clause says of a relation: its trend, an adjective; with the words and how it is said."""
    joined = noun.dep_ == "compound" and noun.head.pos_ == "NOUN" and noun.head.i == noun.i + 1
    top = syntax.topmost_noun(noun.head if joined else noun)
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
            what = f"{subject.lemma_.lower()} " if child.lower_ in _DEGREES else ""
            return what + _adjective(child), (verb, child), "quality"
    trend = trends().get(verb.lemma_.lower())
    return (trend, (verb,), "steady") if trend else ("", (), "done")


def _is_quality(word: Token) -> bool:
    """True for an adjective that tells how a relation is, not which one."""
    which = {"diplomatic", "bilateral", "several", "many", "such", "mutual", "official", "other", "new", "economic"}
    part = word.i + 1 < len(word.doc) and word.nbor().text in {"-", "–"}
    whole = word.dep_ == "amod" and word.pos_ in {"ADJ", "VERB"} and not part
    return whole and word.lower_ not in which and word.text.islower()


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
    near = any(c.lower_ in _NEAR for c in noun.children)
    owned = noun.lemma_ == "ally" and any(c.dep_ in {"poss", "compound", "nmod"} for c in noun.children)
    if noun.pos_ != "NOUN" or not (noun.dep_ in {"attr", "appos"} or near or owned):
        return
    actors = {m.actor_id for m in page.index.within(noun.subtree)}
    signs = (
        "role",
        "near" if near else "owned" if owned and noun.dep_ not in {"attr", "appos"} else f"role {noun.dep_}",
        f"actors {min(len(actors), 2)}",
    )
    yield Finding("relation", noun, (noun,), _with_quality(noun), "role", noun, signs=signs)


def _with_quality(noun: Token) -> str:
    """Return a noun with the adjective that says how close: `close ally`; bare allies are `allies`."""
    qualities = [c.lower_ for c in noun.children if c.dep_ == "amod"]
    quality = [word for word in qualities if word in _NEAR][:1] or qualities[-1:]
    return " ".join((*quality, noun.lower_)) if quality or noun.lemma_ != "ally" else "allies"
