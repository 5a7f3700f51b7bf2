"""Draw the pictures of these pages from the reference record.

python docs/draw_pictures.py
"""

from __future__ import annotations

from pathlib import Path

from summitry.record.reference import open_reference
from summitry.relations.plots import Picture

FOLDER = Path(__file__).with_name("pictures")


def pictures() -> dict[str, Picture]:
    """Return the pictures by the name of their file."""
    with open_reference("korea") as record:
        plot = record.ask.plot
        years = {"since": "2013", "until": "2019"}
        return {
            "relation": plot("relation", "CHN", "PRK", since="2000"),
            "timeline": plot("timeline", "USA", "PRK", since="2017", until="2019"),
            "calendar": plot("calendar", "Xi Jinping", **years),
            "network": plot("network", unit="person", level="leader", **years),
            "travel": plot("travel", "Xi Jinping", **years),
        }


if __name__ == "__main__":
    for name, picture in pictures().items():
        (FOLDER / f"{name}.png").write_bytes(picture.png(scale=1.25))
        (FOLDER / f"{name}.txt").write_text(f"{picture.title}\n\n{picture.alt}\n", encoding="utf-8")
