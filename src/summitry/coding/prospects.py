"""What somebody says will be done: threats ("it will *strike back*"), promises ("it will *not use* force")."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.coding.verdicts import said_clauses
from summitry.language import Token

__all__ = ["menaces", "promises", "refusals"]

COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
PAYING = frozenset(
    "bear draw face feel incur invite meet pay provoke regret result risk suffer trigger bring lead".split()
)
"""Verbs of what those threatened bring on themselves."""
ANSWERING = frozenset("act answer react respond retaliate".split())
TAKING = frozenset("adopt deal deliver give inflict make take".split())
ANSWERS = frozenset("action blow countermeasure measure response revenge step".split())
"""Nouns of what is done to those threatened: "will *take physical measures*"."""
PEACEFUL = frozenset("diplomatic joint legislative practical positive concrete legal necessary".split())
KEEPING = frozenset("abide comply fulfil fulfill honor honour implement respect strive uphold".split())
HARMING = frozenset("deploy escalate expand interfere provoke target test threaten use".split())
BOWING = frozenset("abandon allow back bow capitulate concede give recognise recognize".split())
CONDITIONS = frozenset({"unless", "if"})
OWN = frozenset({"i", "we", "he", "she", "it", "they"})


def menaces(verb: Token) -> list[Token]:
    """Return the verbs of what a verb of saying threatens."""
    return [clause for clause in said_clauses(verb) if _is_coming(clause) and _harms(clause, verb)]


def promises(verb: Token) -> list[Token]:
    """Return the verbs of what a verb of saying promises in its subject's own name."""
    return [clause for clause in said_clauses(verb) if _is_coming(clause) and _is_own(clause, verb) and _serves(clause)]


def refusals(verb: Token) -> list[Token]:
    """Return the verbs of what a verb of saying refuses in its subject's own name: "it would never *disarm*"."""
    clauses = [c for c in said_clauses(verb) if _is_coming(c) and _is_own(c, verb)]
    yielding = load_classes()["goodwill"] | load_classes()["yielding"] | BOWING
    return [
        clause
        for clause in clauses
        if any(c.dep_ == "neg" for c in clause.children)
        and clause.lemma_.lower() in yielding - load_classes()["violence"] - HARMING
    ]


def _is_coming(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in COMING for c in clause.children)


def _is_own(clause: Token, verb: Token) -> bool:
    """True where who says it does it: "Iran said *it* would", "Iran said *its army* would"."""
    said = {noun.lower_ for noun in syntax.subjects(verb)}
    return any(
        noun.lower_ in OWN | said or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
        for noun in syntax.subjects(clause)
    )


def _harms(clause: Token, verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in clause.children):
        return False
    lemma, classes = clause.lemma_.lower(), load_classes()
    told = [*syntax.objects(clause), *(n for p in ("in", "to", "with") for n in syntax.prepositional(clause, p))]
    nouns = {noun.lemma_.lower() for head in told for noun in syntax.conjuncts(head)}
    if lemma in PAYING:
        return bool(nouns & classes["reprisal"])
    if _is_conditional(clause) and lemma in classes["parting"] | classes["measure_verb"]:
        return True
    if not _is_own(clause, verb):
        return False
    if lemma in TAKING:
        return bool(nouns & ANSWERS) and not any(w.lower_ in PEACEFUL for head in told for w in syntax.modifiers(head))
    if lemma in ANSWERING:
        return lemma == "retaliate" or bool(nouns & (classes["violence"] | classes["reprisal"]))
    return lemma in classes["violence"] - {"fight", "force", "turn"}


def _is_conditional(clause: Token) -> bool:
    below = [c for c in clause.children if c.dep_ == "advcl"]
    return any(mark.lower_ in CONDITIONS for c in below for mark in c.children if mark.dep_ == "mark")


def _serves(clause: Token) -> bool:
    lemma, goodwill = clause.lemma_.lower(), load_classes()["goodwill"]
    if any(c.dep_ == "neg" for c in clause.children):
        return lemma in HARMING | load_classes()["violence"]
    if lemma in {"continue", "keep"}:
        return any(c.dep_ == "xcomp" and c.lemma_.lower() in goodwill for c in clause.children)
    return lemma in KEEPING
