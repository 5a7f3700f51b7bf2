"""Fractions: "over half of the grain", "two thirds of the members", "one in five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import comparison_of, qualifier_before
from summitry.coding.claims.page import Page

__all__ = ["find_fractions"]

_PARTS = "half|halves|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths"
_FRACTION = re.compile(
    rf"\b(?P<many>(?:(?:a|one|two|three|four|nine)[\s-])?(?:{_PARTS}))(?= (?:of|the|its|their|all)\b)"
    r"|\b(?P<one>one|two|three|four|nine|\d+)(?: [a-z]+)? (?:in|out of) (?:every )?"
    r"(?P<of>two|three|four|five|six|seven|eight|nine|ten|\d+)(?= [a-z])",
    re.IGNORECASE,
)
_TIMES = frozenset({"century", "decade", "year", "month", "week", "day", "hour", "way"})
_BOUNDS = frozenset({"more than", "over", "at least", "less than", "nearly", "almost", "about", "up to"})


def find_fractions(page: Page) -> Iterator[Finding]:
    """Yield what may be counts told as parts of a whole."""
    for match in _FRACTION.finditer(page.text):
        span = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.root.is_space or any(page.is_time(token) for token in span):
            continue
        last = span[-1]
        nouns = [*syntax.prepositional(last, "of"), *(t for t in (last.head,) if t.i > last.i and t.pos_ == "NOUN")]
        whole = nouns[0] if nouns else None
        if match["many"] and (whole is None or whole.lemma_.lower() in _TIMES):
            continue
        qualifier = qualifier_before(page.text, match.start())
        kept = qualifier.replace("over", "more than") if qualifier in _BOUNDS else ""
        told = match["many"].lower().replace("-", " ") if match["many"] else f"{match['one']} in {match['of']}"
        people = whole is not None and bool(page.index.at(whole))
        signs = ["fraction", *(["qualified"] if qualifier else []), *(["people"] if people else [])]
        yield Finding(
            "count",
            span[0],
            tuple(span),
            f"{kept} {told}".strip(),
            "fraction",
            whole,
            comparison_of(qualifier),
            signs=tuple(signs),
        )
