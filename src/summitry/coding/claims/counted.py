"""What a claim counts: category, mode, level of office, between whom, where."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from summitry.coding import syntax
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token
from summitry.model import Counted, Event, Level, Mention, Participant

__all__ = ["counted_at", "names_of"]

_DOERS = ("by", "of", "between", "with", "among", "from")
_TARGETS = ("to", "against", "on", "for")
_HOSTING = ("in", "into", "onto", "at", "back")
"""Prepositions before the host of a visit, besides."""
_VERBAL = frozenset({"VERB", "AUX"})
_LEAVING = frozenset({"leave", "depart"})
"""Verbs whose object was the host of the visit that ended: "left *Pyongyang* after a visit"."""
_LIGHT = frozenset({"make", "pay", "undertake", "take"})
_ENOUGH = 2
_TOWN = 0.6
"""The score of a state for which a place in it stands (`MentionIndex.state_mention`)."""
_LESSER = frozenset({"vice", "deputy", "former", "ex"})
_ONE_SIDED = frozenset(
    {"MOBILIZE", "ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "TRANSITION", "ACCUSE", "REJECT"}
)
"""Categories in which the first party is the one who acts."""
_INDEFINITE = frozenset({"a", "an", "any", "other", "another", "no"})
_LEVELS: tuple[Level, ...] = ("leader", "minister", "official")


def counted_at(
    page: Page,
    topic: Token | None,
    subject_only: bool = False,
    stand_in: Token | None = None,
    doer: Token | None = None,
) -> Counted:
    """Return what a noun or verb stands for when it is counted.

    Args:
        page: the document.
        topic: the word, None where a claim counts nothing.
        subject_only: only the subject of the topic's clause takes part by name.
        stand_in: a word that stands for the topic, with more of it under it.
        doer: the noun of an office whose holder does it.
    """
    if topic is None:
        return Counted(acts=False)
    event, below = page.event_at(topic), _act_below(page, topic) if page.frame_at(topic) is None else None
    frame = page.frame_at(below if below is not None else topic)
    if event is not None and frame is not None and frame.type != event.type and not page.tells(topic):
        event = None  # "died after his last *journey*": the act above is another
    acts = frame is not None or (event is not None and topic.pos_ in _VERBAL)
    mode = event.mode if event and acts else frame.mode if frame else ""
    kind = event.type if event else frame.type if frame and frame.type else ""
    sides = _Sides(page, topic if below is None else below, mode == "visit", stand_in, doer)
    if subject_only:
        sides.keep_subject()
    else:
        sides.join(event or _meant(page, topic, kind))
    acting = mode == "visit" or kind in _ONE_SIDED
    return Counted(
        type=kind,
        mode=mode,
        level=_level_of(topic) or sides.level,
        parties=sides.parties(),
        subject_role=("actor" if sides.actors else "recipient" if sides.others else "") if acting else "",
        place=event.place if event and acts and not subject_only else "",
        words=_words(page, topic),
        acts=acts,
    )


def _act_below(page: Page, topic: Token) -> Token | None:
    """Return the act that a verb leads to: "left his country *to meet* another leader"."""
    if topic.pos_ not in _VERBAL or page.event_at(topic) is not None:
        return None
    below = (c for c in topic.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB")
    return next((verb for verb in below if page.frame_at(verb) is not None), None)


def _meant(page: Page, topic: Token, kind: str) -> Event | None:
    """Return the event that "that visit" refers back to."""
    refers = any(c.lower_ in {"that", "this"} and c.dep_ == "det" for c in topic.children)
    return page.told_before(topic, kind) if refers and kind and not _owners(topic) else None


class _Sides:
    """Who acts and who else takes part, by canonical names; the level of an office that stands for any holder."""

    def __init__(
        self, page: Page, topic: Token, visiting: bool, stand_in: Token | None = None, doer: Token | None = None
    ) -> None:
        self._refers = any(c.lower_ in {"that", "this"} and c.dep_ == "det" for c in topic.children)
        self._page, self._topic, self._visiting = page, topic, visiting
        self._heads = [topic] if stand_in is None else [topic, stand_in]
        self._made = _light_verbs(self._heads, topic)
        targets = (*_TARGETS, *_HOSTING) if visiting else _TARGETS
        self.level: Level | None = None
        self._named: dict[str, Mention] = {}
        verbal = topic.pos_ in _VERBAL
        if doer is not None:
            self.actors = self._names([doer], generic=True)
        else:
            self.actors = self._names(syntax.subjects(topic) if verbal else self._acting_words())
        others = (syntax.objects(topic) or self._name_behind()) if verbal else []
        heads = [*self._heads, *(n for head in self._heads for n in syntax.prepositional(head, "by")), *self._made]
        under = [n for p in targets for head in heads for n in syntax.prepositional(head, p)]
        self.others = self._names(noun for noun in (*others, *under) if noun != doer) or self._names(self._there())
        self.others = [name for name in self.others if name not in self.actors]

    def _there(self) -> list[Token]:
        """Return the place that "there" points at: the last that a visit before it in the sentence tells."""
        points = [c for head in self._heads for c in head.children if c.lower_ == "there" and c.dep_ != "expl"]
        if not self._visiting or not points:
            return []
        sentence = self._topic.sent
        hosts = (
            noun
            for token in reversed(self._topic.doc[sentence.start : points[0].i])
            if token.lower_ in (*_TARGETS, *_HOSTING) or token.dep_ == "dobj"
            for noun in ([token] if token.dep_ == "dobj" else [c for c in token.children if c.dep_ == "pobj"])
        )
        found = (noun for noun in hosts if any(m.kind == "state" for m in self._page.actors_at(noun, True)))
        return list(islice(found, 1))

    def _name_behind(self) -> list[Token]:
        """Return the name that stands right behind a verb, where a parser has made no object of it."""
        at = self._topic.i + 1
        behind = self._page.index.at(self._topic.doc[at]) if at < self._topic.sent.end else ()
        return [self._topic.doc[at]] if any(m.kind == "person" for m in behind) else []

    def _acting_words(self) -> list[Token]:
        topic = self._topic
        predicate = syntax.subjects(topic.head) if topic.dep_ in {"attr", "acomp", "oprd"} else []
        owners = parallel_owners(topic) or [owner for head in self._heads for owner in syntax.modifiers(head)]
        doers = [n for p in _DOERS for head in self._heads for n in syntax.prepositional(head, p)]
        doers += [n for verb in self._made if verb.dep_ == "relcl" for n in syntax.subjects(verb) if n.pos_ != "PRON"]
        generic = [doer for doer in doers if _is_generic(doer)]
        if generic and len(self._heads) > 1:
            return generic  # "Jiang's visit was the first *by a Chinese president*"
        return [*owners, *doers] if generic else [*predicate, *owners, *doers]

    def _names(self, words_: Iterable[Token], generic: bool = False) -> list[str]:
        """Return the names of some words; a town is whom it hosts, and else where a meeting was: "the Hanoi summit"."""
        found: list[str] = []
        for token in words_:
            anybody = generic or (_is_generic(token) and self._page.frame_at(token) is None)
            self.level = self.level or (_level_of_words([token]) if anybody or self._are_holders(token) else None)
            towns = self._visiting or self._topic.pos_ in _VERBAL
            for mention in self._page.actors_at(token, towns):
                name = self._page.index.state_name(mention.state) if anybody and mention.state else mention.name
                if name not in found and mention.actor_id != "unknown":
                    self._named.setdefault(name, mention)
                    found.append(name)
        return found

    def _are_holders(self, token: Token) -> bool:
        """True for those who hold an office of several states: "the *leaders* of China and North Korea"."""
        states = [m for n in syntax.prepositional(token, "of") for m in self._page.actors_at(n) if m.kind == "state"]
        return token.tag_ == "NNS" and len(states) >= _ENOUGH

    def keep_subject(self) -> None:
        """Leave the subject of the clause and whom it is compared with by name; an office gives the level."""
        objects = [
            *(syntax.objects(self._topic) or self._name_behind()),
            *syntax.prepositional(self._topic, "with"),
            *(syntax.prepositional(self._topic.head, "with") if self._topic.dep_ == "dobj" else ()),
            *self._compared(),
        ]
        self.others = self._names(noun for noun in objects if not _is_generic(noun))
        self.actors = self._names(syntax.subjects(syntax.clause_of(self._topic)))
        for noun in (
            *syntax.objects(self._topic),
            *syntax.prepositional(self._topic, "with"),
            *syntax.subjects(self._topic),
        ):
            self.level = self.level or _level_of_words([noun])

    def _compared(self) -> list[Token]:
        """Return with whom the others are compared: "no other leader more often *than Xi*", "as often *as Putin*"."""
        marks = [t for t in self._topic.sent if t.lower_ in {"than", "as"} and t.i > self._topic.i]
        return [noun for mark in marks for noun in mark.children if noun.dep_ in {"pobj", "nsubj"}]

    def join(self, event: Event | None) -> None:
        """Add the participants of the event that the words tell, unless an office stands for any holder.

        Where the words themselves name somebody, those whom the coder took from the text before stay out.
        """
        if event is not None and self.level is None and len({*self.actors, *self.others}) < _ENOUGH:
            named = bool(self.actors or self.others)
            actors = [p.name for p in event.actors if self._joins(p, named) and p.name not in self.others]
            self.actors = list(dict.fromkeys((*self.actors, *actors)))
            others = [p.name for p in event.recipients if self._joins(p, named) and p.name not in self.actors]
            self.others = list(dict.fromkeys((*self.others, *others)))
        above = syntax.clause_of(self._topic)
        hosted = self.others or above.lemma_.lower() in _LEAVING
        if self._visiting and hosted and not self.actors and self._is_somebodys():
            self.actors = [m.name for m in self._page.subject_of(self._topic) if m.name not in self.others]
        if self._visiting and self.actors and not self.others and above.lemma_.lower() in _LEAVING:
            self.others = [name for name in self._names(syntax.objects(above)) if name not in self.actors]
        if not self.actors and not self.others:
            own = [m for m in self._page.actors_at(self._topic, self._visiting) if not self._is_site(m)]
            self.actors = [m.name for m in own or self._page.subject_of(self._topic)]

    def _is_somebodys(self) -> bool:
        """True for a journey that the subject of the clause must have made: "returned from *a* journey to Russia"."""
        determiners = {c.lower_ for c in self._topic.children if c.dep_ == "det"}
        return self._topic.pos_ not in _VERBAL and determiners <= {"a", "an"}

    def _is_site(self, mention: Mention) -> bool:
        """True for a state that tells where a meeting was: "Tuesday's summit *in Singapore*"."""
        sites = [n for p in ("in", "at") for n in syntax.prepositional(self._topic, p)]
        return not self._visiting and any(mention.start <= n.idx < mention.end for n in sites)

    def parties(self) -> tuple[str, ...]:
        """Return all by name, but no state of a town beside one who acts for it: "Hu received Kim in *Changchun*"."""
        names = tuple(dict.fromkeys((*self.actors, *self.others)))
        homes = {m.state for name, m in self._named.items() if m.kind == "person" and m.name == name and name in names}
        towns = {name for name, m in self._named.items() if m.kind == "state" and m.score <= _TOWN and m.state in homes}
        hosts = {name for name, m in self._named.items() if m.kind == "state" and m.state in homes}
        hosted = self._visiting and len({m.name for m in self._named.values() if m.kind == "person"}) >= _ENOUGH
        return tuple(n for n in names if n not in (hosts if hosted else towns)) if len(names) > _ENOUGH else names

    def _joins(self, participant: Participant, named: bool) -> bool:
        sentence, span = self._topic.sent, participant.span
        said = span is not None and sentence.start_char <= span[0] < sentence.end_char
        return participant.actor_id != "unknown" and (said or not named or self._refers)


def _light_verbs(heads: Iterable[Token], topic: Token) -> list[Token]:
    """Return the verbs that say no more than the noun of an act: "*made* four journeys", "the first that he *made*"."""
    above = [topic.head] if topic.dep_ == "dobj" and topic.head.lemma_.lower() in _LIGHT else []
    return above + [c for head in heads for c in head.children if c.dep_ == "relcl" and c.lemma_.lower() in _LIGHT]


def _owners(topic: Token) -> list[Token]:
    return [child for child in topic.children if child.dep_ == "poss"]


def parallel_owners(topic: Token) -> list[Token]:
    """Return who owns the parallel of an act: "unlike *Kim's* two meetings with Trump, his meeting with Putin"."""
    if not any(owner.pos_ == "PRON" for owner in _owners(topic)):
        return []
    for token in topic.sent:
        if token.lower_ in {"unlike", "like"} and token.i < topic.i:
            return [owner for noun in token.children if noun.dep_ == "pobj" for owner in _owners(noun)]
    return []


def _is_generic(token: Token) -> bool:
    """True for an office that stands for any holder: "a North Korean leader", "other national leader"."""
    if token.pos_ != "NOUN":
        return False
    return any(c.lower_ in _INDEFINITE for c in token.children)


def _level_of(topic: Token) -> Level | None:
    near = [topic, *topic.children, *(g for c in topic.children if c.dep_ in syntax.MODIFIER for g in c.children)]
    hyphened = [t for t in topic.doc[max(topic.sent.start, topic.i - 4) : topic.i] if t.dep_ in syntax.MODIFIER]
    return _level_of_words([*near, *hyphened])


def _level_of_words(row: Iterable[Token]) -> Level | None:
    forms: set[str] = set()
    for token in row:
        titles = {child.lower_ for child in token.children}
        if titles & _LESSER or (token.pos_ == "ADJ" and token.lower_ == "official"):
            continue
        forms |= {"prime minister"} if "prime" in titles else {token.lower_, token.lemma_.lower()}
    return next((level for level in _LEVELS if forms & words("level", level)), None)


def _words(page: Page, topic: Token) -> str:
    if topic.pos_ in _VERBAL:
        return topic.text
    left = [t for c in topic.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < topic.i for t in c.subtree]
    start = min((t.idx for t in left), default=topic.idx)
    return page.text[start : topic.idx + len(topic)]


def names_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the canonical names of some mentions without doubles, in order."""
    return tuple(dict.fromkeys(m.name for m in mentions if m.actor_id != "unknown"))
