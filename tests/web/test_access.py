"""Accessibility by axe-core (WCAG 2.2 A and AA, and its best practices), in light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from summitry.web import Options
from web.conftest import client_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.web

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark on a phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}

FORECASTS = [f"/forecast?{query}" for query in ("a=CHN&b=PRK&type=CONSULT", "a=CHN&b=PRK", "a=BRA&b=PRK&type=AID")]


def addresses(options: Options, korea: Options) -> tuple[list[str], list[str]]:
    desk, other = client_of(options), client_of(korea)
    incident = desk.get("/incidents.json").json()["items"][0]["id"]
    document = desk.get("/documents.json").json()["items"][-1]["id"]
    meeting = other.get("/incidents.json?a=Xi Jinping&b=Kim Jong Un&type=CONSULT").json()["items"][0]["id"]
    mine = ["/", f"/incidents/{incident}", f"/documents/{document}", "/documents", "/queue?of=conflicts", "/claims"]
    mine += ["/corrections", "/reading", "/check", "/search?q=kim", "/help", "/nothing", "/actors?initial=k"]
    shipped = [
        "/",
        "/incidents?type=AID&since=soon",
        f"/incidents/{meeting}",
        "/dyads",
        "/dyads/CHN/PRK?beside=USA/PRK",
    ]
    shipped += ["/actors", "/actors/Xi%20Jinping", "/forecasts", "/forecast?level=leader"]
    return mine, [*shipped, *FORECASTS]


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(
    look: str, options: Options, own_korea: Options, serve: Callable[[Options], str], browser: Browser
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    # The desk's own policy keeps scripts from being added to a page; the checker is one.
    context = browser.new_context(**LOOKS[look], bypass_csp=True)
    page = context.new_page()
    found: list[str] = []
    mine, shipped = addresses(options, own_korea)
    for origin, paths in ((serve(options), mine), (serve(own_korea), shipped)):
        for path in paths:
            if path in FORECASTS:  # a program waits for what a page would only begin to work out
                page.request.get(origin + path.replace("?", ".json?"), timeout=300_000)
            page.goto(origin + path)
            page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            report = axe.Axe().run(page).response
            found += [
                f"{path}: {v['impact']} {v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:160]}"
                for v in report["violations"]
            ]
    context.close()
    assert found == []


def test_the_keyboard_reaches_the_content_past_the_head(
    options: Options, serve: Callable[[Options], str], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(serve(options))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.close()
