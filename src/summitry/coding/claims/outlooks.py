"""Forecasts told by nouns, and by verbs of danger and promise: "little chance that", "risks reopening", "bodes ill"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_outlooks"]

_VERBAL = frozenset({"VERB", "AUX"})
_CONTENT = frozenset({"acl", "ccomp", "xcomp", "relcl", "prep", "advcl"})


def find_outlooks(page: Page) -> Iterator[Finding]:
    """Yield what may be forecasts."""
    for noun in page.having(words("forecast", "chances")):
        if noun.pos_ == "NOUN":
            yield from _chance(page, noun)
    for verb in page.having(words("forecast", "omens")):
        yield from _omen(page, verb)
    for word in page.having(words("forecast", "sure")):
        content = next((c for c in word.children if c.dep_ in {"ccomp", "prep"} and c.i > word.i), None)
        ahead = content is not None and any(c.tag_ == "MD" for c in content.children)
        if word.dep_ in {"acomp", "oprd"} and content is not None and ahead:
            yield _finding(page, word, (word, content), content, "sure")
    for phrase in page.having(["course", "track", "verge", "brink", "cusp", "eve"]):
        above = phrase.head.head
        on = (
            phrase.dep_ == "pobj" and phrase.head.lower_ == "on" and above.lemma_.lower() in words("forecast", "placed")
        )
        content = next((c for c in phrase.children if c.dep_ in {"prep", "acl"} and c.i > phrase.i), None)
        if on and content is not None:
            yield _finding(page, phrase, (phrase.head, phrase, content), content, "on the way")


def _chance(page: Page, noun: Token) -> Iterator[Finding]:
    """Yield how likely a thing is called by a noun: "there is a *danger* that", "the *prospects* of peace look dim"."""
    verb = noun.head
    content = next((c for c in noun.children if c.dep_ in _CONTENT and c.i > noun.i), None)
    there = verb.lemma_ == "be" and any(c.dep_ == "expl" or c.lower_ == "it" for c in verb.children)
    told = noun.dep_ in {"nsubj", "nsubjpass", "ROOT", "attr"} or (
        noun.dep_ == "dobj" and verb.lemma_ in {"see", "have"}
    )
    if noun.lemma_.lower() == "matter":
        time = next(iter(syntax.prepositional(noun, "of")), None)
        if time is None or time.lower_ != "time" or not there:
            return
        content = next((c for c in verb.children if c.dep_ == "advcl"), time)
    if content is None or not told:
        return
    below = next((c for c in content.children if c.dep_ in {"pobj", "pcomp"}), content)
    how = "there is a chance" if there else "a chance"
    yield _finding(page, noun, (noun, verb, content, below), below, how)


def _omen(page: Page, verb: Token) -> Iterator[Finding]:
    """Yield what a thing threatens or promises to bring: "the ruling *risks* a trade war", "this *bodes* ill for"."""
    nouns = syntax.subjects(verb)
    content = next(
        (c for c in verb.children if c.dep_ in {"xcomp", "acl", "dobj", "acomp", "advmod", "ccomp"} and c.i > verb.i),
        None,
    )
    if verb.pos_ not in {"VERB", "NOUN"} or content is None:
        return
    action = content.tag_ in {"VBG", "VB"}
    if verb.pos_ == "NOUN" and not (verb.dep_ == "ROOT" and content.tag_ == "VBG"):
        return  # "the ruling risks reopening": a parser takes the verb for a noun
    someone = any(m.kind == "person" for noun in nouns for m in page.actors_at(noun))
    if verb.lemma_.lower() in {"threaten", "promise"} and (not action or any(page.actors_at(noun) for noun in nouns)):
        return  # a threat, a promise: acts
    yield _finding(page, verb, (*nouns[:1], verb, content), content, "omen by somebody" if someone else "omen")


def _finding(page: Page, anchor: Token, row: tuple[Token, ...], content: Token, how: str) -> Finding:
    verb = anchor if anchor.pos_ in _VERBAL else syntax.clause_of(anchor)
    signs = ["outlook", how, "outlook: present" if syntax.is_present(verb) else "outlook: not present"]
    if page.published is None:
        signs.append("outlook: in a history")
    return Finding("forecast", anchor, row, gist_of(content), how, content, signs=tuple(signs))
