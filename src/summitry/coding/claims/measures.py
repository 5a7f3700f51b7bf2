"""Shares, sums of money and distances: "40 percent of the grain", "over $774 million", "flew about 30 kilometres"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import comparison_of, qualifier_before
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import listed, words
from summitry.language import Span, Token

__all__ = ["find_measures"]

_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_KEPT = {"over": "more than", "more than": "more than", "at least": "at least", "up to": "up to"}


def _pattern() -> re.Pattern[str]:
    units = {
        "share": r"percent|per cent|%",
        "money": "|".join(listed("count", "currencies")),
        "length": "|".join(listed("count", "lengths")),
    }
    number = r"(?<!\d)(?<!\d,)(?<!,,)\d[\d,]*+(?:\.\d++)?(?:\s(?:thousand|million|billion|trillion))?"
    ways = "|".join(rf"(?P<{name}>{unit})" for name, unit in units.items())
    return re.compile(rf"(?P<sign>[$€£¥])\s?(?P<sum>{number})|(?P<number>{number})\s?-?(?:{ways})\b|(?P<pc>{number})%")


_MEASURE = _pattern()


def find_measures(page: Page) -> Iterator[Finding]:
    """Yield what may be counts in units: shares of a whole, sums of money, lengths."""
    for match in _MEASURE.finditer(page.text):
        span = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.root.is_space or page.is_time(span[0]):
            continue
        before = page.text[max(0, match.start() - 2) : match.start()]
        if "(" in before:
            continue  # the same in other units
        kind = "money" if match["sign"] or match["money"] else "length" if match["length"] else "share"
        qualifier = qualifier_before(page.text, match.start())
        signs = ["measure", f"measure: {kind}", *_signs(span, kind)]
        if qualifier:
            signs.append("qualified")
        yield Finding(
            "count",
            span[0],
            tuple(span),
            f"{_told(qualifier, kind)} {_value(match)}".strip(),
            f"measure of {kind}",
            span.root,
            comparison_of(qualifier),
            signs=tuple(signs),
        )


def _value(match: re.Match[str]) -> str:
    if match["sign"]:
        return f"{match['sum']} {_SIGNS[match['sign']]}"
    if match["pc"]:
        return f"{match['pc']} percent"
    unit = match["money"] or match["length"] or "percent"
    return f"{match['number']} {unit}"


def _told(qualifier: str, kind: str) -> str:
    """Return the qualifier that a value keeps: bounds always, "about" for money and lengths."""
    return _KEPT.get(qualifier, "about" if qualifier in words("qualifiers", "about") and kind != "share" else "")


def _signs(span: Span, kind: str) -> Iterator[str]:
    root: Token = span.root
    verb = syntax.clause_of(root)
    if root.dep_ in {"compound", "nmod", "amod", "nummod", "npadvmod"} and root.head.i > root.i:
        yield "measure: before a noun"
    elif root.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}:
        yield f"measure: role {root.dep_}"
    else:
        yield "measure: role other"
    if kind == "length" and verb.lemma_.lower() in {"travel", "fly", "reach", "cover", "go", "advance", "drive"}:
        yield "measure: gone"
    if kind == "length" and any(c.tag_ == "MD" for c in verb.children):
        yield "measure: can be gone"
