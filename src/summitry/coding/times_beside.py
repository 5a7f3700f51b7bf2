"""Times of a sentence that are not those of an act: of its matter, a treaty, the next clause, the telling."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.cues import cues
from summitry.coding.lexicon import load_classes
from summitry.coding.light import told_by
from summitry.language import Token
from summitry.model import TimeExpression

__all__ = ["is_of_matter", "is_of_next", "is_of_telling", "is_of_treaty", "is_ranked", "lasts"]

ABOUT = frozenset({"about", "against", "from", "on", "over", "to", "under", "with"})
"""Prepositions between an act and the treaty that it is about."""
MATTERS = frozenset("about against ahead concerning despite following for from of over since than".split())
"""Prepositions before what an act is about or what it follows, which has a time of its own."""
AFTER = MATTERS | {"after"}
SIGNING = frozenset({"conclude", "initial", "negotiate", "ratify", "reach", "sign"})
"""Verbs whose object is of the day on which they are done."""


def is_of_matter(head: Token, trigger: Token, spoken: bool) -> bool:
    """True for the time of what an act is about: "apologised for the raid *of 1968*", "condemned *Friday's* raid".

    Args:
        head: the word that the time hangs on.
        trigger: the word that tells the act.
        spoken: the act is done by words, whose object has a time of its own.
    """
    owned = head.dep_ == "poss"
    if not owned and not (head.dep_ == "pobj" and head.head.lower_ == "of"):
        return False
    matter = head.head if owned else head.head.head
    if matter.pos_ not in {"NOUN", "PROPN"} or matter.ent_type_ in {"DATE", "TIME"} or trigger in matter.subtree:
        return False
    top = syntax.topmost_noun(matter)
    if matter.dep_ == "pobj" and matter.head.lower_ == "of" and matter.head.head == trigger:
        return trigger.pos_ == "VERB"  # "spoke of the accord of 1992"
    if top.dep_ in {"dobj", "nsubjpass"}:
        return spoken and top.head == trigger and trigger.lemma_.lower() not in SIGNING
    return matter.dep_ == "pobj" and matter.head.lower_ in (AFTER if owned else MATTERS - {"of"})


def is_of_treaty(head: Token, trigger: Token) -> bool:
    """True for the year of a treaty that an act is about, not of the act: "withdrew from the *2015* accord"."""
    treaty = head.head
    named = head.dep_ in {"nummod", "compound", "nmod"} and treaty.lemma_.lower() in load_classes()["treaty"]
    if treaty.dep_ == "dobj":
        return named and treaty.head == trigger and trigger.lemma_.lower() not in SIGNING
    return named and treaty != trigger and treaty.dep_ == "pobj" and treaty.head.lower_ in ABOUT


def is_of_telling(trigger: Token, head: Token) -> bool:
    """True for the time of the past act that plans what is to come: "*agreed on Monday* to meet"."""
    above = {word.i for word in head.ancestors}
    verb = next((word for word in trigger.ancestors if word.i in above), None)
    if (
        verb is None
        or verb.pos_ != "VERB"
        or verb.tag_ != "VBD"
        or verb == told_by(trigger)
        or verb.lemma_.lower() in cues("status", "planned_verbs")
    ):
        return False
    return not any(word.i in above for word in trigger.subtree)


def is_of_next(words: TimeExpression, trigger: Token) -> bool:
    """True for a time of the next clause: "tested it in May *and a month later* fired", "and, *a month later*,"."""
    doc = trigger.doc
    span = doc.char_span(words.start, words.end, alignment_mode="expand")
    if span is None or span.start <= trigger.i:
        return False
    clause = syntax.clause_of(span.root)
    if words.interval.rule.startswith("shift") and clause.dep_ == "conj" and clause.head == trigger:
        return True
    if span.end >= len(doc) or doc[span.end].pos_ != "VERB":
        return False
    first = span.start - 1 if doc[span.start - 1].pos_ == "ADP" else span.start
    return doc[first - 1].lower_ in {"and", "but"}


def lasts(trigger: Token) -> bool:
    """True where an act is told as lasting: "has been under sanctions since 2006".

    Elsewhere "since" tells how long nothing like it happened ("the first visit since 2000").
    """
    word = trigger
    while word.pos_ not in {"VERB", "AUX"} and word.head != word:
        word = word.head
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in word.children)


def is_ranked(head: Token) -> bool:
    """True for the "since" behind what is the n-th or the most: "its *fourth since* 2006", "the *worst since*"."""
    since = next((word for word in (head, *head.ancestors) if word.lower_ == "since"), None)
    if since is None or since.i == since.sent.start:
        return False
    before = since.nbor(-1)
    return any(word.tag_ == "JJS" or word.ent_type_ == "ORDINAL" for word in (before, *before.lefts))
