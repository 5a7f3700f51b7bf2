"""Words before and after an expression that change its days: early, late, since, until, by, onwards.

Each adds a layer around the bare expression: "by the end of 1914" is 1914, the end of it, and
everything up to there. All layers are told, the widest first, so that a reader of the bare date and
a reader of the whole phrase both find what they look for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.dates import calendar
from summitry.dates.context import Resolved
from summitry.dates.friends import words_beside
from summitry.dates.readings import Part, Preposition, Reading
from summitry.dates.scan import Tokens

__all__ = ["Layer", "apply_layer", "layers_around"]

_PARTS: dict[str, Part] = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
_ENDS: dict[str, Part] = {
    "beginning": "start",
    "start": "start",
    "onset": "start",
    "outset": "start",
    "end": "end",
    "close": "end",
    "middle": "mid",
}
_HALVES: dict[str, Part] = {"first": "half-1", "second": "half-2", "latter": "half-2", "last": "half-2"}
_PREPOSITIONS: dict[str, Preposition] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}
_NO_PART = frozenset({"duration", "set", "vague", "shift", "window", "anniversary", "clock", "fiscal"})
_NO_PREPOSITION = frozenset({"duration", "set", "vague", "window", "clock"})


@dataclass(frozen=True, slots=True)
class Layer:
    """A phrase around an expression.

    Args:
        first: index of its first token.
        last: index after its last token.
        part: the part of the days that it names, `""` for none.
        preposition: the preposition that opens its days, `""` for none.
    """

    first: int
    last: int
    part: Part = ""
    preposition: Preposition = ""


def layers_around(tokens: Tokens, reading: Reading, floor: int, *, ranged: bool) -> list[Layer]:
    """Return the layers around a reading, the narrowest first; empty where no word changes it.

    Args:
        tokens: the text.
        reading: the bare expression.
        floor: first token that may belong to it; those before are another expression's.
        ranged: True for an end of a range, where "until" and "to" only join.
    """
    layers: list[Layer] = []
    first = reading.first
    if reading.part:
        layers.append(Layer(first, reading.last, reading.part))
    if reading.kind not in _NO_PART:
        first = _take_parts(tokens, reading, floor, layers)
    first = _take_approximate(tokens, reading, first, floor, layers)
    if reading.kind not in _NO_PREPOSITION and not ranged:
        _take_preposition(tokens, reading, first, floor, layers)
    return layers


def _word(tokens: Tokens, index: int, floor: int = 0) -> str:
    return tokens.words[index] if floor <= index < len(tokens) else ""


def _take_parts(tokens: Tokens, reading: Reading, floor: int, layers: list[Layer]) -> int:
    first = reading.first
    for _ in range(2):
        found = _part_before(tokens, first, floor, reading)
        if found is None:
            break
        part, first = found
        if _word(tokens, first - 1, floor) in ("the", "very"):
            first -= 1
        layers.append(Layer(first, reading.last, part))
    return first


_NUMBERED = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "last", "final": "last"}


def _numbered_before(tokens: Tokens, at: int, floor: int) -> tuple[Part, int] | None:
    """Read "the first week of", "the last decade of", "the rest of"; `at` is the token of "of"."""
    unit, number = _word(tokens, at - 1, floor), _word(tokens, at - 2, floor)
    if unit in ("rest", "remainder"):
        return "later", at - 1
    if unit in ("week", "decade") and number in _NUMBERED:
        return f"{unit}-{_NUMBERED[number]}", at - 2
    return None


def _joined_before(tokens: Tokens, at: int, floor: int) -> tuple[Part, int] | None:
    """Read "mid-to-late", "early to mid"; `at` is the token of the second part."""
    joint = at - 1
    while _word(tokens, joint, floor) in ("-", "‐", "–"):
        joint -= 1
    if _word(tokens, joint, floor) not in ("to", "or"):
        return None
    opening = joint - 1
    while _word(tokens, opening, floor) in ("-", "‐", "–"):
        opening -= 1
    part = _PARTS.get(_word(tokens, opening, floor))
    return (f"{part}/{_PARTS[tokens.words[at]]}", opening) if part else None


def _part_before(tokens: Tokens, first: int, floor: int, reading: Reading) -> tuple[Part, int] | None:
    """Return the part that the words before a token name, and where those words begin."""
    at = first - 1
    named = at - 1 if _word(tokens, at, floor) in ("-", "‐", "–") else at
    if _word(tokens, named, floor) in _PARTS and (joined := _joined_before(tokens, named, floor)):
        return joined
    if _word(tokens, at, floor) == "of" and (numbered := _numbered_before(tokens, at, floor)):
        return numbered
    word, before = _word(tokens, at, floor), _word(tokens, at - 1, floor)
    if word in ("-", "‐", "–") and before in ("mid", "early", "late", "end") and tokens.tight(at):
        return ("end" if before == "end" else _PARTS[before]), at - 1
    if word in _PARTS:
        return _PARTS[word], at
    if word == "in" and before in ("early", "late"):
        return _PARTS[before], at - 1
    if word == "in" and before in ("earlier", "later"):
        return ("earlier" if before == "earlier" else "later"), at - 1
    if word in ("earlier", "later"):
        return ("earlier" if word == "earlier" else "later"), at
    if word == "far" and before == "so":
        return "so-far", at - 1
    if word == "of" and before in _ENDS:
        return _ENDS[before], at - 1
    if word == "of" and before == "half" and _word(tokens, at - 2, floor) in _HALVES:
        return _HALVES[tokens.words[at - 2]], at - 2
    if (
        word == "of"
        and before in ("part", "days", "weeks", "months", "years")
        and _word(tokens, at - 2, floor) in ("early", "late", "latter")
    ):
        return ("early" if tokens.words[at - 2] == "early" else "late"), at - 2
    return None


def _take_approximate(tokens: Tokens, reading: Reading, first: int, floor: int, layers: list[Layer]) -> int:
    """Take "about", "more than", "at least" before a count into the expression; they change nothing (C9)."""
    before = _word(tokens, first - 1, floor)
    if reading.kind in ("shift", "duration", "window") or reading.rule == "year":
        if before in words_beside("approximate") and not (
            before in ("some", "over", "just", "only", "around") and reading.rule == "year"
        ):
            first -= 1
        elif (before == "than" and _word(tokens, first - 2, floor) in ("more", "less", "fewer")) or (
            before in ("least", "most") and _word(tokens, first - 2, floor) == "at"
        ):
            first -= 2
    if first != (layers[-1].first if layers else reading.first):
        layers.append(Layer(first, reading.last))
    return first


def _take_preposition(tokens: Tokens, reading: Reading, first: int, floor: int, layers: list[Layer]) -> None:
    at = first - 1
    word = _word(tokens, at, floor)
    if word in ("the", "on"):
        at -= 1
        word = _word(tokens, at, floor) if _word(tokens, at, floor) in _PREPOSITIONS else ""
    if word == "to" and _word(tokens, at - 1, floor) == "prior":
        layers.append(Layer(at - 1, reading.last, preposition="before"))
        return
    if word == "than" and _word(tokens, at - 1, floor) == "later":
        layers.append(Layer(at - 1, reading.last, preposition="by"))
        return
    if word in _PREPOSITIONS:
        start = at - 1 if _word(tokens, at - 1, floor) in ("ever", "up") else at
        layers.append(Layer(start, reading.last, preposition=_PREPOSITIONS[word]))
        return
    if word == "of" and (opening := _event_phrase(tokens, at, floor)):
        layers.append(Layer(opening, reading.last, preposition=_PREPOSITIONS[tokens.words[opening]]))
        return
    if word in ("from", "as", "starting", "beginning") and (onward := _forward_words(tokens, reading.last)):
        layers.append(Layer(at, reading.last + onward, preposition="from-on"))


_PHRASE = 7
"""Most tokens of "the Singapore summit" in "since the Singapore summit of June 12"."""


def _event_phrase(tokens: Tokens, at: int, floor: int) -> int | None:
    """Return the token of "since" in "since the Singapore summit of June 12"; `at` is the token of "of"."""
    for index in range(at - 1, max(floor, at - _PHRASE) - 1, -1):
        word = tokens.words[index]
        if word in ("since", "until", "before", "after") and tokens.words[index + 1] in (
            "the",
            "its",
            "their",
            "his",
            "that",
        ):
            return index
        if not word.isalpha() and word not in ("-", "'s", "’s"):
            return None
    return None


def _forward_words(tokens: Tokens, last: int) -> int:
    word = _word(tokens, last)
    if word in ("onward", "onwards", "forward"):
        return 1
    if word == "on" and not _word(tokens, last + 1).isalpha():
        return 1
    return 0


def apply_layer(bare: Resolved, layer: Layer, now: date | None, anchor: date | None) -> Resolved:
    """Return the days of a phrase, given those of the expression within it.

    Args:
        bare: the expression within.
        layer: the phrase.
        now: the day of writing.
        anchor: the day that "later that year" is counted from, in the text.
    """
    if bare.first is None or bare.last is None:
        return bare
    try:
        if layer.part:
            return _apply_part(bare, layer.part, now, anchor)
        if layer.preposition:
            return _apply_preposition(bare, layer.preposition, now)
    except (ValueError, OverflowError, KeyError):
        return bare
    return bare


def _apply_part(bare: Resolved, part: Part, now: date | None, anchor: date | None) -> Resolved:
    assert bare.first is not None
    assert bare.last is not None
    rule = f"{part}-of-{bare.rule}"
    if part in ("earlier", "later", "so-far"):
        turn = anchor if anchor is not None and bare.first <= anchor <= bare.last else now
        if turn is None or not bare.first <= turn <= bare.last or bare.unit in ("", "D"):
            return bare
        first, last = (turn, bare.last) if part == "later" else (bare.first, turn)
        return replace(bare, first=first, last=last, unit="", precision="range", rule=rule)
    if part.startswith(("week-", "decade-")):
        if bare.unit != ("M" if part.startswith("week-") else "C"):
            return bare
        first, last = calendar.part_of((bare.first, bare.last), bare.unit, part)
        value, kind = ("P1W", "DURATION") if part.startswith("week-") else (f"{first.year // 10}", bare.type)
        precision = "week" if part.startswith("week-") else "decade"
        return replace(bare, type=kind, value=value, first=first, last=last, unit="", precision=precision, rule=rule)
    if bare.unit in ("", "D", "W", "F", "WE") and part not in ("start", "end"):
        return bare
    if bare.unit in ("", "D"):
        return bare
    first, last = calendar.part_of((bare.first, bare.last), bare.unit, part)
    precision = {"Y": "year-part", "M": "month-part", "E": "decade-part"}.get(bare.unit, "range")
    if part.startswith("half") and bare.unit == "Y":
        precision = "half-year"
    if part in ("start", "end"):
        precision = "day"
    return replace(bare, first=first, last=last, unit="", precision=precision, rule=rule)


def _apply_preposition(bare: Resolved, preposition: Preposition, now: date | None) -> Resolved:
    """C13: since, until, by, before, after, from … onwards."""
    assert bare.first is not None
    assert bare.last is not None
    first: date | None = bare.first
    last, end = bare.last, now if now is not None and now >= bare.first else None
    one = timedelta(days=1)
    rule = f"{preposition}-{bare.rule}"
    if preposition == "since":
        return replace(bare, first=first, last=end, unit="", precision="range" if end else "open", rule=rule)
    if preposition in ("until", "by"):
        first, end = None, last
    elif preposition == "before":
        first, end = None, bare.first - one
    elif preposition == "after":
        first, end = last + one, None
    else:
        end = None
    return replace(bare, first=first, last=end, unit="", precision="open", rule=rule)
