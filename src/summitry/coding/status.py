"""Whether an act happened: from tense, modality, negation and what governs the words.

The rules climb from the trigger to the top of its sentence. What stands above decides: a promise
makes its content planned, a demand tells nothing of what is demanded, a denial denies.
"""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.cues import cues
from summitry.coding.duties import is_subjunctive
from summitry.coding.lexicon import load_classes
from summitry.coding.order import is_next_in_a_row
from summitry.coding.own_status import auxiliaries, in_document, is_to_infinitive, lasts, own_status, verb_status
from summitry.coding.status_links import is_pending, is_performed, under_preposition
from summitry.coding.thought import is_ruled_out, is_supposed, is_thought_of
from summitry.coding.undone import left_undone
from summitry.language import Token
from summitry.model import HAPPENED, TO_COME, Status

__all__ = ["is_no_statement", "status_of"]

AHEAD = frozenset({"due", "set", "scheduled", "going", "about", "ready"})
"""Words before an infinitive that is still to come."""
DUE = frozenset({"due", "scheduled", "set"})
"""Of these, what fixed a day."""
FIXED = frozenset({"schedule", "set", "slate"})
"""Verbs that give a possible act its day."""
CONTINUING = frozenset({"continue", "keep", "maintain", "pursue", "sustain", "wage"})
"""Verbs of what goes on."""
DECIDED = frozenset(
    "accept adopt agree approve back decline endorse oppose ratify recognise recognize refuse reject spurn support "
    "uphold veto".split()
)
"""What is done by deciding it: "their *decision to reject* the plan"."""
HAPPENING = frozenset({"happen", "materialise", "materialize", "occur", "take", "be"})
"""Verbs of which the negation denies their subject."""
PREVENTING = frozenset("ban bar block deter discourage dissuade forbid keep prevent prohibit stop".split())
"""Verbs whose "from" tells what is not done."""
NOT_DONE = frozenset(
    "agree aim ambition basis call capability capable commit commitment condition consent dedicate design dream drill "
    "excuse framework goal grounds habit hope idea intend justification pattern policy practice precondition pretext "
    "recommit roadmap strategy tactic timetable tradition "
    "intent intention mean mission objective pledge possibility promise proposal prospect purpose push rehearsal risk "
    "task threat undertake urge vow".split()
)
"""Words before a gerund that tells what is not done: "missiles *capable* of reaching Guam"."""
DEBATED = frozenset(
    "consider consideration consultation contemplate debate deliberate deliberation dialogue discuss discussion "
    "explore mull negotiate negotiation ponder propose study suggest talk think weigh".split()
)
"""Words before a gerund that tells what is only talked of: "talks about *deploying* missiles"."""
TESTS = frozenset({"launch", "test", "testing"})
"""Acts that are still to come where they are ordered; an attack that was ordered is as good as done."""
ENDING = frozenset({"abandon", "cease", "discontinue", "end", "halt", "lift", "stop"})
"""Verbs of what goes on until then."""
BEGINNING = frozenset({"begin", "start", "proceed", "resume", "come", "go", "return", "move", "join"})
"""Verbs that do what their infinitive tells when they are done themselves: "will *begin* to withdraw"."""
OBLIGING = frozenset({"bind", "compel", "force", "oblige", "require"})
"""Verbs whose passive tells in the past what was done, in the present a duty."""
MEANING = frozenset("constitute amount indicate mean prove reflect represent show signal stem violate".split())
"""Verbs that say what an act means, which they take for granted: "the launch may *violate* the ban"."""
PURPOSES = frozenset({"aim", "design", "intend", "mean"})
"""Verbs whose participle tells what something is for: "a decree *aiming* to expand the embargo"."""
SUPPOSING = frozenset({"believe", "presume", "rumor", "rumour", "suppose", "suspect", "think"})
"""Verbs of what may have happened."""
REPORTING = cues("attribution", "verbs")


def status_of(trigger: Token) -> Status | None:
    """Return an act's status, or None where the words tell no act (demands, conditions, habits).

    Args:
        trigger: the verb or noun that tells the act.
    """
    if is_no_statement(trigger):
        return None
    if trigger.pos_ == "NOUN" and _is_to_end(trigger):
        return "ongoing"
    status: Status | None = own_status(trigger)
    word = trigger
    while status is not None and word.head != word:
        if is_thought_of(word) and not (word == trigger and status == "planned"):
            return None
        if word.dep_ in {"relcl", "acl"} and not is_to_infinitive(word):
            return None if is_supposed(word) else in_document(word, status)
        if _is_presupposed(word):
            return status
        done = left_undone(word, status)
        status = done and _step(word, done)
        word = word.head
    return status


def _is_presupposed(word: Token) -> bool:
    """True for what a text takes for granted: "urged calm *after its latest test*"."""
    behind = word.dep_ in {"pobj", "dobj"} and word.head.lower_ in {"after", "following", "since"}
    if not behind or (word.dep_ == "dobj" and word.head.lower_ != "following"):
        return False
    return any(c.dep_ == "poss" or c.lower_ in {"latest", "last", "recent"} for c in word.children)


