"""Which words name the same office, and which of several offices of one person counts."""

from __future__ import annotations

from functools import lru_cache

from summitry.actors.folding import fold
from summitry.model import Tenure

__all__ = ["rank_tenure", "same_office"]

_RANKS = {
    "leader": 9,
    "head-of-state": 8,
    "head-of-government": 7,
    "igo-head": 6,
    "foreign-minister": 5,
    "defence-minister": 4,
    "deputy": 3,
    "party-leader": 2,
    "envoy": 1,
    "other": 0,
}

_SYNONYMS = {
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of external affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "defense minister": "defence minister",
    "secretary of defence": "secretary of defense",
    "defense secretary": "secretary of defense",
    "defence secretary": "secretary of defense",
    "treasury secretary": "secretary of the treasury",
    "premier": "prime minister",
    "secretary general": "general secretary",
    "general secretary of the communist party": "general secretary",
    "national security adviser": "national security advisor",
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
}

_PARTY_OFFICES = ("general secretary", "first secretary", "party")
"""Offices under which a leader's role ranks below a state office held beside them."""


def same_office(one: str, other: str) -> bool:
    """Tell whether two names mean the same office, as `Premier` and `Prime Minister` do."""
    return _standard(one) == _standard(other)


def rank_tenure(tenure: Tenure) -> int:
    """Rank an office among those that one person holds at a time, the higher the more it counts.

    A paramount leader's own title comes first, save that a party post yields to a presidency or premiership held
    beside it, and comes before the chair of a presidium: Xi Jinping is President, Kim Jong Un is Supreme Leader,
    Leonid Brezhnev is General Secretary.
    """
    rank = _RANKS[tenure.role]
    if tenure.role == "leader" and _standard(tenure.office).startswith(_PARTY_OFFICES):
        return 6
    if tenure.role == "head-of-state" and tenure.office.startswith("Chairman"):
        return 5
    if tenure.role in ("head-of-state", "head-of-government") and tenure.office.startswith("Acting"):
        rank -= 1
    return rank


@lru_cache(maxsize=4096)
def _standard(office: str) -> str:
    words = fold(office).removeprefix("the ")
    return _SYNONYMS.get(words, words)
