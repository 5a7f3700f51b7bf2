"""Texts cut at marks: nothing is lost, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summitry.web.marking import Mark, in_context, paragraphs, segments

texts = st.text(max_size=80)
spans = st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90), st.sampled_from(["event", "actor", "time"])))


@given(texts, spans)
def test_segments_joined_are_the_text(text: str, marks: list[tuple[int, int, str]]) -> None:
    cut = segments(text, [Mark(*mark) for mark in marks])
    assert "".join(segment.text for segment in cut) == text


@given(texts, spans)
def test_each_character_bears_the_marks_over_it(text: str, given_marks: list[tuple[int, int, str]]) -> None:
    marks = [Mark(*mark) for mark in given_marks]
    for segment in segments(text, marks):
        for at in range(segment.start, segment.start + len(segment.text)):
            assert set(segment.marks) == {mark for mark in marks if mark.start <= at < mark.end}


@given(texts, spans)
def test_paragraphs_lose_nothing_but_white_space(text: str, marks: list[tuple[int, int, str]]) -> None:
    cut = paragraphs(text, [Mark(*mark) for mark in marks], 0, len(text))
    shown = "".join(segment.text for paragraph in cut for segment in paragraph)
    assert "".join(shown.split()) == "".join(text.split())


@given(st.text(min_size=1, max_size=900), st.data())
def test_a_quote_in_context_is_verbatim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = in_context(text, start, end, text[max(0, start - 3) : end + 2])
    assert "".join(s.text for s in shown if any(m.kind == "quote" for m in s.marks)) == text[start:end]
    assert "".join(s.text for s in shown) in text
