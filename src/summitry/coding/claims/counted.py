"""What a claim counts: category, mode, level of office, between whom, where."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.coding.frames import Frame
from summitry.model import Counted, Event, Level, Mention, Participant

__all__ = ["counted_at", "names_of"]

_DOERS = ("by", "of", "between", "with", "among", "from")
_TARGETS = ("to", "against", "on", "for")
_VERBAL = frozenset({"VERB", "AUX"})
_ENOUGH = 2
_LESSER = frozenset({"vice", "deputy", "former", "ex"})
_ONE_SIDED = frozenset(
    {"MOBILIZE", "ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "TRANSITION", "ACCUSE", "REJECT"}
)
"""Categories in which the first party is the one who acts."""
_INDEFINITE = frozenset({"a", "an", "any", "other", "another", "no"})
_LEVELS: tuple[Level, ...] = ("leader", "minister", "official")


def counted_at(page: Page, topic: Token | None, subject_only: bool = False) -> Counted:
    """Return what a noun or verb stands for when it is counted.

    Args:
        page: the document.
        topic: the word, None where a claim counts nothing.
        subject_only: only the subject of the topic's clause takes part by name.
    """
    if topic is None:
        return Counted(acts=False)
    event, frame = page.event_at(topic), page.frame_at(topic) or _frame_below(page, topic)
    acts = frame is not None or (event is not None and topic.pos_ in _VERBAL)
    mode = event.mode if event and acts else frame.mode if frame else ""
    kind = event.type if event else frame.type if frame and frame.type else ""
    sides = _Sides(page, topic, mode == "visit")
    if subject_only:
        sides.keep_subject()
    else:
        sides.join(event or _meant(page, topic, kind))
    acting = mode == "visit" or kind in _ONE_SIDED
    return Counted(
        type=kind,
        mode=mode,
        level=_level_of(topic) or sides.level,
        parties=tuple(dict.fromkeys((*sides.actors, *sides.others))),
        subject_role=("actor" if sides.actors else "recipient" if sides.others else "") if acting else "",
        place=event.place if event and acts and not subject_only else "",
        words=_words(page, topic),
        acts=acts,
    )


def _frame_below(page: Page, topic: Token) -> Frame | None:
    """Return the act that a verb leads to: "left his country *to meet* another leader"."""
    if topic.pos_ not in _VERBAL or page.event_at(topic) is not None:
        return None
    below = (c for c in topic.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB")
    return next((frame for verb in below if (frame := page.frame_at(verb)) is not None), None)


def _meant(page: Page, topic: Token, kind: str) -> Event | None:
    """Return the event that "that visit" refers back to."""
    refers = any(c.lower_ in {"that", "this"} and c.dep_ == "det" for c in topic.children)
    return page.told_before(topic, kind) if refers and kind and not _owners(topic) else None


class _Sides:
    """Who acts and who else takes part, by canonical names; the level of an office that stands for any holder."""

    def __init__(self, page: Page, topic: Token, visiting: bool) -> None:
        self._refers = any(c.lower_ in {"that", "this"} and c.dep_ == "det" for c in topic.children)
        self._page, self._topic = page, topic
        targets = (*_TARGETS, "in") if visiting else _TARGETS
        self.level: Level | None = None
        verbal = topic.pos_ in _VERBAL
        self.actors = self._names(syntax.subjects(topic) if verbal else self._acting_words())
        others = syntax.objects(topic) if verbal else []
        self.others = self._names([*others, *(n for p in targets for n in syntax.prepositional(topic, p))])
        self.others = [name for name in self.others if name not in self.actors]

    def _acting_words(self) -> list[Token]:
        topic = self._topic
        predicate = syntax.subjects(topic.head) if topic.dep_ in {"attr", "acomp", "oprd"} else []
        owners = parallel_owners(topic) or syntax.modifiers(topic)
        doers = [n for p in _DOERS for n in syntax.prepositional(topic, p)]
        return [*owners, *doers] if any(map(_is_generic, doers)) else [*predicate, *owners, *doers]

    def _names(self, words_: Iterable[Token]) -> list[str]:
        found: list[str] = []
        for token in words_:
            generic = _is_generic(token)
            self.level = self.level or (_level_of_words([token]) if generic else None)
            for mention in self._page.actors_at(token):
                name = self._page.index.state_name(mention.state) if generic and mention.state else mention.name
                if name not in found and mention.actor_id != "unknown":
                    found.append(name)
        return found

    def keep_subject(self) -> None:
        """Leave the subject of the clause and whom it is compared with by name; an office gives the level."""
        objects = [*syntax.objects(self._topic), *syntax.prepositional(self._topic, "with")]
        self.others = self._names(noun for noun in objects if not _is_generic(noun))
        self.actors = self._names(syntax.subjects(syntax.clause_of(self._topic)))
        for noun in (
            *syntax.objects(self._topic),
            *syntax.prepositional(self._topic, "with"),
            *syntax.subjects(self._topic),
        ):
            self.level = self.level or _level_of_words([noun])

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
        if not self.actors and not self.others:
            self.actors = [m.name for m in self._page.actors_at(self._topic)] or [
                m.name for m in self._page.subject_of(self._topic)
            ]

    def _joins(self, participant: Participant, named: bool) -> bool:
        sentence, span = self._topic.sent, participant.span
        said = span is not None and sentence.start_char <= span[0] < sentence.end_char
        return participant.actor_id != "unknown" and (said or not named or self._refers)


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
