"""Finding the times of a text: scan, read, guard, resolve in the order of the telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from summitry.dates.affixes import Layer, apply_layer, layers_around
from summitry.dates.anchors import anchor_of
from summitry.dates.context import Resolved, Timeline, Told, tells_history
from summitry.dates.friends import words_beside
from summitry.dates.grammar import read_expressions
from summitry.dates.guards import is_time, months_as_names
from summitry.dates.headings import heads_entry
from summitry.dates.joining import join_clocks, pair_ranges
from summitry.dates.readings import Reading
from summitry.dates.resolution import Circumstance, resolve
from summitry.dates.scan import Tokens, scan
from summitry.dates.tense import ends_sentence, tense_near
from summitry.model import Interval, Precision, Span, TimeExpression
from summitry.model.time import TimexType

__all__ = ["find_times"]

_PAST_REACH = 5
"""Most tokens between a past verb and a partial date that it puts in the past."""
_TENSED = frozenset({"calendar", "weekday", "relative", "ordinal-day"})


def find_times(
    text: str, published: Interval | None, *, spans: Sequence[Span] | None = None
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, each with the days it stands for.

    Where words around a date change its days, the phrase comes first and the bare date after it:
    "since March 11" (an open interval) and "March 11" (a day). `outermost` keeps the phrases alone.

    Args:
        text: the text; offsets are code points of it.
        published: the day, month or year of publication, `None` where unknown: "yesterday" then
            stays undated and partial dates are completed from the dates told before.
        spans: parts of the text to read, in order; the whole where `None`.

    Returns:
        The expressions by offset, wider before narrower. Bounds are `None` where the text does not
        tell the days.
    """
    tokens = scan(text if spans is None else _masked(text, spans))
    people = months_as_names(tokens)
    readings = [reading for reading in read_expressions(tokens) if is_time(tokens, reading, people)]
    if not readings:
        return ()
    return tuple(_tell(tokens, pair_ranges(tokens, join_clocks(tokens, readings)), published))


def _masked(text: str, spans: Sequence[Span]) -> str:
    """Blank out what lies outside the spans, with a paragraph break in every gap."""
    parts: list[str] = []
    before = 0
    for start, end in spans:
        gap = start - before
        parts.append(("\n\n" + " " * gap)[: max(0, gap)])
        parts.append(text[max(start, before) : end])
        before = max(before, end)
    parts.append(" " * (len(text) - before))
    return "".join(parts)


@dataclass(slots=True)
class _Place:
    """How far the telling has been read: token, sentence and paragraph."""

    token: int = 0
    sentence: int = 0
    paragraph: int = 0

    def advance(self, tokens: Tokens, token: int) -> None:
        """Count the sentences and paragraphs up to a token."""
        for index in range(self.token, token):
            if ends_sentence(tokens, index):
                self.sentence += 1
                self.paragraph += tokens.words[index].startswith("\n")
        self.token = max(self.token, token)


def _tell(tokens: Tokens, readings: list[Reading], published: Interval | None) -> list[TimeExpression]:
    """Resolve the readings one after another, each in the light of those before."""
    timeline = Timeline(published, tells_history(readings, published))
    place = _Place()
    found: list[TimeExpression] = []
    floor = 0
    for number, reading in enumerate(readings):
        place.advance(tokens, reading.first)
        around = _circumstance(tokens, readings, number, timeline, place)
        bare = resolve(reading, around)
        last = _last_with_anchor(readings, number, around)
        layers = layers_around(tokens, reading, floor, ranged=reading.pair > 0 and _has_partner(readings, number))
        found.extend(_layered(tokens, replace(reading, last=last), bare, layers, timeline))
        _remember(around, reading, bare, place, layers)
        floor = reading.last
    return sorted(found, key=lambda time: (time.start, -time.end))


def _has_partner(readings: list[Reading], number: int) -> bool:
    return readings[number].pair == 2


def _circumstance(
    tokens: Tokens, readings: list[Reading], number: int, timeline: Timeline, place: _Place
) -> Circumstance:
    reading = readings[number]
    reach = _PAST_REACH if reading.kind == "calendar" else 40
    tense = tense_near(tokens, reading.first, reading.last, reach) if reading.kind in _TENSED else ""
    words = tokens.words
    partner = _partner(readings, number)
    ends = (reading, partner or reading)
    heads = reading.kind == "calendar" and heads_entry(tokens, min(r.first for r in ends), max(r.last for r in ends))
    around = Circumstance(
        tokens,
        timeline,
        "past" if heads and not tense else tense,
        place.sentence,
        partner=partner,
        with_the=words[reading.first] == "the",
        opens_sentence=_opens_sentence(tokens, reading.first),
        heads_entry=heads,
        exact=reading.kind == "shift" and _is_exact(tokens, reading),
    )
    anchor = anchor_of(tokens, readings, number, timeline, place.sentence, around)
    return replace(around, anchor=anchor) if anchor else around


def _is_exact(tokens: Tokens, reading: Reading) -> bool:
    """True for "exactly two weeks ago", "two weeks ago to the day" and "two weeks ago today"."""
    if tokens.words[reading.last - 1] == "today":
        return True
    if reading.first and tokens.words[reading.first - 1] in ("exactly", "precisely"):
        return True
    after = tokens.words[reading.last : reading.last + 7]
    return any(after[index : index + 3] == ["to", "the", "day"] for index in range(5))


