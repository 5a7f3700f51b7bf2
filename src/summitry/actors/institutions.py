"""Ministries, courts and parliaments told by a nationality: "the Moldovan foreign ministry", "Peru's supreme court"."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.actors.folding import slug
from summitry.actors.registry import Registry
from summitry.actors.scene import Scene
from summitry.model import Actor, Mention

__all__ = ["COURTS", "institution", "institution_at"]

_MINISTRIES = frozenset({"ministry", "ministries"})
_PORTFOLIOS = {
    "defence": ("National Defense", "National Defence", "Defense", "Defence"),
    "defense": ("National Defense", "National Defence", "Defense", "Defence"),
    "foreign": ("Foreign Affairs", "External Affairs", "Foreign Affairs and Trade"),
    "interior": ("the Interior", "Interior"),
}
"""The names that ministries of a field go by, the plainest last or alone."""
_PLAIN = {"defence": "Defence", "defense": "Defence", "foreign": "Foreign Affairs", "interior": "the Interior"}
_BESIDE = frozenset({"affairs", "national", "of", "the", "and"})
COURTS = frozenset({"supreme", "constitutional", "high"})
"""Words before "court" for one that a state has one of."""


def institution(registry: Registry, state: str, words: Sequence[str]) -> Actor | None:
    """Return the ministry or court of a state that some words name, `None` where they name none.

    Args:
        registry: who is known.
        state: code.
        words: folded, without the nationality: `foreign`, `affairs`, `ministry`.
    """
    home = registry.actors.get(state)
    if home is None or not words:
        return None
    if words[-1] in _MINISTRIES:
        field = [word for word in words[:-1] if word not in _BESIDE]
        return _ministry(registry, home, field[0]) if len(field) == 1 else None
    if words[-1] == "parliament":
        return _named(registry, f"Parliament of {home.name}", home.state)
    if words[-1] == "court" and len(words) > 1 and words[-2] in COURTS:
        return _named(registry, f"{words[-2].capitalize()} Court of {home.name}", home.state)
    return None


def _ministry(registry: Registry, home: Actor, field: str) -> Actor:
    for portfolio in _PORTFOLIOS.get(field, ()):
        known = registry.actors.get(slug(f"Ministry of {portfolio} ({home.name})"))
        if known is not None:
            return known
    return _named(registry, f"Ministry of {_PLAIN.get(field, field.capitalize())} ({home.name})", home.state)


def _named(registry: Registry, name: str, state: str) -> Actor:
    return registry.actors.get(slug(name)) or Actor(slug(name), name, "government", state)


def institution_at(
    scene: Scene, code: str, begin: int, end: int, words: Sequence[str], score: float, reasons: tuple[str, ...]
) -> Mention | None:
    """Return the mention of a state's ministry or court on a range of words, `None` where the words name none."""
    actor = institution(scene.registry, code, words)
    return scene.mention_of(actor, begin, end, kind="government", score=score, reasons=reasons) if actor else None
