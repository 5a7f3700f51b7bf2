"""What an expression is counted from where its own words tell: "two weeks after the Hanoi summit"."""

from __future__ import annotations

from dataclasses import replace

from summitry.dates.context import Timeline, Told
from summitry.dates.friends import words_beside
from summitry.dates.readings import Reading
from summitry.dates.resolution import Circumstance, resolve
from summitry.dates.scan import Tokens
from summitry.dates.tense import ends_sentence, past_verbs, tense_near

__all__ = ["anchor_of"]

_REACH = 12
"""Most tokens between "after" and the date of the event it names."""
_NEAR = 14
"""Most tokens between a date told before and the word that names its event."""


def anchor_of(
    tokens: Tokens, readings: list[Reading], number: int, timeline: Timeline, sentence: int, around: Circumstance
) -> Told | None:
    """Return the date that an expression is counted from by its own words, `None` where they name none."""
    reading = readings[number]
    if reading.kind == "anniversary":
        return _day_of_anniversary(tokens, readings, number, timeline, sentence, around)
    if reading.rule == "count-of-unit" and reading.sign:
        return _whole_ahead(tokens, readings, number, around)
    if reading.kind != "shift" or not reading.rule.endswith(("-before", "-after")):
        return None
    ahead = _date_ahead(tokens, readings, number, around)
    if ahead is not None:
        return ahead
    return _event_told(tokens, reading, timeline)


def _date_ahead(tokens: Tokens, readings: list[Reading], number: int, around: Circumstance) -> Told | None:
    """Resolve the date in the same clause: "a month after the vote of October 9, 2006"."""
    if number + 1 >= len(readings):
        return None
    reading, ahead = readings[number], readings[number + 1]
    if ahead.kind not in ("calendar", "weekday", "dayname") or ahead.first - reading.last > _REACH:
        return None
    for index in range(reading.last, ahead.first):
        if tokens.words[index] in (",", ";", ":", "(", "—") or ends_sentence(tokens, index):
            return None
    return _resolved_ahead(ahead, around)


def _whole_ahead(tokens: Tokens, readings: list[Reading], number: int, around: Circumstance) -> Told | None:
    """Resolve what "the first nine months" are part of, where "of 2012" follows."""
    if number + 1 >= len(readings):
        return None
    ahead = readings[number + 1]
    if tokens.words[readings[number].last : ahead.first] != ["of"] or ahead.kind not in ("calendar", "relative"):
        return None
    return _resolved_ahead(ahead, around)


def _resolved_ahead(ahead: Reading, around: Circumstance) -> Told | None:
    tense = tense_near(around.tokens, ahead.first, ahead.last)
    found = resolve(ahead, replace(around, tense=tense, with_the=False))
    if found.first is None or found.last is None or not found.unit:
        return None
    return Told(ahead.first, around.sentence, 0, found.first, found.last, found.unit, found.explicit)


def _event_told(tokens: Tokens, reading: Reading, timeline: Timeline) -> Told | None:
    """Return the date told near the words that name the event: "ten days before the summit"."""
    named = _event_words(tokens, reading.last)
    clause = any(word.endswith("ed") or word in past_verbs() for word in named)
    needed = 2 if clause and tokens.words[reading.last] not in ("the", "a", "an") else 1
    best: tuple[int, Told] | None = None
    for told in reversed(timeline.told[-_REACH:]):
        near = set(tokens.words[max(0, told.token - _NEAR) : min(told.token + _NEAR, reading.first)])
        shared = len(named & near)
        if shared >= needed and (best is None or shared > best[0]):
            best = (shared, told)
    return best[1] if best else None


def _event_words(tokens: Tokens, start: int) -> set[str]:
    """Return the content words of the noun phrase that begins at a token."""
    words: set[str] = set()
    for index in range(start, min(len(tokens), start + 7)):
        word = tokens.words[index]
        if not word.isalpha() and word not in ("-", "'", "'s", "’s"):
            break
        if word not in words_beside("empty_in_event_names") and word.isalpha() and len(word) > 2:
            words.add(word)
    return words


def _day_of_anniversary(
    tokens: Tokens, readings: list[Reading], number: int, timeline: Timeline, sentence: int, around: Circumstance
) -> Told | None:
    """Return the day on which an anniversary falls, where the sentence tells it (C14)."""
    reading = readings[number]
    told = timeline.told[-1] if timeline.told else None
    if told is not None and told.sentence == sentence and told.unit == "D":
        return told if words_beside("anniversary_falls") & set(tokens.words[told.token : reading.first]) else None
    if number + 1 >= len(readings):
        return None
    ahead = readings[number + 1]
    between = range(reading.last, ahead.first)
    if ahead.first - reading.last > _REACH or any(ends_sentence(tokens, index) for index in between):
        return None
    if ahead.kind not in ("weekday", "dayname") and ahead.day is None:
        return None
    near = set(tokens.words[max(0, reading.first - 6) : ahead.first])
    found = _resolved_ahead(ahead, around) if words_beside("anniversary_falls") & near else None
    return found if found is not None and found.unit == "D" else None
