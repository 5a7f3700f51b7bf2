"""Bad input: each gets one clear line naming the input and the reason, and the rest goes on."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.bounded import ends_in_time
from summitry.limits import Limits
from summitry.model import Document
from summitry.reading import Skipped, Source, clean_text, find_sources, read_source

pytestmark = pytest.mark.faults

ARTICLE = (
    "Angela Merkel received Emmanuel Macron in Meseberg on 19 June 2018. They agreed on a budget for the euro area. "
    "Their ministers had met in Berlin a week before, and both parliaments were told of the result on the next day."
)


def read(path: Path, limits: Limits | None = None) -> list[Document | Skipped]:
    """Read one file and check that what is said about it names it."""
    found = list(read_source(Source(str(path), path), limits))
    for item in found:
        if isinstance(item, Skipped):
            assert str(path) in str(item)
            assert "\n" not in str(item)
            assert "Traceback" not in str(item)
    return found


def only_skipped(found: list[Document | Skipped]) -> Skipped:
    """Return the one thing that was skipped, where nothing else was found."""
    (item,) = found
    assert isinstance(item, Skipped)
    return item


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a.html", "a.mhtml", "a.pdf", "a.eml", "a.jsonl", "a.warc", "a.xml", "a.rss", "a.txt.gz"]
)
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, name: str) -> None:
    found = only_skipped(read(put(tmp_path, name, b"")))
    assert found.code in ("empty", "malformed")
    if not name.endswith(".warc"):
        assert found.reason == "is empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"PK\x03\x04" + bytes(range(256)) * 8,
        b"\x7fELF" + bytes(1000),
        bytes(range(256)) * 100,
        os.urandom(20_000),
        bz2.compress(ARTICLE.encode()),
        zlib.compress(os.urandom(5_000)),
    ],
    ids=["png", "zip", "elf", "all-bytes", "random", "bzip2", "zlib"],
)
def test_a_binary_renamed_txt_is_refused(tmp_path: Path, data: bytes) -> None:
    found = only_skipped(read(put(tmp_path, "article.txt", data)))
    assert found.code == "binary"
    assert "not text" in found.reason


def test_a_single_line_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    found = only_skipped(read(path))
    assert found.code == "limit"
    assert found.reason == "is larger than 100 MB"


def test_a_json_line_that_is_too_long_does_not_stop_the_next(tmp_path: Path) -> None:
    good = b'{"id": "good", "text": "%s"}\n' % ARTICLE.encode()
    path = put(tmp_path, "a.jsonl", good + b'{"text": "' + b"x" * 300_000 + b'"}\n' + good.replace(b"good", b"last"))
    found = read(path, Limits(unpacked_bytes=100_000))
    assert [item.id if isinstance(item, Document) else item.code for item in found] == ["good", "limit", "last"]
    assert ":2: " in str(found[1])


def test_a_text_longer_than_the_limit_is_refused(tmp_path: Path) -> None:
    found = only_skipped(read(put(tmp_path, "a.txt", ARTICLE.encode() * 10), Limits(text_chars=1_000)))
    assert found.code == "limit"


PDF_PAGE = b"BT /F1 12 Tf 72 720 Td (Merkel met Macron in Meseberg on 19 June 2018.) Tj ET"


def pdf_bytes(content: bytes = PDF_PAGE, filters: bytes = b"") -> bytes:
    """Make a small PDF of one page by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + (b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out))
    )


def test_a_pdf_cut_anywhere_is_read_or_refused_in_one_line(tmp_path: Path) -> None:
    whole = pdf_bytes()
    assert isinstance(read(put(tmp_path, "whole.pdf", whole))[0], Document)
    for cut in range(0, len(whole), 23):
        (found,) = read(put(tmp_path, "cut.pdf", whole[:cut]))
        if isinstance(found, Skipped):
            assert found.code in ("damaged", "empty", "malformed", "no-text")
    (found,) = read(put(tmp_path, "half.pdf", whole[:200]))
    assert isinstance(found, Skipped)


