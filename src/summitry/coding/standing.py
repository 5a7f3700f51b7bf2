"""What a page tells as done by telling it, as in force, or as news that it answers: by the tense and the noun."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.anchoring import is_done_there
from summitry.coding.cues import cues
from summitry.coding.frames import Frame
from summitry.coding.lexicon import load_classes
from summitry.coding.light import light_verb
from summitry.language import Token

__all__ = [
    "goes_on",
    "is_done_by_telling",
    "is_reacted_to",
    "is_reported",
    "is_standing_view",
    "is_told_there",
    "stands",
]

REACTING = frozenset("condemn welcome regret applaud deplore denounce commend support mourn".split())
"""Verbs with which a government answers news."""
VAGUE = frozenset("recent continued continuing past previous repeated ongoing".split())
"""Words that leave open when news was news."""
MEASURES = frozenset({"SANCTION", "COERCE", "RETREAT"})
"""Categories of acts that are done once they are told."""
LASTING = frozenset("besiege block blockade confine detain hold imprison jail keep occupy".split())
"""Verbs of measures that last as long as they are told in the progressive: "is holding a pastor"."""
STANDING = frozenset({"sanction", "embargo", "blockade", "occupation", "tariff", "restriction", "ban", "curfew"})
"""Nouns of measures that last until they are lifted."""
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})


def stands(trigger: Token) -> bool:
    """True for what is named as in force, by nobody's act of now: "in defiance of *sanctions*"."""
    if trigger.dep_ == "relcl" and trigger.tag_ in syntax.PRESENT:  # "a resolution that bans rockets"
        return trigger.head.lemma_.lower() in load_classes()["law"]
    named = trigger.pos_ == "NOUN" and trigger.dep_ == "pobj" and trigger.lemma_.lower() in STANDING
    return named and light_verb(trigger) is None


def is_done_by_telling(frame: Frame, trigger: Token) -> bool:
    """True for a measure in the progressive, taken as it is told: "is imposing sanctions", "are expelling"."""
    return frame.type in MEASURES and trigger.tag_ == "VBG" and trigger.lemma_.lower() not in LASTING


def is_standing_view(verb: Token) -> bool:
    """True for what a relative clause tells in the present: "the raid *that Oslo blames* on them"."""
    relative = verb.dep_ == "relcl" or any(child.tag_ in {"WDT", "WP"} for child in verb.children)
    we = any(child.lower_ in {"i", "we"} for child in verb.children)
    serves = verb.tag_ == "VBG" and verb.lemma_.lower() in LASTING | {"serve"} and syntax.is_present(verb)
    return relative and not we and (verb.tag_ in syntax.PRESENT or serves)


def is_reacted_to(trigger: Token) -> bool:
    """True for news that a release answers: "we condemn the *arrest* of a journalist"; not what is recent only."""
    noun = syntax.topmost_noun(trigger)
    if trigger.pos_ != "NOUN" or noun.dep_ != "dobj" or any(w.lower_ in VAGUE for w in syntax.modifiers(noun)):
        return False
    verb = noun.head
    return verb.lemma_.lower() in REACTING and syntax.is_present(verb)


def goes_on(trigger: Token) -> bool:
    """True where a main clause tells an act, or a noun beside its verb, or what is announced or what news followed."""
    word, chain = trigger, {"conj", "ccomp", "ROOT"}
    links = (
        {"during", "following", "after"} if any(c.dep_ == "poss" for c in trigger.children) else {"during", "following"}
    )
    if trigger.dep_ in {"pobj", "dobj"} and trigger.head.lower_ in links:
        word, chain = trigger.head, chain | {"prep"}
    noun = syntax.topmost_noun(trigger)
    if trigger.pos_ == "NOUN" and noun.dep_ in _ARGUMENTS and not any(w.lower_ in VAGUE for w in noun.subtree):
        word = noun.head
    if _is_told_beside(trigger):
        word = syntax.clause_of(trigger.head)
    return all(w.dep_ in chain for w in (word, *word.ancestors))


def _is_told_beside(verb: Token) -> bool:
    """True for what a clause adds to the news: "receives her, *accusing* Rome", "meets Li, *who promises* aid"."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return not any(child.dep_ in {"mark", "aux"} for child in verb.children)
    first = verb.left_edge
    return verb.dep_ == "relcl" and verb.tag_ in syntax.PRESENT and first.i > 0 and first.nbor(-1).text == ","


def is_told_there(verb: Token) -> bool:
    """True for what was done where the clause above leads: "flew to Bonn, *where* they *met*"."""
    return verb.tag_ == "VBD" and is_done_there(verb) and syntax.is_simple_past(syntax.clause_of(verb.head))


def is_reported(verb: Token) -> bool:
    """True for what somebody is told to have said happened."""
    word = verb
    while word.head != word:
        if word.dep_ == "ccomp" and word.head.lemma_.lower() in cues("attribution", "verbs"):
            return True
        if word.dep_ in {"relcl", "acl"}:
            return False
        word = word.head
    return False