def _is_to_end(word: Token) -> bool:
    """True for somebody's act that others want ended: "must end *its blockade*", "an end to *Serbia's siege*"."""
    above = word.head if word.dep_ == "dobj" else word.head.head if word.dep_ == "pobj" else None
    if above is None or not any(child.dep_ == "poss" for child in word.children):
        return False
    if above.pos_ == "NOUN":
        ended = above.dep_ == "pobj" and above.head.lower_ in {"at", "by", "near", "since", "toward", "towards"}
        return above.lemma_.lower() in {"cessation", "end", "halt"} and word.head.lower_ in {"of", "to"} and not ended
    supposed = any(child.lower_ in {"if", "unless"} for child in above.children)
    ends = word.dep_ == "dobj" and above.lemma_.lower() in ENDING and not supposed
    return ends and status_of(above) in {None, "possible"}


def is_no_statement(trigger: Token) -> bool:
    """True in a question, and where the act's clause, or one that it is part of, tells a condition or a habit."""
    if trigger.sent.text.rstrip().endswith("?"):
        return True
    word = trigger
    while True:
        if any(child.lower_ in cues("status", "generic_words") for child in word.children):
            return True
        if word.head == word or word.dep_ in {"ccomp", "relcl", "parataxis", "advcl"}:
            return word.dep_ == "advcl" and _is_condition(word)
        word = word.head


def _is_condition(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in clause.children)


def _step(word: Token, status: Status) -> Status | None:
    """Return the status after looking at one word's governor."""
    above = word.head
    lemma = above.lemma_.lower()
    if word.dep_ in {"ccomp", "advcl", "xcomp", "pcomp"} and is_ruled_out(above):
        return None
    if word.dep_ == "xcomp" and lemma in CONTINUING and status == "occurred" and lasts(above):
        return "ongoing"
    if word.dep_ in {"xcomp", "ccomp", "pcomp", "acl", "advcl"} and is_to_infinitive(word):
        return _under_infinitive(word, lemma, above, status)
    if word.dep_ == "pcomp" and above.pos_ == "ADP":
        return _under_gerund(above, status)
    if word.dep_ in {"xcomp", "ccomp"} and word.tag_ == "VBG" and lemma in DEBATED and not syntax.has_subject(word):
        return "possible"
    if word.dep_ == "ccomp" and word.i < above.i and any(token.text == ";" for token in word.doc[word.i : above.i]):
        return status  # a sentence of its own before a semicolon
    if is_subjunctive(word):
        return None
    if word.dep_ == "ccomp":
        if lemma in cues("status", "denied_verbs"):
            return "denied"
        if lemma in {"threaten", "warn"} and status in TO_COME and _is_own(word):
            return None  # the threat tells it
        if lemma in SUPPOSING and any(child.dep_ == "neg" for child in above.children):
            return None  # "does not believe that they have a bomb"
        if lemma in cues("status", "blocked_verbs") - REPORTING:
            return None
        return status
    if word.dep_ in {"csubj", "csubjpass"} and verb_status(above) not in HAPPENED:
        return None  # "inviting them would help"
    if word.dep_ == "advcl" and word.tag_ == "VBG" and status == "occurred" and not auxiliaries(word):
        return status if (outer := verb_status(above)) in {"occurred", "ongoing", "denied"} else outer
    if word.dep_ == "advcl" and _is_condition(word):
        return None
    if above.pos_ in {"VERB", "AUX"} and word.dep_ in {"dobj", "nsubjpass", "nsubj", "pobj", "attr"}:
        return _as_argument(word, above, lemma, status)
    if word.dep_ == "pobj":
        return under_preposition(above, status)
    return status


def _is_own(verb: Token) -> bool:
    """True for what somebody says of themselves: "warned that *it* might strike"."""
    return any(noun.lower_ in {"it", "they", "we", "he", "she"} for noun in syntax.subjects(verb))


