"""Search on a published site: its index holds what the record holds, and a page opened from a folder searches it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.record import open_record
from summitry.web import Options
from summitry.web.publishing import publish
from summitry.web.search_index import Entry, Section, words_of, write_index
from web.payloads import PAYLOADS
from web.records import fill
from web.test_scripts import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def read(folder: Path, name: str) -> Any:
    text = (folder / f"{name}.js").read_text("ascii")
    told = re.fullmatch(rf'summitryIndex\("{name}",(.*)\);\n', text, re.DOTALL)
    assert told
    return json.loads(told[1])


def found(folder: Path, word: str) -> list[str]:
    """What a page would find for a word."""
    root = read(folder, "root")
    shards = [read(folder, f"words-{number}") for number in range(len(root["words"]))]
    assert [next(iter(shard)) for shard in shards] == root["words"]
    at, files = -1, []
    for step in next((shard[word] for shard in shards if word in shard), ()):
        at += step
        files.append(read(folder, f"entries-{at // root['each']}")[at % root["each"]][0])
    return files


WORDS = st.lists(st.text(min_size=1, max_size=12), max_size=8).map(" ".join)


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=70))
def test_every_word_of_an_entry_finds_it_and_no_other_does(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("index")
    entries = [Entry(f"{number}.html", "x", "", text) for number, text in enumerate(texts)]
    write_index(folder, [Section("one", "ones", entries[:3]), Section("two", "twos", entries[3:])])
    for word in {word for text in texts for word in words_of(text)} - {"x"}:
        assert found(folder, word) == [f"{n}.html" for n, text in enumerate(texts) if word in words_of(text)]


def test_long_lists_are_cut_and_shards_stay_small(tmp_path: Path) -> None:
    entries = (Entry(f"{n}.html", f"number {n}") for n in range(21_000))
    write_index(tmp_path, [Section("one", "ones", entries)])
    assert len(found(tmp_path, "20500")) == 1
    root = read(tmp_path, "root")
    assert root["sections"] == [["one", "ones", 0, 21_000]]
    sizes = [file.stat().st_size for file in tmp_path.glob("words-*.js")]
    assert len(sizes) == len(root["words"]) > 5
    assert max(sizes) < 90_000
    steps = next(shard["number"] for n in range(len(sizes)) if "number" in (shard := read(tmp_path, f"words-{n}")))
    assert (len(steps), steps[-1]) == (20_001, 0)


@pytest.fixture
def opened(browser: Browser, options: Options, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    publish(options, tmp_path / "site")
    contexts = []

    def open_page(site: Path = tmp_path / "site", **settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        page.goto((site / "search.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.web
def test_a_page_opened_from_a_folder_searches(opened: Callable[..., Page]) -> None:
    page = opened()
    page.fill("#q", "crowd")
    page.get_by_role("heading", name="1 document", exact=True).wait_for()
    page.fill("#q", "Kim Dalian")
    page.get_by_role("heading", name="1 incident", exact=True).wait_for()
    page.reload()
    page.get_by_role("heading", name="1 incident", exact=True).wait_for()
    page.locator("#finder a").first.click()
    page.get_by_role("heading", name="The record says").wait_for()
    page.go_back()
    page.fill("#q", "ki")
    page.get_by_role("heading", name="1 actor", exact=True).wait_for()
    page.fill("#q", "zebra")
    page.get_by_text("Nothing in the record holds these words.").wait_for()


@pytest.mark.web
def test_without_scripts_the_letters_lead_on(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("input").count() == 0
    page.get_by_role("link", name="K", exact=True).click()
    page.get_by_role("link", name="Kim Jong Un").click()
    page.get_by_role("heading", name="Kim Jong Un").wait_for()


@pytest.mark.web
def test_a_page_takes_words_apart_as_the_index_does(opened: Callable[..., Page]) -> None:
    page = opened()
    source = (Path(page.url.removeprefix("file://")).parent / "static" / "find.js").read_text("utf-8")
    taking = re.search(r"const wordsOf = (.*?);\n", source, re.DOTALL)
    assert taking
    texts = [
        "Nicolás Maduro’s 2nd",
        "ΟΔΥΣΣΕΥΣ İzmir Straße",
        "習近平 主席, कि ½ Ⅳ x_y a-b",
        "ﬁn ١٢٣ Ǆ 𝒜 e\u0301",
        *PAYLOADS[::9],
    ]
    for text in texts:
        assert page.evaluate(f"({taking[1]})", text) == words_of(text), text


@pytest.mark.web
def test_nothing_that_is_found_runs(opened: Callable[..., Page], tmp_path: Path) -> None:
    with open_record(tmp_path / "few.sqlite") as record:
        fill(record, (hostile(number, payload) for number, payload in enumerate(PAYLOADS[::10])))
    publish(Options(record=tmp_path / "few.sqlite"), tmp_path / "hostile")
    page = opened(tmp_path / "hostile")
    dialogs: list[str] = []
    page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    page.fill("#q", "met")
    page.locator("#finder h2").first.wait_for()
    for more in ("More incidents", "More documents"):
        page.get_by_role("button", name=more).click()
    page.get_by_text("met Kim Jong Un at").nth(9).wait_for()
    assert page.evaluate("window.__ran") is None
    assert dialogs == []
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.__ran = 1'}))")
    assert page.evaluate("window.__ran") is None, "the policy of the page lets no script in but files"
