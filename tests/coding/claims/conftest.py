"""A short way to read the claims of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.coding import Coder
from summitry.model import Claim, Document, Interval

Read = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read(coder: Coder) -> Read:
    """Return a function that reads the claims of a text published on a day, of one kind where one is named."""

    def run(text: str, kind: str = "", published: str = "2024-11-20") -> tuple[Claim, ...]:
        document = Document("d", text, ((0, len(text)),), published=Interval.parse(published))
        claims = next(coder.code([document])).claims
        return tuple(claim for claim in claims if kind in ("", claim.kind))

    return run
