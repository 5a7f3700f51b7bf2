"""A record that is too large to be counted while a page is made: the page comes at once, the numbers follow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from summitry.web import Options
from web.conftest import client_of

LISTS = ["/incidents?type=CONSULT", "/dyads/CHN/PRK", "/actors/Xi Jinping", "/incidents?actor=KOR&page=3"]


@pytest.fixture
def large(korea_file: Path) -> TestClient:
    """The chronology, taken for a large record, before visitors who do not wait."""
    return client_of(Options(record=korea_file, title="korea", large=0, moment_seconds=0.0))


def rows(page: html.HtmlElement) -> list[str]:
    return [str(link) for link in page.xpath("//ol[@aria-label='Incidents']//a[@class='title']/@href")]


@pytest.mark.parametrize("path", LISTS)
def test_the_rows_come_before_their_number(large: TestClient, korea: TestClient, path: str) -> None:
    whole = html.fromstring(korea.get(path).text)
    first = html.fromstring(large.get(path).text)
    assert rows(first) == rows(whole)
    assert first.xpath("string(//p[@class='count']/strong)") == "Being counted"
    assert first.xpath("//a[@rel='next']/@href") == whole.xpath("//a[@rel='next']/@href")
    assert first.xpath("//a[@rel='prev']/@href") == whole.xpath("//a[@rel='prev']/@href")
    later = first
    end = time.monotonic() + 60
    while "Being counted" in later.text_content():
        assert time.monotonic() < end
        (again,) = set(later.xpath("//a[. = 'Look again']/@href"))
        later = html.fromstring(large.get(again).text)
    assert later.xpath("string(//p[@class='count']/strong)") == whole.xpath("string(//p[@class='count']/strong)")
    assert len(later.xpath("//svg//rect")) == len(whole.xpath("//svg//rect"))


def test_a_program_waits_for_the_number(large: TestClient, korea: TestClient) -> None:
    for path in ("/incidents.json?type=CONSULT", "/actors/Xi Jinping.json", "/search.json?q=hanoi"):
        assert large.get(path).json() == korea.get(path).json()


def test_a_search_for_what_is_everywhere_leads_to_the_list(large: TestClient) -> None:
    page = html.fromstring(large.get("/search?q=korea").text)
    assert page.xpath("//p[@class='note']/a/@href") == ["/incidents?q=korea"]
    assert page.xpath("//ul[@class='tags']//a")
