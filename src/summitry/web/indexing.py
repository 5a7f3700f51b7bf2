"""What a published site can be searched for: its actors, dyads, incidents and documents, by name and by words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from summitry.incidents import date_text
from summitry.record import Record
from summitry.record.values import published_text
from summitry.web.search_index import Entry, Section
from summitry.web.words import plain, title_of

__all__ = ["sections_of"]

_LINE = 160
"""Characters that are shown of a sentence."""


def sections_of(record: Record, pages: Mapping[str, tuple[str, str]]) -> tuple[Section, ...]:
    """Return what can be found, in the order of the results.

    Args:
        record: what was published.
        pages: file and title of each published page, by address.
    """
    return (
        Section("actor", "actors", _named(pages, "actors")),
        Section("dyad", "dyads", _named(pages, "dyads")),
        Section("incident", "incidents", _incidents(record, pages)),
        Section("document", "documents", _documents(record, pages)),
    )


def _of(pages: Mapping[str, tuple[str, str]], section: str) -> Iterator[tuple[str, str, str]]:
    """Yield name in the address, file and title of a section's pages."""
    for address, (file, title) in sorted(pages.items()):
        head, _, name = address.lstrip("/").partition("/")
        if head == section and name and "?" not in name:
            yield unquote(name), file, title


def _named(pages: Mapping[str, tuple[str, str]], section: str) -> Iterator[Entry]:
    """Yield the pages of actors or dyads, each once: one is known by name and by code."""
    found: dict[str, tuple[str, list[str]]] = {}
    for name, file, title in _of(pages, section):
        found.setdefault(title, (file, []))[1].append(name)
    for title, (file, names) in sorted(found.items()):
        yield Entry(file, title, "", " ".join(names))


def _incidents(record: Record, pages: Mapping[str, tuple[str, str]]) -> Iterator[Entry]:
    """Yield the incidents in order of time."""
    files = {name: file for name, file, _ in _of(pages, "incidents")}
    for incident in record.incidents():
        if incident.id in files:
            told = (date_text(incident.interval) or "undated", incident.place, _short(incident.sentence))
            line = " · ".join(part for part in told if part)
            text = f"{incident.sentence} {' '.join(incident.citations)}"
            yield Entry(files[incident.id], plain(title_of(incident)), plain(line), text)


def _documents(record: Record, pages: Mapping[str, tuple[str, str]]) -> Iterator[Entry]:
    """Yield the documents, found by every word of their text."""
    files = {name: file for name, file, _ in _of(pages, "documents")}
    for recorded in record.documents():
        if recorded.id in files:
            document = recorded.document
            line = " · ".join(part for part in (published_text(document.published), document.publisher) if part)
            yield Entry(files[recorded.id], plain(document.title or recorded.id), plain(line), document.text)


def _short(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= _LINE else line[: _LINE - 1].rstrip() + "…"
