"""The other act by which a sentence dates an act: some days before it, so many days up to it, at the meeting told."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["days_after", "days_before_end", "done_at", "is_at_meeting"]

NUMBERS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
MOST_DIGITS = 4
"""A number of days has fewer digits than this."""
ENDING = frozenset({"cap", "close", "complete", "conclude", "end", "finish", "follow", "wrap"})
"""Verbs of what comes at the end of something that lasted days."""
RETURNING = frozenset({"arrive", "come", "depart", "fly", "head", "leave", "return"})
"""Verbs of coming "from" or "after" a stay that ends with it."""
ENDS = frozenset({"close", "conclusion", "end"})
WEEK = 7
SIDES = frozenset({"fringes", "margins", "sidelines"})
ACROSS = {"in": frozenset({"call", "conversation", "telephone"}), "on": frozenset({"tour", "trip", "visit"})}
"""Nouns of meetings that are where something is said: "asked her *in a call*", "said *on a visit* to Lima"."""
VISITS = frozenset({"trip", "visit"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "their"})


def days_after(trigger: Token) -> tuple[Token, int] | None:
    """Return the act that an act lies some days before, and how many: "*a day after* they met, he *left*"."""
    for word in (trigger, *trigger.ancestors):
        if word.dep_ not in {"advcl", "pcomp", "pobj"}:
            continue
        marks = [c for c in word.children if c.dep_ == "mark"] if word.dep_ == "advcl" else [word.head]
        after = next((mark for mark in marks if mark.lower_ == "after"), None)
        if after is None or after.i < trigger.sent.start + 2:
            continue
        count, unit = trigger.doc[after.i - 2], trigger.doc[after.i - 1]
        if unit.lower_ in {"day", "days"}:
            days = _number(count.lower_)
            return (syntax.clause_of(word.head), days) if days is not None else None
    return None


def days_before_end(trigger: Token) -> tuple[Token, int] | None:
    """Return the clause that tells what ended some days of an act, and how many: "after two days of *talks*"."""
    told = [*syntax.prepositional(trigger, "from"), *syntax.objects(trigger)] if trigger.pos_ == "VERB" else []
    for noun in (*told, syntax.topmost_noun(trigger)):
        if (length := _length(noun)) is not None:
            ending = _ending(noun)
            return (ending, length) if ending is not None else None
    noun = syntax.topmost_noun(trigger)
    unit = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if unit.lower_ not in {"day", "days"} or unit.dep_ not in {"pobj", "dobj"}:
        return None
    link = unit.head
    if link.lower_ not in {"after", "following"} and link.lemma_.lower() not in ENDING:
        return None
    days = next((_number(c.lower_) for c in unit.children if c.dep_ == "nummod"), None)
    beside = link.dep_ == "prep" or link.lower_ == "following"
    return (syntax.clause_of(link.head if beside else link), days) if days is not None else None


def _length(noun: Token) -> int | None:
    """Return how many days an act took, as its noun says: "a *three-day* visit", "*two-week* talks", "*week-long*"."""
    units = [c for c in noun.children if c.dep_ in {"compound", "nmod"} and c.lower_ in {"day", "week"}]
    units += [w for c in noun.children if c.lower_ == "long" for w in c.children if w.lower_ in {"day", "week"}]
    for unit in units:
        number = next((_number(c.lower_) for c in unit.children if c.dep_ == "nummod"), 1)
        if number is not None:
            return number * (WEEK if unit.lower_ == "week" else 1)
    return None


def _ending(noun: Token) -> Token | None:
    """Return the verb of the clause that tells an act's end: "*wrapped up* a visit", "*flew* home from a visit"."""
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma_.lower() in ENDING:
        return above
    if noun.dep_ != "pobj":
        return None
    if above.lower_ in {"after", "from", "following"} and above.head.lemma_.lower() in RETURNING:
        return above.head
    if above.lower_ == "of" and above.head.lower_ in ENDS and above.head.dep_ == "pobj":
        return syntax.clause_of(above.head)
    return None


def done_at(meeting: Token) -> Token | None:
    """Return the verb in the past of what was done at a meeting.

    "*Said* so on the sidelines of the *talks*", "*asked* her in a *call*", "*receiving* him, she *asked* for help".
    """
    if meeting.pos_ == "VERB":
        verb = _verb_of_participle(meeting)
        return verb if verb is not None and verb.tag_ == "VBD" else None
    noun = syntax.topmost_noun(meeting)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in SIDES:
        noun = noun.head.head
    verb, link = noun.head.head, noun.head.lower_
    told = noun.dep_ == "pobj" and link in {"at", "during", "in", "on"} and verb.pos_ == "VERB"
    alone = noun == meeting and link in {"in", "on"} and noun.lemma_.lower() not in ACROSS[link]
    return verb if told and not alone and verb.tag_ == "VBD" else None


def _verb_of_participle(meeting: Token) -> Token | None:
    """Return the verb that a participle goes with: "*receiving* him, she *asked* for help"."""
    if meeting.tag_ != "VBG" or any(child.dep_ in {"aux", "mark", "prep"} for child in meeting.lefts):
        return None
    above = meeting.head
    if meeting.dep_ == "acl" and above.dep_ in syntax.SUBJECT:
        return above.head
    return above if meeting.dep_ == "advcl" and meeting.i < above.i else None


def is_at_meeting(trigger: Token) -> bool:
    """True for what was done at a meeting told before: "*during this visit* they signed", "*at the summit*"."""
    verb = syntax.clause_of(trigger)
    nouns = [noun for name in ("at", "during", "in", "over") for noun in syntax.prepositional(verb, name)]
    nouns += [noun for head in nouns if head.lower_ == "course" for noun in syntax.prepositional(head, "of")]
    return any(
        noun.lemma_.lower() in load_classes()["meeting"] | VISITS
        and any(child.lower_ in DEFINITE for child in noun.children)
        for noun in nouns
    )


def _number(word: str) -> int | None:
    """Return the small number that a word tells."""
    return int(word) if word.isdecimal() and len(word) < MOST_DIGITS else NUMBERS.get(word)
