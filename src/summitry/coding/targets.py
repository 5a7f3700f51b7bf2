"""At whom an act is directed that its sentence tells of nobody: from what it is about, from the acts told before."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.coding import syntax
from summitry.coding.around import clause_actors, object_heads
from summitry.coding.frames import Frame
from summitry.coding.guessing import guess
from summitry.coding.history import DEMONSTRATIVES, REACTIONS, History
from summitry.coding.hits import AT
from summitry.coding.lexicon import load_classes
from summitry.coding.participants import MentionIndex
from summitry.coding.phrases import VICTIMS
from summitry.coding.verdicts import CHARGES, said_clauses, wrongdoers
from summitry.language import Token
from summitry.model import Mention

__all__ = ["ANSWERS", "HOSTILE", "PLACED", "ruler_of", "targets"]

PLACED = frozenset({"troops", "withdraw", "seize"})
"""Modes whose target is often told as a place: troops massed on the border *with Gaza*."""
SPEAKING = frozenset({"AID", "CONCEDE", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION"})
"""Categories whose target the text often leaves to what it told before."""
SAID = frozenset({"ACCUSE", "CONCEDE", "REJECT", "REQUEST"})
"""Categories of words that an organisation hears as a state does."""
PROMISING = frozenset({"AGREE", "SUPPORT"})
"""Categories of what is promised to whoever was met, or said in their praise."""
DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Categories whose acts are done to people, not to those of whom a clause on these tells."""
AMONG_STATES = frozenset({"AID", "COERCE", "CONCEDE", "SANCTION"})
"""Categories whose acts are done to a state, whoever dealt for it before."""
AGAINST = frozenset({"ceasefire", "restrict", "seize", "withdraw"})
"""Modes of acts that are always done to another side: who withdraws leaves somebody's land."""
HOSTILE = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "THREATEN"})
"""Categories of what is done against a foe."""
MEASURES = frozenset({"COERCE", "SANCTION", "RETREAT"})
"""Categories whose object was done to somebody before: who eases *the sanctions* eases them for those."""
ASIDE = frozenset("after amid because before despite during following since until while".split())
"""Words that lead from what an act is about to something else."""
ANSWERS = frozenset({"answer", "respond", "retaliate"})
"""Verbs of acts that answer whoever acted before."""
CAUSING = frozenset("cause compel drive force induce lead prompt provoke push spur".split())
"""Verbs by which an act leads others to act against it."""
HELPING = frozenset("aid assist defend evacuate feed help protect rebuild rescue relieve save support train".split())
"""Verbs of what help is sent for."""
COLONIES = frozenset({"colony", "dependency", "mandate", "possession", "protectorate"})
"""Nouns whose nationality is that of the ruling state: "a former *Portuguese* colony"."""
PAIR = 2
MAIN_STATES = 3
"""How many of the most named states a text may be about."""


def _content(trigger: Token) -> tuple[list[Token], list[Token]]:
    """Return the words that tell what an act is about, and those beside that tell when or amid what.

    The former hang on its trigger, to the right.
    """
    beside = {w.i for child in trigger.children if _is_aside(child) for w in child.subtree}
    elsewhere = {w.i for child in trigger.children if _is_act_of_its_own(child) for w in child.subtree}
    words = [token for token in trigger.subtree if token.i > trigger.i]
    if trigger.pos_ in {"NOUN", "PROPN"} and trigger.dep_ == "nsubj":
        words += [t for c in trigger.head.children if c.dep_ in {"dobj", "prep"} for t in c.subtree]
    beside |= {w.i for w in _told_of_people(trigger)}
    beside |= {w.i for token in words if token.lower_ == "between" for w in token.subtree}
    words = [word for word in words if word.i not in elsewhere]
    return [word for word in words if word.i not in beside], [word for word in words if word.i in beside]