def test_a_pdf_of_noise_is_refused(tmp_path: Path) -> None:
    assert only_skipped(read(put(tmp_path, "a.pdf", b"%PDF-1.7\n" + os.urandom(5_000)))).code in ("damaged", "no-text")


def test_html_nested_100000_deep_is_refused(tmp_path: Path) -> None:
    page = b"<html><body>" + b"<div>" * 100_000 + ARTICLE.encode() + b"</div>" * 100_000
    found = only_skipped(read(put(tmp_path, "deep.html", page)))
    assert found.code == "limit"
    assert "nested more than 1,000 elements deep" in found.reason


@pytest.mark.parametrize("tag", [b"span", b"b", b"ul><li", b"table><tr><td", b"x-a", b"blockquote", b"svg><g"])
def test_depth_is_seen_whatever_the_element(tmp_path: Path, tag: bytes) -> None:
    page = b"<html><body>" + (b"<" + tag + b">") * 50_000 + ARTICLE.encode()
    assert only_skipped(read(put(tmp_path, "deep.html", page))).code == "limit"


def test_many_paragraphs_without_end_tags_are_no_depth(tmp_path: Path) -> None:
    page = b"<html><body><article>" + b"".join(b"<p>%d. %s" % (n, ARTICLE.encode()) for n in range(1_500))
    assert isinstance(read(put(tmp_path, "flat.html", page))[0], Document)


def bomb(size: int, fill: bytes = b"\0") -> bytes:
    return gzip.compress(fill * size)


def pdf_bomb(size: int) -> bytes:
    """Make a PDF whose page unfolds twice, to far more than it holds."""
    page = PDF_PAGE + b" " * size
    return pdf_bytes(zlib.compress(zlib.compress(page)), b"/Filter [/FlateDecode /FlateDecode]")


