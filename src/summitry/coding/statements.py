"""What one sentence states and what its act is about: enough to tell whether another sentence tells the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.coding.lexicon import load_classes
from summitry.coding.recalling import is_foretold, is_recalled
from summitry.coding.toll import toll_of
from summitry.language import Span, Token
from summitry.model import TO_COME, Event, Interval

__all__ = ["UNDATED", "Matter", "Statement", "is_heading", "is_weak", "state", "width"]

WEAK = frozenset(
    "present-tense page-of-the-day news-of-the-day news-of-the-month running-date lead-day since-lead-day "
    "these-days".split()
)
"""Rules that date an act by the page, not by words of its sentence."""
COUNTED = frozenset({"MOBILIZE", "AID"})
"""Categories whose acts are told apart by how many troops, missiles or tons they move."""
ARMED = frozenset({"weapons"})
"""Modes of acts with weapons, each of which goes by many names."""
NUCLEAR = frozenset("nuclear atomic thermonuclear hydrogen h-bomb a-bomb bomb underground detonation".split())
"""Words of what is set off."""
INDEPENDENT = frozenset({"independent", "independence", "statehood", "sovereignty"})
"""Words of a land's becoming a state of its own."""
FIRING = frozenset(
    """blast detonate detonation explosion fire firing fly hurl launch lift lob loft pass place put send shoot soar test
    testing travel""".split()
)
"""Words of letting off a weapon, by whatever name it goes."""
ANEW = frozenset("again also later separately subsequently then".split())
"""Adverbs of another act than the one told before."""
UNNAMED = frozenset("the he she it they his her its their we our both this that these those".split())
"""Words that name nobody though a sentence may begin with them."""
BARE = frozenset("be do get give go have make say take".split())
"""Verbs that tell nothing of what an act is about."""
OUTRIGHT = frozenset({"ROOT", "ccomp", "conj"})
"""Clauses that say what happened, beside those that only mention it."""
SERIES = frozenset("barrage dozens many multiple numerous rate repeatedly scores series several spate string".split())
"""Words of acts done again and again."""
_HOW = frozenset({"advmod", "prep"})
UNDATED = 10**6
ENDINGS = frozenset(".!?\"”’')")
LONGEST_HEADING = 14
"""A line of at most this many words may be a heading though a full stop ends it."""
LONGEST_PUBLISHER = 5
"""How many words the name of a publisher behind a headline has at most, its dash included."""
SEPARATORS = frozenset("–—-|:")
_DATED_HEADING = re.compile(r",? (?:in )?\d{4}(?:\s?[-–]\s?\d{2,4})?\.?")
_EMPTY = frozenset({"DET", "PRON", "PUNCT", "NUM", "SPACE", "ADP", "PART", "CCONJ", "SCONJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_ORDINALS = frozenset("first second third fourth fifth sixth last latest new recent previous early".split())
_ASIDE = frozenset({"advcl", "relcl", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Matter:
    """What an act is about.

    Args:
        lemmas: lemmas of its object and what modifies it: the launch of a *rocket*, a *nuclear* test.
        names: words of a treaty's own name, lower case: the *Alvor* Agreement.
        amount: how many of it, as told: "*3,000* troops".
        weapon: `nuclear` or `missile` for acts with weapons, `""` where untold.
        many: it stands for a series of acts told without a number: "has fired *several* missiles this year".
    """

    lemmas: frozenset[str]
    names: frozenset[str] = frozenset()
    amount: str = ""
    weapon: str = ""
    many: bool = False

    def joined(self, other: Matter) -> Matter:
        """Return the matter of two statements of one act."""
        return Matter(
            self.lemmas | other.lemmas,
            self.names | other.names,
            self.amount or other.amount,
            self.weapon or other.weapon,
            self.many and other.many,
        )

    def differs(self, other: Matter) -> bool:
        """True where both tell what sets them apart: another treaty, another number of troops, another weapon."""
        return (
            bool(self.names and other.names and not self.names & other.names)
            or bool(self.amount and other.amount and self.amount != other.amount)
            or bool(self.weapon and other.weapon and self.weapon != other.weapon)
            or self.many != other.many
        )

    def shares(self, other: Matter) -> bool:
        """True where both are about the same kind of thing."""
        return bool(self.lemmas & other.lemmas or (self.weapon and self.weapon == other.weapon))


@dataclass(frozen=True, slots=True)
class Statement:
    """An event as one sentence states it.

    Args:
        event: the event.
        matter: what the act is about.
        sentence: offset at which the sentence begins.
        heading: it stands in a headline or heading, whose text tells it again.
        told: how outright the sentence tells it: whether it does more than recall it, whether its own words date it,
            whether it calls anybody by name, how many take part, how narrow the date is, whether a clause says it and
            no noun or aside.
        toll: offsets of the sentences of whose assault it tells the toll.
        recalled: a noun tells it that recalls what was told before: "the launch".
        anew: its words say that it is another one than that told before: "*also* met".
        foretold: it is told only by the plan or decision that came before it: "their decision to leave".
    """

    event: Event
    matter: Matter = field(default_factory=lambda: Matter(frozenset()))
    sentence: int = 0
    heading: bool = False
    told: tuple[bool, bool, bool, int, int, bool] = (False, False, False, 0, 0, False)
    toll: frozenset[int] = frozenset()
    recalled: bool = False
    foretold: bool = False
    anew: bool = False


def state(event: Event, trigger: Token) -> Statement:
    """Return what a sentence states.

    Args:
        event: the event as coded from it.
        trigger: the act's trigger.
    """
    sentence = trigger.sent
    low = sentence.start_char
    named = any(p.span is not None and p.span[0] >= low and _is_name(p.surface) for p in event.participants)
    outright = trigger.pos_ == "VERB" and trigger.dep_ in OUTRIGHT
    recalled = is_recalled(trigger)
    dated = not is_weak(event.interval)
    told = (dated or not recalled, dated, named, len(event.participants), -width(event.interval), outright)
    toll = toll_of(trigger) if event.type == "ASSAULT" else frozenset()
    anew = trigger.pos_ == "VERB" and any(c.dep_ == "advmod" and c.lower_ in ANEW for c in trigger.children)
    coming = event.status in TO_COME and is_foretold(trigger)
    matter, heading = _matter_of(event, trigger), is_heading(sentence)
    return Statement(event, matter, low, heading, told, toll, recalled, coming, anew)


def _is_name(surface: str) -> bool:
    """True for words that name or describe somebody, not for "he", "The two leaders"."""
    return any(word[:1].isupper() and word.lower() not in UNNAMED for word in surface.split())


def is_weak(interval: Interval | None) -> bool:
    """True for a date that no words of the sentence tell."""
    return interval is None or interval.rule.split("/")[0] in WEAK


def width(interval: Interval | None) -> int:
    """Return how many days beyond one a date spans, very many where it is not known."""
    if interval is None or interval.first is None or interval.last is None:
        return UNDATED
    return (interval.last - interval.first).days


def _matter_of(event: Event, trigger: Token) -> Matter:
    """Return what an act is about, participants' names left out."""
    verbal = trigger.pos_ in {"VERB", "AUX"}
    heads = [head for head in object_heads(trigger) if head.pos_ in _NOMINAL] if verbal else [trigger]
    words = [word for head in heads for word in ((head, *syntax.modifiers(head)) if verbal else syntax.modifiers(head))]
    skipped = {w.casefold() for p in event.participants for w in p.surface.split()} | _ORDINALS
    told = [w for w in words if w.pos_ not in _EMPTY and w.lower_ not in skipped and (verbal or w.dep_ != "poss")]
    lemmas = {w.lemma_.lower() for w in told} or {trigger.lemma_.lower(), *_told_by_clause(trigger)}
    if event.type == "TRANSITION" and any(w.lemma_.lower() in INDEPENDENT for w in (trigger, *trigger.children)):
        lemmas |= INDEPENDENT
    return Matter(
        frozenset(lemmas),
        _own_name(heads, skipped),
        next((n.text for head in heads for n in head.children if n.dep_ == "nummod"), "")
        if event.type in COUNTED
        else "",
        _weapon_of(trigger, heads) if event.mode in ARMED and _fires(trigger, heads) else "",
        event.mode in ARMED and event.count == 1 and _is_series(trigger, heads),
    )


def _is_series(trigger: Token, heads: Iterable[Token]) -> bool:
    """True for acts told by the number of what they take, or how often, without a figure."""
    beside = {w.lower_ for head in heads for w in (*head.children, *syntax.modifiers(head))}
    beside |= {w.lower_ for word in (trigger, *heads) if word.dep_ == "pobj" for w in (word.head.head,)}
    beside |= {w.lower_ for child in trigger.children if child.dep_ in _HOW for w in (child, *child.children)}
    return not beside.isdisjoint(SERIES)


def _told_by_clause(verb: Token) -> set[str]:
    """Return the lemmas of what a clause below a verb tells: the *strike* of "threatened to launch a strike"."""
    clauses = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}] if verb.pos_ == "VERB" else []
    words = (word for clause in clauses for word in (clause, *object_heads(clause)) if word.pos_ in {"VERB", "NOUN"})
    return {word.lemma_.lower() for word in words} - BARE


def _own_name(heads: Iterable[Token], skipped: set[str]) -> frozenset[str]:
    """Return the words of the own name of the treaty that is signed or agreed."""
    treaties = [head for head in heads if head.pos_ == "PROPN" and head.lemma_.lower() in load_classes()["treaty"]]
    words = (word for head in treaties for word in syntax.modifiers(head))
    return frozenset(w.lower_ for w in words if w.pos_ in {"PROPN", "ADJ"} and w.lower_ not in skipped)


def _fires(trigger: Token, heads: Iterable[Token]) -> bool:
    return any(word.lemma_.lower() in FIRING for word in (trigger, *heads))


def _weapon_of(trigger: Token, heads: Iterable[Token]) -> str:
    """Return the kind of weapon that is tested or launched."""
    beside = {w.i for child in trigger.children if child.dep_ in _ASIDE for w in child.subtree}
    words = {w.lemma_.lower() for w in trigger.subtree if w.i not in beside}
    words |= {w.lemma_.lower() for head in heads for w in (head, *syntax.modifiers(head))}
    if not words.isdisjoint(load_classes()["launch"] | {"ballistic", "launch"}):
        return "missile"
    return "" if words.isdisjoint(NUCLEAR) else "nuclear"


def is_heading(sentence: Span) -> bool:
    """True for a headline, a caption's title, the heading of an entry.

    It is a line without a full stop, or a short line of its own that ends with the year of what follows.
    """
    text = sentence.text
    line = text.rstrip()
    if "\n" not in text[len(line) :]:
        return _is_begun_line(sentence)
    if line[-1:] not in ENDINGS:
        return True
    if len(line.split()) > LONGEST_HEADING or _DATED_HEADING.search(line, len(line) - 12) is None:
        return False
    before = sentence.doc.text[: sentence.start_char].rstrip(" \t")
    return not before or before.endswith("\n")


def _is_begun_line(sentence: Span) -> bool:
    """True for a headline that the parser split before the name of its publisher: "Fiji holds poll – Daily Post"."""
    doc, end = sentence.doc, sentence.end
    after = doc[end : end + 2].text
    if sentence.text.rstrip()[-1:] not in SEPARATORS and after.lstrip()[:1] not in SEPARATORS:
        return False
    rest, newline, _ = doc.text[sentence.end_char :].partition("\n")
    return bool(newline) and len(rest.split()) <= LONGEST_PUBLISHER and rest.rstrip()[-1:] not in ENDINGS
