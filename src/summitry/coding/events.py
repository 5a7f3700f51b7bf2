"""From a frame at a trigger to an event: participants, date, place, status, source, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.actors import Registry
from summitry.annotation import Annotation
from summitry.coding import syntax
from summitry.coding.around import words_at
from summitry.coding.attribution import told_by_whom
from summitry.coding.casting import completed
from summitry.coding.counting import count_of, is_act
from summitry.coding.dating import Dater, names_day
from summitry.coding.delegates import by_delegates
from summitry.coding.denials import denied_by
from summitry.coding.domestic import asks_own
from summitry.coding.drills import held_alone
from summitry.coding.frames import Frame
from summitry.coding.guests import by_visitors, calls_visitor
from summitry.coding.history import History
from summitry.coding.light import told_by
from summitry.coding.modes import mode_of
from summitry.coding.naming import as_protesters, as_recorded
from summitry.coding.opposite import is_one_sided, land_of, opposite
from summitry.coding.participants import Cast, MentionIndex, cast_of
from summitry.coding.parts import Parts, Reads
from summitry.coding.placing import PlaceIndex
from summitry.coding.quoting import words_of
from summitry.coding.speaker import issuers_of, we_mentions
from summitry.coding.spokespeople import by_spokesperson
from summitry.coding.standing import is_done_by_telling, stands
from summitry.coding.statements import is_weak
from summitry.coding.status import is_no_statement, status_of
from summitry.coding.sufficing import (
    charges,
    enough,
    is_about_itself,
    is_addressed,
    is_heading,
    is_issued,
    is_told,
)
from summitry.coding.verdicts import CHARGES
from summitry.language import Token
from summitry.model import (
    HAPPENED,
    Event,
    EventType,
    Interval,
    Mention,
    Participant,
    Role,
    Status,
)

__all__ = ["EventBuilder", "index_of"]


CONSUMED = frozenset({"at", "in", "into", "obj", "on", "to", "with"})
"""Where nouns stand that a verb's frame tells already: "declared a *truce*", "agreed to a *truce*"."""
WITHOUT_CODE = frozenset({"VDR", "XKX"})
"""Codes of the registry for states to which ISO 3166 gives none; there Kosovo goes by one of its own."""
LEFT_UNSAID = frozenset({"REJECT", "REQUEST", "THREATEN"})
"""Categories of words that are no act where they are not said: "did not call for", "refused to rule out"."""
SAID = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"})
"""Categories of words that mean nothing where nobody is told to say them."""


