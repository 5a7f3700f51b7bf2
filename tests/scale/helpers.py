"""Small inputs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from summitry.scale.run import ScaleSummary

LEADERS = ("Xi Jinping", "Kim Jong Un", "Donald Trump", "Moon Jae-in")


def line(number: int, words: str = "") -> str:
    """Return one document as a line, no two alike."""
    one, other = LEADERS[number % 4], LEADERS[(number + 1 + number // 4 % 3) % 4]
    text = f"Report {number} of the desk. {one} met {other} in Hanoi. {words}"
    return json.dumps({"id": f"n{number}", "text": text, "published": f"20{number % 20:02d}-03-{1 + number % 28:02d}"})


def write_lines(path: Path, numbers: range, words: str = "") -> Path:
    path.write_text("".join(line(number, words) + "\n" for number in numbers), encoding="utf-8")
    return path


CodeHere = Callable[..., ScaleSummary]
"""Codes files in this process: see `code_here`."""
