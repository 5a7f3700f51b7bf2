"""Every row of docs/reference/claims.md holds, and all thirteen kinds are shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from summitry.model import ClaimKind

from .conftest import Read

PAGE = (Path(__file__).parents[3] / "docs/reference/claims.md").read_text(encoding="utf-8")
ROWS = [row for row in re.findall(r"^\| (\w+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE) if row[0] != "kind"]


def test_all_kinds_are_shown() -> None:
    assert {kind for kind, _, _ in ROWS} == set(get_args(ClaimKind))


@pytest.mark.parametrize(("kind", "value", "sentence"), ROWS)
def test_the_sentence_holds_the_claim(read: Read, kind: str, value: str, sentence: str) -> None:
    assert value in [claim.value for claim in read(sentence, kind)]
