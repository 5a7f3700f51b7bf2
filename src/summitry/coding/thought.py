"""Acts that are only thought of: prepared for, feared, asked for, simulated, put off."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.language import Token

__all__ = ["is_ruled_out", "is_supposed", "is_thought_of"]

THOUGHT = {
    "for": frozenset(
        """appeal argue ask brace call clamor clamour demand drill groundwork hope lobby option plea plead precondition
        preparation press proposal push readiness ready rehearsal rehearse request requirement scenario simulation
        train training wait""".split()
    ),
    "of": frozenset(
        """avoidance chance concept danger dream fear hope idea notion option prevention risk rumor rumour scenario
        simulation specter spectre threat warn warning""".split()
    ),
    "to": frozenset({"alternative", "condition", "precondition", "precursor", "prelude", "rehearsal"}),
    "against": frozenset(
        """brace caution defence defend defense deterrence deterrent guard hedge insure protect protection safeguard
        shield warn warning""".split()
    ),
    "from": frozenset({"defend", "deter", "protect", "refrain", "safeguard", "shield"}),
    "about": frozenset({"anxiety", "rumor", "rumour", "speculate", "speculation"}),
}
"""What stands above a preposition behind which an act is only thought of: "a *rehearsal for* an invasion"."""
REASONS = frozenset("camouflage cover disguise excuse facade façade front guise mask pretext smokescreen".split())
"""Nouns whose "for" tells what is meant but not said, where nobody's act is named: "a *front* for a missile test"."""
IMAGINED = frozenset(
    """anxiety apprehension assumption belief chance concern danger dream expectation fear hope idea likelihood notion
    possibility prospect risk suspicion worry""".split()
)
"""Nouns whose "that" clause tells what somebody only thinks."""
ASSUMED = frozenset({"assume", "imagine", "picture", "presume", "suppose"})
CONDITIONS = frozenset({"assuming", "provided", "providing", "supposing"})
EVERY = frozenset({"any", "every", "whatever", "whichever"})
WISHED = frozenset({"could", "might", "would"})
ONE = frozenset({"a", "an", "any", "another", "further", "more", "some"})


def is_ruled_out(verb: Token) -> bool:
    """True for "rule out"."""
    return verb.lemma_.lower() == "rule" and "out" in syntax.particles(verb)


def is_supposed(word: Token) -> bool:
    """True below a condition: "if it sees signs that troops are moving"."""
    return any(
        above.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in above.children)
        for above in word.ancestors
    )


def is_thought_of(word: Token) -> bool:
    """True for an act that what stands above it, or a clause below it, only imagines.

    "A pretext for an *invasion*", "a *strike* that would end the regime", "further *strikes* would",
    "the hope that they *agree*", "tensions rise when they *stage* drills".
    """
    if word.dep_ == "acl" and word.head.dep_ == "dobj" and is_ruled_out(word.head.head):
        return True  # "ruled out Fiji joining the bloc"
    if word.pos_ in {"VERB", "AUX"}:
        return _is_content(word) or _is_habit(word) or _is_assumed(word) or _is_of_any(word)
    if word.pos_ not in {"NOUN", "PROPN"}:
        return False
    if word.dep_ == "pobj":
        preposition, above = word.head.lower_, word.head.head
        heads = [above, *(syntax.objects(above) if above.pos_ == "VERB" else ())]
        real = preposition == "against" and any(child.dep_ == "poss" for child in word.children)
        if not real and any(head.lemma_.lower() in THOUGHT.get(preposition, ()) for head in heads):
            return True
        if (
            preposition == "for"
            and above.lemma_.lower() in REASONS
            and not any(c.dep_ == "poss" for c in word.children)
        ):
            return not any(child.lower_ == "the" for child in word.children)
    clauses = [child for child in word.children if child.dep_ == "relcl"]
    clauses += [word.head] if word.dep_ == "nsubj" else []
    imagined = any(c.lower_ in WISHED and c.dep_ == "aux" for clause in clauses for c in clause.children)
    return imagined and any(child.lower_ in ONE for child in word.children)


def _is_content(verb: Token) -> bool:
    """True for what a noun of thinking says: "fears *that* they will attack"."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    return that and verb.dep_ in {"acl", "ccomp"} and verb.head.lemma_.lower() in IMAGINED and verb.head.pos_ == "NOUN"


def _is_habit(verb: Token) -> bool:
    """True for what happens again and again: "tensions spike when they *stage* drills", "whenever they meet"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"advmod", "mark"}}
    if verb.dep_ != "advcl" or not marks & {"when", "whenever"}:
        return False
    return "whenever" in marks or (_is_bare_present(verb) and _is_bare_present(syntax.clause_of(verb.head)))


def _is_assumed(verb: Token) -> bool:
    """True for what a reader is asked to suppose or is made a condition: "*imagine* they attack", "*provided that*"."""
    above = verb.head
    if (
        verb.dep_ == "ccomp"
        and above.lemma_.lower() in ASSUMED
        and above.tag_ == "VB"
        and not syntax.has_subject(above)
    ):
        return True
    marks = [child for child in verb.lefts if child.dep_ == "mark" and child.lower_ == "that" and child.i]
    return any(mark.nbor(-1).lower_ in CONDITIONS for mark in marks)


def _is_of_any(verb: Token) -> bool:
    """True for what is told of whatever comes: "will sink *any* ship that Greece sends"."""
    return verb.dep_ == "relcl" and any(child.lower_ in EVERY for child in verb.head.lefts) and _is_bare_present(verb)


def _is_bare_present(verb: Token) -> bool:
    return verb.tag_ in syntax.PRESENT and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
