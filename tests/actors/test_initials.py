"""An article before an initialism takes none of its letters."""

from __future__ import annotations

import pytest

from summitry.actors import load_registry, resolve_mentions
from summitry.language import load_language


@pytest.mark.parametrize("text", ["A U.S. ship sank.", "He called it a U.S. matter.", "A U.S. envoy came."])
def test_article_before_initials(text: str) -> None:
    doc = next(iter(load_language().parse([text])))
    states = {m.state for m in resolve_mentions(doc, None, load_registry())}
    assert states == {"USA"}
