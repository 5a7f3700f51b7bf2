"""Forecasts: "will resume within a year", "is expected to", "most likely will be stronger"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.attribution import AUTHOR, source_of
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.numbers import read_ordinal
from summitry.coding.claims.page import Page
from summitry.coding.claims.positions import content_of
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_forecasts"]

_THINKING = frozenset({"think", "believe", "guess", "expect", "predict", "anticipation", "expectation", "fear", "hope"})
_CHANCES = frozenset({"likely", "unlikely", "inevitable", "probable", "imminent"})
"""What a thing itself can be called: "a strike is highly unlikely"."""
_VERBAL = frozenset({"VERB", "AUX"})


def find_forecasts(page: Page) -> Iterator[Finding]:
    """Yield what may be forecasts."""
    for name in ("will", "maybe"):
        for token in page.having(words("forecast", name)):
            if token.dep_ == "aux" and token.head.pos_ in _VERBAL and not _is_numbered(token.head):
                yield _finding(page, token, token.head, token.head, name)
    for verb in page.having(words("forecast", "expect")):
        content = content_of(verb)
        if content is None and _is_ahead(page, verb):
            content = verb
        if verb.pos_ == "VERB" and content is not None and verb.dep_ not in {"amod", "compound"}:
            yield _finding(page, verb, verb, content, "expect")
    for word in page.having(words("forecast", "likely")):
        clause = next((c for c in word.children if c.dep_ in {"xcomp", "ccomp"}), None)
        nouns = syntax.subjects(word.head) if word.head.pos_ in _VERBAL and word.lemma_.lower() in _CHANCES else []
        if clause is None and nouns and word.dep_ == "acomp":
            yield _finding(page, word, word, nouns[0], "likely")
        elif clause is not None and (word.dep_ in {"acomp", "attr", "oprd"} or word.pos_ in _VERBAL):
            yield _finding(page, word, word, page.act_of(clause), "likely")
    for token in page.having(["making", "offing", "horizon", "cards", "pipeline"]):
        if token.dep_ == "pobj" and token.head.lower_ in {"in", "on"}:
            above = token.head.head
            nouns = syntax.subjects(above) if above.pos_ in _VERBAL else []
            yield _finding(page, token, token, nouns[0] if nouns else above, "in the making")


def _finding(page: Page, anchor: Token, verb: Token, content: Token, how: str) -> Finding:
    clause = verb if verb.pos_ in _VERBAL else syntax.clause_of(verb)
    signs = [how]
    if how == "maybe":
        signs.append(f"maybe {anchor.lower_}")
    subject = [m for noun in syntax.subjects(clause) for m in page.actors_at(noun)]
    signs.append("actor" if subject else "no actor")
    signs += _of_what(page, clause, how)
    source = source_of(anchor, page.index)
    signs.append("reported" if source != AUTHOR else "by the author")
    if source.split()[-1].lower().rstrip("s") in words("forecast", "speakers"):
        signs.append("by experts")
    above = [word for verb_ in clause.ancestors for word in (verb_, *syntax.subjects(verb_))]
    if any(word.lemma_.lower() in _THINKING for word in above):
        signs.append("thought")
    if any(c.lower_ in {"likely", "probably", "soon", "surely", "certainly", "inevitably"} for c in clause.children):
        signs.append("likely or soon")
    if any(c.lower_ == "again" for c in clause.children):
        signs.append("again")
    event = page.event_at(content) or page.event_at(clause)
    if event is not None:
        signs.append(f"told as {event.status}")
    if how in {"expect", "likely"} and (event is not None or page.frame_at(content) is not None):
        signs.append("an act held likely")
    if _is_ahead(page, clause):
        signs.append("dated ahead")
    elif any(t.type == "DURATION" for t, _ in page.times_within(clause.subtree)):
        signs.append("with a horizon")
    if any(c.dep_ == "neg" for c in clause.children):
        signs.append("denied")
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children) or clause.dep_ in {"relcl"}:
        signs.append("conditional or relative")
    if any(c.dep_ == "advcl" and any(d.lower_ in {"if", "unless"} for d in c.children) for c in clause.children):
        signs.append("under a condition")
    if clause.lemma_.lower() in words("forecast", "effects"):
        signs.append("an effect")
    if any(c.lower_ == "have" and c.dep_ == "aux" for c in clause.children):
        signs.append("perfect")
    if any(c.lower_ in {"we", "i", "our"} for c in clause.children):
        signs.append("first person")
    nouns = syntax.subjects(clause)
    return Finding(
        "forecast",
        anchor,
        (anchor, verb, content, *nouns[:1]),
        gist_of(content),
        how,
        content,
        negated=any(c.dep_ == "neg" for c in clause.children),
        signs=tuple(signs),
    )


def _of_what(page: Page, clause: Token, how: str) -> Iterator[str]:
    """Yield what is to come of what: of an act, of a thing; "would" in an undated history looks back."""
    subject = next(iter(syntax.subjects(clause)), None)
    if subject is not None and subject.pos_ == "NOUN" and not page.index.at(subject):
        yield "an act to come of" if page.frame_at(subject) is not None else "a thing to come of"
    if how == "maybe" and page.published is None:
        yield "maybe in a history"
    if clause.dep_ in {"ROOT", "ccomp", "conj"}:
        yield "main clause"


def _is_numbered(verb: Token) -> bool:
    """True for "this will be their fifth meeting": the number is the claim."""
    return verb.lemma_ == "be" and any(read_ordinal(g.lower_) for c in verb.children for g in c.children)


def _is_ahead(page: Page, clause: Token) -> bool:
    published = page.published
    if published is None or published.last is None:
        return False
    return any(
        t.interval.last is not None and t.interval.last > published.last for t, _ in page.times_within(clause.subtree)
    )
