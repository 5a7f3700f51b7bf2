"""Article spans of a plain text: what a page puts around an article is left out, the article stays whole.

Each line is judged for itself (`furniture`), then by where it stands: before the headline, in a
section that a heading such as "Related stories" opens, or after the last paragraph. In doubt a
line stays, because a lost sentence is worse than a kept menu.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summitry.model import Span
from summitry.reading.doubles import find_doubles
from summitry.reading.furniture import kind_of
from summitry.reading.head import find_headline, head_furniture
from summitry.reading.lines import Unit, split_units
from summitry.reading.markup import blank_links, blank_markup, has_markup
from summitry.reading.sections import section_furniture, spare_subheads
from summitry.reading.tail import tail_furniture
from summitry.reading.trimming import trim

__all__ = ["clean_text", "headline_of"]

_HEAD_CHARS = 8_000


def clean_text(text: str, title: str = "", markdown: bool = False) -> tuple[Span, ...]:
    """Find the article in a text.

    Args:
        text: the text as found, furniture included.
        title: its headline, where the source tells it.
        markdown: link targets and images are furniture.

    Returns:
        half-open spans of `text` in order; empty where nothing is left.
    """
    view = blank_markup(text) if has_markup(text) else text
    view = blank_links(view) if markdown else view
    units = split_units(view)
    kept = [unit for unit, out in zip(units, _furniture(units, title), strict=True) if not out]
    spans = _merge(view, [span for unit in kept if (span := trim(unit, title))])
    return tuple(spans) if view is text else tuple(part for span in spans for part in _outside_markup(text, view, span))


def headline_of(text: str) -> str:
    """Return the headline that a text itself shows, `""` where none is plain."""
    units = split_units(blank_markup(text[:_HEAD_CHARS]) if has_markup(text) else text[:_HEAD_CHARS])
    place = find_headline(units)
    span = trim(units[place]) if place >= 0 else None
    return " ".join(units[place].text[: span[1] - span[0]].split()).lstrip("# ") if span else ""


def _furniture(units: list[Unit], title: str) -> list[bool]:
    """Say of each unit whether it is furniture."""
    headline = find_headline(units, title)
    body = next((place for place, unit in enumerate(units) if unit.prose and place >= headline), len(units))
    kinds = [None if place == headline else kind_of(unit, head=place <= body) for place, unit in enumerate(units)]
    kinds = spare_subheads(units, kinds)
    out = [kind is not None for kind in kinds]
    judges: tuple[Callable[[], Iterable[int]], ...] = (
        lambda: head_furniture(units, kinds, headline, bool(title)),
        lambda: section_furniture(units, kinds, out),
        lambda: find_doubles(units, out, title),
        lambda: tail_furniture(units, kinds, out),
    )
    for judge in judges:
        for place in list(judge()):
            out[place] = True
    return out


def _merge(view: str, spans: list[Span]) -> list[Span]:
    """Join spans with nothing but blanks between them."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and not view[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _outside_markup(text: str, view: str, span: Span) -> list[Span]:
    """Cut a span of the view at every place where markup was blanked out of the text."""
    start, end = span
    parts: list[Span] = []
    opened = -1
    for place in range(start, end):
        same = text[place] == view[place]
        if same and opened < 0:
            opened = place
        elif not same and opened >= 0:
            parts.append((opened, place))
            opened = -1
    if opened >= 0:
        parts.append((opened, end))
    return [(a, b) for a, b in parts if text[a:b].strip()]
