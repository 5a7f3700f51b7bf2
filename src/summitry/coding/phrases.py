"""Whom a phrase stands for: its head, what shares its head, what stands beside or inside it."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.people import FROM_TEXT
from summitry.coding import syntax
from summitry.coding.bodies import SEATED
from summitry.coding.mention_index import MentionIndex
from summitry.language import Token
from summitry.model import Mention

__all__ = ["POSTS", "RELATIVES", "VICTIMS", "actors_of"]

DESCRIBED = 0.65
"""Mentions of at most this score are descriptions that the text may name beside."""
RELATIVES = frozenset(
    "adversary ally backer counterpart critic enemy foe friend neighbor neighbour opponent partner patron rival".split()
)
"""Nouns whose possessor is somebody else: "its neighbours", "Pyongyang's ally"."""
VICTIMS = frozenset(
    """abduction arrest assassination beating deportation detention execution extradition freedom imprisonment
    kidnapping killing liberation murder poisoning release repatriation shooting torture""".split()
)
"""Nouns of what is done to a person: who is asked for "*his* release" is somebody else."""
POSTS = frozenset({"consulate", "embassy", "legation", "mission"})
"""Nouns of posts, which stand in one state and are another's."""
LANDS = frozenset("colony dominion kingdom mandate nation protectorate province republic territory".split())
"""Nouns whose "of" names who they are: the India of "the British colony of India"."""
_INSIDE = ("by", "of", "from", "between", "against", "including", "in", "with", "on", "to")


def _announcers(head: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return who says that "they" did something together: "Sheinbaum and Trump announce they have agreed"."""
    verb = head.head
    if head.lower_ != "they" or verb.dep_ != "ccomp":
        return ()
    found = [m for noun in syntax.subjects(verb.head) for member in syntax.conjuncts(noun) for m in index.at(member)]
    return tuple(found) if len({m.state for m in found}) > 1 else ()


def _named(head: Token, direct: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    return _coordinated(head, direct, index) or _named_beside(head, direct, index)


def _coordinated(head: Token, direct: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the states that share a head: "Pakistani and Indian forces", "U.S. and Cuban officials"."""
    low, high = direct[0].start, direct[0].end
    shared = [m for m in index.within(syntax.modifiers(head)) if m.state and (m.end <= low or m.start >= high)]
    joined = any(child.dep_ == "cc" for word in head.lefts for child in (*word.children, word) if word.i < head.i)
    if not (joined and shared):
        return ()
    if any(m.kind == "person" for m in (*shared, *direct)):
        return (*shared, *direct)
    return (*shared, *(index.state_mention(m.state, m.start, m.end, m.surface) if m.state else m for m in direct))


def _named_beside(head: Token, direct: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the named actors of an apposition in place of a bare description ("the envoy, Sung Kim")."""
    told = direct[0]
    sure = told.score > DESCRIBED or told.reasons[-1:] == (FROM_TEXT,)
    if told.kind not in {"person", "other"} or (told.kind == "person" and sure and _is_own_name(told)):
        return direct
    for child in head.children:
        if child.dep_ == "appos":
            named = tuple(m for member in syntax.conjuncts(child) for m in index.at(member))
            if named and (told.score <= DESCRIBED or (named[0].kind == "person" and named[0].state == told.state)):
                return named
    return direct


def _called(head: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return the person whom a description names: "his wife, *Janja*", "an agent named *Mun*", with the state told."""
    named = [child for child in head.children if child.dep_ == "appos"]
    named += [c for child in head.children if child.lower_ in {"named", "called"} for c in child.children]
    people = [m for word in named for m in index.at(word) if m.kind == "person"]
    states = [m.state for m in index.within(syntax.modifiers(head)) if m.state]
    return tuple(replace(m, state=states[0]) if states and not m.state else m for m in people)


def _is_own_name(mention: Mention) -> bool:
    """True where a phrase says a person's name, not only an office that somebody else may hold now."""
    return bool({*mention.name.casefold().split()} & {*mention.surface.casefold().split()})


def _cities_of_posts(head: Token) -> list[Token]:
    """Return where an embassy stands: the Lima of "a section in the Dutch embassy in *Lima*"."""
    return syntax.prepositional(head, "in") if head.lemma_.lower() in POSTS else []


def actors_of(head: Token, index: MentionIndex, places: bool) -> tuple[Mention, ...]:
    """Return the actors that a phrase stands for: its head's, else those inside it.

    "The attack by the RSF" as an object stands for the RSF, "Park's remarks" for Park.
    """
    hosts = [m for noun in _cities_of_posts(head) for m in index.at(noun, places)] if places else []
    direct = tuple(hosts) or _announcers(head, index) or index.at(head, places)
    if direct:
        return _named(head, direct, index)
    if head.pos_ in {"VERB", "AUX"}:
        subject = [m for noun in syntax.subjects(head) for m in index.at(noun, places)]
        return tuple(subject)
    done_to = head.lemma_.lower() in VICTIMS
    others = head.lemma_.lower() in RELATIVES
    for noun in syntax.prepositional(head, "of") if head.lemma_.lower() in LANDS else ():
        if index.at(noun, places):
            return index.at(noun, places)
    called = _called(head, index)
    if called:
        return called
    for modifier in syntax.modifiers(head):
        if modifier.dep_ == "poss" and others:
            continue
        found = tuple(m for m in index.at(modifier, places) if not (done_to and m.kind == "person"))
        if found:
            return found
    for preposition in _INSIDE:
        if preposition == "of" and (others or done_to):
            continue
        here = places or (preposition == "in" and head.lemma_.lower() in SEATED)
        nouns = syntax.prepositional(head, preposition)
        found = tuple(
            m
            for noun in nouns
            for member in syntax.conjuncts(noun)
            if index.at(member, here)
            for m in _named(member, index.at(member, here), index)
        )
        if preposition == "of" and not found:  # "the pilot of an American plane"
            found = index.within(word for noun in nouns for word in syntax.modifiers(noun) if word.dep_ != "poss")
        if found:
            return found
    for child in head.children:
        if child.dep_ == "appos":
            found = index.at(child, places)
            if found:
                return found
    return ()
