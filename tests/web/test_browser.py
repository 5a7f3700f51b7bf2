"""A new user's path in a real browser, on a desktop and on a phone, with and without scripts."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitry.record import open_record
from summitry.web import Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.web

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
DRAFT = "Xi Jinping and Kim Jong Un have met five times. Trump and Kim Jong Un met six times."


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_page(**settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        return page

    yield open_page
    for context in contexts:
        context.close()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("size", SIZES)
def test_from_the_first_page_to_a_correction_and_back(
    size: str, own_korea: Options, serve: Callable[[Options], str], opened: Callable[..., Page], tmp_path: Path
) -> None:
    origin = serve(own_korea)
    page = opened(viewport=SIZES[size], accept_downloads=True)
    page.goto(origin)
    assert fits(page)
    page.get_by_role("link", name="Incidents", exact=True).click()
    page.get_by_text("Narrow").click()
    page.get_by_label("Between").fill("Xi Jinping")
    page.get_by_label("and", exact=True).fill("Kim Jong Un")
    page.get_by_label("What").select_option("CONSULT")
    page.get_by_role("button", name="Show").click()
    page.get_by_text("5 incidents").wait_for()
    rows = page.get_by_role("list", name="Incidents").get_by_role("listitem")
    assert rows.count() == 5
    assert fits(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "five.csv")
    assert len(list(csv.DictReader((tmp_path / "five.csv").open(encoding="utf-8", newline="")))) == 5
    rows.first.get_by_role("link").click()
    page.get_by_text("NCNK summit list").wait_for()
    assert fits(page)
    correct_the_place(page)
    page.locator("#field-place").get_by_text("Dandong, China").wait_for()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    page.locator("#field-place").get_by_text("Beijing, China").wait_for()
    with open_record(own_korea.record) as record:
        assert [c.author for c in record.corrections][-2:] == ["ada", "ada"]


def correct_the_place(page: Page) -> None:
    """Open the field, write, save: three actions; the reason is a fourth for those who give one."""
    page.get_by_label("Correct: Where").click()
    page.wait_for_function("document.activeElement.id === 'v-place'")  # the cursor stands where one writes
    page.keyboard.press("Control+a")
    page.keyboard.type("Dandong, China")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=**")


def test_without_scripts_everything_can_be_read_and_corrected(
    own_korea: Options, serve: Callable[[Options], str], opened: Callable[..., Page]
) -> None:
    origin = serve(own_korea)
    page = opened(java_script_enabled=False)
    page.goto(f"{origin}/incidents?a=Xi+Jinping&b=Kim+Jong+Un&type=CONSULT")
    page.get_by_role("list", name="Incidents").get_by_role("link").first.click()
    page.get_by_label("Correct: Where").click()
    page.locator("#v-place").fill("Dandong, China")
    page.locator("#field-place").get_by_role("button", name="Save").click()
    page.locator("#field-place").get_by_text("Dandong, China").wait_for()


def test_a_queue_is_gone_through_by_keyboard(
    options: Options, serve: Callable[[Options], str], opened: Callable[..., Page]
) -> None:
    page = opened()
    page.goto(f"{serve(options)}/queue?of=conflicts")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.get_by_text("Confirmed.").wait_for()
    with open_record(options.record, writable=False) as record:
        assert [c.action for c in record.corrections] == ["confirm"]
    page.keyboard.press("u")
    page.get_by_text("Taken back.").wait_for()
    with open_record(options.record, writable=False) as record:
        assert [c.action for c in record.corrections] == ["confirm", "undo"]


def test_search_answers_while_one_types(
    own_korea: Options, serve: Callable[[Options], str], opened: Callable[..., Page]
) -> None:
    page = opened()
    page.goto(f"{serve(own_korea)}/search")
    page.keyboard.press("/")
    page.keyboard.type("Hanoi Trump")
    page.locator("#found .incident").first.wait_for()
    assert "q=Hanoi" in page.url
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/incidents/i-*")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_a_draft_is_checked_beside_its_text(
    size: str, own_korea: Options, serve: Callable[[Options], str], opened: Callable[..., Page]
) -> None:
    page = opened(viewport=SIZES[size])
    page.set_default_timeout(60_000)
    page.goto(f"{serve(own_korea)}/check")
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    verdicts = page.locator(".verdicts > li")
    verdicts.first.wait_for()
    assert [v.split()[0] for v in verdicts.locator(".verdict").all_inner_texts()] == ["supported", "contradicted"]
    assert verdicts.first.get_by_role("link").count() == 5
    assert fits(page)
    verdicts.first.get_by_role("link").first.click()
    page.get_by_text("NCNK summit list").wait_for()


@pytest.mark.slow
def test_an_upload_is_read_beside_the_pages_and_found_again(
    options: Options, serve: Callable[[Options], str], opened: Callable[..., Page]
) -> None:
    page = opened()
    page.set_default_timeout(120_000)
    origin = serve(options)
    page.goto(f"{origin}/reading")
    article = b"Emmanuel Macron received Olaf Scholz in Paris on Monday. The two spoke of trade for two hours.\n" * 2
    page.set_input_files("#file", files=[{"name": "paris.txt", "mimeType": "text/plain", "buffer": article}])
    page.get_by_label("Published, where").fill("2023-01-23")
    page.get_by_role("button", name="Read").click()
    left = page.url
    page.goto(origin)
    page.goto(left)
    page.get_by_role("link", name="To the documents").wait_for()
    with open_record(options.record, writable=False) as record:
        assert "paris.txt" in [a.source for d in record.documents() for a in d.addresses]


def test_a_token_opens_the_desk_once_and_for_all(
    options: Options, serve: Callable[[Options], str], opened: Callable[..., Page]
) -> None:
    origin = serve(replace(options, token="a-word"))
    page = opened()
    page.goto(origin)
    assert "asks for a token" in page.content()
    page.goto(f"{origin}/?token=a-word")
    assert "token" not in page.url
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_role("heading", name="Documents").wait_for()
