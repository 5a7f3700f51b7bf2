"""What holds for the cleaner whatever it is given."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.errors import InputError
from summitry.model import Document
from summitry.reading import clean_text
from summitry.reading.encoding import decode, neutralise
from summitry.reading.markup import blank_markup

PIECES = st.sampled_from(
    [
        "Xi Jinping met Kim Jong Un in Pyongyang on Thursday, and both signed nothing.",
        "Comments (4)",
        "Related stories",
        "Advertisement",
        "<p>",
        "</p>",
        "<script>",
        "[ad_1]",
        "By Jane Roe",
        "Home | World | Sport",
        "Photo: pool",
        "anon: First!",
        "\u202eabc",
        "© 2020 Post",
        "",
        "\r",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("\n".join))


@given(TEXTS, st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_spans_are_ordered_and_hold_more_than_blanks(text: str, title: str) -> None:
    spans = clean_text(text, title)
    Document("a", text, spans)
    assert all(text[start:end].strip() for start, end in spans)
    assert spans == clean_text(text, title)


@given(st.text())
@settings(deadline=None)
def test_neutralising_keeps_every_offset(text: str) -> None:
    safe = neutralise(text)
    assert len(safe) == len(text)
    assert neutralise(safe) == safe
    safe.encode("utf-8")
    assert "\0" not in safe


@given(TEXTS)
@settings(deadline=None)
def test_blanking_markup_keeps_every_offset(text: str) -> None:
    assert len(blank_markup(text)) == len(text)


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    with suppress(InputError):
        decode(data, "x").encode("utf-8")


def shared_texts() -> list[tuple[str, str, str]]:
    folder = Path(os.environ.get("SUMMITRY_SHARED", Path(__file__).parents[2].parent / "shared")) / "gold"
    rows = [json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    return [(row["id"], row["title"], row["text"]) for row in rows]


@pytest.mark.shared
def test_cleaning_its_own_output_changes_little() -> None:
    texts = shared_texts()
    if not texts:
        pytest.skip("the shared gold files are not there (SUMMITRY_SHARED)")
    changed = 0
    for _, title, text in texts:
        once = Document("a", text, clean_text(text, title)).article_text
        again = Document("a", once, clean_text(once, title)).article_text
        changed += once != again
    assert changed <= len(texts) * 0.03
