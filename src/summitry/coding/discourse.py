"""Who is meant where a sentence leaves it unsaid: from the clause, the sentence, the acts told before.

"Pyongyang vowed a tough response" answers somebody; "called the launch unacceptable" accuses
whoever launched. Each guess is scored lower than what syntax tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.coding.crowds import is_crowd
from summitry.coding.doers import doers
from summitry.coding.frames import Frame
from summitry.coding.guessing import guess
from summitry.coding.history import History
from summitry.coding.hits import HIT, hit
from summitry.coding.lexicon import load_classes
from summitry.coding.participants import Cast, MentionIndex
from summitry.coding.phrases import actors_of
from summitry.coding.targets import ANSWERS, HOSTILE, PLACED, ruler_of, targets
from summitry.language import Token
from summitry.model import MUTUAL, Mention

__all__ = ["complete"]

DIRECTED = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION", "COERCE", "CONCEDE", "AID", "ASSAULT", "RETREAT"}
)
"""Categories whose acts are directed at somebody."""
ANSWERING = frozenset({"AGREE", "SUPPORT"})
"""Categories whose acts may be directed at somebody named in what they are about."""
ALLEGED = frozenset({"ASSAULT", "COERCE"})
"""Categories whose target is whoever says so: "Seoul said the North had laid the mines"."""
DEALING = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT"})
"""Categories of acts between those whom "the talks" and "the accord" may be of; not of one who threatens others."""
FOUGHT = frozenset({"ASSAULT"})
"""Categories that a record keeps by whom they hit, though nobody knows who did it."""
SIDES = frozenset({"they", "both", "sides", "two"})
"""Words for those between whom the last act was."""
LETTING_OFF = frozenset("detonate explode fire launch shoot test test-fire test-launch".split())
"""Verbs of letting off a weapon, whose passive a report goes on with: "the missile *was fired* at dawn"."""
PRONOUNS = frozenset({"he", "him", "she", "her"})
AT_MEETINGS = frozenset({"at", "during"})
SIDED = ("to", "with", "from")
"""Prepositions before the other side of a deal."""
TIES = frozenset({"relation", "tie", "relationship"})
PAIR = 2


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
        actors = _sides(frame, trigger, index, history) or doers(frame, trigger, recipients, index, history)
    if not actors and not recipients:
        actors = _tied(frame, trigger, index) or _resumed(frame, trigger, history)
    if len(actors) + len(recipients) < PAIR:
        actors = _attending(frame, trigger, index) or actors
    if frame.type == "CONSULT" and len(actors) + len(recipients) >= PAIR:
        actors, recipients = (_met_abroad(side, (*actors, *recipients), history) for side in (actors, recipients))
    mediates = frame.type == "CONSULT" and any(slot.path == "between" for slot in frame.recipients)
    if mediates and actors and not recipients:
        recipients = _brought_together(trigger, actors, index)
    alone = len(actors) + len(recipients) == 1 and not any(m.kind == "igo" for m in actors)
    if frame.type in MUTUAL and frame.type != "AGREE" and frame.mode != "multilateral" and alone:
        actors = (*actors, *_partners(frame, trigger, (*actors, *recipients), index, history))
    if frame.mode == "visit" and not recipients and trigger.pos_ == "NOUN" and len({m.state for m in actors}) == 1:
        recipients = _visited(trigger, actors, index)
    if mediates and actors and not recipients:
        sides = [m for m in history.parties() if m.actor_id not in {a.actor_id for a in actors}]
        recipients = guess(sides, "between whom the act before was") or _two_of_the_text(trigger, actors, index)
    if not recipients and (
        (frame.type in DIRECTED and (frame.recipients or frame.type == "CONCEDE"))
        or _wants_counterpart(frame, actors)
        or frame.trigger in ANSWERS
    ):
        recipients = targets(frame, trigger, actors, index, history)
    if not recipients and frame.type == "TRANSITION":
        recipients = ruler_of(trigger, actors, index)
    if not recipients and (actors or frame.type in FOUGHT) and frame.type in ALLEGED:
        recipients = hit(trigger, {m.state for m in actors}, index)
    if not recipients and frame.type == "ASSAULT" and trigger.pos_ == "VERB":
        recipients = _foe(trigger, actors, index, history)
    if frame.type == "PROTEST" and not recipients and len({m.state for m in actors if m.state}) == 1:
        recipients = guess([index.standing_for(actors[0].state)], "whose people it is") if _is_people(actors) else ()
    if _is_accredited(trigger):
        actors = _with_home(actors, recipients, index)
    return actors, recipients


def _foe(trigger: Token, actors: Sequence[Mention], index: MentionIndex, history: History) -> tuple[Mention, ...]:
    """Return the state against which others did something before, where they attack nobody who is told."""
    if any(noun.lemma_.lower() in load_classes()["person"] or is_crowd(noun) for noun in object_heads(trigger)):
        return ()
    foes = history.counterparts({m.state for m in actors if m.state}, HOSTILE)
    return guess([index.standing_for(m.state) for m in foes[:1]], HIT)


def _is_people(crowd: Sequence[Mention]) -> bool:
    return all(m.kind == "other" for m in crowd)


def _is_accredited(trigger: Token) -> bool:
    """True where somebody presents credentials."""
    nouns = [*object_heads(trigger), *syntax.prepositional(trigger, "of")]
    return any(noun.lemma_.lower() == "credential" for noun in nouns)


def _with_home(envoys: Sequence[Mention], hosts: Sequence[Mention], index: MentionIndex) -> tuple[Mention, ...]:
    """Return envoys of no known state with the other state that the text mostly speaks of."""
    other = index.salient({m.state for m in hosts})[:1] if hosts else ()
    return tuple(replace(m, state=other[0]) if other and m.kind == "person" and not m.state else m for m in envoys)


def _met_abroad(side: Sequence[Mention], both: Sequence[Mention], history: History) -> tuple[Mention, ...]:
    """Return a side of a meeting with another person for a pronoun that would mean a compatriot of the other side."""
    if len({m.state for m in both}) > 1 or any(m.kind != "person" for m in both):
        return tuple(side)
    others = [m for m in history.people() if m.state != both[0].state]
    return tuple(
        guess(others[:1], "who acted before, from another state")[0] if others and m.surface.lower() in PRONOUNS else m
        for m in side
    )


def _wants_counterpart(frame: Frame, actors: tuple[Mention, ...]) -> bool:
    sides = {m.state or m.actor_id for m in actors}
    return len(sides) == 1 and (frame.type in ANSWERING or frame.mode in PLACED)


def _sides(frame: Frame, trigger: Token, index: MentionIndex, history: History) -> tuple[Mention, ...]:
    """Return who "they" and "both sides" are that nobody resolved: those between whom the last act was."""
    if trigger.pos_ != "VERB" or frame.type not in MUTUAL:
        return ()
    unnamed = [w for w in syntax.subjects(trigger) if w.lower_ in SIDES and not index.at(w)]
    return guess(history.parties(), "between whom the act before was") if unnamed else ()


def _resumed(frame: Frame, trigger: Token, history: History) -> tuple[Mention, ...]:
    """Return whose act it is where a text goes on about it without naming anybody."""
    told_as_noun = trigger.pos_ in {"NOUN", "PROPN"}
    passive = trigger.pos_ == "VERB" and syntax.is_passive(trigger)
    let_off = passive and frame.trigger in LETTING_OFF and syntax.is_simple_past(trigger)
    if frame.mode == "weapons" and (told_as_noun or let_off):
        return guess(history.doers_of_type("MOBILIZE"), "who did such acts before")
    if frame.mode in {"visit", "multilateral"}:
        return ()
    if (frame.type in MUTUAL and told_as_noun and _is_definite(trigger)) or (frame.type == "SUPPORT" and passive):
        real = told_as_noun and frame.type == "CONSULT"
        met = history.met_last() if real else ()
        if len({m.state for m in met}) == 1 and met[0].kind == "igo":
            return guess(met, "whose meeting was told before")
        return guess(history.parties(DEALING, real=real) or history.parties(DEALING), "between whom the act before was")
    return ()


def _attending(frame: Frame, trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return who dealt with whom at a meeting of nobody named: "at a conference *Peru* made *Chile* an offer".

    Nobody is returned where all are of one state.
    """
    top = syntax.topmost_noun(trigger)
    verb = top.head.head
    if frame.type != "CONSULT" or frame.mode == "visit" or top.dep_ != "pobj" or top.head.lower_ not in AT_MEETINGS:
        return ()
    if verb.pos_ != "VERB":
        return ()
    done = [verb, *syntax.objects(verb)]
    told = [*syntax.subjects(verb), *done[1:], *(n for w in done for p in SIDED for n in syntax.prepositional(w, p))]
    found = [m for head in told for member in syntax.conjuncts(head) for m in actors_of(member, index, places=False)]
    return guess(found, "who acted at it") if len({m.state for m in found if m.state}) > 1 else ()


