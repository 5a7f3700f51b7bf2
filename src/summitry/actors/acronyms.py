"""Acronyms that a text defines itself: `the Comprehensive Peace Agreement (CPA)` is no authority in Baghdad."""

from __future__ import annotations

from summitry.actors.folding import fold
from summitry.actors.scene import Name, Scene

__all__ = ["defined_otherwise"]

_SMALL = frozenset({"of", "and", "the", "for", "on", "in", "to", "de", "la"})
_LONGEST = 8
"""Most letters of an acronym."""
_BEFORE = 120
"""How many characters before its brackets spell an acronym out."""


def defined_otherwise(scene: Scene, name: Name) -> str:
    """Return what the text says that an acronym stands for, where that is none of the organisations of that acronym.

    Returns:
        The words spelt out, `""` where the text defines nothing or one of those organisations.
    """
    page = scene.page
    word = page.words[name.begin]
    if name.end - name.begin > 1 or not (word.isupper() and word.isalpha() and 2 < len(word) <= _LONGEST):
        return ""
    at = page.text.find(f"({word})")
    spelt = _spelt(page.text[max(0, at - _BEFORE) : at], word) if at > 0 else []
    if not spelt:
        return ""
    words = {fold(part) for part in spelt if part.lower() not in _SMALL}
    for alias in name.aliases:
        known = {fold(part) for form in scene.registry.aliases(alias.actor_id) for part in form.text.split()}
        known |= {fold(part) for part in scene.registry.actors[alias.actor_id].name.split()}
        if 2 * len(words & known) >= len(words):
            return ""
    return " ".join(spelt)


def _spelt(before: str, acronym: str) -> list[str]:
    """Return the last words whose initials are an acronym's letters."""
    letters, spelt = list(acronym), []
    for word in reversed(before.split()):
        if letters and word[0].upper() == letters[-1] and word[0].isupper():
            letters.pop()
        elif word.lower() not in _SMALL:
            return []
        spelt.append(word)
        if not letters:
            return spelt[::-1]
    return []
