"""Small records for the tests of the desk, written as `read` writes them, without a coder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from summitry.model import Address, CodedDocument, Document, Event, Evidence, Interval, Participant, text_digest
from summitry.record import Record, open_record
from summitry.record.connection import transaction
from summitry.record.identity import Reading
from summitry.record.storing import NeedsCoding, Store
from summitry.record.wordings import Signer

XI = ("Xi Jinping", "CHN", "President", "person", "xi-jinping")
KIM = ("Kim Jong Un", "PRK", "Supreme Leader", "person", "kim-jong-un")


def person(role: str, who: tuple[str, str, str, str, str], score: float = 1.0) -> Participant:
    name, state, office, kind, actor_id = who
    return Participant(role, name, state, office, kind, actor_id, score=score, reasons=("named",))  # type: ignore[arg-type]


def meeting(
    text: str,
    quote: str,
    day: str,
    place: str,
    *,
    actor: tuple[str, str, str, str, str] = KIM,
    recipient: tuple[str, str, str, str, str] = XI,
    status: str = "occurred",
    score: float = 0.8,
    according_to: str = "author",
) -> Event:
    """A visit that a text tells in some words."""
    start = text.index(quote)
    return Event(
        "CONSULT",
        "visit",
        (person("actor", actor), person("recipient", recipient)),
        Interval.parse(day),
        place,
        status,  # type: ignore[arg-type]
        according_to,
        1,
        (Evidence(start, start + len(quote), quote, quote),),
        (),
        score,
        "test",
    )


def document(
    text: str,
    events: Iterable[Event],
    *,
    title: str,
    publisher: str,
    published: str,
    url: str = "",
    source: str = "",
    author: str = "A. Writer",
) -> CodedDocument:
    """A coded document; its first line is furniture."""
    end_of_head = text.find("\n\n") + 2 if text.startswith("Menu") else 0
    made = Document(
        id="",
        text=text,
        article=((end_of_head, len(text)),),
        title=title,
        published=Interval.parse(published),
        publisher=publisher,
        address=Address(source or f"{title[:20]}.txt", url),
        digest=text_digest(text),
        author=author,
    )
    return CodedDocument(made, tuple(events), "test 1")


def fill(record: Record, documents: Iterable[CodedDocument]) -> None:
    """Write documents with their addresses, each a document of its own, and link their events."""
    store = Store(record._connection, Signer(lambda text: b"", lambda signature: (), lambda one, other: False))
    with transaction(record._connection):
        for one in documents:
            reading = Reading(one.document)
            needed = store.enter(reading, one.coder)
            assert isinstance(needed, NeedsCoding)
            store.enter(reading, one.coder, replace(one, document=needed.document))
    record.link()


def two_reports(path: Path) -> Path:
    """Two reports of one visit that disagree on its place, one of another visit, one doubtful."""
    first = "Menu News Sport\n\nKim Jong Un came to Beijing on 26 March 2018. He stayed two days and saw Xi Jinping."
    second = "Kim Jong Un met Xi Jinping in Dalian on 26 March 2018, an agency wrote. Nobody else was there."
    third = "Xi Jinping flew to Pyongyang on 20 June 2019. Crowds lined the road from the airport."
    fourth = "Some said that Kim Jong Un saw Xi Jinping in Beijing on 8 January 2019."
    documents = [
        document(
            first,
            [meeting(first, "Kim Jong Un came to Beijing on 26 March 2018.", "2018-03-26", "Beijing, China")],
            title="A train from the north",
            publisher="Harbour Wire",
            published="2018-03-28",
            url="https://example.org/train",
        ),
        document(
            second,
            [meeting(second, "Kim Jong Un met Xi Jinping in Dalian on 26 March 2018", "2018-03-26", "Dalian, China")],
            title="Two men by the sea",
            publisher="Strait Dispatch",
            published="2018-03-29",
        ),
        document(
            third,
            [
                meeting(
                    third,
                    "Xi Jinping flew to Pyongyang on 20 June 2019.",
                    "2019-06-20",
                    "Pyongyang, North Korea",
                    actor=XI,
                    recipient=KIM,
                )
            ],
            title="A state visit",
            publisher="Harbour Wire",
            published="2019-06-21",
        ),
        document(
            fourth,
            [meeting(fourth, fourth[:-1], "2019-01-08", "Beijing, China", score=0.2)],
            title="A rumour",
            publisher="Lakeside Tribune",
            published="2019-01-09",
        ),
    ]
    with open_record(path) as record:
        fill(record, documents)
    return path