class EventBuilder:
    """Makes events for one annotated document.

    Args:
        annotation: the document with its actors, times and places.
        registry: for names of states and offices at the time of an event.
        reads: the judge, for a second opinion on who takes part.
    """

    def __init__(self, annotation: Annotation, registry: Registry, reads: Reads | None = None) -> None:
        self._annotation = annotation
        self._registry = registry
        self._published = annotation.document.published
        self._masked = annotation.doc.text
        self._is_list = names_day(annotation.document.title, self._published)
        self.index, speaks = index_of(annotation, registry, Parts(reads))
        self._dater = Dater(annotation, self.index, speaks)
        self._places = PlaceIndex(annotation.doc, annotation.places)
        self._history = History()
        self._item = 0

    def build(self, frame: Frame, trigger: Token) -> Event | None:
        """Return the event that a frame tells at a trigger, None where it tells none."""
        kind, status = frame.type, status_of(trigger)
        if status is None or kind is None or (status == "denied" and kind in LEFT_UNSAID) or asks_own(frame, trigger):
            return None
        if calls_visitor(trigger, self.index):
            return None
        if status == "ongoing" and is_done_by_telling(frame, trigger):
            status = "occurred"
        if is_issued(frame):
            if status not in HAPPENED:
                return None
            status = "occurred"
        self._forget(trigger)
        if frame.mode == "weapons" and status == "denied" and trigger.head.lemma_ == "fail":
            status = "occurred"  # a launch that fails is one
        told = cast_of(frame, trigger, self.index)
        if (alone := held_alone(frame, trigger, told)) is not frame:
            frame, told = alone, cast_of(alone, trigger, self.index)
            kind = alone.type or kind
        if not is_addressed(frame, told):
            return None
        cast = actors, recipients = completed(frame, trigger, told, self.index, self._history)
        if frame.type == "CONSULT" and frame.mode in {"", "visit"}:
            actors, recipients = (by_delegates(trigger, side, self.index) for side in cast)
        visit = by_visitors(actors, recipients, self.index) if frame.type == "CONSULT" and not frame.mode else None
        actors, recipients = visit or (actors, recipients)
        actors = by_spokesperson(frame, trigger, actors, self.index)
        if not enough(frame, actors, recipients) or is_heading(trigger):
            return None
        if any(slot.path in CHARGES for slot in frame.recipients) and not charges(actors, recipients):
            return None
        if not actors and frame.type in SAID and not is_told(trigger):
            return None
        return self._told(frame, trigger, kind, status, (actors, recipients), cast, bool(visit))

    def tell(self, frame: Frame, trigger: Token, cast: Cast, status: Status) -> Event | None:
        """Return the event that somebody else than the frames finds at a trigger, None where its words tell none.

        A noun in what is only wished or planned tells none; what a verb tells there its finder knows best.

        Args:
            frame: category and mode, and where it comes from.
            trigger: the verb of its clause.
            cast: who acts and who is acted upon.
            status: whether it happened.
        """
        if is_no_statement(trigger) or (frame.pos == "n" and status_of(trigger) is None):
            return None
        kind = frame.type
        if kind is None or is_heading(trigger):
            return None
        self._forget(trigger)
        cast = as_recorded(frame, *cast, self.index)
        actors, recipients = completed(frame, trigger, cast, self.index, self._history)
        actors = by_spokesperson(frame, trigger, actors, self.index)
        if is_one_sided(frame, actors, recipients):
            dated = not is_weak(self._dater.when(frame, trigger, status, actors)[0])
            land = land_of(self._places.place_of(trigger, kind, frame.mode == "visit"), self._registry)
            others = opposite(frame, actors, land, dated and status in HAPPENED, self.index, self._history)
            if not others and (frame.mode == "visit" or not dated):
                return None
            actors, recipients = (actors, others) if frame.mode == "visit" else ((*actors, *others), ())
        elif frame.mode == "visit" and not recipients:
            frame = replace(frame, mode="")  # where nobody receives a guest, all meet
        nobody = frame.type == "CONSULT" and not actors
        if nobody or not (is_one_sided(frame, actors, recipients) or enough(frame, actors, recipients)):
            return None
        if frame.type in SAID and (not actors or is_about_itself(actors, recipients)):
            return None
        told = actors, recipients
        return self._told(frame, trigger, kind, status, told, told, False)

    def _told(
        self,
        frame: Frame,
        trigger: Token,
        kind: EventType,
        status: Status,
        cast: Cast,
        first: Cast,
        visits: bool,
    ) -> Event:
        """Return the event of a cast; `first` is it before anybody stood for anybody."""
        actors, recipients = cast
        if kind == "PROTEST":
            actors = tuple(as_protesters(m, self._registry.nationality) for m in actors)
        interval, expression = self._dater.when(frame, trigger, status, actors)
        if is_issued(frame):
            interval = self._published
        status = self._in_time(status, trigger, interval)
        nouns = self._nouns_told_by(frame, trigger)
        participants = (
            *self._participants(actors or (self.index.unknown(),), "actor", interval),
            *self._participants(recipients, "recipient", interval),
        )
        event = Event(
            type=kind,
            mode="visit" if visits else mode_of(frame, trigger, participants, self._annotation.document.title),
            participants=participants,
            interval=interval,
            place=self._places.place_of(trigger, kind, frame.mode == "visit", nouns) or self._home(frame, actors),
            status=status,
            according_to=told_by_whom(trigger, self.index, kind, status, actors),
            count=max(map(count_of, (trigger, *filter(is_act, nouns)))),
            evidence=(words_of(trigger, (*actors, *recipients), expression, self._annotation.document.text),),
            score=_score(frame, actors, recipients),
            rule=frame.name,
        )
        self._history.add(trigger, event, first)
        return event

    def _forget(self, trigger: Token) -> None:
        """Forget what was told of another matter, where each line of a page tells of one of its own."""
        item = self._masked.rfind("\n", 0, trigger.idx)
        if self._is_list and item != self._item:
            self._history = History()
        self._item = item

    def deny(self, trigger: Token) -> Event | None:
        """Return the act told before that somebody denies at a word, None where nobody does."""
        denied = denied_by(trigger, self.index, self._history)
        if denied is None:
            return None
        who, deed = denied
        evidence = words_of(trigger, (who,), None, self._annotation.document.text)
        return replace(
            deed, status="denied", according_to=who.name, evidence=(evidence,), rule=f"denial of {deed.rule}"
        )

    def words_told_by(self, frame: Frame, trigger: Token) -> set[int]:
        """Return the words that a frame has used up: an object that its condition names; no demand that is refused."""
        return {noun.i for noun in self._nouns_told_by(frame, trigger)} if frame.type != "REJECT" else set()

    def _nouns_told_by(self, frame: Frame, trigger: Token) -> list[Token]:
        named = [need for need in frame.needs if need.where in CONSUMED and not need.negated]
        if frame.pos != "v":
            return []
        told = [(need, noun) for need in named for noun in words_at(need.where, trigger)]
        return [noun for need, noun in told if noun.lemma_.lower() in need.words]

    def _in_time(self, status: Status, trigger: Token, interval: Interval | None) -> Status:
        """Return `planned` for an act told as real that lies after the publication, `ongoing` for a standing one."""
        published = self._dater.written
        lasts = interval is None or (published is not None and interval.first != interval.last == published.last)
        if status == "occurred" and lasts and stands(trigger):
            return "ongoing"
        if status not in HAPPENED or not (interval and interval.first and published):
            return status
        if interval.rule.startswith("later-of") and trigger.tag_ not in {"VBD", "VBN"}:
            return "planned"
        verb = told_by(trigger)
        coming = verb is not None and syntax.is_present(verb)
        border = published.first if coming else published.last
        return "planned" if border and interval.first > border else status

    def _home(self, frame: Frame, actors: Sequence[Mention]) -> str:
        """Return the land of those who put their own forces on alert, which they do at home; else `""`."""
        states = {m.state for m in actors}
        alerted = frame.type == "MOBILIZE" and any("alert" in need.words for need in frame.needs)
        return self.index.state_name(states.pop()) if alerted and len(states) == 1 and "" not in states else ""

    def _participants(
        self, mentions: Sequence[Mention], role: Role, interval: Interval | None
    ) -> tuple[Participant, ...]:
        row = (_in_iso(mention) for mention in self.index.distinct(mentions))
        return tuple(Participant.of(mention, role, self._office(mention, interval)) for mention in row)

    def _office(self, mention: Mention, interval: Interval | None) -> str:
        if mention.kind != "person" or interval is None:
            return mention.office
        tenure = self._registry.office_at(mention.actor_id, interval)
        return tenure.office if tenure else mention.office


