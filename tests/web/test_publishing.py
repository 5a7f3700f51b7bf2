"""The published site: every link leads to a file of it, nothing to anywhere else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from summitry.errors import UsageError
from summitry.record import open_record
from summitry.web import Options
from summitry.web.publishing import page_file, publish


@pytest.fixture
def site(options: Options, tmp_path: Path) -> Path:
    publish(options, tmp_path / "site")
    return tmp_path / "site"


def test_every_link_leads_to_a_file_of_the_site(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 10
    outward = set()
    for file in pages:
        page = html.parse(str(file)).getroot()
        for link in page.xpath("//@href | //@src"):
            parts = urlsplit(link)
            if parts.scheme:
                outward.add(link)
            elif parts.path:
                assert (file.parent / unquote(parts.path)).resolve().is_relative_to(site.resolve())
                assert (file.parent / unquote(parts.path)).is_file(), f"{file.name} -> {link}"
    assert outward == {"https://example.org/train"}


def test_it_holds_no_form_and_no_script_but_the_search(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = html.parse(str(file)).getroot()
        assert not page.xpath("//form | //input"), file.name
        scripts = ["static/find.js"] if file == site / "search.html" else []
        assert page.xpath("//script/@src") == scripts, file.name
        assert not page.xpath("//script/text()"), file.name
        assert "script-src 'self'" in page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_from_a_to_z_everybody_is_reached_without_scripts(site: Path, options: Options) -> None:
    pages = [html.parse(str(file)).getroot() for file in site.glob("actors--initial-*.html")]
    named = {link.text_content() for page in pages for link in page.xpath("//ul[@class='names']//a")}
    assert named == {"Kim Jong Un", "Xi Jinping"}
    search = html.parse(str(site / "search.html")).getroot()
    assert [link.text_content() for link in search.xpath("//nav//ul[contains(@class, 'letters')]//a")][1:] == ["K", "X"]
    assert search.xpath("//header//a[@aria-current='page']")[0].text_content() == "Search"


def test_each_incident_and_document_has_its_page(site: Path, options: Options) -> None:
    with open_record(options.record) as record:
        for incident in record.incidents():
            assert incident.sentence[:20] in (site / "incidents" / f"{incident.id}.html").read_text("utf-8")
        for document in record.documents():
            assert (site / "documents" / f"{document.id}.html").is_file()


def test_a_folder_that_holds_something_is_left_alone(options: Options, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        publish(options, tmp_path / "full")


@pytest.mark.parametrize("name", ["..%2F..%2Fetc", "a%2Fb", "%2e%2e", "con%00", "x" * 300, "%F0%9F%98%80", ".htaccess"])
def test_no_name_leads_out_of_the_site(name: str) -> None:
    file = page_file(f"/actors/{name}")
    assert file.parts[0] == "actors"
    assert len(file.parts) == 2
    assert ".." not in file.parts[1][:2]
    assert len(file.parts[1]) < 120


def test_two_addresses_never_share_a_file() -> None:
    addresses = [
        "/actors/a%20b",
        "/actors/a-b",
        "/actors/a%2Fb",
        "/actors/A%20b",
        "/actors/x?type=A",
        "/actors/x--type-A",
    ]
    assert len({page_file(address) for address in addresses}) == len(addresses)
