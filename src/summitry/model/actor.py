"""Actors, the offices they hold, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summitry.model.interval import Interval

__all__ = ["Actor", "ActorKind", "Mention", "OfficeRole", "Tenure"]

ActorKind = Literal["person", "state", "government", "party", "military", "igo", "media", "armed-group", "other"]

OfficeRole = Literal[
    "head-of-state",
    "head-of-government",
    "leader",
    "foreign-minister",
    "defence-minister",
    "deputy",
    "party-leader",
    "igo-head",
    "envoy",
    "other",
]
"""What an office is, whatever it is called. `leader` is a paramount leader whose power lies in
another office, or in none."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Anyone who acts.

    Args:
        id: stable id: the alpha-3 code of a state, else a slug of the name.
        name: canonical name; family name first for Chinese, Korean and Vietnamese names.
        kind: what sort of actor it is.
        state: ISO 3166-1 alpha-3 code of the state it belongs to (3166-3 for former states),
            `""` for international organisations and stateless groups.
    """

    id: str
    name: str
    kind: ActorKind
    state: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held by a person for a state or organisation from a date to a date.

    Args:
        actor_id: who holds it.
        office: the office as written in the record: `President`, `Supreme Leader`.
        role: what the office is.
        body: alpha-3 code of the state, or id of the organisation, that it is held for.
        span: from when to when; an open `last` means still in office when the data were written.
        source: public source the dates can be checked in.
    """

    actor_id: str
    office: str
    role: OfficeRole
    body: str
    span: Interval
    source: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that name an actor, resolved.

    A phrase that stands for several actors ("the two leaders", "Xi-Kim") yields one mention
    for each, on the same span.

    Args:
        start: offset of the first character, in code points of the document's text.
        end: offset after the last character.
        surface: the words, verbatim.
        name: canonical name of the actor.
        state: alpha-3 code of its state, `""` where it has none.
        office: office at the time the text speaks of, `""` where none is known.
        kind: an actor's kind; `place` where the words name where, not who; `none` for a person
            or thing that is no diplomatic actor.
        actor_id: id in the registry, or a slug for an actor that only this text knows.
        score: how sure the resolution is, 0 to 1.
        reasons: which alias, tenure or antecedent decided, one short phrase each.
    """

    start: int
    end: int
    surface: str
    name: str
    state: str
    office: str
    kind: ActorKind | Literal["place", "none"]
    actor_id: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