def _in_iso(mention: Mention) -> Mention:
    """Return a mention with the code that records keep: of a state without one of ISO 3166 they keep none."""
    return replace(mention, state="") if mention.state in WITHOUT_CODE else mention


def index_of(annotation: Annotation, registry: Registry, parts: Parts | None = None) -> tuple[MentionIndex, bool]:
    """Return the mentions of a document, "we" among them, and whether it says "we" of itself, as a release does."""

    def state_name(code: str) -> str:
        state = registry.actor(code)
        return state.name if state else code

    doc, mentions, document = annotation.doc, annotation.mentions, annotation.document
    told = MentionIndex(doc, mentions, annotation.places, state_name)
    quoted, issuing = we_mentions(doc, mentions, told)
    index = MentionIndex(
        doc,
        (*mentions, *quoted, *issuing),
        annotation.places,
        state_name,
        is_about=not names_day(document.title, document.published),
        issuers=issuers_of(doc, mentions, issuing, told),
        parts=parts,
    )
    return index, bool(issuing)


def _score(frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention]) -> float:
    """Return a rough score: fuller casts and more demanding frames are right more often."""
    score = 0.35 + 0.15 * bool(actors) + 0.15 * bool(recipients) + 0.05 * min(len(frame.needs), 2)
    weakest = min((m.score for m in (*actors, *recipients)), default=0.5)
    return round(min(0.9, score) * (0.5 + 0.5 * weakest), 4)
