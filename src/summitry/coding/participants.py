"""Who acts and who is acted upon: from a frame's slots to the mentions that fill them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from summitry.coding import syntax
from summitry.coding.around import actor_heads, clause_actors, object_heads, words_at
from summitry.coding.claimants import claimants
from summitry.coding.crowds import grievances, sites
from summitry.coding.cues import cues
from summitry.coding.duties import obliged
from summitry.coding.frames import Frame, Slot
from summitry.coding.lexicon import load_classes
from summitry.coding.light import light_verb
from summitry.coding.mention_index import UNKNOWN, MentionIndex
from summitry.coding.naming import as_recorded
from summitry.coding.phrases import POSTS, actors_of
from summitry.coding.prospects import menaces, refusals, terms, threatened
from summitry.coding.verdicts import CHARGES, is_deed, wrongdoers
from summitry.language import Token
from summitry.model import Mention

__all__ = ["UNKNOWN", "Cast", "MentionIndex", "cast_of", "heads_at"]

Cast = tuple[tuple[Mention, ...], tuple[Mention, ...]]
"""Actors and recipients."""

GIVING = frozenset({"award", "deny", "give", "grant", "hand", "offer", "promise", "send"})
"""Verbs whose passive subject is given what their object names: "was given a life sentence"."""
LEADING = frozenset({("lead", "to"), ("result", "in"), ("meet", "with")})
"""Verbs that, with a preposition, lead from an act to what is done about it."""
DEFYING = frozenset({"breach", "contravention", "defiance", "violation"})
"""Nouns of what somebody does to the ban that lies on them: "launched it in *defiance* of sanctions"."""
PAIR = 2
MAKING = frozenset("authored backed brokered built designed drafted led made proposed run sponsored supplied".split())
"""Participles behind the name of whoever made or backs something."""
ANSWERABLE = frozenset({"culpable", "guilty", "liable", "responsible"})
"""Adjectives of whoever did what follows: "was *responsible* for the killing"."""
STATES = frozenset({"engage", "involve"})
"""Light verbs whose passive tells who does it: "is *engaged* in a war"."""
AIMING = ("on", "against", "at", "from", "to", "with")
"""Prepositions before whom what is threatened or refused would hit: "threatened to withdraw *from Mali*"."""
BEFORE = frozenset({"grievance", "site"})
"""Slots of which the first that names somebody counts."""
FIGHTING = frozenset({"battle", "combat", "fight", "war"})
"""What troops are sent to, against somebody."""


def cast_of(frame: Frame, trigger: Token, index: MentionIndex) -> Cast:
    """Fill a frame's slots around its trigger.

    Returns:
        Actors and recipients, each without doubles; an actor is never its own recipient.
    """
    actors: list[Mention] = []
    site = index.site_of(trigger) if frame.type == "CONSULT" else ""
    for slot in frame.actors:
        found = [m for m in _fill(slot, trigger, index) if m.actor_id != site]
        if found and actors and (slot.path == "light" or (slot.path in {"from", "in"} and slot.places)):
            continue
        _extend(actors, found)
    if not actors and frame.pos == "n" and trigger.dep_ == "conj":
        owners = [c for c in syntax.topmost_noun(trigger).children if c.dep_ == "poss"]
        _extend(actors, (m for owner in owners for m in actors_of(owner, index, False)))  # "*its* test and launch"
    recipients: list[Mention] = []
    for slot in frame.recipients:
        found = [
            m
            for m in _fill(slot, trigger, index)
            if not _is_same(m, actors) and not _is_own_ship(m, frame, actors) and not _makes_it(m, index)
        ]
        if found:
            _extend(recipients, found)
            break
    foes = [m for m in _foes(trigger, index) if m not in actors] if frame.mode == "troops" else []
    if foes:
        recipients = foes
    if not recipients:
        _extend(recipients, [m for m in _sufferers(frame, trigger, index) if m not in actors])
    over = [m for m in actors if m.start <= trigger.idx < m.end]
    if len(actors) - len(over) >= 1:  # "Six-Party Talks between the two Koreas and …"
        actors = [m for m in actors if m not in over]
    if frame.type == "TRANSITION":
        if not actors and trigger.pos_ == "VERB" and not _is_taken(trigger):  # "was forced from power": nobody takes it
            actors, recipients = recipients, []
        actors = _appointed(actors, trigger, index)
    return as_recorded(frame, actors, recipients, index)


def _is_taken(verb: Token) -> bool:
    """True where somebody without a name takes power: "*officers* overthrew the president"."""
    told = [noun for noun in syntax.subjects(verb) if noun.pos_ in {"NOUN", "PRON"}]
    return bool(told) and not syntax.is_passive(verb)


def _appointed(people: Iterable[Mention], trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return those whom a state names to an office with that state: "*Peru* named Ana Díaz ambassador"."""
    states = [m.state for noun in syntax.subjects(trigger) for m in index.at(noun) if m.state and m.kind != "person"]
    return [replace(m, state=states[0]) if states and m.kind == "person" and not m.state else m for m in people]


