"""Lists of documents, and of those that make claims, without their texts."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.record.connection import plainly
from summitry.record.record import Record

__all__ = ["DocumentRow", "claim_documents", "count_documents", "list_documents"]

_MARK = ("\x02", "\x03")
"""What stands around found words in a snippet; no stored text that a page shows holds them unescaped."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list.

    Args:
        id: its id.
        title: its headline.
        publisher: its publisher.
        published: first possible day of publication, `""` where unknown.
        events: how many events it states.
        claims: how many claims it makes.
        snippet: words around what was searched for, found words between U+0002 and U+0003.
    """

    id: str
    title: str
    publisher: str
    published: str
    events: int
    claims: int
    snippet: str = ""


_COLUMNS = """
    d.document_id, d.title, d.publisher, coalesce(d.published_start, ''),
    (SELECT count(*) FROM events e WHERE e.document_number = d.document_number),
    (SELECT count(*) FROM claims c WHERE c.document_number = d.document_number)
"""

_RANKED = """
    SELECT min(rowid) FROM
        (SELECT rowid FROM documents_search WHERE documents_search MATCH ?1 ORDER BY rowid DESC LIMIT 3000)
"""
"""The first of the documents that are ranked: to rank a hundred thousand takes a tenth of a second and tells little."""


def quoted(words: str) -> str:
    """Return words as full-text phrases, every one taken literally, the last also as the beginning of a word."""
    phrases = ['"' + word.replace('"', '""').replace("\x00", "") + '"' for word in words.split()]
    return " ".join(phrases)


def list_documents(
    record: Record, *, search: str = "", publisher: str | None = None, limit: int = 50, offset: int = 0
) -> list[DocumentRow]:
    """Return some documents: the latest first, or the best match first where something is searched for.

    Of words that thousands of documents hold, those entered last are ranked.
    """
    ask = record._connection.execute
    with plainly(record.path):
        if search.split():
            rows = ask(
                f"SELECT {_COLUMNS}, f.snippet FROM (SELECT rowid AS n, rank, "
                "snippet(documents_search, 1, ?2, ?3, ' … ', 28) AS snippet FROM documents_search "
                f"WHERE documents_search MATCH ?1 AND rowid >= ({_RANKED}) ORDER BY rank LIMIT ?4 OFFSET ?5) f "
                "JOIN documents d ON d.document_number = f.n ORDER BY f.rank, d.document_id",
                (quoted(search), *_MARK, limit, offset),
            )
        else:
            rows = ask(
                f"SELECT {_COLUMNS} FROM documents d WHERE ?1 IS NULL OR d.publisher = ?1 "
                "ORDER BY d.published_start IS NULL, d.published_start DESC, d.document_id LIMIT ?2 OFFSET ?3",
                (publisher, limit, offset),
            )
        return [DocumentRow(*row) for row in rows]


def count_documents(record: Record, *, search: str = "", publisher: str | None = None) -> int:
    """Count what `list_documents` would list without a limit."""
    ask = record._connection.execute
    with plainly(record.path):
        if search.split():
            row = ask("SELECT count(*) FROM documents_search WHERE documents_search MATCH ?", (quoted(search),))
        else:
            row = ask("SELECT count(*) FROM documents d WHERE ?1 IS NULL OR d.publisher = ?1", (publisher,))
        return int(row.fetchone()[0])


def claim_documents(record: Record, kind: str | None, limit: int, offset: int) -> tuple[list[tuple[str, int]], int]:
    """Return where some claims stand, as documents and positions in them, and how many there are in all."""
    ask = record._connection.execute
    with plainly(record.path):
        rows = ask(
            "SELECT d.document_id, c.position FROM claims c JOIN documents d USING (document_number) "
            "WHERE ?1 IS NULL OR c.kind = ?1 ORDER BY d.published_start IS NULL, d.published_start DESC, "
            "d.document_id, c.position LIMIT ?2 OFFSET ?3",
            (kind, limit, offset),
        )
        places = [(str(document), int(position)) for document, position in rows]
        total = ask("SELECT count(*) FROM claims WHERE ?1 IS NULL OR kind = ?1", (kind,)).fetchone()[0]
        return places, int(total)
