"""Pictures: the same bytes every time, with title, source, rule and alt text on them, and in shades of grey."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from relations.making import incident, table
from summitry.errors import UsageError
from summitry.record import Record
from summitry.relations import series_between
from summitry.relations.plots import (
    Picture,
    plot_calendar,
    plot_network,
    plot_relation,
    plot_timeline,
    plot_travel,
)

GOLDEN = Path(__file__).with_name("pictures")
WORDS = ("Ann and Ben", "9 meetings", "Counted: everything.", "a test")
"""Refresh with: python -m relations.test_pictures (from tests/, with src on the path)."""


def made():
    meetings = [
        incident(f"{year}-{month}-10", "Ann", "Ben", mode="visit", place=place, id=f"i-{year}{month}")
        for year, month, place in (
            ("2010", "03", "Hanoi, Vietnam"),
            ("2011", "04", "Hanoi, Vietnam"),
            ("2012", "05", "Moscow, Russia"),
            ("2019", "06", "Lima, Peru"),
        )
    ]
    return table(
        *meetings,
        incident("2013-01-05", "QBB", "QAA", "ACCUSE", id="i-a"),
        incident("2014-02-07", "Cy", "Ben", status="planned", id="i-b"),
        incident("2015-02-07", "Cy", "Ben", id="i-c"),
    )


def pictures() -> dict[str, Picture]:
    found = made()
    return {
        "relation": plot_relation(series_between(found, "QAA", "QBB", step="quarter", draws=0), "a test"),
        "timeline": plot_timeline(found, *WORDS),
        "calendar": plot_calendar(found, *WORDS),
        "network": plot_network(found, *WORDS),
        "travel": plot_travel(found, *WORDS),
    }


@pytest.fixture(scope="module")
def drawn() -> dict[str, Picture]:
    return pictures()


def numbers_rounded(svg: str) -> str:
    """Return an SVG with numbers to one digit, a mark a line: fonts of another build move text by hundredths."""
    return re.sub(r"-?\d+\.\d+", lambda match: f"{float(match[0]):.1f}", svg).replace("><", ">\n<")


@pytest.mark.parametrize("name", ["relation", "timeline", "calendar", "network"])
def test_the_picture_is_the_reviewed_one(drawn: dict[str, Picture], name: str) -> None:
    golden = (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")
    assert numbers_rounded(drawn[name].svg()) == golden


@pytest.mark.parametrize("name", ["relation", "timeline", "calendar", "network", "travel"])
def test_title_source_rule_and_alt_text_are_on_it(drawn: dict[str, Picture], name: str) -> None:
    svg = drawn[name].svg()
    root = ElementTree.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.findtext(f"{space}title") == drawn[name].title
    assert root.findtext(f"{space}desc") == drawn[name].alt
    assert len(drawn[name].alt) > 40
    told = " ".join(" ".join(node.itertext()) for node in root.iter(f"{space}text"))
    assert drawn[name].title in told
    assert "Source: a test" in told
    assert "Counted: everything." in told or "PLOVER" in told


@pytest.mark.parametrize("name", ["relation", "timeline", "calendar", "network", "travel"])
def test_all_colours_are_shades_of_grey(drawn: dict[str, Picture], name: str) -> None:
    svg = drawn[name].svg()
    hues = {
        value
        for value in re.findall(r"#[0-9a-fA-F]{3,6}\b", svg)
        if len(set(zip(*[iter(value[1:])] * (len(value) // 3), strict=False))) > 1
    }
    reds = {value for value in re.findall(r"rgb\((\d+), ?(\d+), ?(\d+)\)", svg) if len(set(value)) > 1}
    assert (hues, reds) == (set(), set())
    assert not re.findall(r'(?:fill|stroke)="(?!none|black|white|transparent|#|rgb)[a-z]+"', svg)


def test_files_are_written_by_their_ending(drawn: dict[str, Picture], tmp_path: Path) -> None:
    picture = drawn["calendar"]
    assert picture.save(tmp_path / "a.svg").read_text().startswith("<svg")
    assert picture.save(tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    page = picture.save(tmp_path / "a.html").read_text()
    assert picture.alt in page
    assert not re.search(r'(?:src|href)="http', page), "nothing is fetched"
    assert "<script" not in page
    with pytest.raises(UsageError, match="gif"):
        picture.save(tmp_path / "a.gif")
    with pytest.raises(UsageError, match="no folder"):
        picture.save(tmp_path / "none" / "a.svg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.png", "a.svg"]


def test_names_that_look_like_markup_stay_text() -> None:
    words = ("<script>alert(1)</script>", "cov", "rule", "src")
    svg = plot_calendar(made(), *words).svg()
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


def test_nothing_to_draw_is_said() -> None:
    undated = table(incident("", "QAA"))
    for plot in (plot_timeline, plot_calendar, plot_network, plot_travel):
        with pytest.raises(UsageError, match="Ann and Ben"):
            plot(undated, *WORDS)


def test_a_record_draws_itself(korea: Record) -> None:
    picture = korea.ask.plot("calendar", "Kim Jong Un", since="2018", until="2019")
    assert picture.title == "Kim Jong Un: calendar"
    assert "reference korea" in picture.svg()
    assert picture._repr_html_().startswith("<svg")
    with pytest.raises(UsageError, match="two sides"):
        korea.ask.plot("relation", "CHN")


if __name__ == "__main__":
    for name, picture in pictures().items():
        if name != "travel":
            (GOLDEN / f"{name}.svg").write_text(numbers_rounded(picture.svg()), encoding="utf-8")
