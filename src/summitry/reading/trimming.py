"""Furniture at the ends of a line: a photo credit after a caption, a byline after a headline."""

from __future__ import annotations

import re

from summitry.model import Span
from summitry.reading.head import title_core
from summitry.reading.lines import Unit, normal_words

__all__ = ["trim"]

_CREDIT = re.compile(
    r"(?<=[.!?)”\"’])\s{0,3}[(\[]?(?:(?:File|Pool|AP|AFP|Reuters|Xinhua|Getty)\s)?(?:Photos?|Photographs?|Images?|Pictures?|Credits?)"
    r"(?:\s?:|\s?\.\.\.|\s(?:by|via|credit|courtesy)\b)[^.!?]{1,80}[)\].]{0,2}$"
)
_BYLINE = re.compile(r"\s+[|–—-]?\s{0,2}[Bb]y\s[A-Z][\w.’'-]+(?:(?:\s|,\s|\s&\s)(?:and\s|&\s)?[A-Z][\w.’'-]*){0,9}$")


def trim(unit: Unit, title: str = "") -> Span | None:
    """Return the span of a unit without the credit or byline at its end.

    >>> from summitry.reading.lines import split_units
    >>> trim(split_units("Xi and Kim in Dalian. Photo by KCNA via AFP")[0])
    (0, 21)
    """
    text = unit.text
    credit = _CREDIT.search(text) if len(text) < 2000 else None
    if credit:
        text = text[: credit.start()]
    elif not unit.terminal and len(text) < 400:
        byline = _BYLINE.search(text)
        core = title_core(title)
        if byline and (not core or normal_words(text[: byline.start()])[: len(core)] == core):
            text = text[: byline.start()]
    text = text.rstrip()
    return (unit.start, unit.start + len(text)) if text else None
