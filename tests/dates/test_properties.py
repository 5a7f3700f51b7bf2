"""What holds for any text."""

import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from types import FrameType
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from summitry.dates import find_times, heading_time, narrative_time, outermost
from summitry.dates.lexicon import lexicon
from summitry.model import Interval

PUBLISHED = st.one_of(
    st.none(),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(Interval.day),
    st.sampled_from(["2018", "2018-04", "0001", "9999-12"]).map(Interval.parse),
)
MARKS = (
    "May March August Sunday Monday's 12 31 2018 1950-53 1980s '89 the summit said 9999 0 9:30 p.m. , . - – ( 3/4/2018 "
    "2019-02-30 28th Resolution B.C. Christmas Juche Congress $"
)
WORDS = st.sampled_from([*sorted(lexicon().words), *MARKS.split(), "\n\n", "\n"])
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=30).map("".join)
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
@example("MAY THROUGH", None)
def test_any_text_is_read(text: str, published: Interval | None) -> None:
    found = find_times(text, published)
    assert list(found) == sorted(found, key=lambda time: (time.start, -time.end))
    for time in found:
        assert 0 <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        assert time.value
        first, last = time.interval.first, time.interval.last
        assert first is None or last is None or first <= last
    assert find_times(text, published) == found


@settings(max_examples=150, deadline=None)
@given(TEXTS, PUBLISHED, st.integers(0, 300))
def test_views_hold_what_they_promise(text: str, published: Interval | None, offset: int) -> None:
    found = find_times(text, published)
    phrases = outermost(found)
    assert all(before.end <= after.start for before, after in pairwise(phrases))
    reached = narrative_time(found, offset)
    assert reached is None or (reached.known and reached.precision not in ("day", "week", "weekend"))
    heading = heading_time(text, found, offset)
    assert heading is None or heading.known


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), TEXTS, PUBLISHED)
def test_what_stands_outside_the_article_is_not_read(
    before: str, after: str, text: str, published: Interval | None
) -> None:
    whole = before + text + after
    spans = [(len(before), len(before) + len(text))] if text else []
    for time in find_times(whole, published, spans=spans):
        assert len(before) <= time.start < time.end <= len(before) + len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words) + " "))
def test_work_grows_in_step_with_the_text(unit: str) -> None:
    short = _calls(lambda: find_times(unit * 60, Interval.parse("2018-03-05")))
    long = _calls(lambda: find_times(unit * 120, Interval.parse("2018-03-05")))
    assert long <= 2.4 * short + 2000


def _calls(work: Callable[[], Any]) -> int:
    """Return how many functions a piece of work calls: a measure that no clock disturbs."""
    count = 0

    def tally(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
