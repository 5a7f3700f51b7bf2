"""Who must do something by what somebody says: "said *Iran* must stop", "insisted that *they* leave"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.verdicts import said_clauses
from summitry.language import Token

__all__ = ["is_subjunctive", "obliged"]

NEEDED = frozenset("critical crucial essential imperative important incumbent necessary urgent vital time".split())
"""Words for what must be: "it is *vital* that"."""
INNER = frozenset({"acl", "advcl", "ccomp", "relcl", "xcomp"})
"""How the clause hangs that tells what must be."""
DUTIES = frozenset({"must", "should", "ought"})
ORDERING = frozenset(
    "advise ask beg command demand dictate insist instruct order plead propose recommend request require rule "
    "stipulate suggest urge".split()
)


def obliged(verb: Token) -> list[Token]:
    """Return who must do something by what a verb says: "said *Iran* must stop", "insisted that *they* leave"."""
    clauses = list(said_clauses(verb))
    clauses += [c for word in verb.children if word.lower_ == "clear" for c in word.children if c.dep_ == "ccomp"]
    clauses += [inner for clause in list(clauses) for inner in _needed(clause)]
    return [noun for clause in clauses if _is_duty(clause) for noun in syntax.own_subjects(clause)]


def _needed(verb: Token) -> list[Token]:
    """Return what a clause says to be needed: "it was imperative that Iran *release* them", "for Iran to *act*"."""
    needs = [c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.lemma_.lower() in NEEDED]
    if verb.lemma_.lower() != "be" or not needs or any(c.dep_ == "neg" for c in verb.children):
        return []
    return [c for word in (verb, *needs) for c in word.children if c.dep_ in INNER and c.i > verb.i]


def _is_duty(verb: Token) -> bool:
    if syntax.is_passive(verb):
        return False
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in DUTIES and child.tag_ == "MD" for child in helpers):
        return True
    if is_subjunctive(verb):
        return True
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    to_do = [child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"]
    return verb.lemma_.lower() in {"have", "need"} and any(c.lower_ == "to" for word in to_do for c in word.lefts)


def _needed_above(verb: Token) -> bool:
    return verb.dep_ in INNER and (verb.head.lemma_.lower() in NEEDED or bool(_needed(verb.head)))


def is_subjunctive(verb: Token) -> bool:
    """True for what is told to be done, by a bare form: "insisted that they *leave*"."""
    if verb.tag_ in {"VB", "VBP"} and _needed_above(verb):
        return True
    if verb.dep_ != "ccomp" or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    bare = verb.tag_ == "VB" or (
        verb.tag_ == "VBP"
        and any(noun.tag_ in {"NN", "NNP"} and not list(noun.conjuncts) for noun in syntax.own_subjects(verb))
    )
    return bare and verb.head.lemma_.lower() in ORDERING
