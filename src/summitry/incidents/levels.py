"""How high an act stands, told from the offices of those who take part.

The words are few and general; `tests/incidents/test_levels.py` holds them against the roles that the registry gives
the offices of its ten thousand tenures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import get_args

from summitry.model import Level, Participant

__all__ = ["LEVELS", "at_least", "level_of_incident", "level_of_office", "level_of_participant"]

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the highest to the lowest."""

_BELOW = re.compile(
    r"\b(vice|deputy|former|ex|under|assistant|first lady|spouse|opposition|parliamentary|shadow|designate"
    r"|elect|lieutenant|adviser|advisor|aide|spokes\w+|press|candidate|ambassador|representative|envoy|observer)\b"
)
_LEADER = re.compile(
    r"\b(president|prime minister|premier|supreme leader|paramount leader|chancellor|taoiseach|king|queen|emperor"
    r"|empress|emir|amir|sultan|shah|pope|grand duke|monarch|head of (?:state|government)|captain regent"
    r"|general secretary|secretary general|first secretary|party chairman|yang di pertuan agong|caliph"
    r"|chairman of the (?:council|presidency|presidium|state|national defen[cs]e|revolutionary|military|provisional"
    r"|supreme|transitional|central|government|communist party)|chairperson of the|leader)\b"
)
_NO_LEADER = re.compile(
    r"\bpresident of the (?:senate|assembly|national assembly|parliament|supreme court|chamber|house|congress|bank)\b"
    r"|\bchancellor of the (?:exchequer|duchy)|\b(?:party|majority|minority|group|faction|house|senate|rebel) leader\b"
    r"|\b(?:provincial|regional|city|youth|union)\b|\bsecretary of the embassy\b"
)
_MINISTER = re.compile(
    r"\b(minister|secretary of (?:state|defen[cs]e|war|the (?:treasury|interior)|commerce|energy|homeland security)"
    r"|(?:foreign|home|defen[cs]e|treasury|commerce|cabinet) secretary|chancellor of the exchequer"
    r"|state councill?or|high representative|attorney general)\b"
)
_SEPARATORS = re.compile(r"[\W_]+")


def at_least(level: Level, lowest: Level | None) -> bool:
    """Tell whether a level is as high as another, always where that is `None`."""
    return lowest is None or LEVELS.index(level) <= LEVELS.index(lowest)


@lru_cache(maxsize=8192)
def level_of_office(office: str) -> Level:
    """Return the level of an office by its name.

    >>> [level_of_office(office) for office in ("Supreme Leader", "Deputy Prime Minister", "Secretary of State")]
    ['leader', 'official', 'minister']
    """
    words = _SEPARATORS.sub(" ", office.casefold()).strip()
    if not words or _BELOW.search(words):
        return "official"
    if _MINISTER.search(words) and not words.startswith("prime minister"):
        return "leader" if "prime minister" in words else "minister"
    if _LEADER.search(words) and not _NO_LEADER.search(words):
        return "leader"
    return "official"


def level_of_participant(participant: Participant) -> Level:
    """Return the level at which somebody takes part; states and bodies without a named person are a `body`."""
    return level_of_office(participant.office) if participant.kind == "person" else "body"


def level_of_incident(participants: Iterable[Participant]) -> Level:
    """Return the level of an incident: that of its side, or of several sides the second highest.

    A side is a state, or one who belongs to none. A leader who receives a minister meets at minister's level.
    """
    sides: dict[str, int] = {}
    for participant in participants:
        side = participant.state or participant.actor_id
        rank = LEVELS.index(level_of_participant(participant))
        sides[side] = min(rank, sides.get(side, rank))
    ranks = sorted(sides.values())
    return LEVELS[ranks[1] if len(ranks) > 1 else ranks[0]] if ranks else "body"