def _told_of_people(trigger: Token) -> list[Token]:
    """Return what a clause tells of those who are acted upon, not of the act: "hanged a man *who had left Iran*"."""
    people = [n for n in object_heads(trigger) if n.pos_ == "NOUN"] if trigger.pos_ == "VERB" else []
    people = [noun for noun in people if noun.lemma_.lower() in load_classes()["person"]]
    return [w for noun in people for c in noun.children if c.dep_ in {"acl", "relcl"} for w in c.subtree]


def _is_act_of_its_own(child: Token) -> bool:
    """True for a clause coordinated with an act, not one that shares its object: "arrested or *beat Peruvians*"."""
    whole = any(c.dep_ in syntax.SUBJECT for c in child.children) or any(c.dep_ == "dobj" for c in child.head.children)
    return child.dep_ == "conj" and child.pos_ == "VERB" and whole


def _is_aside(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in ASIDE
    return child.dep_ == "advcl" and any(
        word.dep_ in {"mark", "advmod"} and word.lower_ in ASIDE | {"as"} for word in child.children
    )


def _named_in(words: Sequence[Token], frame: Frame, index: MentionIndex) -> tuple[Mention, ...]:
    found = _without_owners(index.within(words), index)
    if found or frame.mode not in PLACED:
        return found
    return tuple(m for token in words for m in index.at(token, places=True))


def _without_owners(found: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return mentions without those that only tell whose another is: the U.N. of "the U.N.'s Atomic Energy Agency"."""
    spans = {m: index.span_of(m) for m in found}
    starts = {m.start for m in found}

    def owns(mention: Mention) -> bool:
        span = spans[mention]
        if span is None or span.root.dep_ not in {"poss", "compound", "nmod", "amod"}:
            return False
        return any(m.start != mention.start and m.start in starts for m in index.at(span.root.head))

    return tuple(m for m in found if not owns(m)) or found


def _granting(trigger: Token) -> list[Token]:
    """Return who does what somebody asks for: "*the Council* met at Peru's request"."""
    top = syntax.topmost_noun(trigger)
    asked = trigger.pos_ == "NOUN" and top.dep_ == "pobj" and top.head.lower_ == "at"
    return [member for noun in clause_actors(trigger) for member in syntax.conjuncts(noun)] if asked else []


def _between(trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return those between whom something is asked for: "called for talks *between Peru and Chile*"."""
    named = index.within(w for word in trigger.subtree if word.lower_ == "between" for w in word.subtree)
    return tuple({m.actor_id: m for m in named}.values())


def _with_row(first: Mention, words: Sequence[Token], index: MentionIndex) -> tuple[Mention, ...]:
    """Return a mention with those coordinated with it: "exercises with *North Korea and China*"."""
    inside = [w for w in words if first.start <= w.idx < first.end]
    if not inside:
        return (first,)
    head = next((w for w in inside if w.head not in inside), inside[-1])
    row = [m for member in syntax.conjuncts(head) for m in index.at(member)]
    return tuple(dict.fromkeys((first, *row)))


def targets(
    frame: Frame, trigger: Token, actors: tuple[Mention, ...], index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    """Return at whom an act is directed whose own words name nobody.

    Args:
        frame: the frame that matched.
        trigger: its trigger.
        actors: who acts.
        index: the document's mentions.
        history: the acts told before.
    """
    ids, states = {m.actor_id for m in actors}, {m.state for m in actors if m.state}

    def foreign(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        others = [m for m in mentions if m.actor_id not in ids and (not m.state or m.state not in states)]
        moved = frame.type == "MOBILIZE"  # "sent the USS Nimitz to the Gulf" is not directed at the ship
        return tuple(m for m in others if not (moved and m.kind == "military" and not m.state))

    heads = object_heads(trigger) if trigger.pos_ == "VERB" else []
    if frame.type == "AID" and (helped := foreign(index.within(_helped(trigger)))):
        return guess(helped[:1], "whom it is to help")
    words, beside = _content(trigger)
    if any(noun.lemma_.lower() in VICTIMS for noun in heads):
        words = []
    if frame.type in DONE_TO_PEOPLE and _told_of_people(trigger):
        beside = []
    if any(noun.lower_ in {"them", "him", "her"} and not index.at(noun) for noun in heads):
        earlier = reversed(list(trigger.sent[: trigger.i - trigger.sent.start]))
        found = foreign([m for word in earlier for m in index.at(word)])[:1]
        if found:
            return guess(found, "named before in the sentence")
    held_by = [m for actor in actors for m in history.holders_of(actor.actor_id)] if frame.type == "CONCEDE" else []
    if found := foreign(held_by):
        return guess(found, "who holds them")
    done_by_all = any(slot.path == "subj" for slot in frame.recipients)
    if done_by_all:
        heads, words = syntax.subjects(trigger), []
    blames = any(slot.path in CHARGES for slot in frame.recipients)
    charged = [noun for slot in frame.recipients if slot.path in CHARGES for noun in wrongdoers(trigger, slot.path)]
    provokers = _provokers(trigger)
    for noun in (*_demonstratives(trigger), *heads, *_called(trigger), *charged, *provokers):
        caused = noun in provokers
        if caused and (led := foreign(index.at(noun))):
            row = [m for member in syntax.conjuncts(syntax.topmost_noun(noun)) for m in index.at(member)]
            return guess(foreign(row) or led, "who led to it")
        found = foreign(history.done_to(noun) if frame.type in MEASURES and not caused else history.doers_of(noun))
        if not found and frame.type in REACTIONS:
            did = history.doers_of_kind(noun)
            found = foreign(did) or tuple(m for m in did if m.kind == "person" and m.actor_id not in ids)
        if found:
            found = tuple(index.standing_for(m.state) if m.kind == "government" and m.state else m for m in found)
            return guess(found, "who did what the words refer back to")
    if blames:
        passive = [clause for clause in said_clauses(trigger) if syntax.is_passive(clause)]
        return guess(foreign(_named_in([w for c in passive for w in c.subtree], frame, index))[:1], "whom it concerns")
    if frame.type == "REQUEST" and (granting := foreign(index.within(_granting(trigger)))):
        return guess(granting, "who does it as asked")
    if frame.type == "REQUEST" and len(asked := foreign(_between(trigger, index))) > 1:
        return guess(asked, "between whom something is asked for")
    if frame.type == "THREATEN" and not any(slot.path == "menaced" for slot in frame.recipients):
        words = [w for word in words if word.lower_ in AT for w in word.subtree]
    if words:
        named = foreign(_named_in(words, frame, index))
        foes = index.within(w for word in words if word.lower_ == "against" for w in word.subtree)
        likely = index.parts.acted_upon(trigger, frame.type, named)
        found = tuple(m for m in named if m in likely or m in foes)[:1]
        if found:
            return guess(foreign(_with_row(found[0], words, index)), "named in what the act is about")
    if _names_other(frame, heads, index):
        return ()
    if frame.type in PROMISING and any(m.kind == "person" for m in actors):
        met = dict.fromkeys(m.state for m in foreign(history.met_by(ids)) if m.state)
        if len(met) == 1:
            return guess([index.standing_for(state) for state in met], "with whom they spoke")
    if frame.trigger in ANSWERS and history.others_than(states):
        return guess(history.others_than(states), "who acted before")
    needed = len(states) < PAIR and _needs_other(frame)
    if actors and (frame.type in SPEAKING or frame.trigger in ANSWERS or needed):
        main = index.salient(states)[:MAIN_STATES]
        fights = needed and frame.type in MEASURES and frame.mode != "restrict"
        said = frame.type in SAID
        dealt = history.counterparts(states, HOSTILE if fights else None, bodies=said)
        before = [m for m in foreign(dealt) if m.kind == "igo" or m.state in main]
        if before:
            if needed or frame.type in AMONG_STATES:
                before = [index.standing_for(m.state) if m.state else m for m in before]
            return guess(before, "with whom it dealt before")
        return guess([index.standing_for(state) for state in main[:1]], "of whom the text mostly speaks")
    return guess(foreign(_named_in(beside, frame, index))[:1], "named beside what the act is about")


def _needs_other(frame: Frame) -> bool:
    """True for an act that has another side: what is offered, lifted or recognised, ties, a truce."""
    paths = {slot.path for slot in frame.recipients}
    given = "dative" in paths
    lifted = frame.type == "RETREAT" and "on" in paths
    of_somebody = any(need.where == "obj" and need.actor and not need.words for need in frame.needs)
    tied = frame.type == "SUPPORT" and frame.pos != "a" and ("with" in paths or of_somebody)
    return frame.mode in AGAINST or given or lifted or tied


def _helped(trigger: Token) -> list[Token]:
    """Return the words that tell whom something is to help: "sent troops to help *Mozambique's army*"."""
    verbs = [w for w in trigger.subtree if w.lemma_.lower() in HELPING and w.pos_ == "VERB" and w != trigger]
    heads = [noun for verb in verbs for noun in (*syntax.objects(verb), *_doers_below(verb))]
    return [word for noun in heads for word in (noun, *syntax.modifiers(noun))]


def _doers_below(verb: Token) -> list[Token]:
    """Return who does what a clause below a verb says: "help *Greece* put out the fire"."""
    return [noun for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for noun in syntax.own_subjects(c)]


def _called(verb: Token) -> list[Token]:
    """Return what a verb calls something, where the parser takes both for a clause: "called *the move* an insult"."""
    return [noun for clause in verb.children if clause.dep_ == "ccomp" for noun in syntax.subjects(clause)]


def _names_other(frame: Frame, heads: Sequence[Token], index: MentionIndex) -> bool:
    """True where an act is done to somebody who is no known actor: "threatened *the West*", "asked *officials*"."""
    if not any(slot.path == "obj" and not slot.under for slot in frame.recipients):
        return False
    unknown = [noun for noun in heads if not index.at(noun, places=True)]
    return any(noun.pos_ == "PROPN" or _is_some_people(noun) for noun in unknown)


def _is_some_people(noun: Token) -> bool:
    """True for people told for the first time: "asked *officials*", not "asked *the officials*"."""
    told_before = any(child.dep_ in {"det", "poss"} and child.lower_ not in {"a", "an"} for child in noun.children)
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in load_classes()["person"] and not told_before


def ruler_of(trigger: Token, actors: Sequence[Mention], index: MentionIndex) -> tuple[Mention, ...]:
    """Return from whom a land told as a colony gained its independence: "the *British* colony of India"."""
    own = {m.state for m in actors}
    words = [word for noun in syntax.subjects(trigger) for word in noun.subtree if word.lemma_.lower() in COLONIES]
    rulers = [m for word in words for m in index.within(syntax.modifiers(word)) if m.state and m.state not in own]
    return guess(rulers[:1], "whose colony it was")


def _demonstratives(verb: Token) -> list[Token]:
    """Return a "this" right behind a verb, which the parser may hang on what it is called."""
    after = [*verb.doc[verb.i + 1 : verb.i + 3]] if verb.pos_ == "VERB" else []
    alone = after and after[0].lower_ in DEMONSTRATIVES and after[-1].pos_ not in {"NOUN", "ADJ", "PROPN"}
    return after[:1] if alone else []


def _provokers(act: Token) -> list[Token]:
    """Return what drew an act: the move of "the move drew a protest" and "the move led Lima to impose sanctions"."""
    above = syntax.governor(act)
    caused = act.pos_ == "VERB" and act.dep_ in {"ccomp", "xcomp"} and any(c.lower_ == "to" for c in act.lefts)
    if caused and above is not None and above.lemma_.lower() in CAUSING:
        return [member for noun in syntax.subjects(above) for member in syntax.conjuncts(noun)]
    if act.pos_ not in {"NOUN", "PROPN"} or above is None or above.lemma_.lower() not in load_classes()["suffer"]:
        return []
    told = syntax.subjects(above)
    return [*told, *(noun.head for noun in told if noun.dep_ == "dobj")]  # "the move to deploy *arms*, which drew …"
