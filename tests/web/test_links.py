"""Which addresses become links."""

from __future__ import annotations

import pytest

from summitry.web.links import address, outward
from summitry.web.uploads import safe_name

BAD = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)", "javascript&colon;alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>", "data:,x",
    "DATA:text/html;base64,PHN2Zz4=", "file:///etc/passwd", "ftp://example.org/", "blob:http://example.org/1",
    "filesystem:http://example.org/x", "about:blank", "view-source:http://example.org", "ws://example.org", "chrome://x",
    "mailto:a@example.org", "tel:1", "//example.org/x", "/relative", "relative", "http:example.org",
    "http:/example.org",
    "http:///example.org", "http://", "https://", "http://user@example.org/", "http://example.org@evil.example/",
    "http://exa mple.org/", "http://example.org/\r\nx", "http:\\\\example.org\\x", "http://example.org/\u202etxt",
    "hxxp://example.org", "https:javascript:alert(1)", "jar:http://x!/y", "intent://x", "http://[::1", "ht\ufeffttp://a.b",
    "",
]  # fmt: skip
GOOD = ["http://example.org", "https://example.org/a?b=c&d=%20#e", "HTTPS://Example.org/", "https://example.org/ü"]


@pytest.mark.parametrize("url", BAD)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    assert outward(url) == ""


@pytest.mark.parametrize("url", GOOD)
def test_plain_web_addresses_do(url: str) -> None:
    assert outward(url) == url


def test_parts_of_an_address_are_quoted_whole() -> None:
    assert address("actors", "a/../b?c#d", q='x"&y') == "/actors/a%2F..%2Fb%3Fc%23d?q=x%22%26y"


NAMES = [
    "../x.txt", "..\\x.txt", "/etc/passwd", "C:\\x.txt", "c:x.txt", "a/b.txt", "a\\b.txt", "..", ".", ".hidden", "-rf",
    "~root", "x\x00.txt", "x\n.txt", "x\u202etxt.exe", "con.txt", "NUL", "com1.md", "a|b", 'a"b', "a<b", "a?b", "a*b",
    "", "   ", "x" * 300 + ".txt", "．．/x", "trailing.", "aux", "\ufeffx\u200b.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_more_than_a_name_is_refused(name: str) -> None:
    assert safe_name(name) == ""


@pytest.mark.parametrize("name", ["report.txt", "Bericht über Korea.html", "2018-03-26.pdf", "보고서.txt"])
def test_plain_names_are_taken(name: str) -> None:
    assert safe_name(name) == name
