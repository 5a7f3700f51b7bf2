"""How two sides stand, by phrases: "ties are *on the mend*", "have *sunk to* a low", "*patched up* their quarrel"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import standings, words
from summitry.language import Token

__all__ = ["find_standings"]

_IN = frozenset({"on", "in", "at", "under", "to", "off", "into"})


def find_standings(page: Page) -> Iterator[Finding]:
    """Yield what may be relations described."""
    for word in page.having(standings()):
        yield from _phrase(page, word)
    for noun in page.having(words("relation", "mended")):
        yield from _mended(noun)
    for verb in page.having(words("relation", "estranging")):
        yield from _between(page, verb)


def _phrase(page: Page, word: Token) -> Iterator[Finding]:
    """Yield a relation or a course of talks that a preposition places: "ties are *at a low*", "*at an impasse*"."""
    preposition = word.head
    if word.dep_ != "pobj" or preposition.lower_ not in _IN:
        return
    verb = syntax.clause_of(preposition)
    nouns = [*syntax.subjects(verb), *syntax.objects(verb)]
    nouns += [
        below
        for noun in nouns
        for side in ("in", "of", "over", "on", "between")
        for below in syntax.prepositional(noun, side)
    ]
    subject = next((noun for noun in nouns if _is_relation(noun)), None)
    sides = {m.actor_id for noun in syntax.subjects(verb) for m in page.actors_at(noun)}
    if subject is None and (len(sides) < 2 or verb.lemma_ not in {"be", "remain", "stay"}):
        return
    quality = next((t.lower_ for t in word.lefts if t.dep_ == "amod"), "")
    value = standings()[word.lemma_.lower()] if word.lemma_.lower() in standings() else standings()[word.lower_]
    holder = subject if subject is not None else verb
    signs = ["standing phrase", "of a relation" if subject is not None else "of two sides"]
    value = f"{quality} {value}" if quality and value == word.lemma_ else value
    yield Finding(
        "relation", word, (holder, verb, preposition, word), value, "standing phrase", holder, signs=tuple(signs)
    )


def _is_relation(noun: Token) -> bool:
    forms = {noun.lower_, noun.lemma_.lower()}
    return bool(forms & (words("relation", "nouns") | words("relation", "courses")))


def _mended(noun: Token) -> Iterator[Finding]:
    """Yield quarrels ended and differences overcome: "*mended* fences", "had *patched up* their quarrel"."""
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in words("relation", "mending"):
        yield Finding("relation", noun, (verb, noun), "improving", "mended", verb, signs=("mended",))


def _between(page: Page, verb: Token) -> Iterator[Finding]:
    """Yield two who part or draw near by a verb of their own: "*fell out* with Moscow", "*distrusted* the shah"."""
    wanted = [phrase for phrase in words("relation", "parting") if phrase.split(" ")[0] == verb.lemma_.lower()]
    behind = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)])
    told = next((p for p in wanted if behind.startswith(p.split(" ", 1)[1])), None) if wanted else None
    if verb.pos_ != "VERB" or (wanted and told is None):
        return
    sides = {m.actor_id for m in (*page.subject_of(verb), *(m for t in verb.subtree for m in page.index.at(t)))}
    signs = ("estranging", f"actors {min(len(sides), 2)}")
    value = verb.lemma_.lower() if told is None else told
    yield Finding("relation", verb, (verb, *syntax.objects(verb)[:1]), value, "estranging", verb, signs=signs)
