"""Crowds: who is told as people, not as an office or a state, before whom they protest, and against what."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["FRONTS", "fronts", "gathered_by", "grievances", "is_crowd", "sites"]

GATHERING = frozenset(
    "band coalition crowd couple crew dozen gang group handful hundred majority mass member million mob number pair "
    "party score swarm team ten thousand throng".split()
)
"""Nouns whose "of" tells whom they gather: "a *group* of generals", "*thousands* of pensioners"."""
LEAGUES = frozenset({"alliance", "confederation", "federation", "guild", "league", "movement", "syndicate", "union"})
"""Nouns of bodies of workers and citizens; as names they are those of states."""
_CALLINGS = tuple(
    "believer camper dancer dealer driver farmer goer grower herder holder ist keeper maker man men miner "
    "owner player rider schooler seeker seller swimmer teacher user wearer woman women worker wrestler".split()
)
"""Endings of nouns of people who live by something: "coca *growers*", "railway*men*"."""
OFFICIAL = frozenset(
    "chairman chairwoman congressman congresswoman frontman gunman guardsman militiaman policeman policewoman rifleman "
    "serviceman spokesman spokeswoman statesman terrorist".split()
)
PLACES = tuple("outside before opposite around round past inside near at to onto into on".split())
"""Prepositions of where crowds stand, the surest first."""
FRONTS = frozenset("doorstep entrance fence front gate lawn railing side step wall window".split())
"""Nouns of parts of what a crowd stands before: "in *front* of the ministry"."""
ANGER = frozenset("anger defiance dispute fury outrage protest rage rebellion revolt".split())
"""Nouns under "in" that tell why somebody does something: "in *protest* at the decree"."""
AGAINST = ("against", "at", "over", "with", "to", "of", "about")
ANGRY = frozenset("angered angry enraged furious incensed infuriated irate outraged".split())
DEMANDING = frozenset("demonstrate march protest rally shout chant rail".split())
"""Verbs in a clause of purpose or manner that tell against whom a crowd acts: "*to protest* at the tax"."""
PRESSING = frozenset(
    "ask beg compel defy demand force get have keep let make persuade prevent press pressure prod push remind shame "
    "stop urge".split()
)
"""Verbs in such a clause whose object, or the subject of whose content, is against whom a crowd acts."""
SPURRED = frozenset({"after", "because", "if", "since", "unless", "until"})
"""Marks of clauses that tell what a crowd waits for or answers: "struck *until* the board paid"."""
CALLING = frozenset({"ask", "call", "demand"})


def gathered_by(noun: Token) -> list[Token]:
    """Return whom a noun of a number or group gathers, the noun itself where it gathers nobody."""
    return (syntax.prepositional(noun, "of") if noun.lemma_.lower() in GATHERING else []) or [noun]


def is_crowd(noun: Token) -> bool:
    """True for people told by what they are or do, not by an office: "villagers", "thousands of Poles"."""
    lemma = noun.lemma_.lower()
    if lemma in load_classes()["crowd"]:
        return not (noun.pos_ == "PROPN" and noun.tag_ == "NNP")
    if noun.tag_ == "NNS" and lemma.endswith(_CALLINGS):
        return lemma not in OFFICIAL and lemma not in load_classes()["office"]
    if noun.pos_ == "NOUN" and lemma in LEAGUES:
        return True
    if noun.tag_ == "NNPS" or (noun.ent_type_ == "NORP" and noun.tag_ == "NNS"):
        return noun.ent_type_ not in {"GPE", "LOC"} and not any(
            child.lower_ == "the" or child.dep_ == "compound" for child in noun.lefts
        )
    return any(below != noun and is_crowd(below) for below in gathered_by(noun))


def sites(verb: Token) -> list[Token]:
    """Return before whom people stand: "gathered *outside the ministry*", "knelt *in front of the palace*"."""
    found = [noun for name in PLACES for noun in syntax.prepositional(verb, name)]
    front = [noun for noun in syntax.prepositional(verb, "in") if noun.lemma_.lower() in FRONTS]
    return [noun for head in (*front, *found) for noun in _before(head)]


def fronts(verb: Token) -> list[Token]:
    """Return before whom people stand where the words leave no doubt that they do: "sang *outside the court*"."""
    front = [noun for noun in syntax.prepositional(verb, "in") if noun.lemma_.lower() in FRONTS]
    found = [noun for name in ("outside", "before", "opposite") for noun in syntax.prepositional(verb, name)]
    return [noun for head in (*front, *found) for noun in _before(head)]


def _before(noun: Token) -> list[Token]:
    """Return of what a front is the front, any other noun itself."""
    return syntax.prepositional(noun, "of") or [noun] if noun.lemma_.lower() in FRONTS else [noun]


def grievances(verb: Token) -> list[Token]:
    """Return against whom or what a crowd's clause says that it acts.

    "Blocked the road in protest at *the tax*", "marched to press *the council*", "sat down, shouting at *the mayor*".
    """
    why = [noun for noun in syntax.prepositional(verb, "in") if noun.lemma_.lower() in ANGER]
    why += [word for noun in syntax.subjects(verb) for word in noun.children if word.lower_ in ANGRY]
    why += [word for word in verb.children if word.lower_ in ANGRY or word.lemma_.lower() in DEMANDING]
    found = [noun for word in why for name in AGAINST for noun in syntax.prepositional(word, name)]
    found += [noun for clause in _aims(verb) for noun in _pressed(clause)]
    found += [c for word in verb.subtree if word.lower_ == "against" for c in word.children if c.dep_ == "pobj"]
    return found + [
        noun
        for clause in verb.children
        if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in SPURRED for c in clause.children)
        for noun in syntax.own_subjects(clause)
    ]


def _aims(verb: Token) -> Iterator[Token]:
    """Yield the verbs of clauses that tell what a crowd wants: "*to make* …", "*demanding* that …"."""
    for child in verb.children:
        aim = child.tag_ == "VBG" or any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        if aim and child.dep_ in {"advcl", "xcomp"} and child.lemma_.lower() in PRESSING | CALLING:
            yield child


def _pressed(verb: Token) -> list[Token]:
    people = [noun for noun in syntax.objects(verb) if noun.pos_ != "PRON"]
    people += [noun for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for noun in syntax.own_subjects(c)]
    names = ("on", "upon", "for", "from", "of") if verb.lemma_.lower() in CALLING else ("from",)
    return people + [noun for name in names for noun in syntax.prepositional(verb, name)]