def warc_bomb() -> bytes:
    """Make a web archive of one page that its server sent packed."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + bomb(60_000_000, b"a")
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    head += b"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2018-06-19T00:00:00Z\r\n"
    return head + b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)


BOMBS: dict[str, Callable[[], bytes]] = {
    "zeros.txt.gz": lambda: bomb(60_000_000),
    "spaces.txt.gz": lambda: bomb(60_000_000, b" "),
    "letters.html.gz": lambda: bomb(60_000_000, b"a"),
    "line.jsonl.gz": lambda: bomb(60_000_000, b"x"),
    "lines.jsonl.gz": lambda: bomb(60_000_000, b"\n"),
    "zeros.warc.gz": lambda: bomb(60_000_000),
    "members.txt.gz": lambda: bomb(6_000_000) * 10,
    "nested.txt.gz": lambda: gzip.compress(bomb(30_000_000, b"y") * 4),
    "feed.xml.gz": lambda: bomb(60_000_000, b"<a>"),
    "named.txt": lambda: bomb(60_000_000),
    "renamed.html": lambda: bomb(60_000_000),
}


def refused(path: Path) -> tuple[Skipped, int]:
    """Return why a file is refused, and how many bytes were in use at most."""
    tracemalloc.start()
    try:
        return only_skipped(read(path)), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path, name: str) -> None:
    found, peak = refused(put(tmp_path, name, BOMBS[name]()))
    assert found.code in ("limit", "binary", "malformed", "damaged")
    assert peak < 30_000_000


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("page.pdf", lambda: pdf_bomb(30_000_000), "too large to be text"),
        ("huge.pdf", lambda: pdf_bomb(150_000_000), "is a damaged PDF"),
        ("page.warc", warc_bomb, "unpacks to more than 50 MB"),
    ],
)
def test_a_bomb_inside_a_file_is_refused_with_little_memory(
    tmp_path: Path, name: str, make: Callable[[], bytes], reason: str
) -> None:
    found, peak = refused(put(tmp_path, name, make()))
    assert reason in found.reason
    assert peak < 200_000_000


def test_a_packed_page_of_a_pdf_is_read(tmp_path: Path) -> None:
    page = pdf_bytes(zlib.compress(PDF_PAGE), b"/Filter /FlateDecode")
    (found,) = read(put(tmp_path, "page.pdf", page))
    assert isinstance(found, Document)
    assert "Merkel met Macron" in found.text


def test_honest_compression_is_read(tmp_path: Path) -> None:
    line = b'{"id": "%d", "text": "' + ARTICLE.encode() + b'"}\n'
    many = b"".join(line % number for number in range(2_000))
    found = read(
        put(tmp_path, "a.jsonl.gz", gzip.compress(many[: len(many) // 2]) + gzip.compress(many[len(many) // 2 :]))
    )
    assert len(found) == 2_000
    assert all(isinstance(item, Document) for item in found)


def test_gzip_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(
        b'{"id": "%d", "text": "%s"}\n' % (n, os.urandom(300).hex().encode() + b" end.") for n in range(900)
    )
    packed = gzip.compress(lines)
    found = read(put(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2]))
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], Skipped)
    assert "end early" in found[-1].reason


ENTITIES = {
    "laughs": b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    "file": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>',
    "web": b'<!DOCTYPE r [<!ENTITY x SYSTEM "http://192.0.2.1/x">]><rss><item><title>&x;</title></item></rss>',
    "parameter": b'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd"> %p;]><feed><entry/></feed>',
    "dtd": b'<!DOCTYPE rss SYSTEM "http://192.0.2.1/rss.dtd" [ ]><rss><item/></rss>',
    "quadratic": b'<!DOCTYPE r [<!ENTITY a "'
    + b"A" * 50_000
    + b'">]><rss><channel><title>'
    + b"&a;" * 9_000
    + b"</title></channel></rss>",
    "spaced": b'<!DOCTYPE r [<! ENTITY a "x"><!ENTITY a "x">]><rss><channel><title>&a;</title></channel></rss>',
    "utf16": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY a "x">]><rss><channel/></rss>'.encode(
        "utf-16"
    ),
}


@pytest.mark.parametrize("name", ENTITIES)
def test_xml_entities_are_never_followed(tmp_path: Path, name: str) -> None:
    found = only_skipped(read(put(tmp_path, "feed.xml", b'<?xml version="1.0"?>' * (name != "utf16") + ENTITIES[name])))
    assert found.code == "unsafe"
    assert "entities" in found.reason


def test_entities_declared_in_a_page_stay_words(tmp_path: Path) -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><article><p>&x; ' + ARTICLE.encode()
    (document,) = read(put(tmp_path, "a.html", page + b"</p></article></body></html>"))
    assert isinstance(document, Document)
    assert ARTICLE in document.text
    assert "root:" not in document.text


def test_a_feed_nested_deep_is_refused(tmp_path: Path) -> None:
    assert only_skipped(read(put(tmp_path, "a.xml", b"<rss>" + b"<a>" * 50_000))).code == "limit"


def test_xml_that_is_no_feed_is_said_so(tmp_path: Path) -> None:
    assert "no RSS or Atom feed" in only_skipped(read(put(tmp_path, "a.xml", b"<?xml version='1.0'?><map/>"))).reason


def test_a_path_that_is_not_there_does_not_stop_the_others(tmp_path: Path) -> None:
    good = put(tmp_path, "good.txt", ARTICLE.encode())
    paths = [str(tmp_path / "gone.txt"), str(tmp_path / "gone" / "*.html"), str(tmp_path / "folder"), str(good)]
    found = [item for source in find_sources(paths) for item in read_source(source)]
    assert [type(item) for item in found] == [Skipped, Skipped, Skipped, Document]
    assert {item.code for item in found if isinstance(item, Skipped)} == {"not-found"}
    assert found[0].source == paths[0]  # type: ignore[union-attr]


def test_a_file_that_must_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "locked.txt", ARTICLE.encode())

    def refuse(*_: object, **__: object) -> io.BufferedReader:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = only_skipped(read(path))
    assert found.code == "unreadable"
    assert "permission denied" in found.reason


def test_a_pipe_never_blocks(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert only_skipped(read(path)).code == "unreadable"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"id": "a"}', "text: is missing"),
        (b'{"text": ""}', "text: is empty"),
        (b'{"text": 5, "title": []}', "title"),
        (b'{"text": "Words.", "published": "someday"}', "published: 'someday' is no date"),
        (b'{"text": "Words.", "published": "2019-13-40"}', "published"),
        (b'{"text": "\xff\xfe"}', "not UTF-8"),
        (b"[" * 100_000, "nested"),
        (b'{"text": "Words.", "id": ' + b"9" * 10_000 + b"}", "number"),
    ],
)
def test_a_bad_json_line_is_named_by_its_number(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b'{"id": "good", "text": "%s"}\n' % ARTICLE.encode()
    found = read(put(tmp_path, "a.jsonl", good + line + b"\n" + good))
    assert isinstance(found[0], Document)
    assert isinstance(found[2], Document)
    assert isinstance(found[1], Skipped)
    assert ":2: " in str(found[1])
    assert reason in found[1].reason


def test_noise_in_the_place_of_an_archive_or_mail_is_refused(tmp_path: Path) -> None:
    for name in ("a.warc", "a.warc.gz", "a.eml", "a.mhtml", "a.html", "a.rss"):
        found = read(put(tmp_path, name, os.urandom(4_000)))
        assert len([item for item in found if isinstance(item, Skipped)]) == len(found) == 1


def test_mail_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    part = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    data = b"Subject: x\nMIME-Version: 1.0\n" + b"".join(part % (n, n) for n in range(5_000)) + b"\nwords"
    assert len(read(put(tmp_path, "a.eml", data))) == 1


@pytest.mark.parametrize(
    "filler",
    [
        "<br><!--",
        "<br><script>",
        "<br></p><",
        "ab1: x\n",
        "Ann Lee is a writer.\n",
        "(",
        "By ",
        "a: ",
        "http",
        "#",
        "1 ",
        "<a ",
        "</p><p",
        "<!--",
        "Photo by A ",
        "“",
        "A ",
        "- ",
        "| ",
        "x\n",
        ".",
        "comment ",
        "…",
        " ",
    ],
)
def test_the_cleaner_takes_linear_time(filler: str) -> None:
    """1 MB of what its patterns begin with; a quadratic pattern would take hours, not seconds."""
    text = filler * (1_000_000 // len(filler))
    assert ends_in_time(lambda: clean_text(text, title=filler * 50))


def test_names_and_words_that_no_terminal_should_see_are_made_safe(tmp_path: Path) -> None:
    page = f"<html><head><title>\u202eTalks\x1b[31m held</title></head><body><article><p>{ARTICLE}\u2066</p></article>"
    name = os.fsdecode(b"caf\xe9\x1b[2J.html")
    (document,) = list(read_source(Source(str(tmp_path / name), put(tmp_path, name, page.encode()))))
    assert isinstance(document, Document)
    for words in (document.text, document.title, document.address.source):
        words.encode("utf-8")
        assert not set(words) & set("\x1b\u202e\u2066")
    (gone,) = list(read_source(Source(str(tmp_path / f"x{name}"), tmp_path / f"x{name}")))
    str(gone).encode("utf-8")
    assert "\x1b" not in str(gone)


@pytest.mark.parametrize(
    ("name", "data", "limits", "reason"),
    [
        ("a.html", b"<p>" + ARTICLE.encode() * 10, Limits(html_bytes=1_000), "is a page of more than 1,000 bytes"),
        ("a.pdf", pdf_bytes(), Limits(pdf_page_bytes=10), "has a page (1) too large to be text"),
        ("a.txt", b"a\n" * 5_000, Limits(text_lines=4_000), "holds 5,000 lines, more than 4,000"),
    ],
)
def test_every_size_is_a_limit_that_can_be_set(
    tmp_path: Path, name: str, data: bytes, limits: Limits, reason: str
) -> None:
    assert only_skipped(read(put(tmp_path, name, data), limits)).reason == reason
