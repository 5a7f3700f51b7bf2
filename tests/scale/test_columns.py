"""Coded documents as rows and back: nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyarrow
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model import (
    Address,
    Claim,
    CodedDocument,
    Counted,
    Document,
    Event,
    Evidence,
    Interval,
    Participant,
)
from summitry.scale.columns import coded_of, part_schema, row_of

TEXT = "Xi Jinping met Kim Jong Un in Pyongyang for the fifth time."
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(date(1850, 1, 1), date(2100, 1, 1)) | st.none()


@st.composite
def intervals(draw: st.DrawFn) -> Interval | None:
    first, last = draw(DAYS), draw(DAYS)
    if first and last and first > last:
        return None
    return Interval(first, last, draw(st.sampled_from(["day", "range", "unknown"])), draw(WORDS), draw(WORDS))


PARTICIPANTS = st.builds(
    Participant,
    role=st.sampled_from(["actor", "recipient"]),
    name=WORDS,
    state=WORDS,
    office=WORDS,
    kind=st.just("person"),
    actor_id=WORDS,
    surface=WORDS,
    span=st.none() | st.just((0, 10)),
    score=st.floats(0, 1),
    reasons=st.lists(WORDS, max_size=2).map(tuple),
)
EVENTS = st.builds(
    Event,
    type=st.just("CONSULT"),
    mode=WORDS,
    participants=st.lists(PARTICIPANTS, max_size=3).map(tuple),
    interval=intervals(),
    place=WORDS,
    status=st.just("occurred"),
    according_to=WORDS,
    count=st.integers(1, 99),
    evidence=st.just((Evidence(0, 10, TEXT[:10], TEXT),)),
    contexts=st.lists(WORDS, max_size=2).map(tuple),
    score=st.floats(0, 1),
    rule=WORDS,
)
DOCUMENTS = st.builds(
    Document,
    id=WORDS,
    text=st.just(TEXT),
    article=st.sampled_from([((0, 10),), ((0, 3), (5, 9)), ()]),
    title=WORDS,
    published=intervals(),
    publisher=WORDS,
    address=st.builds(Address, WORDS, WORDS, WORDS),
    digest=WORDS,
    author=WORDS,
    language=WORDS,
)
CLAIM = Claim("ordinal", Evidence(0, 10, TEXT[:10], TEXT), ("Xi Jinping",), Counted("CONSULT", words="met"), "5")


@settings(deadline=None)
@given(DOCUMENTS, st.lists(EVENTS, max_size=3))
def test_a_coded_document_comes_back_as_it_was(document: Document, events: list[Event]) -> None:
    coded = CodedDocument(document, tuple(events), "fake 1", (CLAIM,))
    table = pyarrow.Table.from_pylist([row_of(coded)], part_schema())
    [row] = table.to_pylist()
    assert coded_of(row) == coded


def test_half_a_surrogate_in_a_file_name_is_written_out() -> None:
    document = Document("a", TEXT, (), address=Address("bad\udcff.jsonl:1"))
    row = row_of(CodedDocument(document, (), "fake 1"))
    table = pyarrow.Table.from_pylist([row], part_schema())
    found = coded_of(table.to_pylist()[0]).document
    assert found == replace(document, address=Address("bad\\udcff.jsonl:1"))
