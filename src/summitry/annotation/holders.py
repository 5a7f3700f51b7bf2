"""The offices that a text gives to people as theirs now, and when they held them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from summitry.actors import Registry
from summitry.annotation.evidence import Evidence, Scene, Sentence
from summitry.annotation.windows import Days, between, union
from summitry.model import Interval, Mention, Tenure

__all__ = ["lives_in", "tenure_evidence"]

_FORMER = re.compile(
    r"(?:\b(?:former|ex|then|late|then-|ex-|elect|designate|previous)\W{0,2}(?:\w+\W{1,2}){0,2})$", re.IGNORECASE
)
_FORMER_WITHIN = re.compile(r"\b(?:former|ex|then|late|elect|designate)\b|\b(?:then|ex)-", re.IGNORECASE)
_GENERATION = timedelta(days=3 * 365)
_WORD = re.compile(r"[a-z]+")
_NOT_THE_OFFICE = frozenset(
    "candidate nominee hopeful contender presidential eternal honorary deputy assistant under shadow acting interim "
    "aide adviser advisor spokesman spokeswoman opposition party rebel separatist".split()
)
_TOLD_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\ds?\b|\bcentury\b")

_WORDS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("vice president", (), "vice president"),
    ("president", ("head-of-state", "leader"), "president"),
    ("prime minister", ("head-of-government",), ""),
    ("premier", ("head-of-government",), ""),
    ("chancellor", ("head-of-government",), "chancellor"),
    ("supreme leader", ("leader",), "supreme leader"),
    ("crown prince", (), "crown prince"),
    ("foreign minister", ("foreign-minister",), ""),
    ("external affairs minister", ("foreign-minister",), ""),
    ("foreign secretary", ("foreign-minister",), ""),
    ("secretary of state", ("foreign-minister",), ""),
    ("secretary general", ("igo-head",), ""),
    ("leader", ("leader",), ""),
)
"""Words of a title, the roles they stand for, and words that the office must have. The first that fits counts."""


def tenure_evidence(scene: Scene, registry: Registry) -> Iterator[Evidence]:
    """Yield when the people whom a text calls by an office held it, the one who took it last first.

    "Former", "then" and sentences that tell a year of their own speak of the past and bind nothing.
    """
    found: dict[str, Evidence] = {}
    for sentence in scene.sentences:
        if _TOLD_YEAR.search(sentence.text):
            continue
        for mention in sentence.mentions:
            if mention.kind == "person" and not _is_former(mention, sentence):
                days = _days_held(mention, registry)
                if days:
                    found.setdefault(mention.actor_id, Evidence("tenure", days, 0.0, mention.surface))
    yield from sorted(found.values(), key=lambda evidence: (evidence.days[0][0], evidence.words), reverse=True)


def lives_in(scene: Scene, registry: Registry, window: Interval) -> bool:
    """True where most office-holders that a text names held some office within three years of a window.

    A text full of the names of one time was not written in another, however well a weekday fits.
    """
    assert window.first is not None
    assert window.last is not None
    around = Interval(window.first - _GENERATION, window.last + _GENERATION)
    living: list[bool] = []
    for sentence in scene.sentences:
        if not _TOLD_YEAR.search(sentence.text):
            spans = [registry.tenures(mention.actor_id) for mention in sentence.mentions if mention.kind == "person"]
            living += [any(tenure.span.overlaps(around) for tenure in held) for held in spans if held]
    return 2 * sum(living) >= len(living)


def _is_former(mention: Mention, sentence: Sentence) -> bool:
    at = mention.start - sentence.start
    before = sentence.text[max(0, at - 40) : at]
    return bool(_FORMER_WITHIN.search(mention.surface) or _FORMER.search(before))


def _days_held(mention: Mention, registry: Registry) -> Days:
    if " " not in mention.surface or mention.score < 0.6:
        return ()
    title = f" {' '.join(_WORD.findall(mention.surface.lower()))} "
    if _NOT_THE_OFFICE & set(title.split()):
        return ()
    for words, roles, within in _WORDS:
        if f" {words} " in title:
            held = [tenure for tenure in registry.tenures(mention.actor_id) if _is_of(tenure, roles, within)]
            return union(between(tenure.span.first, tenure.span.last) for tenure in held)
    return ()


def _is_of(tenure: Tenure, roles: tuple[str, ...], within: str) -> bool:
    office = tenure.office.lower()
    if within == "president" and "vice" in office:
        return False
    return (not roles or tenure.role in roles) and within in office
