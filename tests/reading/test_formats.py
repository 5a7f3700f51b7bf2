"""Every format gives the same article as a Document."""

from __future__ import annotations

import gzip
import io
import json
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from summitry.limits import Limits
from summitry.model import Document, Interval
from summitry.reading import Skipped, Source, count_sources, document_to_json, find_sources, read_source
from summitry.reading.pages import fragment_text

FIRST = "Japan's prime minister Shinzo Abe met Russian president Vladimir Putin in Singapore on 14 November 2018."
SECOND = "They agreed to speed up talks on a peace treaty on the basis of the joint declaration of 1956."
THIRD = "Abe told reporters that he would travel to Russia early in the following year to meet Putin again."
ARTICLE = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
PAGE = f"""<html lang="en"><head><title>Abe and Putin talk in Singapore | Pacific Post</title>
<meta property="article:published_time" content="2018-11-14T21:10:00+09:00">
<meta property="og:title" content="Abe and Putin talk in Singapore">
<meta property="og:site_name" content="Pacific Post"></head><body>
<nav><a href="/">Home</a> <a href="/asia">Asia</a></nav>
<article><h1>Abe and Putin talk in Singapore</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>
<section class="comments"><h2>Comments</h2><p>Russia has already handed over the islands, my uncle saw it.</p></section>
<footer>Copyright 2018 Pacific Post</footer></body></html>""".encode()


def read(path: Path, **options: object) -> list[Document | Skipped]:
    return list(read_source(Source(str(path), path), **options))  # type: ignore[arg-type]