def _is_same(mention: Mention, actors: Iterable[Mention]) -> bool:
    """True for an actor again, and for the state of a government that acts: "the ministry cut *its* support"."""
    return any(
        mention.actor_id == actor.actor_id
        or (mention.kind == "state" and actor.kind == "government" and mention.state == actor.state)
        for actor in actors
    )


def _is_own_ship(mention: Mention, frame: Frame, actors: Iterable[Mention]) -> bool:
    """True for what is moved, not against whom: "the navy sent *the USS Nimitz* to the Gulf"."""
    own = {"", *(actor.state for actor in actors)}
    return frame.type == "MOBILIZE" and mention.kind == "military" and mention.state in own


def _makes_it(mention: Mention, index: MentionIndex) -> bool:
    """True for those who made something, not at whom it is aimed: "backed a *US*-drafted resolution"."""
    span = index.span_of(mention) if mention.surface else None
    after = [token.lower_ for token in span.doc[span.end : span.end + 2]] if span is not None else []
    return len(after) == PAIR and after[0] in {"-", "‑", "–"} and after[1] in MAKING


def _extend(row: list[Mention], found: Iterable[Mention]) -> None:
    known = {mention.actor_id for mention in row}
    for mention in found:
        if mention.actor_id not in known:
            known.add(mention.actor_id)
            row.append(mention)


def _fill(slot: Slot, trigger: Token, index: MentionIndex) -> list[Mention]:
    if slot.path == "issuer":
        reported = claimants(trigger, cues("attribution", "verbs") | cues("attribution", "accusing"))
        return [] if reported else list(index.issuers)
    if slot.path in BEFORE:
        return _first_told(slot, trigger, index)
    found: list[Mention] = []
    for head in heads_at(slot, trigger):
        for member in syntax.conjuncts(head):
            if slot.path not in CHARGES or is_deed(member) or index.at(member):
                found += actors_of(member, index, slot.places)
    return index.with_rows(found)


