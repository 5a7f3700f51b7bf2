"""Family names that stand first, and sons who bear a known man's name: what tells one bearer from another.

A text that introduces `Kim Dong Chul` means him by `Kim`; `Donald Trump Jr.` is not Donald Trump.
"""

from __future__ import annotations

from summitry.actors.folding import fold
from summitry.actors.personal_names import family_first, short_forms
from summitry.actors.registry import Registry

__all__ = ["is_namesake", "shorts_of"]

_YOUNGER = frozenset({"jr", "junior"})
_FEWEST = 3
"""Words of a name written in the Korean or Chinese way, `Kim Dong Chul` and `Kim Dong-chul`."""


def is_namesake(registry: Registry, person: str, suffix: str) -> bool:
    """True where a word behind a known name makes it somebody else's: the registry knows no `Jr.` of that name.

    Args:
        registry: who is known.
        person: id of the bearer of the name before the word.
        suffix: the word.
    """
    if fold(suffix) not in _YOUNGER:
        return False
    forms = (registry.actors[person].name, *(alias.text for alias in registry.aliases(person)))
    return not any(_YOUNGER & {*fold(form).split()} for form in forms)


def shorts_of(registry: Registry, actor_id: str, name: str, state: str) -> frozenset[str]:
    """Return the folded short names that a text may use for somebody it has named in full.

    Args:
        registry: who is known.
        actor_id: id of the person.
        name: in full.
        state: code of the state, `""` where unknown.
    """
    shorts = frozenset(short_forms(name, state))
    if actor_id in registry.actors:
        return shorts
    words = fold(name).split()
    if words[-1:] and words[-1] in _YOUNGER:
        return frozenset(f"{short} {words[-1]}" for short in shorts)
    if len(words) == _FEWEST and _is_family_name(registry, words[0]):
        return shorts | {words[0]}
    return shorts


def _is_family_name(registry: Registry, word: str) -> bool:
    """True for a word that is the family name of known people whose names begin with it."""
    people = (registry.actors[person] for person in registry.shorts.get(word, ()))
    return any(family_first(actor.name, actor.state) and fold(actor.name).startswith(f"{word} ") for actor in people)
