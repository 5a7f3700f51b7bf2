"""Causes: "in retaliation for the launch", "led to talks", "in order to justify a law"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of, plain_noun
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import listed, words
from summitry.language import Span, Token

__all__ = ["find_causes"]

_LONGEST_VALUE = 8
_FROM = frozenset({"in", "from"})
_NEEDED = {
    "lead": frozenset({"to"}),
    "contribute": frozenset({"to"}),
    "grow": frozenset({"out"}),
    "attribute": frozenset({"to"}),
    "link": frozenset({"to"}),
}
"""What stands behind verbs that tell a cause only so: "led *to* talks" and not "led the delegation"."""


_ANSWERS = {"retaliation": "for", "response": "to", "protest": "at", "reaction": "to", "punishment": "for"}
"""Nouns of answering that a value keeps, with the preposition behind them."""
_BEHIND = {
    "stem": ("from",),
    "result": ("from",),
    "arise": ("from",),
    "derive": ("from",),
    "grow": ("from", "of"),
    "root": ("in",),
    "link": ("to",),
    "attribute": ("to",),
}
"""Where verbs that begin with the effect tell its cause: "tension stemmed *from* the raid"."""


def find_causes(page: Page) -> Iterator[Finding]:
    """Yield what may be causes."""
    yield from _phrases(page)
    yield from _verbs(page)
    yield from _because(page)
    yield from _reasons(page)
    yield from _over(page)
    yield from _made(page)
    yield from _punished_for(page)
    yield from _moved(page)
    yield from _was_to(page)


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted((*listed("cause", "phrases"), *listed("cause", "purposes")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _phrases(page: Page) -> Iterator[Finding]:
    for sentence in page.sentences:
        for match in _pattern().finditer(sentence.text):
            start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
            span = page.doc.char_span(start, end, alignment_mode="expand")
            if span is None or span.end >= sentence.end:
                continue
            reason = page.doc[span.end : min(span.end + _LONGEST_VALUE, sentence.end)]
            verb = syntax.clause_of(span[0])
            if match[0].lower() in words("cause", "active") and syntax.subjects(verb):
                subject = syntax.subjects(verb)[0]
                signs = ["phrase", f"phrase {match[0].lower()}"]
                yield _finding(page, span[0], (subject, *span), gist_of(subject), "phrase", verb, signs)
                continue
            kind = "purpose" if match[0].lower() in words("cause", "purposes") else "phrase"
            signs = [kind, f"phrase {match[0].lower()}"]
            yield _finding(page, span[0], (*span, *reason[:4]), _reason(reason, match[0]), kind, verb, signs)


def _reason(after: Span, phrase: str) -> str:
    """Return the gist of what stands after a phrase; "in response to a launch" is `response to the launch`."""
    heads = [
        t for t in after if t.head.i < after.start and t.dep_ in {"pobj", "pcomp", "xcomp", "ccomp", "advcl", "acl"}
    ]
    if not heads:
        return after.text
    noun = next((word for word in _ANSWERS if word in phrase.lower()), "")
    if not noun:
        return gist_of(heads[0])
    plain = " ".join(t.text for t in plain_noun(heads[0])) if heads[0].pos_ == "NOUN" else gist_of(heads[0])
    return f"{noun} {_ANSWERS[noun]} {'the ' if heads[0].tag_ == 'NN' else ''}{plain}"


def _verbs(page: Page) -> Iterator[Finding]:
    for verb in page.having(words("cause", "verbs")):
        if verb.pos_ != "VERB" or verb.dep_ in {"amod", "compound"}:
            continue
        lemma = verb.lemma_.lower()
        if lemma in words("cause", "needing") and not syntax.particles(verb) & _NEEDED.get(lemma, _FROM):
            inf = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
            if not (lemma == "lead" and inf):
                continue
        nouns = syntax.subjects(verb)
        agents = syntax.prepositional(verb, "by") if syntax.is_passive(verb) else nouns
        below = [n for word in _BEHIND.get(lemma, ()) for n in syntax.prepositional(verb, word)]
        reason = below[0] if below else agents[0] if agents else verb
        effects = [c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp", "prep"} and c.i > verb.i]
        signs = ["verb", "weak verb" if lemma in words("cause", "weak") else "strong verb", f"verb {lemma}"]
        acting = page.index.at(reason) if reason != verb else ()
        signs.append("done by an actor" if any(m.kind != "none" for m in acting) else "done by a thing")
        yield _finding(
            page,
            verb,
            (verb, *effects[:1], *nouns[:1]),
            _value_of(verb, reason),
            "verb",
            _effect(effects, verb),
            signs,
        )


def _value_of(verb: Token, reason: Token) -> str:
    """Return a cause in a few words; where it "led to" a thing, with that: `mutiny led to intervention`."""
    to = syntax.prepositional(verb, "to")[:1] if verb.lemma_.lower() == "lead" else []
    if not to or to[0].pos_ != "NOUN" or reason.pos_ != "NOUN":
        return gist_of(reason)
    cause, effect = (" ".join(t.text for t in plain_noun(noun)) for noun in (reason, to[0]))
    return f"{cause} led to {effect}"


def _effect(effects: list[Token], verb: Token) -> Token:
    """Return what a cause brings about: "led Baghdad *to expel* the envoy", "led to *talks*"."""
    clause = next((e for e in effects if e.dep_ in {"xcomp", "ccomp"}), None)
    below = [n for e in effects if e.dep_ == "prep" for n in e.children if n.dep_ in {"pobj", "pcomp"}]
    return clause or next(iter(below), None) or next(iter(effects), verb)


def _because(page: Page) -> Iterator[Finding]:
    for mark in page.having(words("cause", "marks")):
        if mark.dep_ != "mark" or mark.head.pos_ not in {"VERB", "AUX"} or mark.head.dep_ != "advcl":
            continue
        verb = mark.head
        signs = ["mark", f"mark {mark.lower_}"]
        yield _finding(page, mark, (mark, verb), gist_of(verb), "mark", verb.head, signs)


def _reasons(page: Page) -> Iterator[Finding]:
    for noun in page.having(words("cause", "reasons")):
        if noun.pos_ != "NOUN":
            continue
        how = f"noun {noun.dep_}" if noun.dep_ in {"nsubj", "attr", "pobj"} else "noun other"
        yield _finding(page, noun, (noun,), gist_of(noun), "reason named", syntax.clause_of(noun), ["reason", how])


def _over(page: Page) -> Iterator[Finding]:
    for verb in page.having(words("cause", "sanctioned")):
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "over" and verb.pos_ == "VERB":
                reason = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
                if reason is not None and not page.is_time(reason):
                    signs = ["over"]
                    yield _finding(page, child, (verb, child, reason), gist_of(reason), "punished over", verb, signs)


def _made(page: Page) -> Iterator[Finding]:
    """Yield what made something so: "corruption made the republic vulnerable", "the veto left it powerless"."""
    for verb in page.having(["make", "leave", "render", "keep"]):
        so = next((c for c in verb.children if c.dep_ in {"ccomp", "oprd"} and c.i > verb.i), None)
        adjective = so if so is not None and so.pos_ == "ADJ" else None
        nouns = syntax.subjects(verb)
        if adjective is None or not nouns or verb.pos_ != "VERB" or nouns[0].pos_ not in {"NOUN", "PROPN"}:
            continue
        signs = ["made so", "done by an actor" if page.index.at(nouns[0]) else "done by a thing"]
        yield _finding(page, verb, (nouns[0], verb, adjective), gist_of(nouns[0]), "made so", verb, signs)


def _punished_for(page: Page) -> Iterator[Finding]:
    """Yield why somebody is punished or blamed: "jailed for spying", "sanctions for the raid", "sanctions over it"."""
    for word in page.having(words("cause", "punished")):
        for child in word.children:
            if child.dep_ != "prep" or child.lower_ not in {"for", "over"} or child.i < word.i:
                continue
            if child.lower_ == "over" and word.lemma_.lower() in words("cause", "sanctioned"):
                continue
            reason = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            whom = reason is not None and reason.pos_ == "PROPN" and bool(page.index.at(reason))
            if reason is None or whom or page.is_time(reason) or page.times_within([reason]):
                continue
            signs = ["punished for", f"punished: {word.pos_.lower()}"]
            yield _finding(page, child, (word, child, reason), gist_of(reason), "punished for", word, signs)


def _moved(page: Page) -> Iterator[Finding]:
    """Yield what moved somebody, told before the act: "Angered by the raid, Ankara …", "Unable to pay, …"."""
    for word in page.having(words("cause", "moved")):
        verb = word.head
        fronted = word.dep_ in {"advcl", "advmod", "acl"} and verb.pos_ in {"VERB", "AUX"} and word.i < verb.i
        if not fronted:
            continue
        below = [
            *syntax.prepositional(word, "by"),
            *syntax.prepositional(word, "over"),
            *syntax.prepositional(word, "at"),
        ]
        content = below or [c for c in word.children if c.dep_ in {"xcomp", "ccomp"} and c.i > word.i]
        if content:
            yield _finding(page, word, (word, content[0]), gist_of(content[0]), "moved by", verb, ["moved by"])


def _was_to(page: Page) -> Iterator[Finding]:
    """Yield purposes told of an act: "the visit was to reassure", "the aim of the trip is to win"."""
    for verb in page.having(["be"]):
        purpose = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB"), None)
        nouns = syntax.subjects(verb)
        if purpose is None or not nouns or not any(c.lower_ == "to" for c in purpose.lefts):
            continue
        act = next((n for n in (nouns[0], *syntax.prepositional(nouns[0], "of")) if page.frame_at(n) is not None), None)
        if act is not None:
            yield _finding(page, verb, (nouns[0], verb, purpose), gist_of(purpose), "was to", act, ["was to"])


def _finding(
    page: Page, anchor: Token, words_: tuple[Token, ...], value: str, rule: str, topic: Token, signs: list[str]
) -> Finding:
    if page.is_act(topic):
        signs.append("acts")
    if any(c.tag_ == "MD" for c in syntax.clause_of(anchor).children):
        signs.append("modal")
    return Finding("cause", anchor, words_, " ".join(value.split()), rule, topic, signs=tuple(signs))
