"""A coder and a near-duplicate measure small enough to read, for tests of the record alone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from summitry.model import Address, CodedDocument, Document, Event, Evidence, Interval, Participant
from summitry.record.wordings import Signer

STATES = {"Xi Jinping": "CHN", "Kim Jong Un": "PRK", "Donald Trump": "USA", "Moon Jae-in": "KOR", "China": "CHN"}
_PERSON = "|".join(STATES)
_MEETING = re.compile(rf"({_PERSON}) (met|will meet) ({_PERSON})(?: in (\w+))?")


@dataclass(frozen=True)
class FakeCoder:
    """Knows one sentence: `A met B in Place`."""

    version: int = 1

    @property
    def name(self) -> str:
        return f"fake {self.version}"

    def code(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
        for document in documents:
            if "POISON" in document.text:
                raise ValueError("cannot code this")
            yield CodedDocument(document, tuple(_events(document)), self.name)


def _events(document: Document) -> Iterator[Event]:
    for match in _MEETING.finditer(document.masked_text):
        shift = 1 if "MISQUOTE" in document.text else 0
        yield Event(
            type="CONSULT",
            mode="visit",
            participants=(_participant("actor", match, 1), _participant("recipient", match, 3)),
            interval=document.published,
            place=match[4] or "",
            status="planned" if match[2] == "will meet" else "occurred",
            according_to="author",
            count=1,
            evidence=(Evidence(match.start() + shift, match.end() + shift, match[0]),),
            score=0.8,
            rule="fake",
        )


def _participant(role: str, match: re.Match[str], group: int) -> Participant:
    name = match[group]
    kind = "state" if name == "China" else "person"
    return Participant(
        role,
        name,
        STATES[name],
        "",
        kind,
        name.lower().replace(" ", "-"),
        match[group],
        match.span(group),
        score=0.9,
        reasons=(f"alias: {name}", "the only one of that name"),
    )


def load_fake_coder() -> FakeCoder:
    return FakeCoder()


def use_fake_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the small coder in the place of the bundled one, its name too."""
    monkeypatch.setattr("summitry.record.workers.load_bundled_coder", load_fake_coder)
    monkeypatch.setattr("summitry.record.workers.CODER", FakeCoder().name)


def load_newer_coder() -> FakeCoder:
    return FakeCoder(version=2)


def words_of(signature: bytes) -> set[bytes]:
    return set(signature.split(b" "))


def same_words(one: bytes, other: bytes) -> bool:
    mine, theirs = words_of(one), words_of(other)
    return len(mine & theirs) / len(mine | theirs) >= 0.88


FAKE_SIGNER = Signer(
    sign=lambda document: " ".join(sorted(set(document.text.split()))).encode(),
    bands=lambda signature: tuple(sorted({zlib.crc32(word) for word in words_of(signature)})),
    same=same_words,
)


def make_document(text: str, source: str = "a.txt", published: str = "", **more: str) -> Document:
    """Return a document whose article is its whole text."""
    return Document(
        id="",
        text=text,
        article=((0, len(text)),),
        title=more.get("title", ""),
        published=Interval.parse(published, more.get("rule", "metadata")) if published else None,
        publisher=more.get("publisher", ""),
        address=Address(source, more.get("url", ""), more.get("source_id", "")),
        digest=more.get("digest", f"digest of {source}"),
    )
