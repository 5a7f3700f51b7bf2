"""Whether an act's noun under a preposition happened, by what the preposition hangs on: "a prospect *of talks*"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.own_status import verb_status
from summitry.language import Token
from summitry.model import Status

__all__ = ["is_pending", "is_performed", "under_preposition"]

PENDING = {
    "under": frozenset({"consideration", "discussion", "negotiation", "review", "study"}),
    "in": frozenset({"making", "offing", "pipeline", "planning", "work", "works"}),
    "on": frozenset({"agenda", "card", "cards", "horizon", "table"}),
}
"""What an act is under, in or on that is not done yet: "a visit is *under discussion*", "*on the table*"."""
WISHING = frozenset({"like", "want", "wish"})
PERFORMED = frozenset("commend condemn congratulate express reiterate thank welcome".split())
"""Verbs of what is done by saying it."""


def is_pending(verb: Token) -> bool:
    """True where a clause says of an act that it is thought about: "a second summit is *in the works*"."""
    if verb.lemma_ not in {"be", "remain", "stay"}:
        return False
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in PENDING]
    return any(n.lemma_.lower() in PENDING[link.lower_] for link in links for n in link.children if n.dep_ == "pobj")


def under_preposition(preposition: Token, status: Status) -> Status | None:
    """Return the status of an act's noun after looking at its preposition, None where no act is told."""
    verb = preposition.head
    lemma = verb.lemma_.lower()
    lower = preposition.lower_
    if lower in {"without"} and status == "occurred":
        return "denied"
    if lower == "by" and lemma in {"precede", "follow", "accompany"} and verb_status(verb) == "denied":
        return "denied"
    if lower == "for" and lemma in {"plan", "prepare"}:
        return "planned"
    if lower == "of" and lemma in {"possibility", "prospect", "likelihood"}:
        return "possible"
    if lower == "of" and preposition.head.lower_ == "ahead":
        return "planned" if status == "occurred" else status
    if lower == "to" and lemma in {"agree", "commit", "invite"}:
        return "planned" if lemma == "agree" else None
    if lower == "in" and lemma == "interest":
        return "possible" if verb.pos_ in {"VERB", "AUX"} else None
    return status


def is_performed(verb: Token, wishing: Token) -> bool:
    """True for what is done by the speaker's wish to do it: "I wish to *thank* Peru", "we want to *condemn* it"."""
    own = any(noun.lower_ in {"i", "we"} for noun in syntax.subjects(wishing))
    return own and wishing.lemma_.lower() in WISHING and verb.lemma_.lower() in PERFORMED