def _tied(frame: Frame, trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return between whom ties were opened that a sentence names beside: "upon *Fiji's* recognition of *Palau*".

    Else they are the two states that a text mostly speaks of, if it speaks of ties of two.
    """
    if frame.type != "SUPPORT" or trigger.pos_ != "VERB" or not syntax.is_passive(trigger):
        return ()
    if not any(noun.lemma_.lower() in TIES for noun in object_heads(trigger)):
        return ()
    beside: dict[str, Mention] = {}
    for mention in index.within(trigger.subtree):
        if mention.state:
            beside.setdefault(mention.state, mention)
    states = [*beside] if len(beside) == PAIR else [*index.salient(())[:PAIR]]
    return guess([index.standing_for(s) for s in states], "named beside") if len(states) == PAIR else ()


def _is_definite(noun: Token) -> bool:
    return (
        any(child.dep_ in {"det", "poss"} and child.lower_ not in {"a", "an"} for child in noun.children)
        or noun.tag_ == "NNS"
    )


def _visited(visit: Token, guests: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the state that was visited where a text names it only beside: the other one of its sentence and topic."""
    states = {m.state for m in guests}
    main = index.salient(states)[:1]
    told = {m.state for m in index.within(visit.sent)}
    return guess([index.standing_for(state) for state in main if state in told], "of whom the text mostly speaks")


def _brought_together(trigger: Token, actors: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return those whom what a mediator did concerns: "facilitated an accord that reopened ties between two states"."""
    known = {m.state for m in actors}
    words = [w for noun in object_heads(trigger) for w in noun.subtree] if trigger.pos_ == "VERB" else []
    found = [m for m in index.within(words) if m.state and m.state not in known]
    return guess(found, "whom the act concerns") if len({m.state for m in found}) > 1 else ()


def _two_of_the_text(trigger: Token, mediators: Sequence[Mention], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the two states, other than a mediator's, of which a text mostly speaks, where a verb tells a mediation."""
    main = index.salient({m.state for m in mediators})[:PAIR] if trigger.pos_ == "VERB" else ()
    return guess([index.standing_for(s) for s in main], "of whom the text mostly speaks") if len(main) == PAIR else ()


def _partners(
    frame: Frame, trigger: Token, known: tuple[Mention, ...], index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    ids, states = {m.actor_id for m in known}, {m.state for m in known if m.state}
    aside = {w.i for child in trigger.children if child.dep_ in syntax.SUBJECT for w in child.subtree}
    if not any(slot.path == "obj" or slot.under for slot in frame.actors) and trigger.pos_ == "VERB":
        matter = syntax.objects(trigger)  # "discussed the *Syrian* war"
        partners = [noun for head in matter for noun in syntax.prepositional(head, "with")]
        aside |= {w.i for noun in matter for w in noun.subtree} - {w.i for noun in partners for w in noun.subtree}
    words = [] if _all_after(trigger, known) else [w for w in trigger.subtree if w.i not in aside]
    new = [m for m in index.within(words) if m.actor_id not in ids and m.state not in states]
    if inside := index.parts.acting(trigger, frame.type, new):
        first = inside[0]
        return guess([m for m in inside if (m.start, m.end) == (first.start, first.end)], "named beside the act")
    before = trigger.sent[: trigger.i - trigger.sent.start]
    for token in reversed(list(before)):
        new = [m for m in index.at(token) if m.actor_id not in ids and m.state not in states]
        if near := index.parts.acting(trigger, frame.type, new):
            return guess(near[:1], "named before in the sentence")
    if any(n.lemma_.lower() in load_classes()["office"] for n in syntax.prepositional(trigger, "with")):
        return guess(history.counterparts(states), "with whom it dealt before")  # "met with another leader"
    if trigger.sent.start == 0 or not _refers_back(trigger) or "person" not in {m.kind for m in known}:
        return ()
    for token in reversed(list(trigger.doc[trigger.sent.start - 1].sent)):  # "his failed summit": with whom he dealt
        found = [m for m in index.at(token) if m.kind == "person" and m.state and m.state not in states]
        if found:
            return guess(found[:1], "named in the sentence before")
    return ()


def _refers_back(noun: Token) -> bool:
    """True for an act of somebody told before: "*his* failed summit", "*these* include three summits with Moon"."""
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children) or any(
        word.tag_ == "DT" for word in syntax.subjects(syntax.clause_of(noun))
    )


def _all_after(trigger: Token, known: Sequence[Mention]) -> bool:
    """True for those named only behind an act's noun: whose summits "three summits with Moon" were is told before."""
    return trigger.pos_ != "VERB" and all(m.start > trigger.idx for m in known)
