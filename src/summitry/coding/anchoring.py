"""How far a time expression stands from an act, along the syntax of the sentence.

Every step between the act's trigger and the word that a time hangs on has a cost; clauses cost more
than phrases, and where a clause or word tells of another time, the way is closed.
"""

from __future__ import annotations

from collections.abc import Callable

from summitry.coding import syntax
from summitry.coding.cues import cues
from summitry.coding.recalling import recalls
from summitry.language import Token

__all__ = [
    "FARTHEST",
    "depth",
    "distance",
    "is_aside",
    "is_done_there",
    "is_later",
    "is_perfect",
    "is_present_perfect",
    "is_reason",
    "is_set_apart",
]

FARTHEST = 9.0
"""Expressions that cost more steps than this belong to something else."""
CLOSED = FARTHEST + 1.0
"""What it costs to go where another time is told."""
UPWARD = {"ccomp": 9.0, "relcl": 3.0, "advcl": 2.0, "acl": 2.0, "conj": 1.5, "parataxis": 9.0}
"""What it costs to leave a clause on the way up from a trigger, in steps: who says on Friday that
something happened does not say that it happened on Friday."""
DOWNWARD = {"ccomp": 5.0, "relcl": 7.0, "advcl": 2.5, "acl": 2.0, "conj": 1.5, "parataxis": 5.0, "pcomp": 4.0}
"""What it costs to enter a clause on the way down to a time expression."""
NAMING = frozenset({"call", "code-name", "codename", "date", "dub", "know", "name", "term"})
"""Participles that tell no act, only a name or a date: "letters *dated* 3 May"."""
PARTICIPLE = 6.0
"""What it costs to cross a participle that tells of a noun: a draft *written* by two tells of an earlier day."""
APART = 6.0
"""What it costs to enter a clause of another time, to which a date may still be the nearest."""
HAPPENED = 1.0
"""What it costs to enter a clause that tells when its noun happened: "the talks, *which began in 1955*"."""
LEADING = frozenset({"at", "for", "in", "into", "to"})
"""Prepositions of the place where a clause leads."""
HERE = 1.0
"""What it costs to leave a clause that tells what was done at a place: "flew to Bonn, *where* they met"."""
CONTENT = frozenset({"ccomp", "pcomp"})
"""Clauses that tell what is said."""
SAYING = 2.0
"""What it costs to leave what somebody says of an own act: "said on Friday that they had agreed"."""
NEW_SUBJECT = 3.0
"""What it costs more to go from a coordinated clause with a subject of its own to the other one."""
OTHER_MATTER = 6.0
"""What it costs to enter a phrase that tells what something is about, not when: "pay *for* the years"."""
BETWEEN = frozenset({"before", "after", "since", "until", "till", "once"})
"""Words before a clause that set its time apart from that of the clause above."""
UNTIMELY = frozenset({"for", "about", "over", "against", "than", "like", "despite"})
"""Prepositions after which a date is a matter, no time."""
SPANS = frozenset({"year", "month", "decade", "period", "era", "time"})
"""Nouns that a date beside them makes a time: "the years *from 1910*"."""
LATER = frozenset({"eventually", "later", "subsequently", "ultimately", "afterwards", "afterward", "then", "finally"})
"""Adverbs that move an act away from the date told before it."""
HAPPENING = frozenset("begin conduct convene happen hold occur open plan schedule set slate stage start".split())
"""Verbs that tell of an act's noun no more than that it happened or is to happen."""
CHARGING = frozenset("accuse aware convict hear inform know learn notify speak suspect talk tell warn".split())
"""Words under whose "of" stands what somebody is charged with or has heard of."""
ANSWERS = frozenset({"answer", "reaction", "reply", "respond", "response", "react"})
"""Words for what answers an act done before."""
REACTING = frozenset(
    """accuse apologise apologize apology blame censure compensate condemn condemnation criticise criticism criticize
    denounce fine jail payback penalise penalize penalty praise punish punishment rebuke reprisal retaliate retaliation
    retribution revenge reward sanction sentence thank vengeance""".split()
)
"""Words behind whose "for" stands what was done before."""
MATTERS = frozenset({"about", "against", "despite", "over"})
"""Prepositions of what an act is about: it was done before."""
PRONOUNS = frozenset({"they", "it", "he", "she", "we"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def distance(trigger: Token, head: Token, spoken: bool = False) -> float:
    """Return how far the word that a time hangs on stands from an act's trigger, in steps.

    Args:
        trigger: the word that tells the act.
        head: the word that the time hangs on.
        spoken: the act is done by words, whose content has times of its own.
    """
    up, down = _costs(trigger, _upward), _costs(head, _downward)
    if spoken and _is_said(trigger, head):
        return CLOSED
    own = _tells_when(head, trigger)
    if own is not None:
        up = {trigger.i: 0.0}
        down = {trigger.i: HAPPENED + depth(head) - depth(own)}
    meeting = [i for i in down if i in up]
    nearest = min(meeting, key=lambda i: up[i] + down[i], default=None)
    if nearest is None:
        return CLOSED
    return up[nearest] + down[nearest] + 0.01 * abs(trigger.i - head.i)


def _is_said(trigger: Token, head: Token) -> bool:
    """True for a time in the clause that tells what is said: "admits *that it fell in May*"."""
    word = head
    while word.head not in {word, trigger}:
        word = word.head
    if word.head != trigger or word == trigger:
        return False
    return word.dep_ in CONTENT or (word.dep_ == "advcl" and any(c.lower_ == "for" for c in word.lefts))


def _tells_when(head: Token, act: Token) -> Token | None:
    """Return the clause with a time that tells when the noun it hangs on happened: "*held* in May", "which *began*"."""
    word = head
    while word.head != word and word.dep_ not in {"relcl", "acl"}:
        word = word.head
    happened = word.lemma_.lower() in HAPPENING or any(n.lower_ == "place" for n in syntax.objects(word))
    return word if word.head == act and word != act and happened else None


def depth(token: Token) -> int:
    """Return how many words stand above a word."""
    return sum(1 for _ in token.ancestors)


def _costs(token: Token, step: Callable[[Token, Token], float]) -> dict[int, float]:
    """Return what it costs to climb from a word to each word above it."""
    costs, cost, word = {token.i: 0.0}, 0.0, token
    while word.head != word:
        cost += step(word, token)
        word = word.head
        costs[word.i] = cost
    return costs


def _upward(word: Token, trigger: Token) -> float:
    """Return what one step up from an act costs."""
    dep = word.dep_
    if dep in {"pobj", "dobj"} and _is_gone_before(word):
        return CLOSED
    if dep in {"advcl", "pcomp"} and (is_set_apart(word) or is_reason(word) or _has_happened(word)):
        return CLOSED
    if dep in {"relcl", "advcl"} and _was_before(word):
        return CLOSED
    if dep == "relcl" and is_done_there(word):
        return HERE
    if dep == "conj" and is_present_perfect(word) and not is_present_perfect(word.head):
        return CLOSED
    if dep == "conj" and _has_own_subject(word):
        return UPWARD["conj"] + NEW_SUBJECT
    if dep == "ccomp" and _tells_own_speech(word):
        return SAYING
    if dep == "acl" and word.tag_ == "VBN":
        return PARTICIPLE
    return UPWARD.get(dep, 1.0)


def _downward(word: Token, head: Token) -> float:
    """Return what one step down to a time costs."""
    dep = word.dep_
    if (dep == "conj" and (_has_own_subject(word) or is_later(word))) or is_reason(word):
        return CLOSED
    if dep in {"advcl", "pcomp"} and is_set_apart(word):
        return APART
    if dep == "advcl" and _was_before(word):
        return APART
    if word != head and _is_answered(word):
        return APART
    if dep == "ccomp" and (syntax.tells_what(word) or syntax.tells_what(word.head)):
        return 1.0
    if dep == "acl" and word.tag_ == "VBN":
        return 1.0 if word.lemma_.lower() in NAMING else PARTICIPLE
    if dep == "pobj" and word.head.lower_ in UNTIMELY and (word == head or word.lemma_.lower() in SPANS):
        return OTHER_MATTER
    return DOWNWARD.get(dep, 1.0)


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def is_set_apart(word: Token) -> bool:
    """True for a clause of another time: "before they met", "after meeting them"."""
    if word.dep_ == "pcomp":
        return word.head.lower_ in BETWEEN
    return any(child.lower_ in BETWEEN and child.dep_ in {"mark", "prep", "advmod"} for child in word.children)


def is_aside(word: Token) -> bool:
    """True in a clause that tells of a noun or a reason: "under a law *passed in February*"."""
    above = (word, *word.ancestors)
    return any((w.dep_ in {"relcl", "acl"} and w.pos_ == "VERB") or is_reason(w) for w in above)


def is_reason(word: Token) -> bool:
    """True for an act that another answers: "thanked them *for hosting* the talks", "accused them *of spying*"."""
    if word.dep_ != "pcomp":
        return False
    link = word.head
    return link.lower_ == "for" or (link.lower_ == "of" and link.head.lemma_.lower() in CHARGING)


def _is_gone_before(noun: Token) -> bool:
    """True for an act that another one follows or answers: "closed the border on Friday *after the raid*".

    So does "sent troops on Friday as punishment *for its latest test*" tell no day of the test.
    """
    link = noun.head
    if noun.dep_ == "pobj" and recalls(noun):
        answered = link.lower_ == "for" and {link.head.lemma_.lower(), link.head.head.lemma_.lower()} & REACTING
        if answered or link.lower_ in MATTERS:
            return True
    return link.lower_ in {"after", "following", "since"} and (noun.dep_ == "pobj" or link.lower_ == "following")


def _is_answered(noun: Token) -> bool:
    """True for an act that another one answers: the test of "met *in response to* last month's test"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_.lower() in ANSWERS


def _has_happened(verb: Token) -> bool:
    """True for an act over before that of the clause above: "*having fought* together, they parted"."""
    return any(child.lower_ == "having" and child.dep_ in _AUXILIARIES for child in verb.children)


def is_done_there(verb: Token) -> bool:
    """True for what is done at the place where the clause above leads: "flew to Bonn, *where* they *met*"."""
    link = verb.head.head
    link = link.head.head if link.lower_ == "of" and link.head.dep_ == "pobj" else link  # "in the town of Talas"
    leads = verb.head.dep_ == "pobj" and link.lower_ in LEADING and syntax.clause_of(link).pos_ == "VERB"
    return verb.dep_ == "relcl" and leads and any(child.lower_ == "where" for child in verb.lefts)


def _was_before(verb: Token) -> bool:
    """True for a clause in the pluperfect under another tense: "the bridge *that had fallen* was rebuilt in May"."""
    had = any(child.lower_ == "had" and child.dep_ in _AUXILIARIES for child in verb.children)
    return had and not is_perfect(syntax.clause_of(verb.head))


def is_later(verb: Token) -> bool:
    """True for an act told as a later one: "was eventually tried", also of what goes on from there."""
    if any(child.lower_ in LATER and child.dep_ == "advmod" for child in verb.children):
        return True
    return verb.dep_ == "conj" and not _has_own_subject(verb) and verb.head.pos_ in _VERBAL and is_later(verb.head)


def _tells_own_speech(verb: Token) -> bool:
    """True for what those who speak say that they themselves have done."""
    own = any(child.dep_ in _SUBJECTS and child.lower_ in PRONOUNS for child in verb.children)
    past = verb.tag_ == "VBD" or is_perfect(verb)
    return own and past and verb.head.lemma_.lower() in cues("attribution", "verbs")


def is_perfect(verb: Token) -> bool:
    """True for a verb in the perfect: "has met", "had met"."""
    return any(child.dep_ in _AUXILIARIES and child.lemma_ == "have" for child in verb.children)


def is_present_perfect(verb: Token) -> bool:
    """True for a verb in the present perfect, also where only the one it is coordinated with says so."""
    own = any(child.dep_ in _AUXILIARIES | _SUBJECTS for child in verb.children)
    if not own and verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.head.pos_ in _VERBAL:
        return is_present_perfect(verb.head)
    return is_perfect(verb) and any(c.dep_ in _AUXILIARIES and c.tag_ in syntax.PRESENT for c in verb.children)
