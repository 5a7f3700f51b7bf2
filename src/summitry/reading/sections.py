"""Sections that a heading opens: comments to the end, link lists and boxes until the article goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summitry.reading.cues import Kind, load_lexicon
from summitry.reading.furniture import is_chatter, is_news
from summitry.reading.lines import Unit

__all__ = ["section_furniture", "spare_subheads"]

_SETTLED = 120
"""Characters of article before a comment heading from which it may close the article."""


def section_furniture(units: Sequence[Unit], kinds: Sequence[Kind | None], out: Sequence[bool]) -> Iterator[int]:
    """Yield the places of lines that belong to a section of furniture.

    Args:
        units: the lines of the text.
        kinds: what furniture each is for itself, `None` where none.
        out: lines already known to be furniture.
    """
    place, seen = 0, 0
    article: set[str] = set()
    listing = not any(unit.prose for unit in units)
    while place < len(units):
        unit, kind = units[place], kinds[place]
        if kind == "comments" and seen >= _SETTLED and _closes(units, kinds, place, seen):
            yield from range(place, len(units))
            return
        if kind in _BOXES and seen and _opens_box(units, place, kind):
            end = _end_of_box(units, kinds, place + 1, kind, article)
            yield from range(place + 1, end)
            place = end
            continue
        if kind is None and not out[place] and (unit.prose or listing):
            seen += len(unit.text)
            article.update(_names(unit))
        place += 1


_HEADING_COVERAGE = 0.5
_HEADING_REST = 3
_SURE_WORDS = 14
_PLAIN = frozenset(
    [
        "comment",
        "comments",
        "commenting",
        "reply",
        "replies",
        "trackbacks",
        "pingbacks",
        "disqus",
        "email",
        "conversation",
        "moderated",
        "captcha",
    ]
)
"""Words by which a heading about comments is plain."""
_SUBHEADS = frozenset(
    {
        ("analysis",),
        ("background",),
        ("business", "and", "economy"),
        ("discussion",),
        ("highlights",),
        ("in", "brief"),
        ("in", "depth"),
        ("opinion",),
        ("politics",),
        ("reactions",),
        ("references",),
        ("responses",),
        ("sources",),
        ("the", "story", "so", "far"),
    }
)
"""Lines that are furniture before links and subheads before paragraphs."""
_BOXES = frozenset({"ads", "newsletter", "related"})


def _closes(units: Sequence[Unit], kinds: Sequence[Kind | None], place: int, seen: int) -> bool:
    """True where a heading about comments ends the article.

    "Reactions" or "Discussion" may as well head a part of the article: they need a comment below.
    """
    if _article_follows(units, kinds, place + 1, seen):
        return False
    if _PLAIN & set(units[place].words):
        return True
    below = units[place + 1 : place + 9]
    return any(is_chatter(unit) for unit in below) or not any(is_news(unit) for unit in below)


def _article_follows(units: Sequence[Unit], kinds: Sequence[Kind | None], place: int, seen: int) -> bool:
    """True where a heading about comments is only a button: most of the article comes after it."""
    ahead, chatter = 0, 0
    for unit, kind in zip(units[place:], kinds[place:], strict=True):
        if kind in ("comments", "related") and ahead < seen:
            return False
        if is_chatter(unit):
            chatter += 1
        elif kind is None and is_news(unit):
            ahead += len(unit.text)
    return ahead > 2 * seen + 200 and chatter * 400 < ahead


def _opens_box(units: Sequence[Unit], place: int, kind: Kind) -> bool:
    """True where a line heads a box: it holds no link of its own, and what follows is no sentence of the article."""
    unit = units[place]
    if kind == "related" and not _is_bare_heading(unit):
        return False
    following = units[place + 1 : place + 2]
    return not (following and _is_sentence(following[0]))


def _is_sentence(unit: Unit) -> bool:
    return unit.size >= 4 and unit.text.endswith((".", ".”", '."', ".)"))


def spare_subheads(units: Sequence[Unit], kinds: Sequence[Kind | None]) -> list[Kind | None]:
    """Return the kinds with subheads taken out: "Background" before a paragraph heads a part of the article."""
    spared = list(kinds)
    for place, (unit, following) in enumerate(pairwise(units)):
        if kinds[place] and unit.words in _SUBHEADS and kinds[place + 1] is None and is_news(following):
            spared[place] = None
    return spared


def _is_bare_heading(unit: Unit) -> bool:
    lexicon = load_lexicon()
    if lexicon.whole(unit.words):
        return True
    found = lexicon.start(unit.words)
    rest = unit.words[found[1] :] if found else unit.words
    return len(rest) <= _HEADING_REST or lexicon.coverage(rest) >= _HEADING_COVERAGE


def _end_of_box(units: Sequence[Unit], kinds: Sequence[Kind | None], place: int, kind: Kind, article: set[str]) -> int:
    """Return the place where the article goes on after a box that opens before `place`."""
    for here in range(place, len(units)):
        unit = units[here]
        if kinds[here] == "comments":
            return here
        if kind != "related" and (unit.gap or is_news(unit) or (kinds[here] is None and _is_sentence(unit))):
            return here
        if kind == "related" and _goes_on(unit, article, kinds[here]):
            return here
    return len(units)


def _goes_on(unit: Unit, article: set[str], kind: Kind | None) -> bool:
    """True where a line is the article again: a report, not a teaser; a short one of the same people and places."""
    if kind is not None or not is_news(unit) or unit.text.endswith(("...", "…")):
        return False
    names = _names(unit)
    return not names or bool(names & article) or unit.size >= _SURE_WORDS


def _names(unit: Unit) -> set[str]:
    """Return the words of a line that begin with a capital, the first of it left out."""
    return {word.strip(".,;:!?\"'’“”()") for word in unit.text.split()[1:] if word[:1].isupper() and len(word) > 2}
