"""Golden: pages written for these tests, with the furniture of many kinds of site around them.

In a `.page` file the first line gives the headline; lines that begin with `~` are furniture, lines
that begin with `?` may stay or go (a bare date above the article).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.reading import clean_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


def load(path: Path) -> tuple[str, str, list[tuple[str, int, str]]]:
    """Return title, text, and (line, offset, mark) of each line that is not blank."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    lines, text = [], ""
    for line in rest:
        mark = line[:1] if line[:1] in ("~", "?") else ""
        words = line.removeprefix(mark)
        if words.strip():
            lines.append((words, len(text), mark))
        text += words + "\n"
    return first.removeprefix("title:").strip(), text, lines


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("titled", [True, False], ids=["titled", "untitled"])
def test_the_article_survives_whole(path: Path, titled: bool) -> None:
    title, text, lines = load(path)
    spans = clean_text(text, title if titled else "")
    for words, offset, mark in lines:
        if not mark:
            assert any(start <= offset and offset + len(words.rstrip()) <= end for start, end in spans), words


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_furniture_is_left(path: Path) -> None:
    title, text, lines = load(path)
    spans = clean_text(text, title)
    for words, offset, mark in lines:
        if mark == "~":
            assert not any(start < offset + len(words) and offset < end for start, end in spans), words


def test_a_last_line_without_a_full_stop_is_no_comment_for_words_that_anybody_writes() -> None:
    text = (
        "The foreign ministers of Jordan and Egypt met on Monday to talk about water.\n\n"
        "Both sides said that the talks had gone well, and that a paper would be signed in May.\n\n"
    )
    last = "The two met in a villa an hour from Amman"
    assert clean_text(text + last, "")[-1][1] == len(text + last)
    assert clean_text(f"{text}Great article, thanks for sharing", "")[-1][1] <= len(text)
