"""Who does an act that its sentence tells of nobody: from the clause, the place, the act itself."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.coding import syntax
from summitry.coding.around import actor_heads, object_heads
from summitry.coding.frames import Frame
from summitry.coding.guessing import guess
from summitry.coding.history import CROWDS, GENERIC_ACTS, History
from summitry.coding.hits import strikes
from summitry.coding.lexicon import load_classes
from summitry.coding.participants import MentionIndex
from summitry.coding.phrases import RELATIVES, actors_of
from summitry.coding.recalling import ANYBODY, recalls
from summitry.language import Token
from summitry.model import Mention

__all__ = ["doers"]

GIVING_UP = frozenset({"RETREAT", "CONCEDE"})
FOUNDING = frozenset({"SUPPORT"})
"""Categories of embassies opened and treaties signed: "a Dutch embassy was opened" by the Dutch."""
HELD = frozenset({"COERCE", "SANCTION", "RETREAT"})
"""Categories whose unnamed doer is the state in which it is done ("was arrested in Iran")."""
JUDGED = frozenset({"arrest", "convict", "execute"})
"""Modes of what is done by the state that somebody had harmed, where nobody says by whom."""
CUSTODY = JUDGED | {"ban", "release"}
"""Modes of what is done to those in a state's hands."""
BY_WAY_OF = frozenset({"by", "through", "via", "with"})
"""Prepositions of the means by which a clause's subject does something: "silenced them *through* arrests"."""
AMID = frozenset({"across", "in", "throughout"})
WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Categories of what somebody says to others, whatever name that has."""
STATELY = frozenset({"person", "state", "government"})
BLAMING = frozenset({"ascribe", "attribute", "blame", "pin"})
"""Verbs of saying on whom an attack is laid."""
HELPING = frozenset({"abet", "aid", "assist", "back", "help", "join", "support"})
"""Verbs of taking part in what somebody else does."""
PEOPLE = frozenset({"person", "other"})
"""Kinds of those whom a state may hold though they are of it."""
SKIES = frozenset({"airspace", "soil", "territory", "waters"})
"""Nouns of where a state may shoot at whom it finds there."""
EXCEPT = frozenset({"besides", "but", "except", "excluding", "unlike"})
"""Words before those who do not act with the others."""
OPERATIONS = frozenset("crackdown offensive operation raid".split())
"""Nouns of what a state does on its own soil to whoever is killed or held in it."""


def doers(
    frame: Frame, trigger: Token, others: tuple[Mention, ...], index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    """Return who does an act whose own words name no doer.

    Args:
        frame: the frame that matched.
        trigger: its trigger.
        others: at whom it is directed.
        index: the document's mentions.
        history: the acts told before.
    """
    if trigger.pos_ == "VERB" and syntax.is_passive(trigger):
        struck = strikes(trigger) if frame.type == "ASSAULT" else []
        if attackers := index.within(w for strike in struck for w in syntax.modifiers(strike)):
            return attackers
        if attackers := _blamed(struck, index):
            return attackers
        if any(map(recalls, struck)) and (attackers := history.doers_of_type("ASSAULT")):
            return guess([m for m in attackers if m not in others], "who did such acts before")
        if frame.type in {"ASSAULT", "COERCE"} and (operation := _operation(trigger)) is not None:
            return _soil(operation, index)
        if frame.mode == "weapons":
            return guess(_ground(trigger, index), "the state from which it was fired")
        if laws := index.within(w for noun in _laws(trigger) for w in syntax.modifiers(noun)):
            return guess(laws, "under whose resolution it is done")
        if frame.mode == "troops" and (moved := [m for n in object_heads(trigger) for m in index.at(n) if m.state]):
            return guess([index.standing_for(moved[0].state)], "whose troops are moved")
        if trigger.lemma_.lower() == "admit" and (bodies := _joined(trigger, index)):
            return guess(bodies, "into which they are admitted")
        envoys = [m for noun in object_heads(trigger) for m in index.at(noun) if m.state]
        if frame.mode == "withdraw" and envoys:
            return guess([index.standing_for(envoys[0].state)], "whose envoy it is")
        owners = [m for noun in object_heads(trigger) for m in index.within(syntax.modifiers(noun))]
        owned = frame.type in GIVING_UP | FOUNDING or frame.mode == "restrict"
        if owned and owners and not {m.actor_id for m in others} & {m.actor_id for m in owners}:
            return guess(owners, "whose it is that is given up, founded or imposed")
        if frame.type == "ASSAULT" and (over := _above_whom(trigger, others, index)):
            return guess(over, "over whose land it was done")
        return _host(frame, trigger, others, index, history) if frame.type in HELD or frame.mode in JUDGED else ()
    if frame.type == "PROTEST":
        return _crowd(trigger, others, index)
    if trigger.pos_ not in {"VERB", "AUX"}:
        return _doers_of_noun(frame, trigger, others, index, history)
    known = {m.actor_id for m in others}
    told = syntax.subjects(trigger) if syntax.has_subject(trigger) else []
    if any(noun.lower_ in ANYBODY for noun in told):
        return ()
    named = {"NOUN", "PROPN"} if frame.type in WORDS else {"NOUN"}
    if told and all(noun.pos_ in named for noun in told):  # a doer of its own: only those whom its phrase names
        but = {w.i for noun in told for c in noun.children if c.lower_ in EXCEPT for w in c.subtree}
        words = [w for noun in told if noun.lemma_.lower() not in RELATIVES for w in noun.subtree if w.i not in but]
        near = index.parts.acting(trigger, frame.type, [m for m in index.within(words) if m.actor_id not in known])
        before = [m for n in told if n.lemma_.lower() in GENERIC_ACTS for m in history.doers_of(n)] if not near else []
        if before:
            return guess([m for m in before if m.actor_id not in known], "who did what the words refer back to")
        return guess(near, "named before in the sentence")
    for token in reversed(list(trigger.sent[: trigger.i - trigger.sent.start])):
        new = [m for m in index.at(token) if m.actor_id not in known and m.kind not in CROWDS]
        if found := index.parts.acting(trigger, frame.type, new):
            top = syntax.topmost_noun(token)
            row = [m for member in syntax.conjuncts(top) if member.i < trigger.i for m in index.at(member)]
            return guess(row or found, "named before in the sentence")
    return ()


def _blamed(struck: Sequence[Token], index: MentionIndex) -> tuple[Mention, ...]:
    """Return on whom somebody blames an attack with dead: "in attacks that Lima blames on *Quito*"."""
    clauses = [word for noun in struck for word in noun.subtree if word.dep_ == "relcl"]
    verbs = [verb for verb in clauses if verb.lemma_.lower() in BLAMING]
    return index.within(noun for verb in verbs for name in ("on", "to") for noun in syntax.prepositional(verb, name))


def _laws(verb: Token) -> list[Token]:
    """Return the laws under which something is done: "is banned *under Security Council resolutions*"."""
    return [noun for noun in syntax.prepositional(verb, "under") if noun.lemma_.lower() in load_classes()["law"]]


def _joined(verb: Token, index: MentionIndex) -> list[Mention]:
    """Return the organisation into which somebody is admitted."""
    nouns = [noun for name in ("into", "to") for noun in syntax.prepositional(verb, name)]
    return [m for noun in nouns for m in index.at(noun) if m.kind == "igo"]


def _above_whom(verb: Token, others: Sequence[Mention], index: MentionIndex) -> list[Mention]:
    """Return the state in whose skies or waters something was shot down: "while flying over *Peruvian* territory"."""
    states = {m.state for m in others}
    lands = [word for word in verb.sent if word.i > verb.i and word.lower_ in SKIES]
    return [m for land in lands for m in index.within(syntax.modifiers(land)) if m.state not in states][:1]


def _doers_of_noun(
    frame: Frame, noun: Token, others: tuple[Mention, ...], index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    """Return who does what a noun tells where nobody stands beside it."""
    if frame.mode == "visit":
        return _travellers(noun, others, index)
    above = syntax.governor(noun)
    if frame.type == "CONSULT" and not any(word.tag_ in syntax.FINITE for word in noun.sent):
        return _pictured(noun, index)
    if frame.mode in JUDGED and above is not None and above.pos_ == "VERB" and syntax.is_passive(above):
        return _host(frame, above, others, index, history)
    if frame.mode in CUSTODY and (lands := _host(frame, noun, others, index, history)):
        return lands
    known = {m.actor_id for m in others}
    if above is not None and above.pos_ == "VERB" and noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for", "with"}:
        accused = [m for head in syntax.charged(above) for m in actors_of(head, index, False)]
        return tuple(m for m in accused if m.actor_id not in known)
    if above is not None and above.pos_ == "VERB" and noun.dep_ == "pobj" and noun.head.lower_ in BY_WAY_OF:
        agents = [m for head in actor_heads(above) for m in actors_of(head, index, False)]
        if agents and not {m.actor_id for m in agents} & known:
            return guess(agents, "who does the rest by it")
    if (
        above is not None
        and above.lemma_.lower() in HELPING
        and noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "with"}
    ):
        row = (*syntax.subjects(above), *syntax.objects(above))
        return tuple(m for head in row for m in index.at(head) if m.actor_id not in known)
    if frame.type == "TRANSITION" and others:
        leave_out = {m.state for m in others}
        return guess([index.standing_for(s) for s in index.salient(leave_out)[:1]], "of whom the text mostly speaks")
    return ()


def _pictured(noun: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return the people whom a caption without a verb names before what they are at: "A and B during a meeting"."""
    people = [m for m in index.within(noun.sent[: noun.i - noun.sent.start]) if m.kind == "person"]
    return tuple(people) if len({m.state for m in people if m.state}) > 1 else ()