def _under_infinitive(word: Token, lemma: str, above: Token, status: Status) -> Status | None:
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in word.children):
        if lemma in cues("attribution", "accusing"):
            return status  # "claimed to have shot down a jet"
        if lemma in SUPPOSING:
            return "possible"
    if is_next_in_a_row(word) or is_performed(word, above):
        return status
    if lemma == "agree" and _tells_meeting(word):
        return "planned"
    if lemma in PURPOSES and above.tag_ in {"VBG", "VBN"} and above.dep_ in {"acl", "advcl"}:
        return None
    if lemma in cues("status", "planned_verbs") or above.lower_ in AHEAD:
        if above.lower_ in DUE and "had" in auxiliaries(above if above.pos_ == "VERB" else above.head):
            return "cancelled"  # "they had been due to meet"
        return "possible" if _is_guessed(word, above) else "planned"
    if lemma in cues("status", "motion_verbs") and word.lemma_.lower() in cues("status", "meeting_verbs"):
        return status  # who flew to meet somebody met
    if lemma in cues("status", "denied_verbs"):
        return "denied"
    if lemma in cues("status", "blocked_verbs"):
        return None
    if lemma in cues("status", "possible_verbs"):
        return "possible"
    if word.dep_ == "advcl":
        return None  # a purpose
    if lemma == "have" and above.tag_ == "VBD":
        return status  # who had to go went
    if lemma in cues("status", "factive_verbs"):
        if lemma == "be" and word.dep_ in {"xcomp", "ccomp"}:
            return "planned"
        if lemma in OBLIGING and syntax.is_passive(above) and syntax.is_present(above):
            return None  # "is obliged to defend"
        outer = verb_status(above)
        return _combine(status, outer) if lemma in BEGINNING else status
    if above.pos_ in {"NOUN", "PROPN"}:
        accepted = lemma == "invitation" and above.dep_ == "dobj" and above.head.lemma_.lower() == "accept"
        if lemma in {"attempt", "move", "step"}:
            return status  # "the South's move to suspend operations"
        if any(child.lower_ == "no" for child in above.children):
            return None
        if lemma == "decision" and word.lemma_.lower() in DECIDED:
            return status
        return "planned" if accepted or lemma in {"plan", "decision", "intention"} else None
    return None


def _is_guessed(word: Token, verb: Token) -> bool:
    """True for what others expect somebody to do: "analysts *expect* Lima to yield"."""
    others = not syntax.is_passive(verb) and any(child.dep_ in syntax.SUBJECT for child in word.children)
    return verb.lemma_.lower() in {"anticipate", "expect"} and others


def _tells_meeting(verb: Token) -> bool:
    """True for "to meet" and "to hold talks", which who agrees to them plans."""
    objects = {noun.lemma_.lower() for noun in syntax.objects(verb)}
    return verb.lemma_.lower() in {"meet", "visit"} or bool(objects & load_classes()["meeting"])


def _under_gerund(preposition: Token, status: Status) -> Status | None:
    if preposition.lower_ in cues("status", "unreal_prepositions"):
        return "denied" if preposition.lower_ == "without" else None
    lemma = preposition.head.lemma_.lower()
    if preposition.lower_ == "of" and lemma == "short":
        return "denied"
    if preposition.lower_ == "from" and lemma in PREVENTING:
        return None
    if lemma in NOT_DONE and status != "planned":
        return "possible" if lemma in {"possibility", "prospect"} else None
    if lemma in DEBATED and status in {"occurred", "planned"}:
        return "possible" if preposition.head.pos_ == "VERB" else None
    return "planned" if lemma == "plan" and status == "occurred" else status


def _as_argument(word: Token, verb: Token, lemma: str, status: Status) -> Status | None:
    """Return the status of an act's noun under a verb: "cancelled the summit", "denied the attack"."""
    if word.dep_ in {"dobj", "nsubjpass"}:
        if lemma in CONTINUING and status == "occurred" and lasts(verb):
            return "ongoing"
        if lemma in cues("status", "cancelled_verbs") or (
            lemma in {"call", "put"} and any(c.lower_ == "off" for c in verb.children)
        ):
            return "cancelled"
        if lemma in cues("status", "denied_verbs"):
            return "denied"
        if lemma in cues("status", "planned_verbs") and (
            status == "occurred" or (status == "possible" and lemma in FIXED)
        ):
            return "planned"
        if lemma == "call" and word.lemma_.lower() in load_classes()["rally"]:
            return "planned" if status == "occurred" else status
        if lemma in {"announce", "order"}:
            ahead = TESTS if lemma == "order" else load_classes()["exercise"] | load_classes()["meeting"]
            return "planned" if word.lemma_.lower() in ahead and status == "occurred" else status
        if lemma in (cues("status", "blocked_verbs") | cues("status", "possible_verbs")) - {
            "agree",
            "discuss",
            "oppose",
        }:
            return None
    if lemma == "use" and "as" in syntax.particles(verb):
        return None  # "used tests as bargaining chips"
    if lemma in load_classes()["light"] | load_classes()["suffer"] or word.dep_ in {"nsubj", "nsubjpass", "attr"}:
        if word.dep_ == "nsubj" and _is_judged(word, verb):
            return status
        if word.dep_ == "nsubj" and status == "occurred" and is_pending(verb):
            return "possible"
        outer = verb_status(verb)
        if outer == "denied" and lemma not in load_classes()["light"] | HAPPENING:
            return status  # "the meeting was not followed by others" was held
        return _combine(status, outer)
    return status


def _is_judged(noun: Token, verb: Token) -> bool:
    """True for an act taken for granted of which a clause says what it is: "the *launch* could be a turning point"."""
    definite = any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that"} for child in noun.children)
    names = verb.lemma_ == "be" and any(c.dep_ == "attr" and c.pos_ in {"NOUN", "PROPN"} for c in verb.children)
    return definite and (names or verb.lemma_.lower() in MEANING)


def _combine(inner: Status, outer: Status | None) -> Status | None:
    if outer in {None, "planned", "possible", "denied", "cancelled"} and inner in HAPPENED:
        return outer
    return inner
