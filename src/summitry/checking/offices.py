"""Offices that stand for any holder: "the first visit by a Chinese premier" is about whoever was premier."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.checking.parties import Party, stands_for
from summitry.incidents import level_of_participant
from summitry.model import Incident

__all__ = ["AnyHolder", "any_holder", "holds_office", "is_called", "office_in", "office_of_both", "office_words"]

_ANY = re.compile(
    r"\b(?:an?|any|no|other|another|first)\s+(?:(?:sitting|serving|incumbent)\s+)?"
    r"(?P<nation>(?:(?!(?:time|that|the|of|visit|trip|by|an?|in|to|for|from)\b)[\w.'’-]+\s+){0,3}?)$"
)


@dataclass(frozen=True, slots=True)
class AnyHolder:
    """An office that stands for whoever holds it.

    Args:
        office: its name in `offices.toml`.
        nation: the words that say whose: `chinese`, `""` where none do.
    """

    office: str
    nation: str


@dataclass(frozen=True, slots=True)
class _Office:
    """An office of `offices.toml`.

    Args:
        claim: words of claims that name it.
        office: words of a participant's office that answer to it.
        level: the level that its holder has, `""` where the words are enough.
    """

    claim: tuple[str, ...]
    office: tuple[str, ...]
    level: str = ""


@cache
def _offices() -> dict[str, _Office]:
    table = tomllib.loads(files("summitry.checking").joinpath("data/offices.toml").read_text(encoding="utf-8"))
    return {n: _Office(tuple(row["claim"]), tuple(row["office"]), row.get("level", "")) for n, row in table.items()}


def any_holder(words: str) -> AnyHolder | None:
    """Return the office of which words tell any holder, `None` where they tell none.

    >>> any_holder("the first visit by a Chinese premier in 18 years"), any_holder("President Xi's visit")
    (AnyHolder(office='prime minister', nation='chinese'), None)
    """
    text = " ".join(words.lower().split())
    phrases = sorted(((p, name) for name, row in _offices().items() for p in row.claim), key=lambda e: -len(e[0]))
    for phrase, name in phrases:
        for match in re.finditer(rf"\b{re.escape(phrase)}\b", text):
            before = _ANY.search(text[: match.start()])
            if before:
                return AnyHolder(name, before["nation"].strip())
    return None


def office_of_both(words: str) -> str:
    """Return the office in which all sides take part, told by its plural, `""` where none is.

    >>> office_of_both("The prime ministers of the two Koreas met."), office_of_both("Both met the prime minister.")
    ('prime minister', '')
    """
    text = " ".join(words.lower().split())
    plurals = ((phrase, name) for name, row in _offices().items() for phrase in row.claim if phrase.endswith("s"))
    found = [(len(p), name) for p, name in plurals if re.search(rf"\b{re.escape(p)} of (?!state\b)", text)]
    return max(found)[1] if found else ""


def office_in(words: str) -> str:
    """Return the office that words name, the longest, `""` where they name none.

    >>> office_in("as prime minister"), office_in("as leader")
    ('prime minister', '')
    """
    text = words.lower()
    found = [(len(p), name) for name, row in _offices().items() for p in row.claim if re.search(rf"\b{p}\b", text)]
    return max(found)[1] if found else ""


def office_words(office: str) -> frozenset[str]:
    """Return the words by which claims name an office, nothing for `""`."""
    return frozenset(word for phrase in _offices()[office].claim for word in phrase.split()) if office else frozenset()


def holds_office(incident: Incident, party: Party, office: str) -> bool:
    """True where one who acts for a party holds an office in an incident."""
    row = _offices()[office]
    return any(
        stands_for(participant, party)
        and _is_called(participant.office.lower(), row.office)
        and (not row.level or level_of_participant(participant) == row.level)
        for participant in incident.participants
    )


def is_called(office: str, name: str) -> bool:
    """True where a participant's office is the one of a name in `offices.toml`."""
    return _is_called(office.lower(), _offices()[name].office)


def _is_called(office: str, words: tuple[str, ...]) -> bool:
    lesser = re.search(r"\b(vice|deputy|assistant|under|acting|former|ex)\b", office) is not None
    return not lesser and any(re.search(rf"\b{re.escape(word)}\b", office) for word in words)
