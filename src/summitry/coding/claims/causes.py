"""Causes: "in retaliation for the launch", "led to talks", "in order to justify a law"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import listed, words

__all__ = ["find_causes"]

_LONGEST_VALUE = 8


def find_causes(page: Page) -> Iterator[Finding]:
    """Yield what may be causes."""
    yield from _phrases(page)
    yield from _verbs(page)
    yield from _because(page)
    yield from _reasons(page)
    yield from _over(page)


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted((*listed("cause", "phrases"), *listed("cause", "purposes")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _phrases(page: Page) -> Iterator[Finding]:
    for sentence in page.doc.sents:
        for match in _pattern().finditer(sentence.text):
            start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
            span = page.doc.char_span(start, end, alignment_mode="expand")
            if span is None or span.end >= sentence.end:
                continue
            reason = page.doc[span.end : min(span.end + _LONGEST_VALUE, sentence.end)]
            verb = syntax.clause_of(span[0])
            kind = "purpose" if match[0].lower() in words("cause", "purposes") else "phrase"
            signs = [kind, f"phrase {match[0].lower()}"]
            effect = [verb] if abs(verb.i - span[0].i) < 25 else []
            yield _finding(page, span[0], (*span, *reason[:4], *effect[:0]), reason.text, kind, verb, signs)


def _verbs(page: Page) -> Iterator[Finding]:
    for verb in page.having(words("cause", "verbs")):
        if verb.pos_ != "VERB" or verb.dep_ in {"amod", "compound"}:
            continue
        lemma = verb.lemma_.lower()
        if lemma in words("cause", "needing") and not syntax.particles(verb) & {"to", "in", "from"}:
            inf = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
            if not (lemma == "lead" and inf):
                continue
        nouns = syntax.subjects(verb)
        agents = syntax.prepositional(verb, "by") if syntax.is_passive(verb) else nouns
        reason = agents[0] if agents else verb
        effects = [c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp", "prep"} and c.i > verb.i]
        weak = lemma in {"strengthen", "reinforce", "undermine", "prevent", "encourage", "enable", "push", "drive", "lead",
                         "invite", "fuel", "inspire", "convince", "persuade", "explain"}  # fmt: skip
        signs = ["verb", "weak verb" if weak else "strong verb", f"verb {lemma}"]
        acting = page.index.at(reason) if reason != verb else ()
        signs.append("done by an actor" if any(m.kind != "none" for m in acting) else "done by a thing")
        yield _finding(page, verb, (verb, *effects[:1], *nouns[:1]), _text(page, reason), "verb", effects[0] if effects else verb, signs)


def _because(page: Page) -> Iterator[Finding]:
    for mark in page.having(words("cause", "marks")):
        if mark.dep_ != "mark" or mark.head.pos_ not in {"VERB", "AUX"} or mark.head.dep_ != "advcl":
            continue
        verb = mark.head
        signs = ["mark", f"mark {mark.lower_}"]
        yield _finding(page, mark, (mark, verb), _text(page, verb), "mark", verb.head, signs)


def _reasons(page: Page) -> Iterator[Finding]:
    for noun in page.having(words("cause", "reasons")):
        if noun.pos_ not in {"NOUN", "SCONJ", "ADV"}:
            continue
        how = "why" if noun.lower_ == "why" else f"noun {noun.dep_}" if noun.dep_ in {"nsubj", "attr", "pobj"} else "noun other"
        yield _finding(page, noun, (noun,), _text(page, noun), "reason named", syntax.clause_of(noun), ["reason", how])


def _over(page: Page) -> Iterator[Finding]:
    for verb in page.having(words("cause", "sanctioned")):
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"over", "for"} and verb.pos_ == "VERB":
                reason = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
                if reason is not None and not page.is_time(reason):
                    signs = ["over", f"over {child.lower_}"]
                    yield _finding(page, child, (verb, child, reason), _text(page, reason), "punished over", verb, signs)


def _finding(
    page: Page, anchor: Token, words_: tuple[Token, ...], value: str, rule: str, topic: Token, signs: list[str]
) -> Finding:
    if page.event_at(topic) is not None or page.frame_at(topic) is not None:
        signs.append("acts")
    if any(c.tag_ == "MD" for c in syntax.clause_of(anchor).children):
        signs.append("modal")
    return Finding("cause", anchor, words_, " ".join(value.split()), rule, topic, signs=tuple(signs))


def _text(page: Page, head: Token) -> str:
    row = [t for t in head.subtree if not t.is_space][:_LONGEST_VALUE]
    return page.text[row[0].idx : row[-1].idx + len(row[-1])] if row else head.text
