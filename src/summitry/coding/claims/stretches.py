"""Lengths of time told otherwise than in units: "since 1994", "from 1945 to 1952", "until 1927", "for decades"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.lengths import read_length
from summitry.coding.claims.page import Page, Timed
from summitry.coding.claims.windows import date_words
from summitry.coding.claims.words import words
from summitry.language import Span, Token
from summitry.model import Interval

__all__ = ["find_stretches"]

_VAGUE = re.compile(r"PX[DWMY]|PXH|P\?")
_AGO = re.compile(r"\bago\b", re.IGNORECASE)
_COUNTED = frozenset({"no", "first", "last", "most", "more", "once", "twice", "thrice", "time", "times", "only"})
"""Words beside a "since" that bounds what they count."""
_REACH = 40
"""The ends of a range stand at most this many characters apart."""


def find_stretches(page: Page) -> Iterator[Finding]:
    """Yield what may be durations told by their ends, by bare units, or as life."""
    for at, timed in enumerate(page.times):
        time, span = timed
        rule = time.interval.rule
        if rule.startswith("since"):
            yield from _since(page, time.start, time.end, span)
        elif rule.startswith("until"):
            yield from _until(page, time.start, time.end, span)
        elif rule.endswith("/range-first"):
            yield from _range(page, timed, page.times[at + 1 : at + 3])
        elif time.type == "DURATION" and _VAGUE.match(time.value):
            yield from _bare(page, time.start, time.end, span)
        elif _AGO.search(page.text, time.start, time.end):
            yield from _since_ago(page, time.start, time.end, span)
    for noun in page.having(["sentence", "imprisonment", "term"]):
        life = next((c for c in noun.lefts if c.lower_ == "life"), None)
        if life is not None:
            yield _finding(page, (life, noun), "life", "for life", noun, ["for life"])


def _since(page: Page, start: int, end: int, span: Span) -> Iterator[Finding]:
    verb = syntax.clause_of(span.root)
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    signs = ["since", "since: perfect" if perfect else "since: other tense"]
    if any(c.dep_ == "neg" or c.lower_ in _COUNTED for c in verb.subtree):
        signs.append("since: of a first or none")
    if verb.lemma_ == "be":
        signs.append("since: being")
    named = [time for time, _ in page.times_within(span) if start < time.start and time.end <= end]
    value = f"since {date_words(page, start, end)}" if named else f"since {page.text[start:end].split(' ', 1)[-1]}"
    if re.search(r"\bthe \d+s\b", page.text[start:end]):
        value = f"since {page.text[start:end].split(' ', 1)[-1]}"
    yield _finding(page, tuple(span), value, "since", verb, signs, open_to_now(page, span))


def open_to_now(page: Page, span: Span) -> Interval | None:
    """Return the days from a date to the publication."""
    known = [time.interval for time, _ in page.times_within(span) if time.interval.rule.startswith("since")]
    return known[0] if known and known[0].known else None


def _until(page: Page, start: int, end: int, span: Span) -> Iterator[Finding]:
    verb = syntax.clause_of(span.root)
    denied = any(c.dep_ == "neg" for c in verb.children)
    inner = [time for time, _ in page.times_within(span) if start < time.start and time.end <= end]
    if denied or not inner:
        return
    signs = ["until", "until: lasting" if verb.lemma_.lower() in words("duration", "lasting") else "until: other"]
    value = f"until {page.text[inner[0].start : inner[0].end]}"
    yield _finding(page, (verb, *span), value, "until", verb, signs)


def _range(page: Page, first: Timed, behind: tuple[Timed, ...]) -> Iterator[Finding]:
    last = next((t for t in behind if t[0].interval.rule.endswith("/range-last")), None)
    low, span = first
    if last is None or last[0].start - low.end > _REACH or last[1].sent != span.sent:
        return
    high, others = last
    verb = syntax.clause_of(span.root)
    value = f"{page.text[low.start : low.end]} to {page.text[high.start : high.end]}"
    years = low.interval.precision == "year" and high.interval.precision == "year"
    signs = ["range", "range: years" if years else "range: days", f"range: role {span.root.dep_}"]
    before = page.doc[span.start - 1] if span.start > span.sent.start else span[0]
    signs.append(f"range: after {before.lower_}" if before.lower_ in {"from", "between", "("} else "range: bare")
    window = None
    if low.interval.first and high.interval.last and low.interval.first <= high.interval.last:
        window = Interval(low.interval.first, high.interval.last, "range", "told-range")
    yield _finding(page, (*span, *others), value, "from and to", verb, signs, window)


def _bare(page: Page, start: int, end: int, span: Span) -> Iterator[Finding]:
    before = page.doc[span.start - 1] if span.start > span.sent.start else span[0]
    after = page.text[end : end + 8].split()[:1]
    if after and after[0].lower().strip(",.") in {"later", "earlier", "ago", "after", "before", "of"}:
        return
    holder = span.root.head if span.root.dep_ == "pobj" else span.root
    signs = ["bare units", f"bare: after {before.lower_}" if before.lower_ in {"for", "over", "in"} else "bare: alone"]
    value = re.sub(r"^(?:for|over|in|the|past|last)\s+", "", page.text[start:end].lower())
    yield _finding(page, (holder, *span), value, "bare units", syntax.clause_of(span.root), signs)


def _since_ago(page: Page, start: int, end: int, span: Span) -> Iterator[Finding]:
    """Yield "since it opened more than a decade ago"."""
    verb = syntax.clause_of(span.root)
    length = read_length(page.text, start, end)
    mark = next((c for c in verb.children if c.dep_ in {"mark", "advmod"} and c.lower_ == "since"), None)
    if length is not None and mark is not None:
        yield _finding(page, (mark, verb, *span), length.value, "since ago", verb, ["since ago"])


def _finding(
    page: Page,
    row: tuple[Token, ...],
    value: str,
    rule: str,
    topic: Token,
    signs: list[str],
    window: Interval | None = None,
) -> Finding:
    if page.is_act(topic):
        signs.append("acts")
    return Finding("duration", row[-1], row, " ".join(value.split()), rule, topic, "", window, signs=tuple(signs))
