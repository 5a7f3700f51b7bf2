"""What a counted act was about: nuclear tests are not missile tests, six-party talks no Red Cross talks."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.model import EventType, Incident

__all__ = ["Matter", "is_about", "matters_in"]

_WORDS = re.compile(r"[\w]+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Matter:
    """What an act can be about.

    Args:
        name: its name.
        claim: words of claims that name it.
        types: categories of which it tells some from others.
        incident: how words or phrases of an incident's sentence begin that tell it; none where its mode tells it alone.
        modes: modes of incidents that can be about it, none where all can: talks of six are no visit about them.
    """

    name: str
    claim: tuple[str, ...]
    types: tuple[str, ...]
    incident: tuple[str, ...]
    modes: tuple[str, ...] = ()


@cache
def _matters() -> tuple[Matter, ...]:
    table = tomllib.loads(files("summitry.checking").joinpath("data/matters.toml").read_text(encoding="utf-8"))
    return tuple(
        Matter(name, tuple(row["claim"]), tuple(row["types"]), tuple(row["incident"]), tuple(row.get("modes", ())))
        for name, row in table.items()
    )


def matters_in(words: str, kind: EventType | str) -> tuple[Matter, ...]:
    """Return the matters that the words of a claim name.

    >>> [matter.name for matter in matters_in("second nuclear test", "MOBILIZE")]
    ['nuclear']
    """
    told = {form for word in _WORDS.findall(words.lower()) for form in (word, word.removesuffix("s"))}
    return tuple(matter for matter in _matters() if kind in matter.types and told & {*matter.claim})


def is_about(incident: Incident, matter: Matter) -> bool:
    """True where an incident's sentence, or a context of it, tells a matter."""
    if matter.modes and incident.mode not in matter.modes:
        return False
    if not matter.incident:
        return True
    text = f"{incident.sentence} {' '.join(incident.contexts)}".lower()
    return any(re.search(rf"\b{re.escape(stem)}", text) for stem in matter.incident)
