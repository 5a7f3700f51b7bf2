"""A short way to read the claims of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.annotation import load_annotator
from summitry.coding import Coder
from summitry.coding.claims.reader import read_claims
from summitry.model import Claim, Document, Interval

Read = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read(coder: Coder) -> Read:
    """Return a function that reads the claims of a text published on a day, of one kind where one is named.

    It keeps a little more than a record would: where the threshold lies best changes with the texts it is chosen on,
    which is no matter for what the patterns read.
    """

    def run(text: str, kind: str = "", published: str = "2024-11-20") -> tuple[Claim, ...]:
        document = Document("d", text, ((0, len(text)),), published=Interval.parse(published))
        annotation = next(load_annotator().annotate([document]))
        claims = read_claims(coder.page_of(annotation), threshold=0.28)
        return tuple(claim for claim in claims if kind in ("", claim.kind))

    return run