def one(path: Path, **options: object) -> Document:
    (document,) = read(path, **options)
    assert isinstance(document, Document), document
    for sentence in (FIRST, SECOND, THIRD):
        assert sentence in document.article_text
    return document


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_text_is_stored_as_it_came(tmp_path: Path) -> None:
    document = one(put(tmp_path, "a.txt", ARTICLE.replace("\n", "\r\n").encode()))
    assert document.text == ARTICLE.replace("\n", "\r\n")
    assert document.id.startswith("d-")
    assert len(document.id) == 18
    assert document.published is None
    assert document.address.source == str(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_give_the_same_document(tmp_path: Path, encoding: str) -> None:
    words = ARTICLE.replace("Abe met", "Abé met – “at last” –")
    (document,) = read(put(tmp_path, "a.txt", words.encode(encoding)))
    assert isinstance(document, Document)
    assert document.text == words


def test_older_encodings_are_told_apart(tmp_path: Path) -> None:
    words = "Президент России Владимир Путин встретился с премьер-министром Японии Синдзо Абэ в Сингапуре. " * 4
    (document,) = read(put(tmp_path, "a.txt", words.encode("cp1251")))
    assert isinstance(document, Document)
    assert document.text == words


def test_damaged_utf8_keeps_the_rest(tmp_path: Path) -> None:
    data = (ARTICLE * 3).replace("Abe", "Abé").encode().replace(b"talks on", b"talks \xff on", 1)
    (document,) = read(put(tmp_path, "a.txt", data))
    assert isinstance(document, Document)
    assert document.text.count("\ufffd") == 1
    assert "Abé" in document.text


def test_markdown_front_matter_tells_title_and_date(tmp_path: Path) -> None:
    front = "---\ntitle: Abe and Putin talk\ndate: 2018-11-15\nauthor: A. Sato\n---\n\n"
    document = one(put(tmp_path, "a.md", f"{front}# Abe and Putin talk\n\n{ARTICLE}".encode()))
    assert document.title == "Abe and Putin talk"
    assert document.author == "A. Sato"
    assert document.published == Interval.parse("2018-11-15", "metadata")
    assert "date:" not in document.article_text


def test_markdown_link_targets_are_furniture(tmp_path: Path) -> None:
    words = ARTICLE.replace("Vladimir Putin", "[Vladimir Putin](https://example.org/putin-visits-berlin)", 1)
    (document,) = read(put(tmp_path, "a.md", words.encode()))
    assert isinstance(document, Document)
    assert "Vladimir Putin" in document.article_text
    assert "example.org" not in document.article_text


def test_a_page_gives_title_date_publisher_and_article_alone(tmp_path: Path) -> None:
    document = one(put(tmp_path, "a.html", PAGE))
    assert document.title == "Abe and Putin talk in Singapore"
    assert document.publisher == "Pacific Post"
    assert document.language == "en"
    assert document.published == Interval.parse("2018-11-14", "metadata")
    assert "my uncle saw it" not in document.article_text
    assert "Copyright" not in document.article_text


def test_a_page_without_date_has_none(tmp_path: Path) -> None:
    page = PAGE.replace(b'<meta property="article:published_time" content="2018-11-14T21:10:00+09:00">', b"")
    assert one(put(tmp_path, "a.html", page)).published is None


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.html.gz", gzip.compress(PAGE))).title == "Abe and Putin talk in Singapore"
    assert one(put(tmp_path, "a.txt.gz", gzip.compress(ARTICLE.encode()))).text == ARTICLE


def test_a_saved_page_keeps_its_address(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Abe and Putin talk in Singapore"
    message["Snapshot-Content-Location"] = "https://pacific.example/2018/11/14/talks"
    message["Date"] = "Tue, 2 Jan 2024 10:00:00 +0000"
    message.set_content(PAGE.decode(), subtype="html")
    document = one(put(tmp_path, "a.mhtml", message.as_bytes()))
    assert document.address.url == "https://pacific.example/2018/11/14/talks"
    assert document.published is not None
    assert document.published.iso()[0] == "2018-11-14"


def test_mail_gives_subject_sender_and_day(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Abe and Putin talk in Singapore"
    message["From"] = "Pacific Post <desk@pacific.example>"
    message["Date"] = "Thu, 15 Nov 2018 08:00:00 +0900"
    message["Message-ID"] = "<1@pacific.example>"
    message.set_content(ARTICLE)
    message.add_alternative(PAGE.decode(), subtype="html")
    document = one(put(tmp_path, "a.eml", message.as_bytes()))
    assert document.title == "Abe and Putin talk in Singapore"
    assert document.publisher == "Pacific Post"
    assert document.published == Interval.parse("2018-11-15", "metadata")
    assert document.address.source_id == "<1@pacific.example>"


def test_an_archive_gives_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, kind, body, status in (
            ("https://pacific.example/talks", "text/html; charset=utf-8", PAGE, "200 OK"),
            ("https://pacific.example/logo.png", "image/png", b"\x89PNG", "200 OK"),
            ("https://pacific.example/gone", "text/html", PAGE, "404 Not Found"),
            ("https://pacific.example/note.txt", "text/plain", ARTICLE.encode(), "200 OK"),
            ("https://pacific.example/empty", "text/html", b"", "200 OK"),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
            )
    found = read(path)
    assert [item.address.url for item in found if isinstance(item, Document)] == [
        "https://pacific.example/talks",
        "https://pacific.example/note.txt",
    ]
    assert [item.code for item in found if isinstance(item, Skipped)] == ["empty"]


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Pacific Post</title>
<item><title>Abe and Putin talk</title><link>https://pacific.example/a</link><guid>42</guid>
<pubDate>Thu, 15 Nov 2018 08:00:00 GMT</pubDate>
<description><![CDATA[<p>{FIRST}</p><p>{SECOND}</p><script>alert(1)</script><p>{THIRD}</p>]]></description></item>
<item><title></title><description></description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Pacific Post</title>
<entry><title>Abe and Putin talk</title><id>urn:42</id><link href="https://pacific.example/a"/>
<published>2018-11-15T08:00:00Z</published><summary>Short.</summary>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;&lt;p&gt;{THIRD}&lt;/p&gt;</content>
</entry></feed>"""


@pytest.mark.parametrize(("name", "feed", "guid"), [("a.rss", RSS, "42"), ("a.xml", ATOM, "urn:42")])
def test_a_feed_gives_its_entries(tmp_path: Path, name: str, feed: str, guid: str) -> None:
    document, *rest = read(put(tmp_path, name, feed.encode()))
    assert isinstance(document, Document)
    assert SECOND in document.article_text
    assert "alert" not in document.text
    assert document.title == "Abe and Putin talk"
    assert document.publisher == "Pacific Post"
    assert (document.address.url, document.address.source_id) == ("https://pacific.example/a", guid)
    assert document.published == Interval.parse("2018-11-15", "metadata")
    assert all(isinstance(item, Skipped) and item.code == "empty" for item in rest)


def lines(*rows: dict[str, object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_json_lines_keep_id_text_and_month(tmp_path: Path) -> None:
    row: dict[str, object] = {
        "id": "abe-1",
        "url": "https://x.example/a",
        "published": "2018-11",
        "title": "T",
        "text": ARTICLE,
    }
    document = one(
        put(tmp_path, "a.jsonl", lines({**row, "text": ARTICLE, "publisher": "Post", "events": None, "more": [1]}))
    )
    assert (document.id, document.title, document.publisher, document.text) == ("abe-1", "T", "Post", ARTICLE)
    assert document.published == Interval.parse("2018-11", "given")
    assert document.address.source.endswith("a.jsonl:1")


def test_json_lines_take_doc_id_numbers_and_nothing(tmp_path: Path) -> None:
    found = read(put(tmp_path, "a.jsonl", lines({"doc_id": 7, "text": ARTICLE, "published": "", "title": None})))
    assert isinstance(found[0], Document)
    assert found[0].id == "7"
    assert found[0].published is None


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    page = one(put(tmp_path, "a.html", PAGE))
    written = document_to_json(page)
    assert written["source_text_kept"] == []
    again = one(put(tmp_path, "b.jsonl", lines(written)))
    assert (again.id, again.title, again.text) == (page.id, page.title, page.article_text)
    text = one(put(tmp_path, "c.txt", ARTICLE.encode()))
    assert document_to_json(text)["source_text_kept"] == [list(span) for span in text.article]
    assert document_to_json(again)["source_text_kept"] == [list(span) for span in again.article]


def test_what_the_user_gives_wins(tmp_path: Path) -> None:
    given = Interval.parse("2018-12", "given")
    document = one(put(tmp_path, "a.html", PAGE), published=given, publisher="Archive")
    assert (document.published, document.publisher) == (given, "Archive")


@pytest.mark.parametrize(
    ("data", "count"), [(ARTICLE.encode(), 1), (PAGE, 1), (lines({"text": ARTICLE}, {"text": ARTICLE}), 2)]
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    class Input:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Input())
    (source,) = find_sources(["-"])
    found = list(read_source(source))
    assert len(found) == count
    assert all(isinstance(item, Document) and SECOND in item.article_text for item in found)


def test_folders_are_read_in_order_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.jsonl", ".hidden/d.txt", "sub/.e.txt", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    paths = [str(tmp_path), str(tmp_path / "b.txt"), str(tmp_path / "*.html")]
    names = [Path(source.name).name for source in find_sources(paths)]
    assert names == ["a.html", "b.txt", "c.jsonl"]
    assert count_sources(paths) == 3


def test_a_file_with_brackets_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    put(tmp_path, "a[1].txt", ARTICLE.encode())
    (source,) = find_sources([str(tmp_path / "a[1].txt")])
    assert isinstance(next(iter(read_source(source))), Document)


def test_the_address_has_the_day_where_the_field_is_in_universal_time(tmp_path: Path) -> None:
    page = PAGE.replace(b"2018-11-14T21:10:00+09:00", b"2018-11-15T01:10:00Z")
    linked = page.replace(b"<head>", b'<head><link rel="canonical" href="https://pacific.example/2018/11/14/talks">')
    assert one(put(tmp_path, "a.html", linked)).published == Interval.parse("2018-11-14", "address")
    assert one(put(tmp_path, "b.html", page)).published == Interval.parse("2018-11-15", "metadata")


def test_cells_of_a_table_in_a_feed_do_not_run_together() -> None:
    row = "<table><tr><td>Xi Jinping</td><td>President</td></tr></table>"
    assert fragment_text(row, "feed", Limits()).split("\n\n") == ["Xi Jinping", "President"]
