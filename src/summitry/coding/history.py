"""The acts that a document has told so far, to which its later words refer back."""

from __future__ import annotations

from collections.abc import Collection, Container
from functools import cache

from summitry.coding.around import object_heads
from summitry.coding.frames import load_frames
from summitry.coding.lexicon import load_classes
from summitry.coding.participants import Cast
from summitry.coding.recalling import recalls
from summitry.language import Token
from summitry.model import HAPPENED, TO_COME, Event, Mention

__all__ = ["CROWDS", "DEMONSTRATIVES", "GENERIC_ACTS", "REACTIONS", "History"]

GENERIC_ACTS = frozenset(
    "announcement decision move action step act measure statement plan remark comment policy conduct behavior "
    "behaviour development provocation decree order ruling ultimatum".split()
)
"""Nouns that stand for whatever act was told last."""
ACCORDS = frozenset(
    "accord announcement deal agreement arrangement declaration outcome treaty pact understanding".split()
)
"""Nouns that stand for what two sides or more agreed on last."""
ACCORDING = frozenset({"AGREE", "SUPPORT"})
"""Categories of accords and treaties."""
DEMONSTRATIVES = frozenset({"this", "that"})
"""Pronouns that stand for whatever was told last."""
REACTIONS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Categories of words about what somebody else did."""
RECALLED = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "SANCTION"})
"""Categories of deeds that go by many names."""
DONE = RECALLED | {"AID", "MOBILIZE", "TRANSITION"}
"""Categories of what is done, not said."""
ACTS = frozenset({"act", "action", "measure", "move", "step"})
"""Nouns that stand for what was done."""
DEEDS = frozenset({"AID", "ASSAULT", "COERCE"})
"""Categories of acts that somebody may deny."""
HELD = frozenset({"abduct", "arrest", "convict"})
FREED = frozenset({"release", "return"})
"""Modes of acts after which somebody is held, or is not any more."""
AGREEING = frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"})
CROWDS = frozenset({"other", "media"})
"""Kinds of actors to whom an act told without a target is not directed."""
_MAIN = frozenset({"ROOT", "conj", "ccomp", "xcomp"})
ENDINGS = ("al", "ance", "ence", "ing", "ion", "ism", "ment")
"""Endings of nouns made from verbs."""
LONGEST_ENDING, SHORTEST_STEM = 4, 4
REACH = 8
"""How many told acts back a guess may reach."""


class History:
    """The acts that a document has told so far, the latest last."""

    def __init__(self) -> None:
        self._told: list[tuple[frozenset[str], Event, tuple[Mention, ...], tuple[Mention, ...]]] = []
        self._main: list[bool] = []

    def add(self, trigger: Token, event: Event, cast: Cast) -> None:
        """Remember an act with the lemmas that tell it (of exercises and meetings held, too) and its cast."""
        acts = load_classes()["exercise"] | load_classes()["meeting"]
        objects = [noun.lemma_.lower() for noun in object_heads(trigger)] if trigger.pos_ == "VERB" else []
        self._told.append((frozenset({trigger.lemma_.lower(), *(acts & set(objects))}), event, *cast))
        self._main.append(trigger.pos_ == "VERB" and all(w.dep_ in _MAIN for w in (trigger, *trigger.ancestors)))

    def doers_of(self, noun: Token) -> tuple[Mention, ...]:
        """Return who did what a noun refers back to: "the launch", "the move"."""
        lemma = noun.lemma_.lower()
        if noun.lower_ in DEMONSTRATIVES:
            return self._told_last()
        if noun.pos_ == "PROPN" or any(child.lower_ in {"a", "an"} for child in noun.children):
            return ()
        if lemma in ACCORDS:
            return self._agreed() or self.parties(AGREEING)
        acts = (
            {child.lemma_.lower() for child in noun.children if child.dep_ == "acl"} if lemma in GENERIC_ACTS else set()
        )
        for told, _, actors, _ in reversed(self._told[-REACH:]):
            if actors and (acts & told or lemma in told or _derives(lemma, told)):
                return actors
        return self._acting_last(noun) if lemma in GENERIC_ACTS and not acts else ()

    def doers_of_kind(self, noun: Token) -> tuple[Mention, ...]:
        """Return who last did what a noun may recall by another name: "the raid" of those who *bombed* a town."""
        kinds = _kinds_of(noun.lemma_.lower()) if recalls(noun) else frozenset()
        told = (actors for _, event, actors, _ in reversed(self._told[-REACH:]) if _is_real(event, kinds))
        return next(filter(None, told), ())

    def _acting_last(self, noun: Token) -> tuple[Mention, ...]:
        """Return who did the last act that a main clause tells, else the last one told."""
        near = list(zip(self._told[-REACH:], self._main[-REACH:], strict=True))[::-1]
        bare = noun.lemma_.lower() in ACTS
        deeds = [(told, main) for told, main in near if told[1].type in DONE or not bare]
        near = [(told, main) for told, main in deeds if told[1].type not in REACTIONS] or near
        row = [actors for (_, _, actors, _), main in near if actors and main]
        return next(iter((*row, *(actors for (_, _, actors, _), _ in near if actors))), ())

    def done_to(self, noun: Token) -> tuple[Mention, ...]:
        """Return to whom what a noun refers back to was done, or who did it together: "the ban", "the talks"."""
        lemma = noun.lemma_.lower()
        for told, event, actors, recipients in reversed(self._told[-REACH:]):
            done_to = (*actors, *recipients) if event.type in AGREEING else recipients
            if done_to and lemma in told:
                return done_to
        return ()

    def _told_last(self) -> tuple[Mention, ...]:
        """Return who did what was told last; two who react one after the other react to the same act."""
        for _, event, actors, recipients in reversed(self._told[-REACH:]):
            if actors:
                return recipients if event.type in REACTIONS and recipients else actors
        return ()

    def _agreed(self) -> tuple[Mention, ...]:
        """Return between whom the last accord was that several states made."""
        for _, event, actors, recipients in reversed(self._told[-REACH:]):
            if event.type in ACCORDING and len({m.state for m in actors if m.state}) > 1:
                return (*actors, *recipients)
        return self.parties(frozenset({"AGREE"}))

    def doers_of_type(self, kind: str) -> tuple[Mention, ...]:
        """Return who last did an act of a category: "last week's nuclear test" was somebody's."""
        for _, event, actors, _ in reversed(self._told[-REACH:]):
            if event.type == kind and actors:
                return actors
        told = [actors for _, event, actors, _ in self._told if event.type == kind and actors]
        return told[-1] if len({m.state for actors in told for m in actors}) == 1 else ()

    def met_last(self) -> tuple[Mention, ...]:
        """Return who met last, a council among others: "the meeting" is theirs."""
        return next((actors for _, event, actors, _ in reversed(self._told[-REACH:]) if event.type == "CONSULT"), ())

    def others_than(self, states: set[str]) -> tuple[Mention, ...]:
        """Return who last acted of other states than some: whom an answer answers."""
        for _, _, actors, _ in reversed(self._told[-REACH:]):
            if any(m.state for m in actors) and not {m.state for m in actors} & states:
                return actors
        return ()

    def parties(self, kinds: frozenset[str] | None = None, *, real: bool = False) -> tuple[Mention, ...]:
        """Return between whom the last act was that had two sides or more: "the talks", "the accord".

        Args:
            kinds: categories of acts that count, `None` for all but changes of office and independence.
            real: only acts that have happened count.
        """
        for _, event, actors, recipients in reversed(self._told[-REACH:]):
            led = event.type in {"CONSULT", "REQUEST"} and event.mode != "visit"
            led = led and len({m.state for m in recipients if m.state}) > 1
            row = recipients if led else (*actors, *recipients)  # who asks others to talk, or mediates, is no party
            counts = event.type in kinds if kinds is not None else event.type != "TRANSITION"
            counts = counts and not (real and event.status in TO_COME)
            if counts and len({m.state for m in row if m.state}) > 1:
                return row
        return ()

    def people(self) -> tuple[Mention, ...]:
        """Return the people who last acted, the latest first."""
        return tuple(m for _, _, actors, _ in reversed(self._told[-REACH:]) for m in actors if m.kind == "person")

    def deed_of(self, state: str) -> Event | None:
        """Return the last act that a text, or others in it, lay at a state's door."""
        for _, event, actors, _ in reversed(self._told[-REACH:]):
            if event.type in DEEDS and event.status in HAPPENED and state in {m.state for m in actors}:
                return event
        return None

    def harmed_by(self, actor_id: str) -> tuple[Mention, ...]:
        """Return whom somebody has attacked before."""
        for _, event, actors, recipients in reversed(self._told):
            if event.type == "ASSAULT" and recipients and actor_id in {m.actor_id for m in actors}:
                return recipients
        return ()

    def met_by(self, actor_ids: Container[str]) -> tuple[Mention, ...]:
        """Return with whom somebody met or spoke before, as a document that reports it tells."""
        for _, event, actors, recipients in reversed(self._told):
            if event.type == "CONSULT" and event.status in HAPPENED:
                row = (*actors, *recipients)
                if any(m.actor_id in actor_ids and m.kind == "person" for m in row):
                    return tuple(m for m in row if m.actor_id not in actor_ids)
        return ()

    def holders_of(self, actor_id: str) -> tuple[Mention, ...]:
        """Return who holds somebody: who arrested, abducted or sentenced them last, and has not let them go."""
        for _, event, actors, recipients in reversed(self._told):
            if actor_id in {m.actor_id for m in recipients}:
                if event.mode in HELD:
                    return tuple(m for m in actors if m.state)
                if event.mode in FREED and event.status in HAPPENED:
                    return ()
        return ()

    def counterparts(
        self, states: set[str], kinds: Container[str] | None = None, *, bodies: bool = False
    ) -> tuple[Mention, ...]:
        """Return with whom an actor of some states last dealt.

        Args:
            states: of the actor.
            kinds: categories of acts that count, `None` for all.
            bodies: organisations of states count, too.
        """
        for _, event, actors, recipients in reversed(self._told[-REACH:]):
            if kinds is not None and event.type not in kinds:
                continue
            sides = (actors, recipients)
            for mine, theirs in (sides, sides[::-1]):
                if states & {m.state for m in mine if m.state}:
                    others = tuple(m for m in theirs if _is_side(m, bodies) and m.state not in states)
                    if others:
                        return others
        return ()


def _is_side(mention: Mention, bodies: bool) -> bool:
    return (bool(mention.state) and mention.kind not in CROWDS) or (bodies and mention.kind == "igo")


def _is_real(event: Event, kinds: frozenset[str]) -> bool:
    return event.type in kinds and event.status in HAPPENED


@cache
def _kinds_of(noun: str) -> frozenset[str]:
    """Return the categories of deeds that a noun may tell: whoever condemns "the raid" condemns who *bombed*."""
    return frozenset(frame.type for frame in load_frames().of_noun(noun) if frame.type in RECALLED)


def _derives(noun: str, verbs: Collection[str]) -> bool:
    """True for a noun made from one of some verbs: the *assurance* of those who assured."""
    stem = noun[: max(len(noun) - LONGEST_ENDING, SHORTEST_STEM)]
    return noun.endswith(ENDINGS) and any(verb != noun and verb.startswith(stem) for verb in verbs)
