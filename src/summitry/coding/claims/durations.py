"""Durations and intervals: "talked for five hours"; "barely a month after the test", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.lengths import Length, read_length
from summitry.coding.claims.numbers import comparison_of, ordinal_at, read_number
from summitry.coding.claims.page import LONGEST_SENTENCE, Page
from summitry.coding.claims.words import words
from summitry.language import Span, Token

__all__ = ["find_durations", "find_intervals"]

_SECOND = 2
_FEW = frozenset({"few", "several", "many", "some", "couple", "a"})
_NUMBERED = re.compile(r"P(?:T)?\d")
_OFFSET = re.compile(r"\s*(ago|later|earlier|before|after|prior|from now|old|apart)\b", re.IGNORECASE)
_SHIFT = re.compile(r"\b(later|earlier|before|after|prior to|afterwards?|apart)\b", re.IGNORECASE)


def find_durations(page: Page) -> Iterator[Finding]:
    """Yield what may be durations."""
    yield from _unit_long(page)
    for time, span in page.times:
        if time.type != "DURATION" or not _NUMBERED.match(time.value) or time.interval.rule.startswith("shift"):
            continue
        length = read_length(page.text, time.start, time.end)
        if length is None or _OFFSET.match(page.text, time.end):
            continue
        if ordinal_at(span[-1]) > _SECOND:
            continue  # "the twenty-second summit"
        topic = _measured(page, span)
        yield Finding(
            "duration",
            span.root,
            tuple(span),
            length.value,
            "length of time",
            topic,
            comparison_of(length.qualifier),
            time.interval if time.interval.known else None,
            signs=tuple(_signs(page, span, length, topic)),
        )


_LONG = re.compile(r"\b(hour|day|week|month|year|decade)s?-long\b", re.IGNORECASE)


def _unit_long(page: Page) -> Iterator[Finding]:
    """Yield "a week-long trip"."""
    for match in _LONG.finditer(page.text):
        span = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.root.is_space or len(span.sent) > LONGEST_SENTENCE:
            continue
        length, topic = Length(1, match[1].lower()), span[-1].head
        if not page.text[max(0, match.start() - 3) : match.start()].rstrip().endswith(("-", "–")):
            yield Finding(
                "duration",
                span.root,
                tuple(span),
                length.value,
                "unit long",
                topic,
                "about",
                signs=("unit long", f"unit {length.unit}"),
            )


def _measured(page: Page, span: Span) -> Token:
    """Return the noun or verb that lasts: the visit of "a two-day visit", the verb of "talked for five hours".

    Days somewhere are a stay themselves: "went home after *six days* in China".
    """
    root: Token = span.root
    if root.dep_ == "pobj" and root.head.lower_ == "after" and page.frame_at(root) is not None:
        return root
    if root.head.pos_ in {"NOUN", "PROPN"} and root.head.i > root.i:
        return root.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ in {"NOUN", "PROPN"}:
        return root.head.head
    of = syntax.prepositional(root, "of")
    verb = syntax.clause_of(root)
    lasting = syntax.subjects(verb) if verb.lemma_.lower() in words("duration", "lasting") else []
    return of[0] if of else next((noun for noun in lasting if noun.pos_ == "NOUN"), verb)


def _signs(page: Page, span: Span, length: Length, topic: Token) -> Iterator[str]:
    before = span[0].nbor(-1).lower_ if span.start > span.sent.start else ""
    root = span.root
    if root.dep_ in {"compound", "amod", "nmod", "nummod"}:
        yield "of a noun"
    elif root.dep_ == "pobj":
        yield (
            f"after {root.head.lower_}" if root.head.lower_ in {"for", "in", "over", "within", "after"} else "after of"
        )
    else:
        yield f"after {before}" if before in {"for", "in", "over", "within"} else "alone"
    yield f"unit {length.unit}"
    if length.indefinite:
        yield "a unit"
    if length.qualifier:
        yield "qualified"
    if page.is_act(topic):
        yield "acts"
    if any(t.lower_ in {"last", "past", "next", "coming", "recent", "first"} for t in span):
        yield "near now"
    if any(t.lower_ in {"first", "last"} for t in span.sent):
        yield "beside first"
    if topic.lemma_.lower() in {"sentence", "term", "deadline", "plan", "prison", "mandate", "old", "age"}:
        yield "term"


def find_intervals(page: Page) -> Iterator[Finding]:
    """Yield what may be intervals between two acts."""
    yield from _next(page)
    for time, span in page.times:
        if not time.interval.rule.startswith("shift") or not _SHIFT.search(page.text, time.start, time.end):
            yield from _between(page, span, time.start, time.end) if time.type == "DURATION" else ()
            continue
        length = read_length(page.text, time.start, time.end)
        if length is None:
            continue
        yield _interval(page, span, length, time.start, time.end)


_NEXT = re.compile(
    r"\b(?:the (?:next|following) (?P<next>day|week|month|year)"
    r"|within (?:a )?(?P<within>hours?|days|day|weeks?|months?|years?) of"
    r"|(?P<bare>hours|days|weeks|months|years) (?:after|before|later|earlier))\b",
    re.IGNORECASE,
)


def _next(page: Page) -> Iterator[Finding]:
    """Yield intervals without a number: "the next day", "within days of", "hours after"."""
    for match in _NEXT.finditer(page.text):
        before = page.text[max(0, match.start() - 24) : match.start()].rstrip().rpartition(" ")[2].lower()
        span = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if (
            span is None
            or span[0].is_space
            or len(span.sent) > LONGEST_SENTENCE
            or (match["bare"] and (read_number(before) is not None or before in _FEW))
        ):
            continue
        unit = next(u for u in (match["next"], match["within"], match["bare"]) if u).lower()
        value = f"1 {unit}" if match["next"] else unit
        act, other = _act(page, span.root, span), _other(page, span)
        signs = ["next" if match["next"] else "no number", f"unit {unit.rstrip('s')}"]
        signs += ["acts"] if page.is_act(act) else []
        yield Finding("interval", span[-1], tuple(span), value, "next", act, "about", other=other, signs=tuple(signs))


def _between(page: Page, span: Span, start: int, end: int) -> Iterator[Finding]:
    """Yield a length that stands before "after" or "before": "three days after that"."""
    length = read_length(page.text, start, end)
    follows = _OFFSET.match(page.text, end)
    if (
        length is not None
        and follows
        and follows[1].lower() in {"later", "earlier", "before", "after", "prior", "apart"}
    ):
        yield _interval(page, span, length, start, follows.end())


def _interval(page: Page, span: Span, length: Length, start: int, end: int) -> Finding:
    root = next((t for t in span if t.lemma_.lower() == length.unit), span.root)
    other, act = _other(page, span), _act(page, root, span)
    if other is not None and other in (act, syntax.clause_of(root)) and other.head != other:
        act = syntax.clause_of(other.head)  # the length hangs on the clause that it is counted from
    text = page.text[start:end].lower()
    signs = [f"unit {length.unit}"]
    signs += ["few"] if length.number is None else []
    signs += [
        "later"
        if re.search(r"later|afterward", text)
        else "earlier"
        if "earlier" in text
        else "after"
        if "after" in text
        else "before"
    ]
    signs += ["acts"] if page.is_act(act) else []
    signs += ["other acts"] if page.is_act(other) else []
    signs += ["a unit"] if length.indefinite else []
    value = length.value
    if length.qualifier == "barely" and not value.startswith("about"):
        value = f"about a {length.unit}" if length.indefinite else f"about {value}"
    return Finding(
        "interval",
        root,
        tuple(span),
        value,
        "length before or after",
        act,
        comparison_of(length.qualifier),
        other=other,
        signs=tuple(signs),
    )


def _act(page: Page, root: Token, span: Span) -> Token:
    """Return the act that the interval dates: the predicate of its clause, the noun of a copula."""
    verb = syntax.clause_of(root)
    while verb.i >= span.start and verb.i < span.end and verb.head != verb:
        verb = syntax.clause_of(verb.head)
    return page.act_of(verb)


def _other(page: Page, span: Span) -> Token | None:
    """Return the act from which the interval is counted: what stands under "after" or "before"."""
    reach = page.doc[span.start : min(span.end + 2, span.sent.end)]
    for token in reach:
        if token.lower_ in {"after", "before", "to", "since"}:
            below = [c for c in token.children if c.dep_ in {"pobj", "pcomp"}]
            if below:
                return below[0]
            if token.dep_ == "mark" and token.head.pos_ in {"VERB", "AUX"}:
                return token.head
    return None
