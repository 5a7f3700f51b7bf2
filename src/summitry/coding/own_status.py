"""Whether an act happened by its own words: tense, modality, negation; `status` asks what governs them."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.cues import cues
from summitry.coding.lexicon import load_classes
from summitry.language import Token
from summitry.model import TO_COME, Status

__all__ = ["auxiliaries", "in_document", "is_to_infinitive", "lasts", "own_status", "verb_status"]

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAYBE = frozenset({"may", "might", "could", "can", "ca"})
OUGHT = frozenset({"should", "must", "ought", "need"})
NEARLY = frozenset({"almost", "nearly"})
SCHEDULED = frozenset({"due", "expect", "plan", "schedule", "set", "slate"})
"""Verbs whose participle behind an act's noun gives it a day to come: "drills that were *set* to start"."""
DRAFTED = frozenset("bill communique communiqué declaration draft letter motion resolution statement text".split())
"""What is written before it is said."""
REPORTING = cues("attribution", "verbs")


def own_status(trigger: Token) -> Status | None:
    """Return the status that an act's own words give it, None where they tell no act."""
    if trigger.pos_ in {"VERB", "AUX"}:
        if trigger.dep_ == "ccomp" and syntax.tells_what(trigger):
            return None
        return verb_status(trigger)
    words = {w.lower_ for w in syntax.modifiers(trigger)} | {c.lower_ for c in trigger.children}
    if trigger.dep_ == "conj" and trigger.head.pos_ == "NOUN":  # "ongoing harassment and detention"
        words |= {w.lower_ for w in syntax.modifiers(trigger.head)} & cues("status", "ongoing_words")
    if words & cues("status", "possible_words"):
        return "possible"
    if words & cues("status", "planned_words"):
        return "planned"
    if any(c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN" and c.lemma_.lower() in SCHEDULED for c in trigger.children):
        return "planned"
    if words & cues("status", "ongoing_words"):
        return "ongoing"
    if "any" in words:
        return None
    if words & {"no", "neither", "nor"}:
        return "denied"
    if any(noun.lower_ in cues("status", "making") for noun in syntax.prepositional(trigger, "in")):
        return "possible"
    return "occurred"


def auxiliaries(verb: Token) -> set[str]:
    """Return the auxiliaries of a verb, those it shares with the one it is coordinated with among them."""
    own = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not own and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.tag_ == "VB":
        return auxiliaries(verb.head)
    return own


def verb_status(verb: Token) -> Status | None:
    """Return the status that a verb's own helpers and negation give it."""
    helpers = auxiliaries(verb)
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    if marks & cues("status", "conditional_marks") or ("should" in helpers and verb.dep_ == "advcl"):
        return None
    if marks & NEARLY or helpers & OUGHT or ("once" in marks and syntax.is_present(verb)):
        return None
    negated = any(c.dep_ == "neg" or c.lower_ in {"never", "neither", "nor"} for c in verb.children) or any(
        c.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and any(d.lower_ in {"no", "neither"} for d in c.children if d.dep_ == "det")
        for c in verb.children
    )
    negated = negated or (verb.dep_ == "conj" and any(c.lower_ == "nor" for c in verb.head.children))
    if helpers & FUTURE:
        return None if negated or _is_threat(verb) else "planned"
    if "would" in helpers:
        return None if negated else "planned" if _is_reported(verb) and not _is_conditional(verb) else "possible"
    if helpers & MAYBE:
        return None if negated else "possible"
    if negated and any(word.lower_ == "any" for child in verb.children if child.i > verb.i for word in child.subtree):
        return None  # "has not met any other leader" denies no one act
    if (negated and not _is_done_at_last(verb, helpers)) or _is_about_nothing(verb):
        return "denied"
    alone = verb.dep_ == "ROOT" or not any(word.tag_ in syntax.FINITE for word in verb.sent)
    if alone and verb.tag_ == "VB" and is_to_infinitive(verb):
        return "planned"  # a headline: "Ministers to discuss trade"
    if marks & cues("status", "possible_words"):
        return "possible"
    if "long" in marks and helpers & {"has", "have"}:
        return "ongoing"
    if verb.tag_ == "VBG" and "had" in helpers:
        return "occurred"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re", "am", "been", "was", "were"}:
        return "ongoing"
    return "occurred"


def _is_done_at_last(verb: Token, helpers: set[str]) -> bool:
    """True for what was done in the end: "did *not* recognize it *until* 1987"."""
    links = [c for c in verb.children if c.dep_ == "prep"]
    links += [mark for c in verb.children if c.dep_ == "advcl" for mark in c.children if mark.dep_ == "mark"]
    return bool(helpers & {"did", "had", "was", "were"}) and any(link.lower_ in {"till", "until"} for link in links)


def _is_conditional(verb: Token) -> bool:
    """True for what somebody would do "if" something else came first."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return any(mark.lower_ == "if" for clause in clauses for mark in clause.children if mark.dep_ == "mark")


def _is_threat(verb: Token) -> bool:
    """True for what will be done "unless" somebody yields: no plan."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return any(mark.lower_ == "unless" for clause in clauses for mark in clause.children if mark.dep_ == "mark")


def _is_about_nothing(verb: Token) -> bool:
    """True for an act done to nothing or on nothing: "agreed on nothing"."""
    below = [c for child in verb.children for c in (child, *child.children) if child.dep_ in {"prep", "dobj"}]
    return any(word.lower_ == "nothing" and word.dep_ in {"dobj", "pobj"} for word in below)


def _is_reported(verb: Token) -> bool:
    word = verb
    while word.head != word:
        if word.dep_ in {"ccomp", "advcl", "acl"} and word.head.lemma_.lower() in REPORTING | {"pledge", "promise"}:
            return True
        word = word.head
    return False


def is_to_infinitive(word: Token) -> bool:
    """True for an infinitive with "to"."""
    return any(c.lower_ == "to" and c.dep_ in {"aux", "mark"} for c in word.children)


def in_document(word: Token, status: Status) -> Status:
    """Return the status of what a clause tells of its noun: it stands on its own but for drafts and denials.

    "A resolution condemning the raid will be voted on" condemns nothing so far; who "rejects the claim that they
    bombed it" did not bomb it, by their own word.
    """
    verb = syntax.governor(word.head)
    if verb is None or verb.pos_ not in {"VERB", "AUX"} or status != "occurred":
        return status
    noun = word.head.lemma_.lower()
    if noun in load_classes()["allegation"] and word.head.dep_ == "dobj" and any(c.dep_ == "mark" for c in word.lefts):
        return "denied" if verb.lemma_.lower() in cues("attribution", "denying") else status
    outer = verb_status(verb) if word.tag_ == "VBG" and noun in DRAFTED else None
    return outer if outer in TO_COME else status


def lasts(verb: Token) -> bool:
    """True for what is said to go on now and later: "continues to", "will continue to"; not for what went on."""
    return syntax.is_present(verb) or verb_status(verb) == "planned"
