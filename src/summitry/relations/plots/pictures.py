"""A picture: what every one of them has (title, source, rule, alt text), and how it is written to a file."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

from summitry.errors import UsageError
from summitry.relations.extras import needed

__all__ = ["FORMATS", "WIDTH", "Picture", "finish", "month_axis"]

FORMATS = ("svg", "png", "html")
WIDTH = 760
"""Width of the drawing in pixels."""

FONT = "Liberation Sans"
"""The font that vl-convert carries with it, so that a picture is the same on every machine."""

_COLUMNS = 128
_SVG = re.compile(r"<svg ([^>]*)>")


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A drawing with its words.

    Args:
        chart: the Altair chart.
        title: its title.
        alt: what it shows, in words, for those who cannot see it.
    """

    chart: Any
    title: str
    alt: str

    def spec(self) -> dict[str, Any]:
        """Return the Vega-Lite specification with all data in it."""
        found: dict[str, Any] = self.chart.to_dict()
        return found

    def svg(self) -> str:
        """Return the picture as SVG, its alt text as title and description.

        Raises:
            UsageError: vl-convert is not installed.
        """
        drawn: str = needed("vl_convert", "an SVG picture").vegalite_to_svg(json.dumps(self.spec()))
        words = f"<title>{escape(self.title)}</title><desc>{escape(self.alt)}</desc>"
        return _SVG.sub(lambda match: f'<svg role="img" {match[1]}>{words}', drawn, count=1)

    def png(self, scale: float = 2) -> bytes:
        """Return the picture as PNG, `scale` pixels for each of the drawing's.

        Raises:
            UsageError: vl-convert is not installed.
        """
        found: bytes = needed("vl_convert", "a PNG picture").vegalite_to_png(json.dumps(self.spec()), scale=scale)
        return found

    def html(self) -> str:
        """Return a page that shows the picture without fetching anything, the drawing as SVG with its alt text."""
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{escape(self.title)}</title>\n<style>body {{ margin: 2em; }} svg {{ max-width: 100%; }}</style>\n"
            f"</head>\n<body>\n<figure>\n{self.svg()}\n<figcaption>{escape(self.alt)}</figcaption>\n</figure>\n"
            "</body>\n</html>\n"
        )

    def save(self, path: str | Path) -> Path:
        """Write the picture; the ending of the file says how: .svg, .png or .html. It appears only when it is whole.

        Raises:
            UsageError: the ending is another, or the folder is not there.
        """
        file = Path(path)
        kind = file.suffix.lower().removeprefix(".")
        if kind not in FORMATS:
            raise UsageError(f"{file.name}: a picture is written as .svg, .png or .html")
        if not file.parent.is_dir():
            raise UsageError(f"there is no folder {file.parent} to write {file.name} in; make it first")
        data = self.png() if kind == "png" else (self.svg() if kind == "svg" else self.html()).encode()
        part = file.with_name(f"{file.name}.part")
        try:
            part.write_bytes(data)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
        return file

    def _repr_html_(self) -> str:
        return self.svg()


def finish(chart: Any, title: str, lines: Sequence[str], alt: str) -> Picture:
    """Return a chart as a picture: its title above, under it what it rests on; no colour that print would lose.

    Args:
        chart: an Altair chart.
        title: what it shows.
        lines: coverage, inclusion rule, source; long ones are broken.
        alt: what it shows, in words.
    """
    altair = needed("altair", "a picture")
    told = [part for line in lines if line for part in wrap(line, _COLUMNS)]
    heading = altair.TitleParams(
        text=title, subtitle=told, anchor="start", fontSize=18, subtitleFontSize=11, subtitleColor="#333",
        subtitlePadding=6, offset=14, font=FONT, subtitleFont=FONT, frame="group", orient="top",
    )  # fmt: skip
    small = {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"}
    dressed = (
        chart.properties(title=heading, description=alt, padding=16)
        .configure(font=FONT, background="white")
        .configure_view(stroke="#999")
        .configure_axis(gridColor="#e4e4e4", domainColor="#999", **small)
        .configure_legend(symbolStrokeColor="black", **small)
    )
    return Picture(dressed, title, alt)


def month_axis(first: Any, last: Any) -> Any:
    """Return a time axis for a span: years, or months where it is short."""
    altair = needed("altair", "a picture")
    years = (last - first).days / 365.25
    style = "%Y" if years > 4 else "%Y-%m"
    count = "year" if 4 < years <= 16 else altair.Undefined
    return altair.Axis(format=style, title=None, tickCount=count, labelOverlap=True, grid=True)
