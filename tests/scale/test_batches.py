"""Batches named by the digest of what is in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summitry.scale import batches
from summitry.scale.batches import cut
from summitry.scale.inputs import RawLine

LINES = st.lists(st.binary(max_size=8) | st.none(), max_size=200)


def raw(lines: list[bytes | None]) -> list[RawLine]:
    return [RawLine(number, line) for number, line in enumerate(lines, 1)]


@given(LINES)
def test_nothing_is_lost_or_put_in_another_order(lines: list[bytes | None]) -> None:
    documents = raw(lines)
    found = [document for batch in cut("a", documents, "c") for document in batch.documents]
    assert found == documents


@given(LINES, LINES)
def test_a_digest_tells_contents_apart(one: list[bytes | None], other: list[bytes | None]) -> None:
    first, second = (list(cut("a", raw(lines), "c")) for lines in (one, other))
    assert ([b.digest for b in first] == [b.digest for b in second]) == (one == other)


def test_a_digest_depends_on_coder_and_source() -> None:
    documents = raw([b"x"])
    digests = {next(cut(source, documents, coder)).digest for source in ("a", "b") for coder in ("c", "d")}
    assert len(digests) == 4


def test_a_file_that_grew_keeps_its_full_batches() -> None:
    before = list(cut("a", raw([b"x"] * (batches.BATCH_DOCUMENTS + 1)), "c"))
    after = list(cut("a", raw([b"x"] * (batches.BATCH_DOCUMENTS + 2)), "c"))
    assert before[0].digest == after[0].digest
    assert before[1].digest != after[1].digest


def test_large_documents_make_small_batches() -> None:
    large = b"x" * (batches.BATCH_BYTES // 2)
    assert [len(batch.documents) for batch in cut("a", raw([large] * 5), "c")] == [2, 2, 1]
