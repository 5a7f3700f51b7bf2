"""Whether a name found in a text can be meant as a name there: casing, accents, English words."""

from __future__ import annotations

from summitry.actors.folding import is_unspaced
from summitry.actors.names import Alias
from summitry.actors.page import Page
from summitry.model import Actor

__all__ = ["is_acronym", "plausible"]

_ENGLISH_WORDS = frozenset(
    """
    turkey china polish may japan jordan chad guinea march moon park bush us it who un is in no so to or
    an at be we me my do go am as by he if of on up man men people star post times nation mirror sun
    globe independent guardian united arab swede dane hague chile mali niger togo cook moscow georgia
    will grant ban major brown rice hope song commonwealth council court capital congress assembly guard
    union league federation front movement left right
    """.split()
)
"""Words that in lower case, and on their own, are no names."""


_BREAKS = (",", ";", ":", "(", ")", "/", "\n\n", "\u2014", '"', "\u201c", "\u201d", "?", "!")
"""What never stands inside a name unless it stands in the alias."""


def plausible(alias: Alias, surface: str, page: Page, begin: int, actor: Actor) -> bool:
    """Tell whether the words of a text can stand for an alias that folds like them.

    Args:
        alias: the alias.
        surface: the words of the text.
        page: the text.
        begin: index of the first word.
        actor: whom the alias names.
    """
    text = alias.text
    if is_unspaced(text):
        return True
    if text[:4].lower() == "the " and alias.type == "nickname" and (not begin or page.folded[begin - 1] != "the"):
        return False
    if text.startswith("The ") and alias.type != "nickname" and actor.kind == "media":
        return begin > 0 and page.words[begin - 1] == "The" and surface[0].isupper()
    if page.entities[begin] in ("DATE", "TIME") and any(character.isdigit() for character in surface):
        return False
    if any(mark in surface and mark not in text for mark in _BREAKS):
        return False
    if (
        actor.kind == "media"
        and begin > 1
        and page.words[begin - 1] in ("of", "for", "and")
        and page.capital(begin - 2)
    ):
        return False  # "the Ministry of Foreign Affairs"
    if actor.kind == "igo" and begin and page.words[begin - 1] == "National":
        return False  # "South Korea's National Security Council"
    if alias.type == "native" and not text.isascii() and surface.isascii():
        return False
    if is_acronym(text):
        if _in_capitals(page, begin):
            return False
        return _acronym_surface(text, surface, page.pos[begin] == "PROPN" and actor.kind == "igo")
    if surface.islower():
        return _lower_case(text, surface, page, begin, actor.kind)
    if actor.kind not in ("person", "state") and " " not in text and _goes_on(page, begin):
        return False
    if not surface[0].isupper() and not surface[0].isdigit() and text[0].isupper() and " " not in text:
        return any(character.isupper() for character in surface) and "-" in surface
    return not (actor.kind == "person" and " " not in text and not page.capital(begin))


def _in_capitals(page: Page, begin: int) -> bool:
    """True where the word before is written in capitals too, as in `BATTLE PLAN`."""
    before = page.words[begin - 1] if begin and page.adjoins(begin) else ""
    return len(before) > 3 and before.isalpha() and before.isupper()


def _goes_on(page: Page, begin: int) -> bool:
    """True for the second word of a longer name, as in `Party Congress`."""
    if not begin or not page.adjoins(begin) or not page.capital(begin - 1):
        return False
    return page.pos[begin - 1] == "PROPN" and page.heads[begin - 1] == begin


def is_acronym(text: str) -> bool:
    """True for an alias of capitals alone, with or without points."""
    letters = text.replace(".", "")
    return letters.isalpha() and letters.isupper() and len(letters) <= 7 and letters.isascii()


def _acronym_surface(text: str, surface: str, proper: bool) -> bool:
    letters = "".join(character for character in surface if character.isalpha())
    if " " in surface or len(surface) > 2 * len(letters):
        return False
    if len(surface) > len(letters) and "." not in surface:
        return False
    if letters.isupper():
        return True
    if len(letters) < 4 or not proper or surface.casefold() in _ENGLISH_WORDS:
        return False
    return surface[0].isupper() == letters[0].isupper() and letters[1:].islower()


def _lower_case(text: str, surface: str, page: Page, begin: int, kind: str) -> bool:
    if text.islower():
        return True
    if " " in surface:
        return kind not in ("media", "party", "armed-group", "other")
    if len(surface) < 4 or surface in _ENGLISH_WORDS:
        return False
    return page.pos[begin] == "PROPN" or (kind == "state" and page.pos[begin] in ("ADJ", "NOUN"))
