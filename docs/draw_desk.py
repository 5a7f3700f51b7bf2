"""Take the pictures of the desk that these pages show: of the chronology, and of the sample articles read anew.

python docs/draw_desk.py

Needs Chromium, and Playwright for Python.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).with_name("pictures") / "desk"
WIDE, PHONE = {"width": 1000, "height": 660}, {"width": 360, "height": 740}
SUMMITRY = [sys.executable, "-m", "summitry"]
DRAFT = (
    "Xi Jinping and Kim Jong Un have now met five times in fifteen months.\n\nTrump and Kim Jong Un met six times. "
    "Moon Jae-in and Kim Jong Un met three times in 2018."
)
MEETINGS = "/incidents?a=Xi+Jinping&b=Kim+Jong+Un&type=CONSULT"
FORECAST = "/forecast?a=CHN&b=PRK&type=CONSULT&level=leader"


@contextmanager
def serving(*record: str) -> Iterator[str]:
    """Serve a record; give its address."""
    with subprocess.Popen([*SUMMITRY, "serve", *record, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = re.search(r"http://[\d.:]+", server.stdout.readline())
        assert address
        try:
            yield address[0]
        finally:
            server.terminate()


def take(browser: Browser, origin: str, path: str, name: str, *, dark: bool = False, phone: bool = False) -> Page:
    """Take a picture of the head of a page."""
    page = browser.new_page(viewport=PHONE if phone else WIDE, color_scheme="dark" if dark else "light")
    page.goto(origin + path, wait_until="networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    return page


def of_chronology(browser: Browser, origin: str) -> None:
    """Take what the chronology shows."""
    take(browser, origin, "/", "overview")
    take(browser, origin, "/dyads/CHN/PRK", "dyad")
    meetings = take(
        browser, origin, "/incidents?a=Xi+Jinping&b=Kim+Jong+Un&type=CONSULT", "incidents-phone", phone=True
    )
    meetings.locator(".count").scroll_into_view_if_needed()
    meetings.screenshot(path=FOLDER / "incidents-phone.png")
    page = take(browser, origin, "/check", "check")
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    page.locator(".verdicts").wait_for(timeout=120_000)
    page.screenshot(path=FOLDER / "check.png")
    page.request.get(origin + FORECAST.replace("?", ".json?"), timeout=120_000)
    take(browser, origin, FORECAST, "forecast")


def of_sample(browser: Browser, origin: str) -> None:
    """Take what the sample articles show: an incident on which they disagree, and the longest of them."""
    with urlopen(f"{origin}/incidents.json?conflicts=1") as answer:
        disputed = json.load(answer)["items"][0]["id"]
    with urlopen(f"{origin}/documents.json") as answer:
        fullest = max(json.load(answer)["items"], key=lambda document: document["events"])["id"]
    take(browser, origin, f"/incidents/{disputed}", "incident")
    take(browser, origin, f"/documents/{fullest}", "document-dark", dark=True)


def main() -> None:
    """Take all pictures."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        record = f"{folder}/sample.sqlite"
        subprocess.run([*SUMMITRY, "sample", "--to", f"{folder}/sample"], check=True)
        subprocess.run([*SUMMITRY, "read", f"{folder}/sample", "--record", record], check=True)
        with serving("--record", record) as origin:
            of_sample(browser, origin)
        with serving("--reference", "korea") as origin:
            of_chronology(browser, origin)
        browser.close()


if __name__ == "__main__":
    main()
