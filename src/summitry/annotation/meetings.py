"""Known meetings that a text speaks of, and what its words about their time tell of the day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log2

from summitry.annotation.evidence import Evidence, Scene, Sentence
from summitry.annotation.hints import Hint, days_of_writing, readings_of
from summitry.annotation.known import KnownMeeting, KnownMeetings, same_state
from summitry.annotation.sides import (
    MEETING_NOUNS,
    MEETING_WORDS,
    governing_words,
    meeting_before,
    side_of,
    tells_meeting,
)
from summitry.annotation.windows import Days, between, intersect, union
from summitry.language import Token
from summitry.model import Mention

__all__ = ["meeting_evidence"]

_CITY_BITS, _COUNTRY_BITS, _PAIR_BITS, _BODY_BITS, _KIND_BITS = 3.5, 1.5, 2.0, 2.0, 1.5
"""What it tells that a passage names the town of a meeting, its country, two of its people, its body, its kind."""
_NEARBY_BITS = 2.0
"""The town of a meeting named in the sentence before or after."""
_COMPANY = 0.75
"""How much each doubling of the meetings that its people had anywhere takes away: who meets often has met more
often than is known."""
_SURE = 0.5
"""Least score of a mention that counts."""
_WORD = re.compile(r"[^\W_]+")
_RELATIONS = "relations-established"


@dataclass(frozen=True, slots=True)
class _Party:
    """Who and what a passage names that a meeting can be known by, and the words around it."""

    people: frozenset[str]
    bodies: frozenset[str]
    states: frozenset[str]
    words: str
    nearby: str = ""

    @classmethod
    def of(cls, mentions: Iterable[Mention], words: str) -> _Party:
        sure = [mention for mention in mentions if mention.score >= _SURE and mention.kind != "none"]
        states = [mention.state for mention in sure if mention.kind in ("state", "government", "place")]
        return cls(
            frozenset(mention.actor_id for mention in sure if mention.kind == "person"),
            frozenset(same_state(mention.actor_id) for mention in sure if mention.kind not in ("person", "place")),
            frozenset(same_state(state) for state in states if state),
            _padded(words),
        )


def _padded(words: str) -> str:
    """Return words in lower case between single spaces, so that a whole name can be looked for."""
    return " " + " ".join(_WORD.findall(words.lower())) + " "


def meeting_evidence(scene: Scene, known: KnownMeetings, bounds: Days, reach: int) -> Iterator[Evidence]:
    """Yield what the known meetings that a text speaks of tell of the day it was written.

    Args:
        scene: the text.
        known: meetings that can be looked up.
        bounds: days that other evidence leaves.
        reach: days before and after these in which meetings are looked for.
    """
    headline = _headline(scene)
    wide = _widened(bounds, timedelta(days=reach))
    for number, sentence in enumerate(scene.sentences):
        for hint in sentence.hints:
            token = sentence.token_at(hint.start)
            if not (tells_meeting(token) or _may_tell(hint, token, sentence)):
                continue
            parties = list(_parties(hint, token, sentence))
            nearby = _padded(" ".join(each.text for each in scene.sentences[max(0, number - 1) : number + 2]))
            if headline is not None and number < _LEAD:
                parties.append(headline)
            found: list[_Found] = next(
                (met for party in parties if (met := _matches(replace(party, nearby=nearby), known))), []
            )
            evidence = _evidence(hint, token, sentence, found, bounds, wide)
            if evidence is not None:
                yield evidence


def _may_tell(hint: Hint, token: Token, sentence: Sentence) -> bool:
    """True for a day or month that the parser hung on nothing, in a sentence that speaks of a meeting."""
    return (
        hint.month > 0
        and not any(word.pos_ in ("VERB", "AUX") for word in governing_words(token))
        and any(word.lemma_.lower() in MEETING_WORDS for word in sentence.span)
    )


def _parties(hint: Hint, token: Token, sentence: Sentence) -> Iterator[_Party]:
    """Yield who is named in what a time expression hangs on, the nearest words first, then in the sentence."""
    before = meeting_before(token)
    for word in ([before] if before is not None else []) + list(governing_words(token)):
        if word.lemma_.lower() in MEETING_WORDS or (before is not None and word.pos_ == "VERB"):
            first, last = word.left_edge.idx, word.right_edge.idx + len(word.right_edge)
            within = [mention for mention in sentence.mentions if first <= mention.start < last]
            yield _Party.of(within, sentence.words(first, last))
    if hint.month:
        yield _Party.of(sentence.mentions, sentence.text)


_LEAD = 6
"""Sentences in which a meeting told in the headline need not be named again."""


def _headline(scene: Scene) -> _Party | None:
    """Return who the first line names, where it names two people who meet."""
    head = scene.sentences[0] if scene.sentences else None
    if head is None or head.start > 400:
        return None
    words = {token.lemma_.lower() for token in head.span}
    party = _Party.of(head.mentions, head.text)
    return party if len(party.people) == 2 and words & (MEETING_NOUNS | {"meet", "visit", "host"}) else None


@dataclass(frozen=True, slots=True)
class _Found:
    """A known meeting that a passage may speak of.

    Args:
        meeting: the meeting.
        together: how many of the people it names are named, two at most.
        place: bits that the place tells, named with them or elsewhere in the text.
        bits: bits that all it names tells.
    """

    meeting: KnownMeeting
    together: int
    place: float
    bits: float


def _matches(party: _Party, known: KnownMeetings) -> list[_Found]:
    """Return the meetings that a passage may speak of; where it names two of the people, only those of the two."""
    found: list[_Found] = []
    for meeting in known.of(party.people | party.bodies):
        place = _place_bits(party, meeting)
        if meeting.kind != _RELATIONS and _takes_part(party, meeting, place):
            together = min(2, len(party.people & meeting.people.keys()))
            who = _PAIR_BITS if together == 2 else 0.0 if meeting.states else _BODY_BITS
            named = _KIND_BITS if meeting.kind == "summit" and " summit " in party.words else 0.0
            found.append(_Found(meeting, together, place, who + place + named))
    most = max((each.together for each in found), default=0)
    return [each for each in found if each.together == most]


def _place_bits(party: _Party, meeting: KnownMeeting) -> float:
    if meeting.city and _padded(meeting.city) in party.words:
        return _CITY_BITS
    if meeting.city and _padded(meeting.city) in party.nearby:
        return _NEARBY_BITS
    in_country = (meeting.country and _padded(meeting.country) in party.words) or meeting.host in party.states
    return _COUNTRY_BITS if in_country else 0.0


def _takes_part(party: _Party, meeting: KnownMeeting, place: float) -> bool:
    people = party.people & meeting.people.keys()
    if len(people) >= 2:
        return True
    if meeting.bodies and not meeting.people:
        named = meeting.bodies <= party.bodies | party.states
        return named and _speaks_of_kind(party, meeting)
    own = {meeting.people[person] for person in people}
    visits = meeting.host not in own and bool((meeting.states - own) & party.states)
    return bool(people) and (place == _CITY_BITS or (place > 0 and visits))


def _speaks_of_kind(party: _Party, meeting: KnownMeeting) -> bool:
    return _padded(meeting.kind) in party.words or (meeting.kind == "summit" and " leaders " in party.words)


def _evidence(
    hint: Hint,
    token: Token,
    sentence: Sentence,
    found: list[_Found],
    bounds: Days,
    wide: Days,
) -> Evidence | None:
    side = side_of(token, sentence.span)
    near = [each for each in found if intersect(between(each.meeting.start, each.meeting.end), wide)]
    best = max((each.place for each in near), default=0.0)
    fitting: list[tuple[_Found, Days]] = []
    for each in near:
        days = days_of_writing(hint, side, each.meeting.start, each.meeting.end) if each.place == best else ()
        if intersect(days, bounds):
            fitting.append((each, days))
    if not fitting:
        return None
    chance = log2(sum(each.place == best for each in near)) + _COMPANY * log2(len(near))
    bits = max(0.0, hint.bits + max(each.bits for each, _ in fitting) - chance)
    label = "; ".join(each.meeting.label for each, _ in fitting[:2])
    words = f"{sentence.words(hint.start, hint.end)} ({label})"
    readings = [
        reading for each, _ in fitting for reading in readings_of(hint, side, each.meeting.start, each.meeting.end)
    ]
    return Evidence("known-meeting", union(days for _, days in fitting), bits, words, hint, tuple(readings))


def _widened(bounds: Days, reach: timedelta) -> Days:
    """Reach some days beyond the bounds: "last April" may lie before the office was taken."""
    return union(
        between(
            first - reach if first > date.min + reach else None,
            last + reach if last < date.max - reach else None,
        )
        for first, last in bounds
    )
