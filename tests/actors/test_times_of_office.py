"""An office holder is sought at the time of the act, not at one that only bounds a span."""

from __future__ import annotations

from summitry.actors import load_registry, resolve_mentions
from summitry.language import load_language
from summitry.model import Interval


def test_first_since_dates_no_holder() -> None:
    text = "The Russian defense minister visited Cuba for the first time since 1991."
    doc = next(iter(load_language().parse([text])))
    names = {m.name for m in resolve_mentions(doc, Interval.parse("2023-07-26"), load_registry())}
    assert "Sergei Shoigu" in names
