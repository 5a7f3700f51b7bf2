"""The words around a trigger: where a frame's conditions and slots look."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.crowds import fronts, sites
from summitry.coding.duties import obliged
from summitry.coding.measures import measured
from summitry.coding.prospects import menaces, promises, refusals
from summitry.coding.undertakings import undertaken
from summitry.coding.verdicts import called, equated, own_deeds, wrongdoers
from summitry.language import Token, remembered

__all__ = ["actor_heads", "clause_actors", "object_heads", "words_at"]


def words_at(where: str, token: Token) -> list[Token]:
    """Return the words that stand somewhere around a trigger, as a need names the place: `obj`, `obj>on`, `to`."""
    return _words_at(token, where)


@remembered
def _words_at(token: Token, where: str) -> list[Token]:
    match where:
        case "obj":
            return measured(object_heads(token))
        case "subj":
            return measured(actor_heads(token))
        case "mod":
            return syntax.modifiers(token)
        case "site":
            return sites(token)
        case "front":
            return fronts(token)
        case "above":
            return clause_actors(token)
        case "near":
            return [word for word in syntax.own_words(token) if word != token] + list(token.ancestors)[:1]
        case "link":
            return [token.head] if token.dep_ == "pobj" else []
        case "under" if token.pos_ != "VERB":
            above = syntax.governor(syntax.topmost_noun(token))
            return [above] if above is not None else []
        case "comp":
            return undertaken(token)
        case "inf":
            return [clause for clause in words_at("comp", token) if any(c.lower_ == "to" for c in clause.lefts)]
        case "own":
            return own_deeds(token)
        case "ought":
            return obliged(token)
        case "bound":
            return syntax.subjects(token.head)
        case "guilty" | "wrong" | "praised":
            return wrongdoers(token, where)
        case "guilt" | "fault" | "merit":
            return equated(token, {"fault": "wrong", "merit": "fine"}.get(where, where))
        case "refusal":
            return refusals(token)
        case "menace":
            return menaces(token)
        case "promise":
            return promises(token)
        case "called":
            return called(token)
        case "prt":
            return [child for child in token.children if child.dep_ == "prt"]
        case "oprd" | "attr":
            return [child for child in token.children if child.dep_ in {"oprd", "attr", "acomp", "xcomp", "ccomp"}]
        case _ if "|" in where:
            return [word for place in where.split("|") for word in words_at(place, token)]
        case _ if where.startswith("~"):
            beside = [token, *measured(object_heads(token))] if token.pos_ == "VERB" else [token]
            return [noun for word in beside for noun in syntax.prepositional(word, where[1:])]
        case _ if ">" in where:
            under, _, preposition = where.rpartition(">")
            return [noun for head in words_at(under, token) for noun in syntax.prepositional(head, preposition)]
        case _:
            return syntax.prepositional(token, where)


@remembered
def actor_heads(verb: Token) -> list[Token]:
    """Return who does what a verb says: its subject, or the agent of a passive."""
    if verb.pos_ == "ADJ":
        return syntax.subjects(verb.head)
    if syntax.is_passive(verb):
        beside = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and not syntax.has_subject(c)]
        own = syntax.prepositional(verb, "by")
        return own or [noun for c in beside for noun in syntax.prepositional(c, "by")]  # "shot and killed by troops"
    return syntax.subjects(verb)


def clause_actors(noun: Token) -> list[Token]:
    """Return who does what the clause around a noun says: "*villagers* blocked the road in protest"."""
    clause = syntax.clause_of(noun)
    return actor_heads(clause) if clause.pos_ in {"VERB", "AUX"} else []


@remembered
def object_heads(verb: Token) -> list[Token]:
    """Return what a verb acts on: its object, or the subject of a passive."""
    direct = syntax.objects(verb)
    if not syntax.is_passive(verb):
        return [noun for first in direct for noun in syntax.conjuncts(first)]
    return [*[noun for first in syntax.subjects(verb) for noun in syntax.conjuncts(first)], *direct]
