"""When a document was published: what the source says, its address, its byline, its dateline; else unknown.

Each date carries the rule that found it. Nothing is guessed: not today, not the date of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from summitry.model import Interval

__all__ = ["find_published", "from_address", "from_words", "parse_stamp"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH})\.?,?\s(?P<y1>\d{{4}})"
_MONTH_FIRST = rf"(?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
_DOTTED = r"(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})"
_MONTH_ALONE = rf"(?P<m5>{_MONTH})\.?,?\s(?P<y5>\d{{4}})"
_DATE = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_ISO}|{_DOTTED}|{_MONTH_ALONE})(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
_TIME = r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,4})?)?"

_START = r"(?:^|[|•·/(\[]\s?|\s{2})"
_LABELLED = re.compile(
    rf"{_START}(?:first\s)?(?:published|posted|publication date|date published|date of publication|release date|"
    rf"issued|date|filed|created)"
    rf"(?:\son)?\s?:?\s{{0,3}}(?:on\s|at\s)?(?:\d{{1,2}}:\d{{2}}(?:\s?[ap]m)?,?\s)?{_WEEKDAY}{_DATE}",
    re.I,
)
_SIGNED = re.compile(
    rf"{_START}(?:by|compiled by|written by)\s[^\n]{{2,80}}?(?:[\s,|/–—-]\s?){_WEEKDAY}{_DATE}",
    re.I,
)
_SIGNED_AFTER = re.compile(rf"{_START}{_WEEKDAY}{_DATE}\s(?:by\s|[|/–—-]\s(?:by|updated)\b)", re.I)
_BARE = re.compile(
    rf"(?:[A-Z][A-Z ]{{2,30}}\s?[/|]\s?)?{_WEEKDAY}{_DATE}{_TIME}(?:\s[|/–—-]\s?(?:last\s)?updated?.{{0,40}})?\.?", re.I
)
_UPDATED = re.compile(rf"(?:last\s)?updated(?:\son)?\s?:?\s{{0,3}}{_WEEKDAY}{_DATE}{_TIME}", re.I)
_DATELINE = re.compile(
    rf"[A-Z][A-Za-z.’' -]{{1,30}}(?:,\s[A-Z][A-Za-z.’' -]{{1,30}})?,\s{_DATE}\s?(?:\([^()]{{1,30}}\))?\s?[.—–:-]", re.I
)
_UPPER_PLACE = re.compile(r"[A-Z][A-Z.’' -]{2,}")

_PATH_DAY = re.compile(
    rf"(?:^|[/_.=-])(?P<y>(?:19|20)\d\d)[/_.-](?P<m>\d{{1,2}}|{_MONTH})[/_.-](?P<d>\d{{1,2}})(?=[/_.?#-]|$)", re.I
)
_PATH_NAMED = re.compile(rf"[/_](?P<y>(?:19|20)\d\d)_(?P<m>{_MONTH})_(?P<d>\d{{1,2}})(?=[/?#]|$)", re.I)
_PATH_SOLID = re.compile(r"(?:^|[/_.=t-])(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=[/_.?#t-]|$)")
_PATH_MONTH = re.compile(rf"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d|{_MONTH})(?=[/?#]|$)", re.I)
_HEAD_LINES = 14
_HEAD_CHARS = 4_000


def find_published(url: str, text: str, metadata: Interval | None = None) -> Interval | None:
    """Return the publication date by the first rule that tells it.

    Args:
        url: where the document came from.
        text: its text, furniture included.
        metadata: what the source's own fields say.
    """
    return metadata or from_address(url) or from_words(text)


def parse_stamp(stamp: str, rule: str) -> Interval | None:
    """Read an ISO 8601 date or time stamp, or a date in English words; `None` where it is none.

    >>> parse_stamp("2019-06-19T10:00:00Z", "metadata").iso()
    ('2019-06-19', '2019-06-19')
    """
    stamp = stamp.strip()
    iso = re.match(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|[T\s])", stamp) or re.match(
        r"(\d{4})(\d\d)(\d\d)(?=$|T)", stamp
    )
    if iso:
        return _interval(iso[1], iso[2], iso[3], rule)
    words = re.match(rf"{_WEEKDAY}{_DATE}", stamp, re.I)
    return _from_match(words, rule) if words else None


def from_address(url: str) -> Interval | None:
    """Read the date in an address: `/2018/04/03/`, `/20180403/`, `/2018/04/`.

    >>> from_address("https://news.example/2018/04/talks").precision
    'month'
    """
    path = re.sub(r"^[a-z][a-z0-9+.-]*://[^/]*", "", url[:2000], flags=re.I)
    for pattern in (_PATH_DAY, _PATH_NAMED, _PATH_SOLID):
        for match in pattern.finditer(path):
            found = _interval(match["y"], match["m"], match["d"], "address")
            if found:
                return found
    month = _PATH_MONTH.search(path)
    return _interval(month["y"], month["m"], None, "address") if month else None


def from_words(text: str) -> Interval | None:
    """Read the date that a page's own head gives: a label, a byline, a date line, the dateline.

    A date on a line of its own counts only where it is the one such line: else it dates an entry
    of a chronology.
    """
    lines = [line.strip() for line in text[:_HEAD_CHARS].splitlines() if line.strip()][:_HEAD_LINES]
    for pattern in (_LABELLED, _SIGNED, _SIGNED_AFTER):
        for line in lines:
            match = pattern.search(line) if len(line) <= 200 else None
            if match and (found := _from_match(match, "byline")):
                return found
    return _bare_line(lines, text) or _dateline(lines) or _updated(lines)


def _bare_line(lines: list[str], text: str) -> Interval | None:
    bare = [match for line in lines if len(line) <= 120 and (match := _BARE.fullmatch(line))]
    if len(bare) != 1 or sum(1 for line in _short_lines(text) if _BARE.fullmatch(line)) > 1:
        return None
    return _from_match(bare[0], "byline")


def _short_lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if 8 <= len(line) <= 120 and any(c.isdigit() for c in line))


def _dateline(lines: list[str]) -> Interval | None:
    for line in lines:
        match = _DATELINE.match(line[:160])
        if match and _UPPER_PLACE.match(line) and (found := _from_match(match, "dateline")):
            return found
    return None


def _updated(lines: list[str]) -> Interval | None:
    for line in lines:
        match = _UPDATED.match(line[:160])
        if match and (found := _from_match(match, "byline")):
            return found
    return None


def _from_match(match: re.Match[str], rule: str) -> Interval | None:
    groups = match.groupdict()
    for form in "12345":
        if groups.get(f"y{form}"):
            return _interval(groups[f"y{form}"], groups[f"m{form}"], groups.get(f"d{form}"), rule)
    return None


def _interval(year: str, month: str | None, day: str | None, rule: str) -> Interval | None:
    number = _MONTHS.get(month.lower(), 0) if month and not month.isdigit() else int(month or 0)
    try:
        if month is None:
            return Interval.parse(year, rule)
        if day is None:
            return Interval.parse(f"{year}-{number:02d}", rule)
        return Interval.day(date(int(year), number, int(day)), rule)
    except ValueError:
        return None
