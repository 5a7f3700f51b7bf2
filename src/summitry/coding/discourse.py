"""Who is meant where a sentence leaves it unsaid: from the clause, the sentence, the acts told before.

"Pyongyang vowed a tough response" answers somebody; "called the launch unacceptable" accuses
whoever launched. Each guess is scored lower than what syntax tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.frames import Frame, load_classes, object_heads
from summitry.coding.history import CROWDS, History
from summitry.coding.participants import Cast, MentionIndex
from summitry.coding.phrases import RELATIVES, VICTIMS, actors_of
from summitry.model import Mention

__all__ = ["History", "complete"]

DIRECTED = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION", "COERCE", "CONCEDE", "AID", "ASSAULT", "RETREAT"}
)
"""Categories whose acts are directed at somebody."""
ANSWERING = frozenset({"AGREE", "SUPPORT"})
"""Categories whose acts may be directed at somebody named in what they are about."""
PLACED = frozenset({"troops", "withdraw", "seize"})
"""Modes whose target is often told as a place: troops massed on the border *with Gaza*."""
SPEAKING = frozenset({"AID", "CONCEDE", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION"})
"""Categories whose target the text often leaves to what it told before."""
ALLEGED = frozenset({"ASSAULT", "COERCE"})
"""Categories whose target is whoever says so: "Seoul said the North had laid the mines"."""
AMONG_STATES = frozenset({"AID", "COERCE", "CONCEDE", "SANCTION"})
"""Categories whose acts are done to a state, whoever dealt for it before."""
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
GIVING_UP = frozenset({"RETREAT", "CONCEDE"})
SAYING = frozenset("accuse allege charge claim complain declare insist maintain say".split())
HELD = frozenset({"COERCE", "SANCTION", "RETREAT"})
"""Categories whose unnamed doer is the state in which it is done ("was arrested in Iran")."""
SIDES = frozenset({"they", "both", "sides", "two"})
"""Words for those between whom the last act was."""
ASIDE = frozenset("after amid before despite during following since until while".split())
"""Words that lead from what an act is about to something else."""
PRONOUNS = frozenset({"he", "him", "she", "her"})
PAIR = 2
GUESSED = 0.5
"""What a guess from the discourse is worth beside what syntax tells."""
MAIN_STATES = 3
"""How many of the most named states a text may be about."""
OPERATIONS = frozenset("crackdown offensive operation raid".split())
"""Nouns of what a state does on its own soil to whoever is killed or held in it."""


def complete(frame: Frame, trigger: Token, cast: Cast, index: MentionIndex, history: History) -> Cast:
    """Fill the empty side of a cast where the category needs one.

    Args:
        frame: the frame that matched.
        trigger: its trigger.
        cast: what syntax found.
        index: the document's mentions.
        history: the acts told before.
    """
    actors, recipients = cast
    if not actors:
        actors = _sides(frame, trigger, index, history) or _doers(frame, trigger, recipients, index)
    if not actors and not recipients:
        actors = _resumed(frame, trigger, history)
    if frame.type == "CONSULT" and len(actors) + len(recipients) == PAIR:
        actors, recipients = (_met_abroad(side, (*actors, *recipients), history) for side in (actors, recipients))
    alone = len(actors) + len(recipients) == 1 and not any(m.kind == "igo" for m in actors)
    if frame.type in MUTUAL and frame.type != "AGREE" and frame.mode != "multilateral" and alone:
        actors = (*actors, *_partners(trigger, (*actors, *recipients), index, history))
    if (
        frame.type == "CONSULT"
        and actors
        and not recipients
        and [slot.path for slot in frame.recipients] == ["between"]
    ):
        sides = [m for m in history.parties() if m.actor_id not in {a.actor_id for a in actors}]
        recipients = _guess(sides, "between whom the act before was")
    if not recipients and (
        (frame.type in DIRECTED and (frame.recipients or frame.type == "CONCEDE")) or _wants_counterpart(frame, actors)
    ):
        recipients = _targets(frame, trigger, actors, index, history)
    if not recipients and actors and frame.type in ALLEGED:
        recipients = _hit(trigger, {m.state for m in actors}, index)
    return actors, recipients


def _met_abroad(side: Sequence[Mention], both: Sequence[Mention], history: History) -> tuple[Mention, ...]:
    """Return a side of a meeting with another person for a pronoun that would mean a compatriot of the other side."""
    if len({m.state for m in both}) > 1 or any(m.kind != "person" for m in both):
        return tuple(side)
    others = [m for m in history.people() if m.state != both[0].state]
    return tuple(
        _guess(others[:1], "who acted before, from another state")[0] if others and m.surface.lower() in PRONOUNS else m
        for m in side
    )


def _wants_counterpart(frame: Frame, actors: tuple[Mention, ...]) -> bool:
    sides = {m.state or m.actor_id for m in actors}
    return len(sides) == 1 and (frame.type in ANSWERING or frame.mode in PLACED)


def _guess(mentions: Sequence[Mention], reason: str) -> tuple[Mention, ...]:
    return tuple(replace(m, score=m.score * GUESSED, reasons=(*m.reasons, reason)) for m in mentions)


def _doers(frame: Frame, trigger: Token, others: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    if trigger.pos_ == "VERB" and syntax.is_passive(trigger):
        if frame.type in {"ASSAULT", "COERCE"} and (operation := _operation(trigger)) is not None:
            return _soil(operation, index)
        owners = [m for noun in object_heads(trigger) for m in index.within(syntax.modifiers(noun))]
        if frame.type in GIVING_UP and owners:
            return _guess(owners, "whose it is that is given up")
        return _host(trigger, others, index) if frame.type in HELD else ()
    if frame.type == "PROTEST":
        return _crowd(trigger, others, index)
    if trigger.pos_ not in {"VERB", "AUX"}:
        return _doers_of_noun(frame, trigger, others, index)
    known = {m.actor_id for m in others}
    told = [noun for noun in trigger.children if noun.dep_ in syntax.SUBJECT]
    if told and all(noun.pos_ == "NOUN" for noun in told):  # a doer of its own: only those whom its phrase names
        near = [m for noun in told if noun.lemma_.lower() not in RELATIVES for m in index.within(noun.subtree)]
        return _guess([m for m in near if m.actor_id not in known], "named before in the sentence")
    for token in reversed(list(trigger.sent[: trigger.i - trigger.sent.start])):
        found = [m for m in index.at(token) if m.actor_id not in known and m.kind not in CROWDS]
        if found:
            top = syntax.topmost_noun(token)
            row = [m for member in syntax.conjuncts(top) if member.i < trigger.i for m in index.at(member)]
            return _guess(row or found, "named before in the sentence")
    return ()


def _doers_of_noun(frame: Frame, noun: Token, others: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return who does what a noun tells where nobody stands beside it."""
    if frame.mode == "visit":
        return _travellers(noun, others, index)
    above = syntax.governor(noun)
    known = {m.actor_id for m in others}
    if above is not None and above.pos_ == "VERB" and noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for", "with"}:
        accused = [m for head in syntax.charged(above) for m in actors_of(head, index, False)]
        return tuple(m for m in accused if m.actor_id not in known)
    if frame.type == "TRANSITION" and others:
        leave_out = {m.state for m in others}
        return _guess([index.standing_for(s) for s in index.salient(leave_out)[:1]], "of whom the text mostly speaks")
    return ()