def _opens_sentence(tokens: Tokens, first: int) -> bool:
    """True where at most a preposition stands between a token and the beginning of its sentence."""
    before = first - 1 if first and tokens.words[first - 1] in ("in", "on", "by", "during") else first
    return before == 0 or ends_sentence(tokens, before - 1)


def _partner(readings: list[Reading], number: int) -> Reading | None:
    """Return the other end of the range that a reading belongs to."""
    pair = readings[number].pair
    if pair == 1 and number + 1 < len(readings):
        return readings[number + 1]
    if pair == 2 and number > 0:
        return readings[number - 1]
    return None


def _last_with_anchor(readings: list[Reading], number: int, around: Circumstance) -> int:
    """Return the end of the expression with the date it is counted from, where that follows it."""
    if around.anchor is None or around.anchor.token <= readings[number].first or number + 1 >= len(readings):
        return readings[number].last
    if readings[number].kind not in ("shift", "duration"):
        return readings[number].last
    return readings[number + 1].last


def _layered(
    tokens: Tokens, reading: Reading, bare: Resolved, layers: list[Layer], timeline: Timeline
) -> list[TimeExpression]:
    """Return the phrases around an expression, widest first, and the expression itself."""
    now = timeline.now("D")
    told = timeline.latest("D")
    anchor = told.first if told else None
    first, last, current = reading.first, reading.last, bare
    kept: list[TimeExpression] = []
    for layer in layers:
        changed = apply_layer(current, layer, now, anchor)
        wider = layer.first < first or layer.last > last
        if wider and (changed.first, changed.last) != (current.first, current.last):
            kept.append(_expression(tokens, first, last, current, reading.pair))
        first, last, current = layer.first, max(last, layer.last), changed
    kept.append(_expression(tokens, first, last, current, reading.pair))
    return kept


def _expression(tokens: Tokens, first: int, last: int, resolved: Resolved, pair: int) -> TimeExpression:
    rule = resolved.rule + ("", "/range-first", "/range-last")[pair]
    interval = Interval(resolved.first, resolved.last, cast(Precision, resolved.precision), rule, resolved.anchor)
    return TimeExpression(
        tokens.starts[first], tokens.ends[last - 1], cast(TimexType, resolved.type), resolved.value, interval
    )


def _remember(around: Circumstance, reading: Reading, bare: Resolved, place: _Place, layers: list[Layer]) -> None:
    tokens, timeline = around.tokens, around.timeline
    if bare.first is None or bare.last is None or not bare.unit:
        return
    if timeline.history and (bare.rule.startswith("day-name") or (bare.anchor == "publication" and bare.unit != "Y")):
        return
    background = _is_background(tokens, timeline, reading, bare, layers)
    explicit = bare.explicit or _keeps_year(timeline, reading, bare)
    timeline.add(
        Told(
            reading.first,
            place.sentence,
            place.paragraph,
            bare.first,
            bare.last,
            bare.unit,
            explicit,
            background,
            around.heads_entry,
        )
    )


def _keeps_year(timeline: Timeline, reading: Reading, bare: Resolved) -> bool:
    """True for a date in the year of the one told before it, which the text gave: "May 20 … four days later"."""
    if bare.rule in ("running-date", "that-of-text", "same-of-text"):
        return True
    running = timeline.running()
    if reading.kind != "shift" or bare.anchor in ("", "publication") or running is None or bare.first is None:
        return False
    return running.explicit and bare.first.year == running.first.year


def _ends_line(tokens: Tokens, reading: Reading) -> bool:
    """True for the year, or the first of two, with which a heading ends: "The war over the islands, 1982"."""
    last = reading.last + 2 * (reading.pair == 1)
    return last < len(tokens) and tokens.words[last].startswith("\n")


_LEAP = 3
"""Most years that a telling goes on by within a sentence; a year farther off is looked at from afar."""


def _is_gone_on_with(tokens: Tokens, after: int) -> bool:
    """True where a clause tells what was then: "no trouble until 1990, *when* the crops failed"."""
    words = tokens.words[after : after + 2]
    return words[:1] == ["when"] or words == [",", "when"]


def _is_background(tokens: Tokens, timeline: Timeline, reading: Reading, bare: Resolved, layers: list[Layer]) -> bool:
    """True for a bare year that the telling only looks back to: "since 1904", "the 1953 armistice"."""
    if bare.unit != "Y" or not bare.explicit:
        return False
    if any(layer.preposition for layer in layers):
        return not _is_gone_on_with(tokens, reading.last)
    if reading.first == 0 or tokens.text[tokens.starts[reading.first] - 1] == "\n":
        return False
    if timeline.history and not timeline.told and _ends_line(tokens, reading):
        return False
    if tokens.words[reading.first - 1] not in words_beside("introduces_year"):
        return True
    running = timeline.running() if timeline.history else None
    if running is None or bare.first is None or _opens_sentence(tokens, layers[-1].first if layers else reading.first):
        return False
    if timeline.told and timeline.told[-1].first.year == bare.first.year:
        return False
    return not running.first.year <= bare.first.year <= running.first.year + _LEAP
