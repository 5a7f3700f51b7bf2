"""All that is known of an actor, for people to look at."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from summitry.actors.folding import fold, slug
from summitry.actors.names import Alias
from summitry.actors.registry import Registry
from summitry.model import Actor, Tenure

__all__ = ["Entry", "entries", "entry_of", "named"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor with its names and offices.

    Args:
        actor: who it is.
        aliases: every way to write its name that is known.
        tenures: the offices it held, the earliest first.
        own: whether the user has told something of it.
    """

    actor: Actor
    aliases: tuple[Alias, ...]
    tenures: tuple[Tenure, ...]
    own: bool = False


def entry_of(registry: Registry, actor: Actor, own: Set[str] = frozenset()) -> Entry:
    """Return an actor's entry.

    Args:
        registry: where it is known.
        actor: who.
        own: ids of the actors that the user has told something of.
    """
    return Entry(actor, registry.aliases(actor.id), registry.tenures(actor.id), actor.id in own)


def named(registry: Registry, query: str) -> tuple[Actor, ...]:
    """Return the actors that a user may mean: the one of that id or canonical name alone, else those of an alias,
    else those of a family name."""
    for key in (query.strip(), slug(query)):
        if actor := registry.actor(key):
            return (actor,)
    return registry.find(query) or tuple(registry.actors[key] for key in registry.shorts.get(fold(query), ()))


def entries(registry: Registry, words: str = "", own: Set[str] = frozenset()) -> Iterator[Entry]:
    """Yield the actors whose id, names, kind, state or offices hold the words, in the order of their names.

    Args:
        registry: where they are known.
        words: beginnings of words, in any casing; all actors where empty.
        own: ids of the actors that the user has told something of.
    """
    wanted = f" {fold(words)}" if fold(words) else ""
    for actor in sorted(registry.actors.values(), key=lambda actor: (fold(actor.name), actor.id)):
        entry = entry_of(registry, actor, own)
        if wanted in _said(entry):
            yield entry


def _said(entry: Entry) -> str:
    actor = entry.actor
    told = (actor.id, actor.name, actor.kind, actor.state, *(alias.text for alias in entry.aliases))
    return "".join(f" {fold(text)}" for text in (*told, *(tenure.office for tenure in entry.tenures)))