def _travellers(visit: Token, hosts: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return who is told to do something on a visit: "*Xi* said during a visit to Seoul"."""
    above = syntax.governor(visit)
    if above is None or above.pos_ != "VERB" or visit.dep_ != "pobj":
        return ()
    heads = object_heads(above) if syntax.is_passive(above) else syntax.subjects(above)
    states = {m.state for m in hosts}
    return tuple(m for head in heads for m in index.at(head) if m.kind == "person" and m.state not in states)


def _sides(frame: Frame, trigger: Token, index: MentionIndex, history: History) -> tuple[Mention, ...]:
    """Return who "they" and "both sides" are that nobody resolved: those between whom the last act was."""
    if trigger.pos_ != "VERB" or frame.type not in MUTUAL:
        return ()
    unnamed = [w for w in syntax.subjects(trigger) if w.lower_ in SIDES and not index.at(w)]
    return _guess(history.parties(), "between whom the act before was") if unnamed else ()


def _resumed(frame: Frame, trigger: Token, history: History) -> tuple[Mention, ...]:
    """Return whose act it is where a text goes on about it without naming anybody."""
    told_as_noun = trigger.pos_ in {"NOUN", "PROPN"}
    if frame.type == "MOBILIZE" and told_as_noun:
        return _guess(history.doers_of_type("MOBILIZE"), "who did such acts before")
    passive = trigger.pos_ == "VERB" and syntax.is_passive(trigger)
    if frame.mode in {"visit", "multilateral"}:
        return ()
    if (frame.type in MUTUAL and told_as_noun and _is_definite(trigger)) or (frame.type == "SUPPORT" and passive):
        return _guess(history.parties(), "between whom the act before was")
    return ()


def _is_definite(noun: Token) -> bool:
    return (
        any(child.dep_ in {"det", "poss"} and child.lower_ not in {"a", "an"} for child in noun.children)
        or noun.tag_ == "NNS"
    )


def _operation(trigger: Token) -> Token | None:
    """Return the operation in which somebody "was killed", also where the parser hangs it on a verb beside."""
    verbs = [trigger, *(c for c in trigger.children if c.dep_ == "conj" and c.pos_ == "VERB")]
    nouns = [noun for verb in verbs for name in ("in", "during") for noun in syntax.prepositional(verb, name)]
    return next((noun for noun in nouns if noun.lemma_.lower() in OPERATIONS), None)


def _soil(operation: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return the state on whose soil an operation is: "a security operation in Qusar District, Azerbaijan"."""
    named = index.within(syntax.modifiers(operation))
    if named:
        return named
    below = [
        w for name in ("in", "near", "across") for noun in syntax.prepositional(operation, name) for w in noun.subtree
    ]
    inside = [m for w in below if w.dep_ != "compound" for m in index.at(w, places=True) if m.kind == "state"]
    return _guess(inside[-1:], "the state where it was done")


def _crowd(trigger: Token, others: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the state whose people protest: the one in which they do, "a crowd stormed its embassy in Tehran"."""
    known = {m.state for m in others}
    for word in (trigger, *object_heads(trigger)) if trigger.pos_ == "VERB" else (trigger,):
        for noun in syntax.prepositional(word, "in"):
            found = [m for m in actors_of(noun, index, places=True) if m.state and m.state not in known]
            if found:
                return _guess(found[:1], "the state where it was done")
    return ()


def _host(trigger: Token, others: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    for noun in syntax.prepositional(trigger, "in"):
        found = actors_of(noun, index, places=True)
        if found and found[0].state not in {m.state for m in others}:
            return _guess(found, "the state where it was done")
    return ()


def _partners(trigger: Token, known: tuple[Mention, ...], index: MentionIndex, history: History) -> tuple[Mention, ...]:
    ids, states = {m.actor_id for m in known}, {m.state for m in known if m.state}
    aside = {w.i for child in trigger.children if child.dep_ in syntax.SUBJECT for w in child.subtree}
    words = [] if _all_after(trigger, known) else [w for w in trigger.subtree if w.i not in aside]
    inside = [m for m in index.within(words) if m.actor_id not in ids and m.state not in states]
    if inside:
        first = inside[0]
        return _guess([m for m in inside if (m.start, m.end) == (first.start, first.end)], "named beside the act")
    before = trigger.sent[: trigger.i - trigger.sent.start]
    for token in reversed(list(before)):
        found = [m for m in index.at(token) if m.actor_id not in ids and m.state not in states]
        if found:
            return _guess(found[:1], "named before in the sentence")
    if any(n.lemma_.lower() in load_classes()["office"] for n in syntax.prepositional(trigger, "with")):
        return _guess(history.counterparts(states), "with whom it dealt before")  # "met with another leader"
    if trigger.pos_ == "VERB" or trigger.sent.start == 0 or "person" not in {m.kind for m in known}:
        return ()
    for token in reversed(list(trigger.doc[trigger.sent.start - 1].sent)):  # "his failed summit": with whom he dealt
        found = [m for m in index.at(token) if m.kind == "person" and m.state and m.state not in states]
        if found:
            return _guess(found[:1], "named in the sentence before")
    return ()


def _all_after(trigger: Token, known: Sequence[Mention]) -> bool:
    """True for those named only behind an act's noun: whose summits "three summits with Moon" were is told before."""
    return trigger.pos_ != "VERB" and all(m.start > trigger.idx for m in known)


def _content(trigger: Token) -> tuple[list[Token], list[Token]]:
    """Return the words that tell what an act is about, and those beside that tell when or amid what.

    The former hang on its trigger, to the right.
    """
    beside = {w.i for child in trigger.children if _is_aside(child) for w in child.subtree}
    words = [token for token in trigger.subtree if token.i > trigger.i]
    if trigger.pos_ in {"NOUN", "PROPN"} and trigger.dep_ == "nsubj":
        words += [t for c in trigger.head.children if c.dep_ in {"dobj", "prep"} for t in c.subtree]
    beside |= {w.i for token in words if token.lower_ == "between" for w in token.subtree}
    return [word for word in words if word.i not in beside], [word for word in words if word.i in beside]


def _is_aside(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in ASIDE
    return child.dep_ == "advcl" and any(
        word.dep_ in {"mark", "advmod"} and word.lower_ in ASIDE for word in child.children
    )


def _named_in(words: Sequence[Token], frame: Frame, index: MentionIndex) -> tuple[Mention, ...]:
    found = index.within(words)
    if found or frame.mode not in PLACED:
        return found
    return tuple(m for token in words for m in index.at(token, places=True))


def _with_row(first: Mention, words: Sequence[Token], index: MentionIndex) -> tuple[Mention, ...]:
    """Return a mention with those coordinated with it: "exercises with *North Korea and China*"."""
    inside = [w for w in words if first.start <= w.idx < first.end]
    if not inside:
        return (first,)
    head = next((w for w in inside if w.head not in inside), inside[-1])
    row = [m for member in syntax.conjuncts(head) for m in index.at(member)]
    return tuple(dict.fromkeys((first, *row)))


def _targets(
    frame: Frame, trigger: Token, actors: tuple[Mention, ...], index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    ids, states = {m.actor_id for m in actors}, {m.state for m in actors if m.state}

    def foreign(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        return tuple(m for m in mentions if m.actor_id not in ids and (not m.state or m.state not in states))

    heads = object_heads(trigger) if trigger.pos_ == "VERB" else []
    words, beside = _content(trigger)
    if any(noun.lemma_.lower() in VICTIMS for noun in heads):
        words = []
    if any(noun.lower_ in {"them", "him", "her"} and not index.at(noun) for noun in heads):
        earlier = reversed(list(trigger.sent[: trigger.i - trigger.sent.start]))
        found = foreign([m for word in earlier for m in index.at(word)])[:1]
        if found:
            return _guess(found, "named before in the sentence")
    for noun in heads:
        found = foreign(history.doers_of(noun))
        if found:
            return _guess(found, "who did what the words refer back to")
    if frame.type != "THREATEN":
        found = foreign(_named_in(words, frame, index))[:1]
        if found:
            return _guess(foreign(_with_row(found[0], words, index)), "named in what the act is about")
    if actors and (frame.type in SPEAKING or frame.mode == "restrict"):
        main = index.salient(states)[:MAIN_STATES]
        before = [m for m in foreign(history.counterparts(states)) if m.state in main]
        if before:
            if frame.type in AMONG_STATES:
                before = [index.standing_for(state) for state in dict.fromkeys(m.state for m in before)]
            return _guess(before, "with whom it dealt before")
        return _guess([index.standing_for(state) for state in main[:1]], "of whom the text mostly speaks")
    return _guess(foreign(_named_in(beside, frame, index))[:1], "named beside what the act is about")


def _hit(trigger: Token, known: set[str], index: MentionIndex) -> tuple[Mention, ...]:
    """Return whom an attack hit: the state of the town that it hit, or whoever says that it was done."""
    heads = object_heads(trigger) if trigger.pos_ == "VERB" else []
    towns = [m for noun in heads for m in index.at(noun, places=True) if m.state and m.state not in known]
    if towns:
        return _guess(towns[:1], "the state of what was hit")
    return _guess([m for m in _accusers(trigger, index) if m.state not in known], "who says so")


def _accusers(trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return the states that a text makes say that an act was done, or accuse its doer of it."""
    verb = trigger
    while verb.head != verb and verb.dep_ in {"ccomp", "pcomp"}:
        above = syntax.governor(verb)
        if above is None:
            break
        verb = above
        if verb.lemma_.lower() in SAYING:
            return tuple(m for noun in syntax.subjects(verb) for m in index.at(noun) if m.state and m.kind != "media")
    return ()
