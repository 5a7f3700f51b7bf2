"""Whether a stretch touches one of many spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summitry.places.spans import Spans

offsets = st.integers(0, 30)


@given(st.lists(offsets, unique=True, max_size=10), offsets, offsets)
def test_touching_means_sharing_a_character(bounds: list[int], one: int, other: int) -> None:
    edges = sorted(bounds[: len(bounds) // 2 * 2])
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    start, end = min(one, other), max(one, other) + 1
    assert Spans(spans).touch(start, end) == any(first < end and start < last for first, last in spans)
