"""Scripts in what articles, actors, addresses and corrections say: shown as text, none runs, nothing leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from summitry.model import CodedDocument
from summitry.record import open_record
from summitry.web import Options
from summitry.web.publishing import publish
from web.conftest import client_of
from web.payloads import PAYLOADS
from web.records import KIM, document, fill, meeting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUR_SCRIPTS = {"/static/desk.js"}
PUBLISHED_SCRIPTS = {"static/find.js", "../static/find.js"}


def hostile(number: int, payload: str) -> CodedDocument:
    """A document with a payload in everything that a source may tell: title, text, address, actor, place …"""
    payload = payload.replace("\x00", "")
    text = f"Menu {payload}\n\nReport {number}. {payload} met Kim Jong Un at {payload} in 2018. {payload}"
    quote = f"{payload} met Kim Jong Un at {payload} in 2018."
    day = f"2018-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    who = (payload, "CHN", payload, "person", payload)
    event = meeting(text, quote, day, payload, actor=who, recipient=KIM, according_to=payload, score=0.1)
    return document(
        text,
        [event],
        title=payload,
        publisher=payload,
        published=day,
        url=payload,
        source=f"{number}-{payload}",
        author=payload,
    )


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("hostile") / "hostile.sqlite"
    with open_record(file) as record:
        fill(record, (hostile(number, payload) for number, payload in enumerate(PAYLOADS)))
        for number, incident in enumerate(record.incidents(limit=25)):
            words = PAYLOADS[number * 12].replace("\x00", "")
            record.corrections.edit(incident.id, "place", words, author=words, reason=words)
    return file


def assert_only_ours(page: html.HtmlElement, path: str, scripts: set[str] = OUR_SCRIPTS) -> None:
    """Nothing on a page is an element, attribute or address that a text brought in."""
    assert set(page.xpath("//script/@src")) <= scripts, path
    assert not page.xpath("//script[not(@src)] | //style | //iframe | //object | //embed | //base | //xss"), path
    for element in page.iter():
        names = element.attrib if isinstance(element.tag, str) else {}
        assert not [n for n in names if n.startswith("on") or n == "style" or n == "srcdoc"], (path, element.attrib)
    for link in page.xpath("//@href | //@src | //@action | //@formaction"):
        assert not urlsplit(link).scheme, (path, link)
        assert not link.startswith("//"), (path, link)


def test_no_payload_becomes_part_of_a_page(hostile_file: Path) -> None:
    desk = client_of(Options(record=hostile_file))
    incidents = [item["id"] for item in desk.get("/incidents.json?rows=500&rejected=1").json()["items"]]
    assert len(incidents) == len(PAYLOADS)
    documents = [item["id"] for n in range(1, 7) for item in desk.get(f"/documents.json?page={n}").json()["items"]]
    paths = ["/", "/incidents?rows=500", "/dyads", "/actors", "/corrections", "/queue?of=low", "/search?q=script"]
    paths += ["/actors?initial=other", "/actors?initial=s"]
    paths += [f"/documents?page={number}" for number in range(1, 7)]
    paths += [f"/incidents/{name}" for name in incidents[::5]] + [f"/documents/{name}" for name in documents[1::5]]
    for path in paths:
        answer = desk.get(path)
        assert answer.status_code == 200, path
        assert_only_ours(html.fromstring(answer.text), path)


def test_none_becomes_part_of_a_published_page(tmp_path: Path) -> None:
    with open_record(tmp_path / "few.sqlite") as record:
        fill(record, (hostile(number, payload) for number, payload in enumerate(PAYLOADS[::10])))
    site = tmp_path / "site"
    publish(Options(record=tmp_path / "few.sqlite", rows=500), site)
    files = sorted(site.rglob("*.html"))
    assert len(files) > 60
    for file in files:
        page = html.fromstring(file.read_text("utf-8"))
        assert_only_ours(page, file.name, PUBLISHED_SCRIPTS)
        for link in page.xpath("//@href | //@src"):
            name = unquote(urlsplit(link).path)
            assert not name or (file.parent / name).resolve().is_relative_to(site.resolve()), (file.name, link)


@dataclass
class Watched:
    """What a browser did that it should not have."""

    page: Page
    outside: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def ran(self) -> bool:
        return bool(self.page.evaluate("window.__ran === 1"))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[[str], Watched]]:
    contexts = []

    def watch(origin: str) -> Watched:
        context = browser.new_context()
        contexts.append(context)
        found = Watched(context.new_page())
        context.on("request", lambda r: None if r.url.startswith(origin) else found.outside.append(r.url))
        found.page.on("dialog", lambda d: (found.dialogs.append(d.message), d.dismiss()))
        return found

    yield watch
    for context in contexts:
        context.close()


@pytest.mark.web
def test_the_watch_sees_a_script_that_runs(watched: Callable[[str], Watched]) -> None:
    seen = watched("http://127.0.0.1:1")
    seen.page.set_content("<script>window.__ran = 1; alert(1)</script><img src='http://off.example/x'>")
    assert seen.ran()
    assert seen.dialogs == ["1"]
    assert seen.outside


@pytest.mark.web
@pytest.mark.slow
def test_in_a_browser_none_of_300_payloads_runs_and_nothing_leaves(
    hostile_file: Path, serve: Callable[[Options], str], watched: Callable[[str], Watched]
) -> None:
    origin = serve(Options(record=hostile_file))
    seen = watched(origin)
    desk = client_of(Options(record=hostile_file))
    incidents = [item["id"] for item in desk.get("/incidents.json?rows=500").json()["items"]]
    documents = [item["id"] for n in range(1, 7) for item in desk.get(f"/documents.json?page={n}").json()["items"]]
    paths = ["/", "/incidents?rows=500", "/dyads", "/actors", "/corrections", "/queue?of=low", "/search?q=script"]
    paths += [f"/documents?page={number}" for number in range(1, 7)] + [f"/incidents/{name}" for name in incidents]
    paths += [f"/documents/{name}" for name in documents]
    assert len(paths) > 600
    for path in paths:
        seen.page.goto(origin + path, wait_until="load")
        assert not seen.ran(), path
    assert seen.dialogs == []
    assert seen.outside == []


@pytest.mark.web
def test_words_typed_into_the_search_run_nowhere(
    hostile_file: Path, serve: Callable[[Options], str], watched: Callable[[str], Watched]
) -> None:
    origin = serve(Options(record=hostile_file))
    seen = watched(origin)
    seen.page.goto(f"{origin}/search?q=met")
    for payload in PAYLOADS[::20]:
        with seen.page.expect_response(lambda answer: "part=1" in answer.url):
            seen.page.fill("#q", payload.replace("\x00", "") + " met")
        assert not seen.ran()
    assert (seen.dialogs, seen.outside) == ([], [])


@pytest.mark.web
def test_a_page_of_another_site_cannot_use_the_desk(
    options: Options, serve: Callable[[Options], str], watched: Callable[[str], Watched]
) -> None:
    origin = serve(options)
    seen = watched(origin)
    incident = client_of(options).get("/incidents.json").json()["items"][0]["id"]
    form = f"<form method=post action='{origin}/incidents/{incident}/reject'><button>go</button></form>"
    seen.page.route("http://off.example/", lambda route: route.fulfill(body=form, content_type="text/html"))
    seen.page.goto("http://off.example/")
    seen.page.click("button")
    assert "only from the desk's own pages" in seen.page.content()
    seen.page.goto("http://off.example/")
    told = seen.page.evaluate(f"fetch('{origin}/incidents.json').then(a => a.text()).catch(e => 'blocked')")
    assert told == "blocked"
    with open_record(options.record) as record:
        assert len(record.corrections) == 0
