"""What questions to the record return: events and documents with where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitry.coding import event_to_json
from summitry.model import Address, Claim, Document, Event, Interval, Participant

__all__ = ["RecordedClaim", "RecordedDocument", "RecordedEvent", "address_dict", "names", "one_line", "published_text"]


@dataclass(frozen=True, slots=True)
class RecordedDocument:
    """A document of the record.

    Args:
        document: text, title, date and publisher, as its preferred address tells them.
        addresses: everywhere it was found.
        coder: name and version of the coder that made its events.
    """

    document: Document
    addresses: tuple[Address, ...]
    coder: str

    @property
    def id(self) -> str:
        """Its id, made from its text."""
        return self.document.id

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        document = self.document
        return {
            "id": document.id,
            "url": document.address.url,
            "published": published_text(document.published),
            "published_rule": document.published.rule if document.published else "",
            "publisher": document.publisher,
            "author": document.author,
            "title": document.title,
            "addresses": [address_dict(address) for address in self.addresses],
            "coder": self.coder,
            "article": [list(span) for span in document.article],
            "text": document.text,
        }


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event of the record.

    Args:
        id: made from what it says and where it stands.
        event: what happened.
        document_id: the document that states it.
        title: that document's headline.
        publisher: its publisher.
        published: its publication date.
        addresses: everywhere that document was found.
        coder: name and version of the coder that made it.
    """

    id: str
    event: Event
    document_id: str
    title: str
    publisher: str
    published: Interval | None
    addresses: tuple[Address, ...]
    coder: str

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object: the fields of a coded event, then those of its document."""
        return {
            **event_to_json(self.event, self.id, self.coder),
            "document": self.document_id,
            "title": self.title,
            "publisher": self.publisher,
            "published": published_text(self.published),
            "sources": [address_dict(address) for address in self.addresses],
        }


@dataclass(frozen=True, slots=True)
class RecordedClaim:
    """A claim of the record.

    Args:
        claim: what is asserted.
        document_id: the document that asserts it.
        title: that document's headline.
        publisher: its publisher.
        author: its author.
        published: its publication date.
    """

    claim: Claim
    document_id: str
    title: str
    publisher: str
    author: str
    published: Interval | None


def address_dict(address: Address) -> dict[str, str]:
    """Return an address as a JSON object."""
    return {"source": address.source, "url": address.url, "source_id": address.source_id}


def published_text(published: Interval | None) -> str:
    """Return a publication date at its precision, `""` where unknown.

    >>> published_text(Interval.parse("2019-06"))
    '2019-06'
    """
    return published.iso()[0] if published else ""


def names(participants: Sequence[Participant]) -> str:
    """Return participants' names, parted by commas."""
    return ", ".join(p.name for p in participants)


def one_line(text: str) -> str:
    """Return a text with all white space runs as one space."""
    return " ".join(text.split())
