"""The head of a page: which line is the headline, and what stands above it."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence

from summitry.reading.furniture import is_news, kind_of, looks_like_menu
from summitry.reading.lines import Unit, normal_words

__all__ = ["find_headline", "head_furniture", "title_core"]

_SITE = re.compile(r"\s+(?:[|–—-]|::|»)\s+")
_HEAD_UNITS = 40
_CAPTION = frozenset({"credit", "image", "photo", "photograph", "picture"})
_MONTHS = {name.lower() for name in month_name[1:]}
_STEM = 6
_ABOVE_SHARE = 0.2
"""Above a known headline even sentences are furniture, unless they are more than this share of the text."""
_SHARED = 0.34
"""Share of a headline's longer words that the article repeats; menus and tickers share next to none."""


def title_core(title: str) -> tuple[str, ...]:
    """Return the words of a title without the name of the site after it."""
    parts = _SITE.split(title.strip())
    words = normal_words(parts[0])
    return words if len(words) >= 4 else normal_words(title)


def find_headline(units: Sequence[Unit], title: str = "") -> int:
    """Return the place of the headline among the first lines, -1 where none is sure.

    With a title it is the first line that begins with it; without, the first line above the
    first paragraph that is no furniture and shares its longer words with the article.
    """
    paragraphs = [i for i, unit in enumerate(units[: _HEAD_UNITS * 2]) if unit.prose and not kind_of(unit, head=True)]
    first_news = paragraphs[0] if paragraphs else 0
    head = units[: min((paragraphs + [first_news] * 2)[1] + 1, _HEAD_UNITS)]
    core = title_core(title)
    if not core and _is_doubled(units):
        return 0
    if core:
        return next((place for place, unit in enumerate(head) if _opens_with(unit.words, core)), -1)
    return _guess_headline(units, first_news)


def _is_doubled(units: Sequence[Unit]) -> bool:
    """True where a text opens with the same line twice, no sentence and no caption: a headline."""
    if len(units) < 3 or units[0].words != units[1].words:
        return False
    return 4 <= units[0].size <= 30 and not units[0].terminal and not _CAPTION & set(units[0].words)


def _opens_with(words: tuple[str, ...], core: tuple[str, ...]) -> bool:
    return words[: len(core)] == core or (len(words) >= 4 and core[: len(words)] == words)


def _guess_headline(units: Sequence[Unit], first_news: int) -> int:
    if first_news == 0:
        return -1
    body = {word for unit in units[first_news:] if unit.prose for word in _long_words(unit)}
    for place, unit in enumerate(units[: min(first_news, _HEAD_UNITS)]):
        words = _long_words(unit)
        if 3 <= unit.size <= 30 and not unit.prose and len(words) >= 2 and not looks_like_menu(unit):
            shared = sum(word in body for word in words) / len(words)
            if shared >= _SHARED and kind_of(unit, head=True) is None:
                return place
    return -1


def _long_words(unit: Unit) -> set[str]:
    """Return the longer words of a line, cut to a stem, so that `Venezuela` meets `Venezuelans`."""
    return {word[:_STEM] for word in unit.words if len(word) >= 4 and word not in _MONTHS}


def head_furniture(units: Sequence[Unit], kinds: Sequence[object], headline: int, titled: bool) -> Iterator[int]:
    """Yield the places of lines above the headline that are no sentences, and of menus in the head.

    Args:
        units: the lines of the text.
        kinds: what furniture each is for itself, `None` where none.
        headline: place of the headline, -1 where none is known.
        titled: the source told the headline; a guessed one needs furniture above it to count.
    """
    above = range(max(headline, 0))
    if titled or any(kinds[place] is not None or looks_like_menu(units[place]) for place in above):
        small = titled and sum(units[place].size for place in above) <= _ABOVE_SHARE * sum(u.size for u in units)
        yield from (place for place in above if small or not units[place].prose)
    for place, unit in enumerate(units):
        if is_news(unit):
            return
        if place != headline and looks_like_menu(unit):
            yield place
