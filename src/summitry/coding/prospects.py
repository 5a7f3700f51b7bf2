"""What somebody says will be done: threats ("it will *strike back*"), promises ("it will *not use* force")."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.coding.verdicts import said_clauses
from summitry.language import Token

__all__ = ["menaces", "promises", "refusals", "terms", "threatened"]

COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
PAYING = frozenset(
    "bear draw face feel incur invite meet pay provoke regret result risk suffer trigger bring lead".split()
)
"""Verbs of what those threatened bring on themselves."""
ANSWERING = frozenset("act answer react respond retaliate".split())
WARNING = frozenset({"caution", "notify", "threaten", "warn"})
"""Verbs of warning, by which what may come threatens, too: "warned Lima that it *could* lose its seat"."""
MAY = frozenset({"could", "may", "might"})
ENSUING = frozenset({"be", "come", "ensue", "follow"})
"""Verbs of what comes of itself: "*there will be* consequences"."""
FACING = frozenset({"face", "risk"})
LOSING = frozenset({"forfeit", "lose"})
CLASSES = ("arresting", "conquest", "expulsion", "harm", "measure_verb", "parting", "restricting", "violence")
"""Classes of the verbs of what harms others."""
MILD = frozenset("break cut end fight force halt leave stop turn".split())
"""Verbs of those classes that say too little alone."""
HANDLING = frozenset({"cut", "drive", "hit", "hold", "put", "send", "take"})
"""Verbs of what is done to those threatened: "would be *put* behind bars"."""
GRACIOUS = frozenset({"cease", "consider", "free", "give", "lift", "offer", "pay", "release", "reward", "welcome"})
"""Verbs of what is held out to others, not against them."""
TAKING = frozenset("adopt deal deliver give inflict make take".split())
WAGING = frozenset("carry conduct deal deliver inflict launch make mount rain stage start unleash wage".split())
"""Verbs whose object is the blow: "might *launch* a strike"."""
ANSWERS = frozenset("action blow countermeasure measure response revenge step".split())
"""Nouns of what is done to those threatened: "will *take physical measures*"."""
PEACEFUL = frozenset("diplomatic joint legislative practical positive concrete legal necessary".split())
KEEPING = frozenset("abide comply fulfil fulfill honor honour implement respect strive uphold".split())
HARMING = frozenset("deploy escalate expand interfere provoke target test threaten use".split())
BOWING = frozenset("abandon allow back bow capitulate concede give recognise recognize".split())
CONDITIONS = frozenset({"if", "should", "unless", "until"})
OWN = frozenset({"i", "we", "he", "she", "it", "they"})


def menaces(verb: Token) -> list[Token]:
    """Return the verbs of what a verb of saying threatens."""
    return [clause for clause in said_clauses(verb) if _is_coming(clause, verb) and _harms(clause, verb)]


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


def threatened(verb: Token) -> list[Token]:
    """Return the verbs of what is threatened at a verb: told in a clause, or as in "threatened to *strike* Iran"."""
    return menaces(verb) or [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"]


def terms(verb: Token) -> list[Token]:
    """Return on whom it hangs whether a threat comes true: "will strike unless *Iran* gives way"."""
    row = [verb, *threatened(verb), *(c for c in verb.children if c.dep_ == "ccomp")]
    clauses = [c for word in row for c in word.children if c.dep_ == "advcl" and _marks(c) & CONDITIONS]
    return [noun for clause in clauses if not syntax.is_passive(clause) for noun in syntax.own_subjects(clause)]


def _marks(clause: Token) -> set[str]:
    """Return the words that make a clause a condition: the "should" before a subject, too."""
    first = next(iter(clause.subtree)).lower_
    return {first, *(c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"})}


def _is_coming(clause: Token, verb: Token | None = None) -> bool:
    warned = verb is not None and verb.lemma_.lower() in WARNING
    if warned and clause.lemma_.lower() in FACING:
        return True
    words = COMING | MAY if warned else COMING
    return any(c.dep_ == "aux" and c.lower_ in words for c in clause.children)


def _is_own(clause: Token, verb: Token) -> bool:
    """True where who says it does it: "Iran said *it* would", "Iran said *its army* would"."""
    said = {noun.lower_ for noun in syntax.subjects(verb)}
    return any(
        noun.lower_ in OWN | said or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
        for noun in syntax.subjects(clause)
    )


def _harms(clause: Token, verb: Token) -> bool:
    lemma, classes = clause.lemma_.lower(), load_classes()
    warns, own, on_terms = verb.lemma_.lower() in WARNING, _is_own(clause, verb), _is_conditional(clause)
    if any(c.dep_ == "neg" for c in clause.children):
        return own and (lemma == "hesitate" or (warns and lemma not in GRACIOUS))
    told = [*syntax.objects(clause), *(n for p in ("in", "to", "with") for n in syntax.prepositional(clause, p))]
    nouns = {noun.lemma_.lower() for head in told for noun in syntax.conjuncts(head)}
    if lemma in ENSUING:
        told += [*syntax.own_subjects(clause), *(c for c in clause.children if c.dep_ == "attr")]
        return any(noun.lemma_.lower() in classes["reprisal"] for noun in told)
    harms = any(lemma in classes[name] for name in CLASSES)
    sure = warns or on_terms
    if lemma in PAYING | FACING and nouns & classes["reprisal"]:
        return True
    if lemma in LOSING:
        return sure and bool(nouns & classes["privilege"])
    if syntax.is_passive(clause):
        return (harms and lemma not in MILD and (sure or lemma in classes["violence"])) or (sure and lemma in HANDLING)
    if on_terms and lemma in classes["parting"] | classes["measure_verb"]:
        return True
    if not own:
        return False
    if lemma in TAKING and nouns & ANSWERS:
        return not any(w.lower_ in PEACEFUL for head in told for w in syntax.modifiers(head))
    if lemma in WAGING and nouns & (classes["violence"] | classes["strike"]):
        return True
    if lemma in ANSWERING:
        return lemma == "retaliate" or bool(nouns & (classes["violence"] | classes["reprisal"]))
    if sure and ((harms and (warns or lemma not in MILD)) or "unless" in _marks_of(clause) or (warns and on_terms)):
        return lemma not in GRACIOUS
    return lemma in classes["violence"] - {"fight", "force", "turn"}


def _marks_of(clause: Token) -> set[str]:
    """Return the words that open the conditions of what may come."""
    return {mark for c in clause.children if c.dep_ == "advcl" for mark in _marks(c)} & CONDITIONS


def _is_conditional(clause: Token) -> bool:
    return bool(_marks_of(clause))


def _serves(clause: Token) -> bool:
    lemma, goodwill = clause.lemma_.lower(), load_classes()["goodwill"]
    if any(c.dep_ == "neg" for c in clause.children):
        return lemma in HARMING | load_classes()["violence"]
    if lemma in {"continue", "keep"}:
        return any(c.dep_ == "xcomp" and c.lemma_.lower() in goodwill for c in clause.children)
    return lemma in KEEPING
