"""Datelines: "SEOUL/TOKYO", "DALIAN, China (Reuters) -". They say where a report was filed, no more.

A parser takes them for subjects ("China … met Xi"), so they are blanked before parsing; offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["blank_datelines"]

_CITY = r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3}"
_DATE = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_DASH = r"[ \t]{0,3}(?:--|[—–-])[ \t]{0,3}(?=\S)"
_AGENCY = r"[ \t]?\([A-Z][\w .&/'’-]{0,40}\)"
_WITH_DASH = re.compile(
    rf"^[ \t]{{0,8}}(?P<city>{_CITY})(?P<more>(?:[/,] ?{_CITY}){{0,2}}){_DATE}(?P<agency>{_AGENCY})?{_DASH}",
    re.MULTILINE,
)
_SHOUTED = r"[A-Z]{3,20}(?: [A-Z]{3,20}){0,2}"
_CAPITALS = re.compile(
    rf"^[ \t]{{0,8}}(?P<city>{_SHOUTED})(?:/{_SHOUTED}){{0,3}}[ \t]+(?=[A-Z\"“](?:\.|[a-z]))", re.MULTILINE
)
_CAPITALS_COUNTRY = re.compile(rf"^[ \t]{{0,8}}(?P<city>{_SHOUTED}), (?P<country>{_CITY})", re.MULTILINE)


def blank_datelines(text: str, is_place: Callable[[str], bool]) -> str:
    """Return a text of the same length in which datelines are blanks.

    Args:
        text: the text to be parsed.
        is_place: tells whether a name is that of a place.
    """
    cuts = [match.span() for match in _WITH_DASH.finditer(text) if _is_dateline(match, is_place)]
    cuts += [match.span() for match in _CAPITALS.finditer(text) if is_place(match["city"].title())]
    cuts += [span for match in _CAPITALS_COUNTRY.finditer(text) if (span := _with_country(match, is_place))]
    for start, end in cuts:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_dateline(match: re.Match[str], is_place: Callable[[str], bool]) -> bool:
    shouted = match["city"].isupper()
    named = is_place(match["city"].title() if shouted else match["city"])
    return named and (shouted or bool(match["agency"]))


def _with_country(match: re.Match[str], is_place: Callable[[str], bool]) -> tuple[int, int] | None:
    """Return the span of "PAJU, South Korea" before a capital, the longest country name that is one."""
    if not is_place(match["city"].title()):
        return None
    words = match["country"].split(" ")
    for count in range(len(words) - 1, 0, -1):
        country = " ".join(words[:count])
        if is_place(country):
            return match.start(), match.start("country") + len(country)
    return None