def _travellers(visit: Token, hosts: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return who is told to do something on a visit: "*Xi* said during a visit to Seoul"."""
    above = syntax.governor(visit)
    if above is None or above.pos_ != "VERB" or visit.dep_ != "pobj":
        return ()
    heads = object_heads(above) if syntax.is_passive(above) else syntax.subjects(above)
    states = {m.state for m in hosts}
    return tuple(m for head in heads for m in index.at(head) if m.kind == "person" and m.state not in states)


def _ground(trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return the state from whose soil a weapon is let off: "was fired *from Sinpo*"."""
    below = [w for noun in syntax.prepositional(trigger, "from") for w in noun.subtree]
    return [m for word in below for m in index.at(word, places=True) if m.kind == "state"][:1]


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
    return guess(inside[-1:], "the state where it was done")


def _crowd(trigger: Token, others: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the state whose people protest: the one in which they do, "a crowd stormed its embassy in Tehran"."""
    known = {m.state for m in others}
    clause = trigger.head if trigger.dep_ == "nsubj" else trigger
    for noun in (word for word in clause.subtree if word.dep_ == "pobj" and word.head.lower_ in AMID):
        found = [m for m in actors_of(noun, index, places=True) if m.state and m.state not in known]
        if found:
            return guess(found[:1], "the state where it was done")
    return ()


def _is_beside(verb: Token) -> bool:
    """True for a verb coordinated with the one above, also where the parser takes it for that one's content."""
    if verb.dep_ == "ccomp":
        return any(token.lower_ == "and" for token in verb.doc[verb.head.i : verb.i])
    return verb.dep_ == "conj"


def _host(
    frame: Frame, trigger: Token, others: tuple[Mention, ...], index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    """Return the state in which somebody is held: told beside the act or beside one coordinated with it."""
    states = {m.state for m in others}
    row = [trigger]
    while row[-1].head.pos_ == "VERB" and _is_beside(row[-1]):
        row.append(row[-1].head)
    for noun in _where(row):
        found = tuple(m for m in actors_of(noun, index, places=True) if m.kind != "person")  # "at *her* home"
        if found and (found[0].state not in states or all(m.kind in PEOPLE for m in others)):
            return guess(found, "the state where it was done")
    for verb in row[1:]:
        found = tuple(m for noun in syntax.subjects(verb) for m in index.at(noun) if m.kind in STATELY)
        if found and not syntax.is_passive(verb) and found[0].state not in states:
            return guess([index.standing_for(found[0].state)], "who acts beside")
    if others and (holders := [m for m in history.holders_of(others[0].actor_id) if m.state not in states]):
        return guess(holders, "who holds them")
    if any(child.lower_ == "there" and child.dep_ == "advmod" for child in trigger.children):
        return guess(_there(trigger, states, index), "the state where it was done")
    if frame.mode in JUDGED and others:
        harmed = [m.state for m in history.harmed_by(others[0].actor_id) if m.state and m.state not in states]
        if harmed:
            return guess([index.standing_for(harmed[0])], "whom the one who is judged had harmed")
    if frame.mode in CUSTODY and others:
        return guess(_holders(others, index), "in whose hands they are")
    return ()


def _holders(held: Sequence[Mention], index: MentionIndex) -> list[Mention]:
    """Return in whose hands some are of whom nobody tells it: the state that a text mostly speaks of, not its issuer.

    That is their own only for a party or an official; people told by their nationality alone are held elsewhere.
    """
    own = {m.state for m in held}
    abroad = all(m.kind == "other" and m.state for m in held)
    main = index.salient({*(m.state for m in index.issuers), *(own if abroad else ())})[:1]
    at_home = all(m.kind == "party" or m.office for m in held)
    return [index.standing_for(state) for state in main if at_home or (state not in own and "" not in own)]


def _where(acts: Sequence[Token]) -> list[Token]:
    """Return in what some acts are done: "was arrested *in Minsk*", "the execution of two Australians *in Bali*"."""
    held = [noun for act in acts if act.pos_ == "NOUN" for noun in syntax.prepositional(act, "of")]
    return [noun for word in (*acts, *held) for name in ("in", "at") for noun in syntax.prepositional(word, name)]


def _there(trigger: Token, states: set[str], index: MentionIndex) -> list[Mention]:
    """Return the state that "there" stands for: the last land named before, in its sentence or the one above."""
    sentence = trigger.sent
    first = trigger.doc[sentence.start - 1].sent.start if sentence.start else 0
    for word in reversed(list(trigger.doc[first : trigger.i])):
        found = [m for m in index.at(word, places=True) if m.kind == "state" and m.state and m.state not in states]
        if found:
            return found[:1]
    return []