def _first_told(slot: Slot, trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return the first actors before whom a crowd stands; a town stands for its state, unless an embassy is in it."""
    for head in heads_at(slot, trigger):
        found = actors_of(head, index, False) or (() if head.lemma_.lower() in POSTS else actors_of(head, index, True))
        if found:
            return index.with_rows(found)
    return []


def heads_at(slot: Slot, trigger: Token) -> Iterator[Token]:
    """Yield the heads of the phrases that fill a slot around a trigger."""
    if slot.under:
        yield from words_at(f"{slot.under}>{slot.path}", trigger)
        return
    match slot.path:
        case "subj":
            yield from actor_heads(trigger)
        case "obj":
            yield from object_heads(trigger)
        case "mod":
            yield from syntax.modifiers(trigger)
        case "light":
            yield from _light_subjects(trigger)
        case "above":
            yield from clause_actors(trigger)
        case "site":
            yield from sites(trigger)
        case "grievance":
            yield from grievances(trigger)
        case "dative":
            yield from (child for child in trigger.children if child.dep_ == "dative")
        case "ought":
            yield from obliged(trigger)
        case "refused":
            for clause in refusals(trigger):
                yield from (*syntax.prepositional(clause, "with"), *syntax.objects(clause))
        case "menaced":
            for clause in menaces(trigger):
                yield from syntax.subjects(clause)
        case "harmed":
            for clause in threatened(trigger):
                yield from syntax.objects(clause)
                for name in AIMING:
                    yield from syntax.prepositional(clause, name)
        case "unless":
            yield from terms(trigger)
        case "guilty" | "wrong" | "praised":
            yield from wrongdoers(trigger, slot.path)
        case path if path.startswith("~"):
            yield from words_at(path, trigger)
        case "bound":
            yield from syntax.subjects(trigger.head)
        case "under" if trigger.pos_ != "VERB":
            yield from filter(None, [syntax.governor(trigger)])
        case "comp":
            for clause in trigger.children:
                if clause.dep_ in {"xcomp", "ccomp", "pcomp"}:
                    yield from (c for c in clause.children if c.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
        case _:
            beside = [noun for noun in syntax.prepositional(trigger, slot.path) if not _stands_by(noun)]
            for told in trigger.children if trigger.pos_ == "NOUN" and not beside else ():
                if told.dep_ == "acl" and told.tag_ == "VBN" and told.lemma_.lower() in load_classes()["light"]:
                    beside += syntax.prepositional(told, slot.path)  # "drills *staged by* Peru"
            above = light_verb(trigger) if not beside and trigger.pos_ in {"NOUN", "PROPN"} else None
            yield from beside or (syntax.prepositional(above, slot.path) if above is not None else ())


def _stands_by(noun: Token) -> bool:
    """True for somebody who takes no part: "opened *with Ann Lee as* consul", "met *with Ann Lee between* them"."""
    words = (*noun.children, *(noun.head.children if noun.dep_ == "pobj" else ()))
    in_office = any(word.lower_ == "as" and word.i > noun.i for word in words)
    amid = noun.doc[noun.i + 1 : noun.i + 3].text.lower() == "between them"
    return noun.head.lower_ == "with" and (in_office or amid)


def _light_subjects(noun: Token) -> list[Token]:
    """Return the subject of what is above an act's noun: "*China* held talks", "*he* is guilty of the killing"."""
    above = light_verb(noun)
    if above is None:
        top = syntax.topmost_noun(noun)
        charged = top.head.head if top.dep_ == "pobj" else top
        return syntax.subjects(charged.head) if charged.lemma_.lower() in ANSWERABLE and charged.pos_ == "ADJ" else []
    return syntax.subjects(above) if above.lemma_.lower() in STATES else actor_heads(above)


def _foes(trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return against whom troops are sent: "to fight against Ukraine", "to the Ukraine war"."""
    found: list[Mention] = []
    for word in trigger.subtree:
        if word.i <= trigger.i or word.lemma_.lower() not in FIGHTING or _is_of_another_time(word, trigger):
            continue
        heads = [noun for name in ("against", "in", "with") for noun in syntax.prepositional(word, name)]
        heads += syntax.objects(word) if word.pos_ == "VERB" else []
        heads += [c for c in word.children if c.dep_ in {"compound", "amod"}]
        _extend(found, (m for head in heads for member in syntax.conjuncts(head) for m in index.at(member, True)))
    return found


def _is_of_another_time(word: Token, trigger: Token) -> bool:
    """True for the war of "sent its fleet after the outbreak of the Korean War"."""
    between = takewhile(lambda above: above != trigger, word.ancestors)
    return any(above.lower_ in {"after", "before", "during", "since", "until"} for above in between)


def _sufferers(frame: Frame, trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return the subject of "faces", "was given", "resulting in" or "in defiance of" above an act's noun."""
    if frame.pos != "n" or not frame.recipients:
        return []
    top = syntax.topmost_noun(trigger)
    above = syntax.governor(top)
    if above is not None and above.lemma_.lower() in DEFYING and top.dep_ == "pobj":
        clause = syntax.clause_of(above)
        defiant = actor_heads(clause) if clause.pos_ == "VERB" else []
        return [m for noun in defiant for m in actors_of(noun, index, False)]
    if above is None or above.pos_ != "VERB":
        return []
    if syntax.is_passive(above):
        suffers = above.lemma_.lower() in GIVING and top.dep_ in syntax.OBJECT
    else:
        suffers = above.lemma_.lower() in load_classes()["suffer"] or (above.lemma_.lower(), top.head.lower_) in LEADING
    if not suffers:
        return []
    row = (member for head in syntax.subjects(above) for member in syntax.conjuncts(head))
    return [m for member in row for m in actors_of(member, index, False)]
