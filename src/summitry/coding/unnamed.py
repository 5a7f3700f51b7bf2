"""People told without name or nationality: "a group of *generals*", "*more than a dozen governments*".

They act and are acted upon as others do. A record that keeps what they are called says more than one that says
"Unknown", and asks nobody else to stand in for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summitry.actors.folding import slug
from summitry.actors.lexicon import load_lexicon
from summitry.coding import syntax
from summitry.coding.around import actor_heads, object_heads
from summitry.coding.crowds import gathered_by, is_crowd
from summitry.coding.frames import Frame
from summitry.coding.hits import HIT
from summitry.coding.lexicon import load_classes
from summitry.coding.mention_index import MentionIndex
from summitry.coding.participants import Cast, heads_at
from summitry.language import Token
from summitry.model import Mention

__all__ = ["as_told", "described", "is_body", "targets_told", "unnamed_doers", "unnamed_targets"]

DONE_TO_PEOPLE = frozenset({"ACCUSE", "AID", "COERCE", "RETREAT", "SANCTION"})
"""Categories of acts that are done to people of no office; of an attack the state that it hits is kept."""
SAID_TO_PEOPLE = frozenset({"REJECT", "REQUEST", "THREATEN"})
"""Categories of words that are said to such people."""
ADDRESSING = ("on", "to", "upon")
"""Prepositions before whom words are addressed to."""
ABDUCTED = "abduct"
WITHDRAWN = "withdraw"
"""Mode of acts whose object is one's own: "recalled *his envoy*"."""
DONE_BY_PEOPLE = DONE_TO_PEOPLE | {"ASSAULT", "PROTEST", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
"""Categories of acts that such people do."""
BODIES = frozenset({"capitals", "countries", "democracies", "governments", "nations", "parties", "powers", "states"})
"""Plurals of those that act for themselves in politics."""
ORGANISED = frozenset({"ORG", "NORP"})
"""Labels of names of organisations and alliances."""
ANYBODY = frozenset("child children families man men people woman women residents civilians".split())
"""Nouns that do not tell who somebody is."""
ATTACKERS = frozenset("assailant assailants attacker attackers bomber bombers gunman gunmen militant militants".split())
"""Nouns that tell of attackers only that they attacked; a record keeps them as unknown."""
NAMED = ORGANISED | {"FAC", "GPE", "PERSON"}
"""Labels of names of bodies, their seats and people."""
FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Categories of acts done to whoever is told, with or without a name."""
LANDS = frozenset({"nation", "people's republic", "republic", "side", "state", "team"})
"""Nouns of heads.csv that without a name tell nobody."""
WITHOUT = frozenset({"between", "comp", "light", "mod"})
"""Slots in which nobody stands who is only described."""
_TOLD_BEFORE = frozenset({"the", "this", "that", "these", "those"})
_PHRASE = frozenset({"amod", "compound", "nmod"})
SCORE = 0.5


def unnamed_doers(
    frame: Frame, trigger: Token, recipients: Sequence[Mention], index: MentionIndex
) -> tuple[Mention, ...]:
    """Return those without a name who are told to do an act to somebody, `()` where nobody is."""
    if not recipients or frame.type not in DONE_BY_PEOPLE or trigger.pos_ != "VERB" or trigger.dep_ == "pcomp":
        return ()
    if not any(slot.path == "subj" for slot in frame.actors):
        return ()  # "the captain stood trial" tries nobody
    heads = actor_heads(trigger)
    if frame.type == "ASSAULT":  # whose they are nobody says
        heads = [head for head in heads if head.lower_ not in ATTACKERS]
        return tuple(replace(m, state="") for m in described(heads, trigger, index))
    return tuple(described(heads, trigger, index)) or tuple(_organisations(heads, index))


def unnamed_targets(frame: Frame, trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return those without a name whom a text tells, for the first time, to be acted upon, `()` where nobody is."""
    to_people = frame.type in DONE_TO_PEOPLE | SAID_TO_PEOPLE or frame.mode == ABDUCTED
    to_people = to_people and frame.mode != WITHDRAWN
    slots = {slot.path for slot in frame.recipients if not slot.under}
    if not to_people or trigger.pos_ != "VERB" or not slots & {"obj", *ADDRESSING}:
        return ()
    heads = [
        *(object_heads(trigger) if "obj" in slots else ()),
        *(noun for name in ADDRESSING if name in slots for noun in syntax.prepositional(trigger, name)),
    ]
    new = [noun for noun in heads if not any(c.lower_ in _TOLD_BEFORE for c in noun.children)]
    return tuple(described(new, trigger, index))


def targets_told(frame: Frame, trigger: Token, cast: Cast, index: MentionIndex) -> tuple[Mention, ...]:
    """Return whom or what an act of force hits by the words that tell it, where no name is told.

    A state that is only guessed to be hit, since it lies there, gives way to the people hit in it.
    """
    actors, recipients = cast
    guessed = all(m.reasons[-1:] == (HIT,) for m in recipients)
    if frame.type not in FORCE or not guessed or trigger.pos_ not in {"VERB", "NOUN"}:
        return recipients
    lands = {m.state for m in recipients}
    for slot in frame.recipients:
        if slot.path in WITHOUT:
            continue
        nouns = [
            people for head in heads_at(slot, trigger) for n in syntax.conjuncts(head) for people in gathered_by(n)
        ]
        own = [n for n in nouns if frame.mode == WITHDRAWN and any(c.dep_ == "poss" for c in n.children)]
        told = [n for n in nouns if n not in own and _can_be_hit(n) and not index.at(n, places=True)]
        if told:
            found = tuple(as_told(noun, trigger, index) for noun in told)
            placed = tuple(replace(m, state=m.state or next(iter(lands), "")) for m in found)
            known = actors or placed[0].state or unnamed_doers(frame, trigger, placed, index)
            return placed if known else recipients
    return recipients


def _can_be_hit(noun: Token) -> bool:
    if noun.lower_ in ANYBODY and not any(child.dep_ in _PHRASE for child in noun.children):
        return False  # "nine people": the land where they were hit tells more
    classes = load_classes()
    things = [classes[name] for name in ("target", "struck", "vehicle", "seat", "person", "unit")]
    return noun.pos_ in {"NOUN", "PROPN"} and (
        is_crowd(noun) or is_body(noun) or any(noun.lemma_.lower() in words for words in things)
    )


def described(heads: Iterable[Token], trigger: Token, index: MentionIndex) -> Iterator[Mention]:
    """Yield those among some heads of phrases who are people or bodies of their own that no mention names."""
    for head in heads:
        for noun in syntax.conjuncts(head):
            for people in gathered_by(noun):
                if _is_people(people) and not index.at(people, places=True):
                    yield as_told(people, trigger, index)


def _organisations(heads: Iterable[Token], index: MentionIndex) -> Iterator[Mention]:
    """Yield those with a name that no registry knows: "*SCAP* dissolved the army"."""
    for head in heads:
        if head.pos_ != "PROPN" or head.ent_type_ not in ORGANISED or index.at(head, places=True):
            continue
        words = [word for child in head.lefts if child.dep_ in _PHRASE for word in child.subtree]
        of = next((child for child in head.rights if child.lower_ == "of" and child.i == head.i + 1), None)
        last = of.right_edge.i if of is not None else head.i
        phrase = head.doc[min((word.i for word in words), default=head.i) : last + 1]
        name = _spelt_out(phrase.text, head.doc.text)
        reasons = ("named in this text alone",)
        yield Mention(
            phrase.start_char, phrase.end_char, phrase.text, name, "", "", "other", slug(name), SCORE, reasons
        )


def _spelt_out(name: str, text: str) -> str:
    """Return what a text says that an acronym is short for, else the name: "the Lima Group of States (LGS)"."""
    at = text.find(f"({name})") if name.isupper() and len(name) > 1 else -1
    before = text[:at].split()[-2 * len(name) :] if at > 0 else []
    for first in range(len(before)):
        initials = [word[0] for word in before[first:] if word[0].isupper()]
        if "".join(initials) == name and before[first][0].isupper():
            return " ".join(before[first:])
    return " ".join(name.split())


def _is_people(noun: Token) -> bool:
    if noun.pos_ != "NOUN":
        return False
    head = load_lexicon().heads.get(noun.lower_) if noun.lower_ not in ANYBODY else None
    return noun.lower_ in BODIES or (head is not None and head.meaning == "self")


def is_body(noun: Token) -> bool:
    """True for a noun or name of an office or a body that people may turn against: "the mayor", "the board"."""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in NAMED
    lexicon = load_lexicon()
    head = lexicon.heads.get(noun.lower_)
    known = (head is not None and head.meaning != "none") or noun.lower_ in lexicon.titles
    known = known and noun.lower_ not in LANDS
    return noun.pos_ == "NOUN" and (known or noun.lemma_.lower() in load_classes()["institution"])


def as_told(noun: Token, trigger: Token, index: MentionIndex) -> Mention:
    """Return somebody without a name as a text tells them."""
    told = [child for child in noun.lefts if child.dep_ in _PHRASE]
    counted = [child for child in noun.lefts if child.dep_ == "nummod"] if noun.lower_ in BODIES else []
    words = [word for child in (*told, *counted) for word in child.subtree]
    first = min((word.i for word in words), default=noun.i)
    of = next((c for c in noun.rights if c.i == noun.i + 1 and c.lower_ == "of" and is_body(noun)), None)
    last = max((c.i for c in of.children if c.dep_ == "pobj"), default=noun.i) if of is not None else noun.i
    phrase = noun.doc[first : last + 1]
    name = " ".join(phrase.text.split())
    state = _state(noun, trigger, index)
    return Mention(
        phrase.start_char, phrase.end_char, phrase.text, name, state, "", "other", slug(name), SCORE, ("unnamed",)
    )


def _state(noun: Token, trigger: Token, index: MentionIndex) -> str:
    """Return the state in which a sentence tells such people to be, `""` where it tells none."""
    if any(child.lower_ == "foreign" for child in noun.children):
        return ""
    inside = ("in", "at", "near", "across")
    aims = [(head, inside) for head in object_heads(trigger)] if trigger.pos_ == "VERB" else []
    for word, names in ((noun, (*inside, "of", "from")), *aims, (syntax.clause_of(trigger), inside)):
        for name in names:
            for place in syntax.prepositional(word, name):
                for below in place.subtree:
                    found = [m for m in index.at(below, places=True) if m.kind == "state" and m.state]
                    if found and not _is_nationality(found[-1]):
                        return found[-1].state
    return ""


def _is_nationality(mention: Mention) -> bool:
    """True for the Saudi of "in protest at a *Saudi* verdict", which tells of no place."""
    return any(reason.endswith("(adjective)") for reason in mention.reasons)
